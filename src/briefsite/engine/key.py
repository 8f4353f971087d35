"""All that a page's output depends on besides the page itself, as digests."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
from pathlib import Path
from typing import TYPE_CHECKING, Any

import briefsite
from briefsite.engine.understood import meta_seen_by_others, own_templates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

_PROGRAMS = (
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "pymdown-extensions",
    "jinja2",
    "markupsafe",
    "pyyaml",
    "pygments",
)
EXTENSIONS = frozenset(
    {"abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "nl2br"}
    | {"sane_lists", "smarty", "tables", "toc"}
    | {f"pymdownx.{name}" for name in ("betterem", "caret", "details", "highlight", "inlinehilite", "keys", "mark")}
    | {f"pymdownx.{name}" for name in ("superfences", "tabbed", "tasklist", "tilde")}
)
"""Markdown extensions that read no file and no clock."""
_CHANGING = ("site_dir", "build_date_utc", "update_date", "random", "now(", "page.markdown")
"""What a template must not print: it is not the same in every build of the same files, or is let go of by then."""
_NOT_SHOWN = frozenset({"site_dir", "plugins", "theme", "watch", "dev_addr", "strict"})


def digest(*parts: object) -> bytes:
    """Of parts that are text, bytes or JSON."""
    sha = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part if isinstance(part, bytes) else _text(part).encode("utf-8", "surrogatepass")
        sha.update(len(data).to_bytes(8, "big"))
        sha.update(data)
    return sha.digest()


def why_not_cached(config: MkDocsConfig) -> str | None:
    """What in a site may change its pages and is in no digest; None where nothing is."""
    for name in config.markdown_extensions:
        if name.removeprefix("markdown.extensions.") not in EXTENSIONS:
            return f"its Markdown extension “{name}” may read other files"
    for path in own_templates(config):
        text = path.read_text(encoding="utf-8", errors="replace")
        if found := next((word for word in _CHANGING if word in text), None):
            return f"its template {path.name} prints “{found}”"
    return None


def version() -> str:
    """The programs that make the pages: their versions, and the bytes of this one."""
    programs = [f"{name} {_version(name)}" for name in _PROGRAMS]
    ours = _files(Path(briefsite.__file__).parent.rglob("*.py"))
    return " ".join([*programs, platform.python_version(), ours.hex()])


def of_site(config: MkDocsConfig) -> str:
    """Of all that a whole site depends on besides the files that are edited, as configured before a build begins."""
    return digest(version(), of_settings(config)).hex()


def of_markdown(config: MkDocsConfig) -> bytes:
    """Of what turns Markdown into HTML."""
    return digest(
        config.markdown_extensions,
        _settled(config.mdx_configs or {}),
        config.use_directory_urls,
        config.site_url or "",
        _settled(dict(config.validation)),
    )


def of_templates(config: MkDocsConfig) -> bytes:
    """Of the templates, and of what they see of the configuration."""
    templates = _files(path for folder in config.theme.dirs for path in Path(folder).glob("**/*.html"))
    return digest(of_settings(config), templates)


def of_settings(config: MkDocsConfig) -> bytes:
    """Of the configuration, and of a site's own templates."""
    shown = {key: _settled(value) for key, value in config.items() if key not in _NOT_SHOWN}
    # A hook is a module, and has its file for a name.
    plugins = {name: _settled(dict(getattr(plugin, "config", {}))) for name, plugin in config.plugins.items()}
    hooks = _files(Path(str(getattr(plugin, "__file__", ""))) for plugin in config.plugins.values())
    theme = {key: _settled(config.theme[key]) for key in config.theme}
    own = Path(config.theme.custom_dir).rglob("*") if config.theme.custom_dir else ()
    return digest(shown, plugins, theme, list(config.theme.dirs), _files(own), hooks)


def of_navigation(nav: Navigation, config: MkDocsConfig) -> bytes:
    """Of what every page shows of the pages in the navigation; their titles are known once they are read."""
    keys = meta_seen_by_others(config)

    def told(items: Iterable[Any]) -> list[object]:
        return [
            [
                type(item).__name__,
                str(item.title),
                getattr(item, "url", ""),
                getattr(item, "is_homepage", False),
                _settled({k: v for k, v in getattr(item, "meta", {}).items() if keys is None or k in keys}),
                told(item.children or ()),
            ]
            for item in items
        ]

    return digest(told(nav.items))


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def _files(paths: Iterable[Path]) -> bytes:
    found = sorted(path for path in paths if path.is_file())
    return digest(*(part for path in found for part in (str(path), path.read_bytes())))


def _settled(value: object) -> object:
    """A setting as JSON; an object without a value of its own differs from build to build, and so do its digests."""
    if isinstance(value, dict):
        return {str(key): _settled(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_settled(entry) for entry in value]
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    return value if isinstance(value, (str, int, float, bool, type(None))) else repr(value)


def _text(part: object) -> str:
    return part if isinstance(part, str) else json.dumps(part, default=repr)
