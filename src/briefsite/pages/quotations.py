"""The quotations of a briefing, by speaker: each in the source's own characters, with what the source says beside it.

A quotation that is a whole utterance is shown alone, between quotation marks, with the attribution below. One that is
part of the writer's sentence ("It said they would aim for “concrete progress”") is shown inside that sentence, because
three words on their own say less than the writer did.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from briefsite.pages.escape import anchor_name
from briefsite.pages.evidence import Chip, Piece, chips, pieces, runs, sentences_around, words
from briefsite.pages.foreign import attributes_of
from briefsite.pages.labels import N_, t
from briefsite.pages.rights import Rights, rights_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from briefsite.article import Article
    from briefsite.briefing.anchor import VerifiedBriefing
    from briefsite.briefing.items import Quote
    from briefsite.span import Span

NOBODY = N_("Speaker not known")
MAX_CUE = 90
"""Code points of an attribution that is repeated below a quotation; a longer one is the writer's story."""
MAX_SENTENCE = 420
"""Code points of a sentence that is shown round a partial quotation."""
_OPENING = "\"“‘'«„‹"
_CLOSING = "\"”’'»“›"
_SPACE = " \t\r\n\u00a0\u2009\u202f"


class QuoteView(NamedTuple):
    """One quotation as the page shows it; or several partial ones of one sentence."""

    ids: tuple[str, ...]
    """The items it shows; each is a permalink."""
    kind: str
    """"Quoted" or "Partly quoted", in the language spoken."""
    chips: tuple[Chip, ...]
    written_as: str
    """What the source calls the speaker where that does not tell the name; empty where it does."""
    because: str
    """The source's words that tell who is meant."""
    because_chips: tuple[Chip, ...]
    language: Markup
    """`lang` and `dir` of the source's words."""
    segments: tuple[str, ...] = ()
    """For a whole utterance: its parts, each to stand in quotation marks."""
    sentence: tuple[Piece, ...] = ()
    """For a partial quotation: the writer's sentence, the quoted words (marks included) marked."""
    cue: str = ""
    """The source's words beside the quotation: "Haldt told reporters afterwards"; empty where there are none."""

    @property
    def anchor(self) -> Markup:
        """Where a link to it leads: its first item."""
        return anchor_name(self.ids[0])


def quote_views(verified: VerifiedBriefing, quotes: Sequence[Quote]) -> list[QuoteView]:
    """Quotations of one speaker whose words were found, in order; neighbours in one sentence are shown together."""
    views = []
    for _, group in groupby(quotes, key=lambda quote: writers_sentence(verified, quote) or quote.id):
        views.append(_view(verified, list(group)))
    return views


def _view(verified: VerifiedBriefing, quotes: list[Quote]) -> QuoteView:
    first = quotes[0]
    found = verified.items[first.id or ""]
    ids = tuple(quote.id or "" for quote in quotes)
    all_chips = chips(verified, ids[0], found.anchors)
    written_as = first.written_as or ""
    # "Kell" and "Dr Ada Kell" tell who Ada Kell is; "he" and "the director" do not.
    if any(word[0].isupper() for word in set(written_as.split()) & set((first.speaker or "").split())):
        written_as = ""
    language = attributes_of(verified, found.anchors)
    because = words(verified, found.because)
    because_chips = chips(verified, ids[0], found.because, role="_who", at_item=False)
    if place := writers_sentence(verified, first):
        source, sentence = place
        text = verified.articles[source].text
        marks = [_with_marks(text, anchor.span) for id in ids for anchor in verified.items[id].anchors]
        return QuoteView(
            ids=ids,
            kind=t("Partly quoted"),
            sentence=pieces(text, sentence, marks),
            chips=all_chips,
            written_as=written_as,
            because=because,
            because_chips=because_chips,
            language=language,
        )
    spans = [(source, span) for source, span in runs(found.anchors) if source in verified.articles]
    segments = tuple(span.of(verified.articles[source].text) for source, span in spans)
    return QuoteView(
        ids=ids,
        # “if they’re done in the right way” is the end of a sentence that the writer began.
        kind=t("Partly quoted") if segments and segments[0][0].islower() else t("Quoted"),
        segments=segments,
        cue=_cue(verified.articles[spans[0][0]], [span for _, span in spans]) if _shows_more(verified, spans) else "",
        chips=all_chips,
        written_as=written_as,
        because=because,
        because_chips=because_chips,
        language=language,
    )


def writers_sentence(verified: VerifiedBriefing, quote: Quote) -> tuple[str, Span] | None:
    """The writer's sentence that a partial quotation is to be shown in; None for a whole utterance."""
    spans = runs(verified.items[quote.id or ""].anchors)
    if len(spans) != 1 or spans[0][0] not in verified.articles:
        return None
    source, span = spans[0]
    if not _shows_more(verified, spans):
        return None
    article = verified.articles[source]
    marked = _with_marks(article.text, span)
    sentence = sentences_around(article, span).to(marked)
    if len(sentence) > MAX_SENTENCE or not _is_part(article.text, span, marked, sentence):
        return None
    return source, sentence


def _shows_more(verified: VerifiedBriefing, spans: Sequence[tuple[str, Span]]) -> bool:
    """Whether the source's rights allow words round the quotation."""
    return bool(spans) and rights_of(verified, spans[0][0]) is not Rights.LINK_ONLY


_BEFORE = re.compile(rf"[{_OPENING}][{_SPACE}]?\Z")
_AFTER = re.compile(rf"[{_SPACE},.]{{0,2}}[{_CLOSING}]")


def _with_marks(text: str, span: Span) -> Span:
    """The span with the quotation marks beside it, and the comma or space (`" concrete progress "`) between."""
    before = _BEFORE.search(text, max(0, span.start - 2), span.start)
    after = _AFTER.match(text, span.end)
    return type(span)(before.start() if before else span.start, after.end() if after else span.end)


def _is_part(text: str, span: Span, marked: Span, sentence: Span) -> bool:
    """Whether the quoted words are part of the writer's own sentence, rather than an utterance by themselves."""
    before = text[sentence.start : marked.start].rstrip(_SPACE)
    if not before:
        # “If they work,” he said  is whole; “Concrete progress” was his word for it  cannot be told from it.
        return False
    if before.endswith((",", ":")):
        return text[span.start].islower()
    return True


def _cue(article: Article, spans: list[Span]) -> str:
    """What is left of the sentences of a quotation when the quoted words are taken out, if that is short."""
    text = article.text
    first = sentences_around(article, spans[0])
    rest = pieces(text, first, [_with_marks(text, span) for span in spans])
    beside = [piece.text.strip(_SPACE + _OPENING + _CLOSING + ",;:—–-") for piece in rest if not piece.marked]
    cue = " … ".join(part.removesuffix(".") if part.count(".") == 1 else part for part in beside if len(part) > 1)
    # A second quotation in the sentence may be somebody else's: “Enough,” Ray said, and Kit called it “a start”.
    is_plain = not any(mark in cue for mark in '"“”«»„')
    return cue if is_plain and 1 < len(cue) <= MAX_CUE else ""
