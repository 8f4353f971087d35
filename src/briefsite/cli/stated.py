"""What a web page states of itself: title, day, publisher and address, as options of `briefsite add`.

Read are the meta tags of Open Graph, the canonical link, and the JSON-LD of schema.org, which newsrooms write
for search engines. Nothing is taken from the words of the page.
"""

from __future__ import annotations

import json
import shlex
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from briefsite.article import parse_day

if TYPE_CHECKING:
    from collections.abc import Iterator

_META = {
    "og:title": "title",
    "article:published_time": "date",
    "date": "date",
    "og:site_name": "publisher",
    "og:url": "url",
}


def stated_by(page: str, url: str) -> str:
    """The options that say what an HTML page says of itself, quoted for a shell; `url` where it names no other."""
    reader = _Head()
    reader.feed(page)
    stated = reader.stated
    stated["url"] = stated.get("url", url) if stated.get("url", "").startswith(("http://", "https://")) else url
    day = parse_day(stated.get("date", ""))
    stated["date"] = day.isoformat() if day else ""
    return " ".join(
        f"--{key} {shlex.quote(value)}" for key in ("title", "date", "publisher", "url") if (value := stated.get(key))
    )


class _Head(HTMLParser):
    """The first statement of each kind counts."""

    def __init__(self) -> None:
        super().__init__()
        self.stated: dict[str, str] = {}
        self._is_json = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self._state(_META.get(values.get("property") or values.get("name", "")), values.get("content"))
        elif tag == "link" and "canonical" in values.get("rel", "").split():
            self.stated["url"] = values.get("href", "")
        self._is_json = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if not self._is_json:
            return
        try:
            nodes = list(_articles(json.loads(data)))
        except (ValueError, RecursionError):
            return
        for node in nodes:
            publisher = node.get("publisher")
            self._state("title", node.get("headline"))
            self._state("date", node.get("datePublished"))
            self._state("publisher", publisher.get("name") if isinstance(publisher, dict) else publisher)

    def _state(self, key: str | None, value: object) -> None:
        if key and isinstance(value, str) and (words := " ".join(value.split())):
            self.stated.setdefault(key, "".join(character for character in words if character.isprintable()))


def _articles(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for one in node:
            yield from _articles(one)
    elif isinstance(node, dict):
        if "headline" in node:
            yield node
        yield from _articles(node.get("@graph"))
