"""A small briefing of a made-up article, and its pages as a browser would get them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from markdown import Markdown

import briefsite
from briefsite.article import read_article
from briefsite.briefing.decode import decode
from briefsite.briefing.verify import verify
from briefsite.source import Source

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing

ARTICLE = """\
---
title: Ferry to Inish Loe returns after two winters
date: 2026-03-12
publisher: The Loe Courier
---
LOE HARBOUR - The ferry to Inish Loe will sail again in May after two winters, the harbour board said on Thursday.

“We promised the islanders a boat and they will have one,” said Nora Quill, who chairs the board.

About 340 people live on the island. The board expects to carry 12,000 passengers a year, up to 15% of them visitors.

Quill was less sure about the fare. She said it would be “as low as the diesel allows”.

The old ferry sank at its mooring in November 2024. Nobody was hurt.

Whether the county will pay for winter sailings is to be decided on 26 March.
"""

BRIEFING = """\
title: A ferry for Inish Loe
date: 2026-03-12
status: reviewed
topics: [Islands]
sources:
  - id: s1
    file: seeds/ferry.txt
summary:
  - text: The ferry sails again in May, but who pays in winter is open.
    evidence: [will sail again in May, is to be decided on 26 March]
    source: [p1, p6]
    id: line
  - text: About 340 people live on the island.
    source: p3
    id: point
key_figures:
  - label: people on the island
    value: 340
    unit: people
    qualifier: about
    evidence: About 340 people live on the island
    source: p3
    id: people-there
  - label: passengers a year who are visitors
    value: 15
    unit: percent
    qualifier: up_to
    evidence: up to 15% of them visitors
    source: p3
    id: visitors
quotes:
  - speaker: Nora Quill
    text: We promised the islanders a boat and they will have one
    source: p2
    id: promise
  - speaker: Nora Quill
    text: as low as the diesel allows
    written_as: She
    because: Quill was less sure about the fare
    source: p4
    note: Asked again *by phone*.
    id: fare
  - speaker: Nora Quill
    text: as low as the petrol allows
    source: p4
    id: altered
timeline:
  - date: 2024-11
    written_as: November 2024
    text: The old ferry sank at its mooring in November 2024.
    source: p5
    id: sank
  - date: 2026-03-26
    text: The county is due to decide.
    evidence: is to be decided on 26 March
    source: p6
    id: decides
background:
  - text: The pier was rebuilt in 2019.
    source: editor
    id: pier
open_questions:
  - question: Will the county pay for winter sailings?
    kind: decision
    due: 2026-03-26
    evidence: Whether the county will pay for winter sailings is to be decided on 26 March.
    source: p6
    id: winter
people:
  - name: Nora Quill
    role: who chairs the board
    source: p2
    id: quill
"""


def verified(briefing: str = BRIEFING, *articles: str, slug: str = "ferry") -> VerifiedBriefing:
    """The briefing held against its sources: s1, s2 …, as given."""
    read = {
        f"s{number}": read_article(Source(f"seeds/{number}.txt", text))
        for number, text in enumerate(articles or (ARTICLE,), 1)
    }
    decoded = decode(Source(f"briefing/{slug}.yaml", briefing))
    assert decoded.briefing is not None, decoded.problems
    return verify(decoded, slug=slug, articles=read)


CONFIGURATION = Path(briefsite.__file__).parent / "workspace/mkdocs.yml"


@cache
def markdown() -> Markdown:
    """Python-Markdown with the extensions that a workspace is configured with."""
    configured = yaml.safe_load(CONFIGURATION.read_text(encoding="utf-8"))["markdown_extensions"]
    names = [name if isinstance(name, str) else next(iter(name)) for name in configured]
    settings = {name: value for entry in configured if isinstance(entry, dict) for name, value in entry.items()}
    return Markdown(extensions=names, extension_configs=settings)


def html(page: str) -> str:
    """A page's Markdown, front matter left out, as HTML."""
    return markdown().reset().convert(page.split("\n---\n", 1)[1])


_VOID = {"br", "hr", "img", "input"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: tuple[str, ...] = ()


@dataclass
class Parsed(HTMLParser):
    """The elements of a page in order, with their text, and whether tags are closed in the order they were opened."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)
    is_balanced: bool = True
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, inside=tuple(e.tag for e in self.open))
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.is_balanced = False

    def handle_data(self, data: str) -> None:
        self.text += data
        for element in self.open:
            element.text += data

    def all(self, tag: str = "", kind: str = "") -> list[Element]:
        """The elements of a tag, of a class, or both."""
        return [
            element
            for element in self.elements
            if (not tag or element.tag == tag) and (not kind or kind in element.attributes.get("class", "").split())
        ]

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]


def parsed(page: str) -> Parsed:
    """A page's Markdown as a browser gets it."""
    reader = Parsed()
    reader.feed(html(page))
    reader.close()
    reader.is_balanced = reader.is_balanced and not reader.open
    return reader
