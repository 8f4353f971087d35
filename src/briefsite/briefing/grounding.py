"""What an item says beside its words, held against those words: a figure's value, and whose words a quote gives.

A value that no number of the evidence names, or a quotation of what the source does not put into quotation
marks, may be right, so these are warnings: people may sum up, and scripts of interviews have no marks.

Known limit: (1) that a number belongs to what the label says is for people to judge.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.mentions.numbers import numerals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.article import Article
    from briefsite.briefing.anchor import Anchor
    from briefsite.briefing.items import KeyFigure
    from briefsite.mentions.numbers.numeral import Numeral
    from briefsite.span import Span

_MARK = re.compile(r"[“”„‟«»「」『』《》〈〉\"‹›]|``|(?<!\w)['‘]|—\s")
"""What may open direct speech; a dash does in dialogues of many languages."""
_OPENS = re.compile(r"(?:[“„‟«»「『《〈\"‹]|``|(?<!\w)['‘])\s?\Z")
_CLOSES = re.compile(r"[,.!?]?\s?(?:[”“«»」』》〉\"›]|''|['’](?!\w))")
_SCALES = tuple(Decimal(10) ** power for power in (0, 2, 3, 6, 9, 12, -2))
"""The scale of a number may stand with another one ("3 to 5 million"), or in its unit (percent, pence)."""

_SHARE = re.compile(r"(?:\s[a-z]+)?\s(?:in|out\sof|of)(?:\s(?:every|the|all))?\s")
_PLACES = 6
"""Of a share, as quantities have it: two thirds is 0.666667."""


def is_value_in(figure: KeyFigure, article: Article, anchors: Sequence[Anchor]) -> bool:
    """Whether numbers in the evidence give the figure's value; True where the value or the evidence has none."""
    if figure.value is None or not anchors:
        return True
    number = figure.number
    wanted = {abs(end) for end in (number if isinstance(number, tuple) else (number,)) if end is not None}
    for anchor in anchors:
        for value in values(article.text, anchor.span):
            wanted -= {abs(value * scale) for scale in _SCALES}
            if not wanted:
                return True
    return not wanted


def values(text: str, span: Span) -> Iterator[Decimal]:
    """The values of the numbers in a stretch of text, and of what two say together: "one (patient) in four" is 0.25."""
    before: Numeral | None = None
    for numeral in numerals.find(text, span):
        if numeral.value is not None:
            yield numeral.value
        if before and before.value and numeral.value and _SHARE.fullmatch(text, before.span.end, numeral.span.start):
            yield round(before.value / numeral.value, _PLACES)
        before = numeral


def follows_a_quotation_mark(article: Article, anchor: Anchor) -> bool:
    """Whether a quotation mark stands before the words in their paragraph."""
    paragraph = article.paragraphs[anchor.paragraph - 1].span
    return bool(_MARK.search(article.text, paragraph.start, max(anchor.span.start, paragraph.start)))


def stands_in_marks(text: str, span: Span) -> bool:
    """Whether a quotation mark stands right before or right after the words."""
    return bool(_CLOSES.match(text, span.end) or _OPENS.search(text[max(0, span.start - 3) : span.start]))
