"""Each item of a briefing held against its sources: do its words stand where it says?

Typography is folded, nothing else: a look-alike sentence is worse than none. What does not stand there is
reported with the place where it does stand, or with the nearest words of the source. What an item says beside
its words (a value, a speaker, a sentence in a person's own words) is held against those words.

Known limits: (1) words that run over a paragraph's end are reported as such, not taken; (2) that a summary in
a person's own words follows from its evidence is for people to judge.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING

from briefsite.briefing.anchor import Anchor, AnchoredItem, VerifiedBriefing
from briefsite.briefing.consistency import consistency_problems
from briefsite.briefing.grounding import follows_a_quotation_mark
from briefsite.briefing.items import Event, Item, KeyFigure, Person, Quote
from briefsite.briefing.own_words import Reading
from briefsite.briefing.said_beside import said_beside
from briefsite.briefing.search import START, Reference, Search
from briefsite.briefing.values import EDITOR
from briefsite.diagnostic import Diagnostic, Fix, Severity
from briefsite.span import Span
from briefsite.typography import retyped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from briefsite.article import Article
    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.model import Briefing

_LEAST_QUOTED_WORDS = 3
"""Fewer words may be somebody else's in the other paragraph: “safe” is said by many."""


def verify(
    decoded: Decoded, *, slug: str, articles: Mapping[str, Article], today: dt.date | None = None
) -> VerifiedBriefing:
    """The briefing with the place of every item's words, and a problem for each that has none.

    `articles` holds the sources that could be read, by id; one that is missing has its own problem elsewhere,
    and the items that cite it count as lost without another. Questions are overdue as of `today`; without it,
    none is.

    Of a file with errors, the items that have none are verified.

    Raises:
        ValueError: nothing of the file could be decoded.
    """
    briefing = decoded.sound
    if briefing is None:
        raise ValueError("a briefing that was not decoded cannot be verified")
    search = Search(articles, has_several=len(briefing.sources) > 1)
    readings = {source: Reading(article) for source, article in articles.items()}
    items: dict[str, AnchoredItem] = {}
    for section, members in briefing.sections().items():
        for index, item in zip(decoded.indices[section], members, strict=True):
            items[item.id or ""] = _Check(decoded, briefing, search, readings, section, index, item).run()
    problems = chain(
        chain.from_iterable(item.problems for item in items.values()), consistency_problems(decoded, briefing, today)
    )
    return VerifiedBriefing(
        slug=slug,
        briefing=briefing,
        articles=articles,
        items=items,
        problems=(*decoded.problems, *sorted(problems, key=lambda found: found.sort_key)),
    )


@dataclass
class _Check:
    """The checks of one item."""

    decoded: Decoded
    briefing: Briefing
    search: Search
    readings: Mapping[str, Reading]
    section: str
    index: int
    item: Item
    problems: list[Diagnostic] = field(default_factory=list)

    def run(self) -> AnchoredItem:
        references = tuple(self._references())
        if self.item.is_editors:
            return AnchoredItem(state="editor", problems=tuple(self.problems))
        lost = bool(self.problems) or not references
        anchors: tuple[Anchor, ...] = ()
        because: tuple[Anchor, ...] = ()
        if references and all(source in self.search.articles for source, _ in references):
            anchors = self._anchors(references)
            because = self._because(references)
            self._written_as(references)
        else:
            lost = True
        lost = lost or any(problem.severity is Severity.ERROR for problem in self.problems)
        if not lost and anchors:
            place = (self.section, self.index)
            self.problems += said_beside(self.decoded, self.search, self.readings, place, self.item, anchors)
        return AnchoredItem(
            state="lost" if lost else "verified", anchors=anchors, because=because, problems=tuple(self.problems)
        )

    # --- the paragraphs it names -------------------------------------------------------------------------

    def _references(self) -> Iterator[Reference]:
        """The paragraphs that the item names and that are there."""
        cited = {source.id: source for source in self.briefing.sources}
        for position, reference in enumerate(self.item.source):
            if reference == EDITOR:
                continue
            # `p6` without a source is one of the only source; of several, the first is meant.
            source, colon, paragraph = reference.rpartition(":")
            if not colon:
                source = next(iter(cited))
            if source not in cited:
                close = get_close_matches(source, cited, n=1)
                known = ", ".join(cited)
                help = f"did you mean {close[0]}:{paragraph}?" if close else f"it names: {known}"
                message = f"the briefing names no source “{source}”"
                self._problem("A003", message, help, "source", position)
                continue
            number = int(paragraph[1:])
            if article := self.search.articles.get(source):
                count = len(article.paragraphs)
                if number > count:
                    places = self.search.paragraphs(self.item.anchor_words[0]) if self.item.anchor_words else ()
                    said = f"there is no paragraph {number}: {article.source.name} has {count} paragraphs"
                    help = f"the words stand in {self.search.name(*places[0])}" if places else ""
                    self._problem("A002", said, help, "source", position, fix=self._moved(places))
                    continue
            yield source, number

    def _moved(self, places: Sequence[Reference]) -> Fix | None:
        """The paragraph that the words stand in, in place of the only one that the item names."""
        words = self.item.anchor_words
        if len(places) != 1 or len(self.item.source) != 1:
            return None
        found = [self.search.first(places, segment) for segment in words]
        if not all(found):
            return None
        if isinstance(self.item, Quote):
            is_spoken = all(
                follows_a_quotation_mark(self.search.articles[place[1].source], place[1]) for place in found if place
            )
            if not is_spoken or len(" ".join(words).split()) < _LEAST_QUOTED_WORDS:
                return None
        return self._fix([(Span(0, len(self.item.source[0])), self.search.name(*places[0]))], "source", 0)

    # --- its words ---------------------------------------------------------------------------------------

    def _anchors(self, references: Sequence[Reference]) -> tuple[Anchor, ...]:
        found: list[Anchor] = []
        key, words = self._key_of_words()
        quoted = isinstance(self.item, Quote)
        at = START
        for position, segment in enumerate(words):
            place = self.search.first(references, segment, at, quoted=quoted)
            if place is None and isinstance(self.item, Person):
                place = self.search.first(references, segment)  # a role may stand before its name
            under = key[min(position, len(key) - 1)]
            if place is None:
                self._lost(references, segment, under, position)
                continue
            at, anchor = place
            found.append(anchor)
            self._typed(anchor, segment, under, position if len(key) == 1 else 0)
        return tuple(found)

    def _key_of_words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Which keys the item's words stand under, and the words."""
        words = self.item.anchor_words
        match self.item:
            case Quote():
                return ("text",), words
            case _ if getattr(self.item, "evidence", None):
                return ("evidence",), words
            case Person():
                return ("name", "role"), words
            case KeyFigure():
                return ("written_as" if self.item.written_as else "label",), words
            case _:
                return ("text",), words

    def _lost(self, references: Sequence[Reference], words: str, key: str, position: int) -> None:
        named = ", ".join(dict.fromkeys(self.search.name(*reference) for reference in references))
        if self.search.first(references, words):
            message = "these words stand before those that go ahead of them in the list"
            self._problem("A006", message, "put them in the order of the source", key, position)
            return
        if places := self.search.paragraphs(words):
            names = [self.search.name(*place) for place in places[:3]]
            message = f"these words stand in {', '.join(names)}, not in {named}"
            self._problem("A004", message, f"source: {names[0]}", key, position, fix=self._moved(places))
            return
        if across := self.search.across(references, words):
            message = f"these words run over the end of {self.search.name(*across)}"
            help = f"make {key} a list, one entry a paragraph, and source too"
        else:
            message, help = f"these words do not stand in {named}", self._nearest(references, words)
        self._problem("A001", message, help, key, position)

    def _nearest(self, references: Sequence[Reference], words: str) -> str:
        return (
            self.search.nearest(references, words)
            or "evidence is copied from the source, word for word; your own words go into text"
        )

    def _typed(self, anchor: Anchor, words: str, key: str, position: int) -> None:
        """Say where a quotation mark or a dash is another than the source's."""
        article = self.search.articles[anchor.source]
        changes = retyped(words, anchor.span.of(article.text))
        # An article may write the same words in two ways; then either is the source's.
        is_source = changes and words in article.paragraphs[anchor.paragraph - 1].span.of(article.text)
        if not changes or is_source or not (fix := self._fix(changes, key, position)):
            return
        pairs = dict.fromkeys((words[span.start : span.end], meant) for span, meant in changes)
        told = ", ".join(f"{_seen(meant)} for {_seen(typed)}" for typed, meant in pairs)
        place = self.decoded.written(words, self.section, self.index, key, position)
        self.problems.append(
            Diagnostic(
                code="A009",
                severity=Severity.NOTE,
                message=f"the source has {told}",
                source=self.decoded.source,
                span=place.span(changes[0][0]) if place else fix.span,
                help="the page shows the source’s characters anyway",
                fix=fix,
            )
        )

    # --- what else it says in the source's words -----------------------------------------------------------

    def _because(self, references: Sequence[Reference]) -> tuple[Anchor, ...]:
        if not isinstance(self.item, Quote) or not self.item.because:
            return ()
        if anchor := self.search.near(references, self.item.because):
            return (anchor,)
        help = self._nearest(references, self.item.because)
        self._problem("A001", "these words do not stand in the source", help, "because")
        return ()

    def _written_as(self, references: Sequence[Reference]) -> None:
        written = getattr(self.item, "written_as", None)
        if not isinstance(self.item, Quote | Event | KeyFigure) or not written:
            return
        # “He went on:” may stand in the paragraph before the quotation; the date of an event may not.
        is_quote = isinstance(self.item, Quote)
        stands = self.search.near(references, written) if is_quote else self.search.first(references, written)
        if not stands:
            help = self._nearest(references, written)
            self._problem("A001", "these words do not stand in the source", help, "written_as")

    # --- telling it ----------------------------------------------------------------------------------------

    def _fix(self, changes: Sequence[tuple[Span, str]], key: str, position: int) -> Fix | None:
        """These changes of a value as one of the file's characters."""
        value = self._value(key, position)
        written = self.decoded.written(value, self.section, self.index, key, position)
        return Fix(*written.rewritten(changes)) if written else None

    def _value(self, key: str, position: int) -> str:
        value = getattr(self.item, key)
        return value if isinstance(value, str) else str(value[position])

    def _problem(
        self, code: str, message: str, help: str, key: str, position: int = 0, *, fix: Fix | None = None
    ) -> None:
        self.problems.append(
            Diagnostic(
                code=code,
                severity=Severity.ERROR,
                message=message,
                source=self.decoded.source,
                span=self.decoded.place(self.section, self.index, key, position),
                help=help,
                fix=fix,
            )
        )


def _seen(characters: str) -> str:
    """Characters as a message shows them: a space by its name."""
    return {"\xa0": "a no-break space", "\u202f": "a narrow no-break space", " ": "a space"}.get(characters, characters)
