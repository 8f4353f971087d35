"""Each item of a briefing held against its sources: do its words stand where it says?

Typography is folded, nothing else: a look-alike sentence is worse than none. What does not stand there is
reported with the place where it does stand, or with the nearest words of the source.

Known limits: (1) words that run over a paragraph's end are reported as such, not taken; (2) that a summary in
a person's own words follows from its evidence is for people to judge.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING

from briefsite.briefing.anchor import Anchor, AnchoredItem, VerifiedBriefing
from briefsite.briefing.grounding import follows_a_quotation_mark, is_value_in, stands_in_marks
from briefsite.briefing.model import EDITOR, Event, Item, KeyFigure, Person, Quote
from briefsite.briefing.syntax import in_words
from briefsite.diagnostic import Diagnostic, Severity
from briefsite.span import Span
from briefsite.typography import find_words, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefsite.article import Article
    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.model import Briefing

Reference = tuple[str, int]
"""A source's id and the number of a paragraph."""


def verify(decoded: Decoded, *, slug: str, articles: Mapping[str, Article]) -> VerifiedBriefing:
    """The briefing with the place of every item's words, and a problem for each that has none.

    `articles` holds the sources that could be read, by id; one that is missing has its own problem elsewhere,
    and the items that cite it count as lost without another.

    Of a file with errors, the items that have none are verified.

    Raises:
        ValueError: nothing of the file could be decoded.
    """
    briefing = decoded.sound
    if briefing is None:
        raise ValueError("a briefing that was not decoded cannot be verified")
    items: dict[str, AnchoredItem] = {}
    for section, members in briefing.sections().items():
        for index, item in zip(decoded.indices[section], members, strict=True):
            items[item.id or ""] = _Check(decoded, briefing, articles, section, index, item).run()
    problems = sorted(chain.from_iterable(item.problems for item in items.values()), key=lambda found: found.sort_key)
    return VerifiedBriefing(
        slug=slug,
        briefing=briefing,
        articles=articles,
        items=items,
        problems=(*decoded.problems, *problems),
    )


@dataclass
class _Check:
    """The checks of one item."""

    decoded: Decoded
    briefing: Briefing
    articles: Mapping[str, Article]
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
        if references and all(source in self.articles for source, _ in references):
            anchors = self._anchors(references)
            because = self._because(references)
            self._written_as(references)
            self._speaker()
            self._beside(anchors)
        else:
            lost = True
        lost = lost or any(problem.severity is Severity.ERROR for problem in self.problems)
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
            if article := self.articles.get(source):
                count = len(article.paragraphs)
                if number > count:
                    said = f"there is no paragraph {number}: {article.source.name} has {count} paragraphs"
                    self._problem("A002", said, self._where_help(), "source", position)
                    continue
            yield source, number

    def _where_help(self) -> str:
        places = [place for words in self.item.anchor_words[:1] for place in self._places(words)]
        return f"the words stand in {self._name(places[0])}" if places else ""

    # --- its words ---------------------------------------------------------------------------------------

    def _anchors(self, references: Sequence[Reference]) -> tuple[Anchor, ...]:
        found: list[Anchor] = []
        key, words = self._key_of_words()
        at: tuple[int, int] = (0, 0)
        for position, segment in enumerate(words):
            place = self._first(references, segment, at)
            if place is None and isinstance(self.item, Person):
                place = self._first(references, segment, (0, 0))  # a role may stand before its name
            if place is None:
                self._lost(references, segment, key[min(position, len(key) - 1)], position)
                continue
            at, anchor = place
            found.append(anchor)
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

    def _first(
        self, references: Sequence[Reference], words: str, at: tuple[int, int]
    ) -> tuple[tuple[int, int], Anchor] | None:
        """The first place of the words from `at` on (a position among the references, and an offset)."""
        for position in range(at[0], len(references)):
            source, number = references[position]
            article = self.articles[source]
            paragraph = article.paragraphs[number - 1].span
            spans = find_words(article.text, words, paragraph)
            ahead = [span for span in spans if position > at[0] or span.start >= at[1]]
            if len(ahead) > 1 and isinstance(self.item, Quote):
                # “bigger” is quoted where it stands in quotation marks, not where the writer used the word before.
                ahead = [span for span in ahead if stands_in_marks(article.text, span)] or ahead
            if ahead:
                return (position, ahead[0].end), Anchor(source=source, paragraph=number, span=ahead[0])
        return None

    def _lost(self, references: Sequence[Reference], words: str, key: str, position: int) -> None:
        named = ", ".join(dict.fromkeys(self._name(reference) for reference in references))
        if self._first(references, words, (0, 0)):
            message = "these words stand before those that go ahead of them in the list"
            self._problem("A006", message, "put them in the order of the source", key, position)
            return
        if places := self._places(words):
            names = ", ".join(self._name(place) for place in places[:3])
            message = f"these words stand in {names}, not in {named}"
            self._problem("A004", message, f"source: {names.split(', ')[0]}", key, position)
            return
        if across := self._across(references, words):
            message = f"these words run over the end of {self._name(across)}"
            help = f"make {key} a list, one entry a paragraph, and source too"
        else:
            message, help = f"these words do not stand in {named}", self._nearest(references, words)
        self._problem("A001", message, help, key, position)

    def _across(self, references: Sequence[Reference], words: str) -> Reference | None:
        """The paragraph in which the words begin, where they run into the next."""
        for source in dict.fromkeys(source for source, _ in references):
            article = self.articles[source]
            for span in find_words(article.text, words, Span(0, max(len(article.text), 1))):
                if paragraph := article.paragraph_at(span.start):
                    return source, paragraph.number
        return None

    def _places(self, words: str) -> list[Reference]:
        """Every paragraph of any source that holds the words."""
        places: dict[Reference, None] = {}
        for source, article in self.articles.items():
            for span in find_words(article.text, words, Span(0, max(len(article.text), 1))):
                if (paragraph := article.paragraph_at(span.start)) and span in paragraph.span:
                    places[source, paragraph.number] = None
        return list(places)

    def _nearest(self, references: Sequence[Reference], words: str) -> str:
        for source in dict.fromkeys(source for source, _ in references):
            article = self.articles[source]
            span = nearest(article.text, words, Span(0, max(len(article.text), 1)))
            if span and (paragraph := article.paragraph_at(span.start)):
                near = article.text[span.start : min(span.end, paragraph.span.end)]
                place = self._name((source, paragraph.number))
                return f"nearest words in the source: “{in_words(near, 200)}” ({place})"
        return "evidence is copied from the source, word for word; your own words go into text"

    def _name(self, reference: Reference) -> str:
        """A paragraph as the file writes it: p7, or s2:p7 where there are several sources."""
        source, number = reference
        return f"{source}:p{number}" if len(self.briefing.sources) > 1 else f"p{number}"

    # --- what else it says in the source's words -----------------------------------------------------------

    def _because(self, references: Sequence[Reference]) -> tuple[Anchor, ...]:
        if not isinstance(self.item, Quote) or not self.item.because:
            return ()
        if anchor := self._anywhere(references, self.item.because):
            return (anchor,)
        self._problem(
            "A001", "these words do not stand in the source", self._nearest(references, self.item.because), "because"
        )
        return ()

    def _written_as(self, references: Sequence[Reference]) -> None:
        written = getattr(self.item, "written_as", None)
        if not isinstance(self.item, Quote | Event | KeyFigure) or not written:
            return
        # “He went on:” may stand in the paragraph before the quotation; the date of an event may not.
        is_quote = isinstance(self.item, Quote)
        stands = self._anywhere(references, written) if is_quote else self._first(references, written, (0, 0))
        if not stands:
            self._problem(
                "A001", "these words do not stand in the source", self._nearest(references, written), "written_as"
            )

    def _beside(self, anchors: Sequence[Anchor]) -> None:
        """What the item says beside its words."""
        if not anchors:
            return
        article = self.articles[anchors[0].source]
        if isinstance(self.item, KeyFigure) and not is_value_in(self.item, article, anchors):
            message = f"no number in the evidence gives {self.item.value}"
            help = "is it a slip? The value is written without commas and scale words: 2.5 million is 2500000"
            self._problem("A007", message, help, "value", severity=Severity.WARNING)
        if isinstance(self.item, Quote):
            for position, anchor in enumerate(anchors):
                if anchor.source == anchors[0].source and not follows_a_quotation_mark(article, anchor):
                    message = "the source does not put these words into quotation marks"
                    help = "are they the speaker’s own? A report in the writer’s words is no quotation"
                    self._problem("A008", message, help, "text", position, severity=Severity.WARNING)
                    return

    def _anywhere(self, references: Sequence[Reference], words: str) -> Anchor | None:
        """The place of the words in the sources it names, the last one before the item's own words if there is one."""
        for source, number in references:
            article = self.articles[source]
            spans = find_words(article.text, words, Span(0, max(len(article.text), 1)))
            start = article.paragraphs[number - 1].span.end
            before = [span for span in spans if span.start < start]
            for span in (*before[-1:], *spans):
                if paragraph := article.paragraph_at(span.start):
                    return Anchor(source=source, paragraph=paragraph.number, span=span)
        return None

    def _speaker(self) -> None:
        if not isinstance(self.item, Quote) or not self.item.speaker:
            return
        names = [word for word in self.item.speaker.split() if len(word.strip(".,")) > 1 and word[:1].isupper()]
        for word in names or self.item.speaker.split():
            if self._places(word):
                return
        message = f"no word of “{in_words(self.item.speaker)}” stands in the sources"
        self._problem("A005", message, "is the name right?", "speaker", severity=Severity.WARNING)

    def _problem(
        self, code: str, message: str, help: str, key: str, position: int = 0, *, severity: Severity = Severity.ERROR
    ) -> None:
        place = self.decoded.place(self.section, self.index, key, position)
        self.problems.append(
            Diagnostic(code=code, severity=severity, message=message, source=self.decoded.source, span=place, help=help)
        )
