"""A page of the site → what Pagefind is given of it: its words and ids, its title, its address, what it is filtered by.

Pagefind reads HTML with attributes of its own, so a small file of that kind is made of each page's content. Nothing of
the theme around it is indexed, and the published page stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

EXCLUDED = "[data-search-exclude], .headerlink"
"""CSS: what is left out, as the theme's own search does it."""

# Pagefind skips the words of an excluded element, but would list its id as a place where others can be found.
_EXCLUDED_TAG = re.compile(r"<[a-z][^<>]*\sdata-search-exclude\b[^<>]*>")
_PLACE = "at:"
"""Before the address of a page, in the id of its first element: what Pagefind keeps of a page and does not search. Its
fields are searched, so "index" and "html" would be found on every page."""
_ID = re.compile(r"""\sid=("[^"]*"|'[^']*'|[^\s>]+)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One page, as the search knows it."""

    place: str
    """Its address from the top of the site; what results link to."""
    title: str
    content: str
    """HTML."""
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What it can be filtered by: `{"person": ["Mihnea Cuibus"], "year": ["2025"]}`."""
    weight: float = 1
    """How much its words count: 0 to 10."""


def record_html(record: Record, language: str) -> str:
    """The file that Pagefind reads."""
    fields = [f'<i id="{_PLACE}{escape(record.place)}"></i>', _field("meta", "title", record.title)]
    fields += [_field("filter", name, _plain(value)) for name, values in record.facets.items() for value in values]
    content = _EXCLUDED_TAG.sub(lambda tag: _ID.sub("", tag[0]), record.content)
    weight = f' data-pagefind-weight="{record.weight:g}"' if record.weight != 1 else ""
    return (
        f'<!doctype html><html lang="{escape(language)}"><body data-pagefind-body>'
        f"{''.join(fields)}<div{weight}>{content}</div></body></html>"
    )


def place_of(fragment: Mapping[str, Any]) -> str:
    """The address of a page, out of what Pagefind wrote of it."""
    ids = (str(anchor["id"]) for anchor in fragment["anchors"])
    return next(id_ for id_ in ids if id_.startswith(_PLACE)).removeprefix(_PLACE)


def _plain(value: str) -> str:
    """A value that Pagefind can filter by: with a straight quotation mark or a backslash in it, it finds nothing."""
    return value.replace('"', "”").replace("\\", " ")


def _field(kind: str, name: str, value: str) -> str:
    # The value stands in an attribute of its own: in Pagefind's, commas and colons would divide it.
    return f'<i data-pagefind-{kind}="{name}[data-value]" data-value="{escape(value)}"></i>'
