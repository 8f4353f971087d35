"""The templates of the pages: whatever they print is escaped, unless it was made as markup on purpose.

Beside Jinja's own they have the functions `t` and `tn` for what the site says (see `labels`), `date`, `number`, and
`attributes` for text in another language (see `foreign`).
Jinja's own way of translating is not used: it would escape values with markupsafe, which leaves Markdown alive.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from briefsite.pages import labels
from briefsite.pages.dates import date_words
from briefsite.pages.escape import escape, markup
from briefsite.pages.foreign import attributes
from briefsite.pages.generator import PageEnvironment
from briefsite.pages.numbers import number_words


@cache
def environment() -> Environment:
    """What the templates of the pages are compiled and rendered in."""
    # `finalize` sees every expression (see `generator`), so nothing can be forgotten. `autoescape` is on only so that
    # what a macro gives back counts as markup; templates must not join strings themselves (`~`, `join`), which would
    # mix in its weaker escaping.
    templates = PageEnvironment(
        loader=PackageLoader("briefsite.pages"),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        auto_reload=False,  # they are part of the package; a page includes a dozen, and each would be looked at again
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.globals |= {"t": _t, "tn": _tn, "date": date_words, "number": number_words, "attributes": attributes}
    return templates


def _t(message: str, /, **values: object) -> Markup:
    """`labels.t` as markup: the message and its values escaped, those that are markup as they are."""
    return markup(labels.t(message, write=escape, **values))


def _tn(one: str, many: str, n: int, /, **values: object) -> Markup:
    """The same of `labels.tn`."""
    return markup(labels.tn(one, many, n, write=escape, **values))


def render(template: str, **context: Any) -> str:
    """The text that a template of `pages/templates/` gives for this context."""
    return environment().get_template(template).render(**context)


def front_matter(*, title: str, description: str = "", **settings: object) -> Markup:
    """The front matter of a page. JSON, because the themes print title and description as they are."""
    # The backslash of JSON itself is the only punctuation left: all of a text's own was escaped.
    fields: dict[str, object] = {"title": str(escape(title))}
    if description:
        fields["description"] = str(escape(description))
    # The last field tells a generated page from one written by hand, should the manifest be lost.
    fields |= settings | {"generator": "briefsite"}
    return Markup("---\n" + json.dumps(fields, ensure_ascii=False) + "\n---\n")
