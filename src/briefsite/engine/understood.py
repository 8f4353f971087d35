"""Whether a site's pages depend on nothing but what we know of: else MkDocs builds all of it, every time.

We know our own plugin and Material's search. Any other plugin or hook that takes part in a build may make one
page depend on another, and so may a template that walks over all pages.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from material.plugins.search.plugin import SearchPlugin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

_HARMLESS = frozenset({"startup", "shutdown", "serve", "config", "build_error"})
"""Events that are over before a page is read, or that make nothing."""
_ALL_PAGES = re.compile(r"\bpages\b")
_OTHER_PAGE = re.compile(r"\.(?:content|toc|markdown|file)\b")
_OF_THIS_PAGE = re.compile(r"\bpage\.(?:content|toc|markdown|file)\b")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_META = re.compile(r"(\w+)\.meta\b(?:\.(\w+))?")


def why_not(config: MkDocsConfig, ours: object) -> str | None:
    """What in a site we do not understand, in words; None where we understand all of it. `ours` is our plugin."""
    for name, methods in config.plugins.events.items():
        if name in _HARMLESS:
            continue
        for method in methods:
            owner = getattr(method, "__self__", None)
            if owner is not ours and type(owner) is not SearchPlugin:
                return f"the plugin or hook “{_name(config, owner, method)}” takes part in its builds"
    if config.theme.name != "material":
        return f"its theme is “{config.theme.name}”"
    if config.extra_templates:
        return "it has extra_templates"
    for path in own_templates(config):
        text = _COMMENT.sub("", path.read_text(encoding="utf-8", errors="replace"))
        lists_all = path.name not in config.theme.static_templates and _ALL_PAGES.search(text)
        if lists_all or len(_OTHER_PAGE.findall(text)) > len(_OF_THIS_PAGE.findall(text)):
            return f"its template {path.name} may look at other pages than its own"
    return None


def own_templates(config: MkDocsConfig) -> list[Path]:
    """The templates with which a site overrides those of its theme, in order of path."""
    folder = config.theme.custom_dir
    return sorted(path for path in Path(folder).rglob("*") if path.suffix in {".html", ".xml"}) if folder else []


def meta_seen_by_others(config: MkDocsConfig) -> frozenset[str] | None:
    """The keys of a page's front matter that templates show on other pages; None where that may be any."""
    keys: set[str] = set()
    theme = [Path(folder) for folder in config.theme.dirs]
    for path in sorted(path for folder in theme for path in folder.glob("**/*.html")):
        for name, key in _META.findall(path.read_text(encoding="utf-8", errors="replace")):
            if name == "page":
                continue
            if not key:
                return None
            keys.add(key)
    return frozenset(keys)


def doubled(destinations: Iterable[str]) -> str | None:
    """A place that two files of a site are written to: which of them wins depends on their order."""
    seen: set[str] = set()
    for place in destinations:
        if place in seen:
            return place
        seen.add(place)
    return None


def _name(config: MkDocsConfig, owner: object, method: Any) -> str:
    return next((name for name, plugin in config.plugins.items() if plugin is owner), getattr(method, "__module__", ""))
