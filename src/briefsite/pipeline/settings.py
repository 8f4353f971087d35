"""mkdocs.yml → what pages need to know of their site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import yaml

from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pages import Site
from briefsite.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.pipeline.workspace import Workspace


def site_of(settings: Mapping[str, Any]) -> Site:
    """The site that settings describe: those of a file, or MkDocs' own once it has read it."""
    theme = settings.get("theme")
    # `theme: material` has no settings of its own; MkDocs turns what it reads into an object.
    language = theme.get("language") if isinstance(theme, Mapping) else None
    return Site(
        name=_text(settings.get("site_name")) or Site().name,
        url=f"{url.rstrip('/')}/" if (url := _text(settings.get("site_url"))) else "",
        language=_text(language) or Site().language,
    )


def read_site(workspace: Workspace) -> Site:
    """The site that the workspace's mkdocs.yml describes.

    What only MkDocs understands in it (`!!python/name:…`, the settings of other plugins) is passed over; `INHERIT` and
    `!ENV` are followed as MkDocs does.

    Raises:
        BriefsiteError: the file is not YAML.
    """
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    path = workspace.config
    try:
        with path.open("rb") as file:
            settings = yaml_load(file, loader=get_yaml_loader(_Tolerant))
    except FileNotFoundError:
        return Site()
    except (OSError, ConfigurationError) as error:
        raise _unreadable(workspace, path, str(error)) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise _unreadable(workspace, path, f"is not YAML{place}: {getattr(error, 'problem', None) or error}") from None
    if not isinstance(settings, Mapping):
        raise _unreadable(workspace, path, "settings were expected, each with its name: site_name: Briefings")
    return site_of(settings)


class _Tolerant(yaml.SafeLoader):
    """Plain YAML; a value with a tag that is not known becomes None."""


_Tolerant.add_multi_constructor("", lambda *_: None)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _unreadable(workspace: Workspace, path: Path, why: str) -> BriefsiteError:
    return BriefsiteError(
        Diagnostic(
            code="W008",
            severity=Severity.ERROR,
            message=f"cannot be read: {why}",
            source=Source(workspace.name(path), ""),
            span=None,
            help="put the file right: https://www.mkdocs.org/user-guide/configuration/ names every setting",
        )
    )
