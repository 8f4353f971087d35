"""Each item of a briefing held against its sources: do its words stand where it says?

Typography is folded, nothing else: a look-alike sentence is worse than none. What does not stand there is
reported with the place where it does stand, or with the nearest words of the source. What an item says beside
its words (a value, a speaker, a sentence in a person's own words) is held against those words.

Known limits: (1) words that run over a paragraph's end are reported as such, not taken; (2) that a summary in
a person's own words follows from its evidence is for people to judge.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from briefsite.briefing.anchor import Anchor, AnchoredItem, VerifiedBriefing
from briefsite.briefing.cited import cited_paragraphs, moved
from briefsite.briefing.consistency import consistency_problems
from briefsite.briefing.item_place import ItemPlace
from briefsite.briefing.items import Event, Item, KeyFigure, Person, Quote
from briefsite.briefing.own_words import Reading
from briefsite.briefing.said_beside import said_beside
from briefsite.briefing.search import START, Search
from briefsite.diagnostic import Fix, Severity
from briefsite.typography import retyped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from briefsite.article import Article
    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.model import Briefing
    from briefsite.briefing.search import Reference
    from briefsite.diagnostic import Diagnostic


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
            place = ItemPlace(decoded, section, index)
            items[item.id or ""] = _Check(briefing, search, readings, place, item).run()
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

    briefing: Briefing
    search: Search
    readings: Mapping[str, Reading]
    place: ItemPlace
    item: Item
    problems: list[Diagnostic] = field(default_factory=list)

    def run(self) -> AnchoredItem:
        references = cited_paragraphs(self.item, self.briefing, self.search, self.place, self.problems)
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
            self.problems += said_beside(self.place, self.search, self.readings, self.item, anchors)
        return AnchoredItem(
            state="lost" if lost else "verified", anchors=anchors, because=because, problems=tuple(self.problems)
        )

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
            self._problem(
                "A004",
                message,
                f"source: {names[0]}",
                key,
                position,
                fix=moved(self.item, places, self.search, self.place),
            )
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
        if not changes or is_source or not (written := self.place.written(words, key, position)):
            return
        pairs = dict.fromkeys((words[span.start : span.end], meant) for span, meant in changes)
        told = ", ".join(f"{_seen(meant)} for {_seen(typed)}" for typed, meant in pairs)
        message, help = f"the source has {told}", "the page shows the source’s characters anyway"
        fix = Fix(*written.rewritten(changes))
        self.problems.append(self.place.note("A009", message, help, written.span(changes[0][0]), fix))

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

    def _problem(
        self, code: str, message: str, help: str, key: str, position: int = 0, *, fix: Fix | None = None
    ) -> None:
        self.problems.append(self.place.error(code, message, help, key, position, fix=fix))


def _seen(characters: str) -> str:
    """Characters as a message shows them: a space by its name."""
    return {"\xa0": "a no-break space", "\u202f": "a narrow no-break space", " ": "a space"}.get(characters, characters)
