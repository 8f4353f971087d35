"""The templates of the pages: whatever they print is escaped, unless it was made as markup on purpose."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from briefsite.pages.escape import escape


@cache
def _environment() -> Environment:
    # `finalize` sees every expression, so nothing can be forgotten. `autoescape` is on only so that what a macro
    # gives back counts as markup; templates must not join strings themselves (`~`, `join`), which would mix in
    # its weaker escaping.
    return Environment(
        loader=PackageLoader("briefsite.pages"),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(template: str, **context: Any) -> str:
    """The text that a template of `pages/templates/` gives for this context."""
    return _environment().get_template(template).render(**context)


def front_matter(*, title: str, description: str = "", **settings: object) -> Markup:
    """The front matter of a page. JSON, because the themes print title and description as they are."""
    # The backslash of JSON itself is the only punctuation left: all of a text's own was escaped.
    fields: dict[str, object] = {"title": str(escape(title))}
    if description:
        fields["description"] = str(escape(description))
    # The last field tells a generated page from one written by hand, should the manifest be lost.
    fields |= settings | {"generator": "briefsite"}
    return Markup("---\n" + json.dumps(fields, ensure_ascii=False) + "\n---\n")
