"""A desk for tests of merging: an article, a reader that takes every sentence of it, and a file to edit by hand."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.article import Article, read_article
from briefsite.briefing import Draft, Merged, Sidecar, decode, encode, merge
from briefsite.briefing.ids import item_id
from briefsite.briefing.items import Item, KeyFigure, Point, Quote
from briefsite.briefing.model import Briefing, SourceFile
from briefsite.source import Source
from briefsite.typography import find_words

if TYPE_CHECKING:
    from briefsite.span import Span

_NUMBER = re.compile(r"\b\d+\b")
_QUOTED = re.compile(r"“([^”]+?),?”")


def read(
    text: str, *, unseen: str = "", label: str = "homes", date: str | None = "2026-03-02"
) -> tuple[Draft, Article]:
    """A draft of an article: its sentences are the summary, numbers in them are figures, quoted words quotes.

    `unseen` are words of sentences that this reader does not take.
    """
    article = read_article(Source("seeds/flood.txt", text))
    spans: dict[str, tuple[Span, ...]] = {}
    found: dict[str, list[Item]] = {"summary": [], "key_figures": [], "quotes": []}

    def add(section: str, item: Item, span: Span) -> None:
        item = item.model_copy(update={"id": item_id(section, item, spans)})
        spans[item.id or ""] = (span,)
        found[section].append(item)

    for paragraph in article.paragraphs:
        source = (f"p{paragraph.number}",)
        for sentence in paragraph.sentences:
            words = sentence.span.of(text)
            if unseen and unseen in words:
                continue
            add("summary", Point(text=words, source=source), sentence.span)
            if number := _NUMBER.search(words):
                figure = KeyFigure(label=label, value=number.group(), evidence=(words,), source=source)
                add("key_figures", figure, sentence.span)
            if quoted := _QUOTED.search(words):
                speaker = words.rpartition("said ")[2].rstrip(".") or None
                place = find_words(text, quoted[1], sentence.span)[0]
                add("quotes", Quote(speaker=speaker, text=(quoted[1],), source=source), place)
    briefing = Briefing(title="The river rises", date=date, sources=(SourceFile(file="seeds/flood.txt"),), **found)
    return Draft(briefing=briefing, spans=spans), article


@dataclass
class Desk:
    """A briefing file with the machine's memory of it."""

    text: str = ""
    sidecar: Sidecar | None = None
    snapshots: dict[str, Article] = field(default_factory=dict)

    @classmethod
    def of(cls, article: str) -> Desk:
        """The first draft of an article."""
        draft, read_as = read(article)
        sha256 = hashlib.sha256(article.encode()).hexdigest()
        text = encode(draft.briefing)
        return cls(text, Sidecar.of(draft, sha256={"s1": sha256}, text=text), {sha256[:12]: read_as})

    def edit(self, old: str, new: str) -> Desk:
        """Replace words of the file, which must stand in it once."""
        assert self.text.count(old) == 1, f"{self.text.count(old)} × {old!r}"
        self.text = self.text.replace(old, new)
        return self

    def draft(self, article: str, *, keep_mine: bool = False, **reader: str | None) -> Merged:
        """Draft the article, as it is by now, into the file."""
        draft, read_as = read(article, **reader)
        sha256 = hashlib.sha256(article.encode()).hexdigest()
        merged = merge(
            self.sidecar,
            decode(Source("briefing/flood.yaml", self.text)),
            draft,
            read_as,
            sha256=sha256,
            today="2026-03-09",
            snapshots={name: old for name, old in self.snapshots.items() if name != sha256[:12]},
            keep_mine=keep_mine,
        )
        self.snapshots[sha256[:12]] = read_as
        self.text, self.sidecar = merged.text, merged.sidecar
        return merged

    @property
    def briefing(self) -> Briefing:
        """What the file says."""
        decoded = decode(Source("briefing/flood.yaml", self.text))
        assert decoded.briefing is not None, [problem.message for problem in decoded.problems]
        return decoded.briefing


def fates(merged: Merged, section: str = "summary") -> list[str]:
    """What became of the items of a section."""
    return [outcome.fate for outcome in merged.outcomes if outcome.group == section]
