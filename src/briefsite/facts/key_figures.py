"""The numbers that a reader should see first, each with what it counts, when, and who says so.

    "About 37,000 people were detected crossing the channel in 2024" →
        37000 people, about, 2024: people detected crossing the channel in 2024

Leaves alone ages, conversions in brackets ("20-mile (32 kilometre)" is one figure), one or two of anything that
nobody died of, and numbers already shown. At most `MOST` figures: those of the lead, large counts, money, shares
and changes come first, durations last.

Limits:
1. What a small number means cannot be told: "three ministers" may be the whole story.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.facts import figure_clauses, figure_labels, figure_periods
from briefsite.facts.fact import KeyFigure
from briefsite.facts.figure_periods import Dates
from briefsite.facts.figure_sources import Sources
from briefsite.lexicon import words
from briefsite.mentions.numbers import counted_nouns, units, word_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article, Sentence
    from briefsite.mentions.mention import Mentions, Quantity
    from briefsite.span import Span

MOST = 14
"""More is a table, not a briefing."""

_FEW = 10
_LARGE = 100

MOST_DURATIONS = 5
"""A match report counts little else than minutes."""

_VERB_AFTER = re.compile(r"\s+(?:of\s+(?:them|us)\b|against\b|in\s+favou?r\b|have|had|were|are|(?P<verb>[a-z]+)\b)")
_NO_COUNTS = ("figure", "digit")
""""A sum in six figures", "double digits": how long the number is, not how much."""
_PERSONS = frozenset(("people", "vote", "man", "woman", "person", "member", "judge", "seat"))
"""What a few of still says how large a body is: "the three-man crew"."""
_HALF = Decimal("0.5")
_AGES = ("year of age", "month of age")
_CASUALTIES = re.compile(
    r"\b(?:kill|die[ds]?\b|dead\b|death|injur|wound|hurt\b|missing\b|arrest|detain|hospitali|casualt|victim|"
    r"charged\b|rescue|trapped\b|infect)",
    flags=re.IGNORECASE,
)


def find(article: Article, mentions: Mentions) -> tuple[KeyFigure, ...]:
    """In the order in which they are shown, the key ones first."""
    sources = Sources(mentions)
    dates = Dates(mentions.dates)
    found: list[tuple[float, int, KeyFigure]] = []
    for sentence, quantities in _by_sentence(article, mentions.quantities):
        previous: KeyFigure | None = None
        for quantity in quantities:
            if not _is_worth_a_row(article.text, sentence, quantity):
                continue
            figure = _figure(article.text, sentence.span, quantity, dates, sources, previous)
            previous = figure
            found.append((-_weight(article, sentence, figure), quantity.span.start, figure))
    kept: list[KeyFigure] = []
    durations = 0
    for _, _, figure in sorted(found, key=lambda row: row[:2]):
        is_duration = figure.quantity.unit in words("durations")
        if (is_duration and durations == MOST_DURATIONS) or any(_is_same(figure, other) for other in kept):
            continue
        durations += is_duration
        kept.append(figure)
        if len(kept) == MOST:
            break
    return tuple(kept)


def _by_sentence(article: Article, quantities: tuple[Quantity, ...]) -> Iterator[tuple[Sentence, list[Quantity]]]:
    """The sentences that hold quantities; those in headings are left out."""
    remaining = iter(quantities)
    quantity = next(remaining, None)
    for sentence in article.sentences:
        held: list[Quantity] = []
        while quantity and quantity.span.start < sentence.span.end:
            if quantity.span in sentence.span:
                held.append(quantity)
            quantity = next(remaining, None)
        if held:
            yield sentence, held


def _is_worth_a_row(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.is_conversion or quantity.unit in _AGES or quantity.unit in _NO_COUNTS:
        return False
    if text[sentence.span.start : sentence.span.end].rstrip("”\"’')] ").endswith("?"):
        return False  # asked, not said
    value = quantity.value
    if not isinstance(value, Decimal):
        return True
    is_whole = value == value.to_integral_value()
    if quantity.unit == "-" and not quantity.noun and quantity.qualifier == "exact" and abs(value) < 100:
        if 0 < value < 1 and value != _HALF:
            return True  # "two thirds of them"; but "the second half", "half the time"
        return _counts_by_itself(text, sentence.span, quantity.span)
    if quantity.noun or quantity.unit == "-":
        if abs(value) <= 2 and is_whole:
            return quantity.noun is not None and bool(_CASUALTIES.search(text, *_around(quantity, sentence)))
        return True
    if abs(value) < _FEW and quantity.unit not in _PERSONS and not units.is_known(quantity.unit):
        return False  # "six-party talks"; but "the three-man crew"
    return not (abs(value) <= 1 and quantity.unit in words("durations"))


def _counts_by_itself(text: str, sentence: Span, number: Span) -> bool:
    """Whether a small number without a noun is a count: by the verb behind it, or where it stands.

    "44 voted against it", "another four went to Orrin"; "Russia added 31, Peru leads with 54"; but "At 16, he left".
    """
    before = _WORD_BEFORE.search(text, max(sentence.start, number.start - 24), number.start)
    if before and before[1].lower() == "the":
        return False
    after = _VERB_AFTER.match(text, number.end)
    if after and (after["verb"] is None or word_kinds.is_verb(after["verb"], at_start=False)):
        return True
    following = _WORD_AFTER.match(text, number.end, sentence.end)
    if before is None or (following and following[1].lower() not in words("function_words")):
        return False
    leads = before[1] in _LEADS or (
        word_kinds.is_verb(before[1], at_start=False) and before[1] not in words("auxiliaries")
    )
    return leads and text[number.start].isdigit()


_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_LEADS = frozenset(("to", "with", "of"))
"""Words before the number of something that is named elsewhere: "home to 79", "with 54", "the number of 58"."""


def _around(quantity: Quantity, sentence: Sentence) -> tuple[int, int]:
    """The part of its sentence that is near a quantity; all of it, unless it is no sentence but a list."""
    return max(sentence.span.start, quantity.span.start - 300), min(sentence.span.end, quantity.span.end + 300)


def _figure(
    text: str,
    sentence: Span,
    quantity: Quantity,
    dates: Dates,
    sources: Sources,
    previous: KeyFigure | None,
) -> KeyFigure:
    clause = figure_clauses.clause_of(text, sentence, quantity.span)
    return KeyFigure(
        quantity=_named(text, quantity, previous),
        evidence=clause,
        label=figure_labels.label(text, clause, quantity) or " ".join(clause.of(text).split()),
        period=figure_periods.of(text, clause, quantity.span, dates),
        said_by=sources.of(text, sentence, quantity),
    )


def _named(text: str, quantity: Quantity, previous: KeyFigure | None) -> Quantity:
    """The quantity with its unit as a reader says it: the head of the counted noun, the label has the rest.

    A number that leaves its noun out ("37,000 people came, and 20,000 of them stayed") counts what the one before did.
    """
    if quantity.noun and quantity.unit != "-":
        noun = counted_nouns.after(text, quantity.noun.start - 1, quantity.noun.end)
        return replace(quantity, unit=noun.name) if noun else quantity
    is_count = (
        isinstance(quantity.value, Decimal)
        and quantity.value > 2
        and quantity.value == quantity.value.to_integral_value()
    )
    # "38 nurseries closed after the cases doubled to 212", "an audience of 800": the number has a noun before it
    has_noun = bool(_BOUND.search(text, max(0, quantity.span.start - 6), quantity.span.start))
    if (
        quantity.unit == "-"
        and is_count
        and not has_noun
        and previous
        and previous.quantity.unit != "-"
        and previous.quantity.noun
    ):
        return replace(quantity, unit=previous.quantity.unit, noun=previous.quantity.noun)
    return quantity


_BOUND = re.compile(r"\s(?:of|to|from|at|by)\s\Z")


def _weight(article: Article, sentence: Sentence, figure: KeyFigure) -> float:
    """How much a figure matters: its place in the article, what it measures, and how large it is."""
    quantity = figure.quantity
    weight = 5.0 if sentence.index < 2 else 2.0 if sentence.index < 5 else 0.0
    if quantity.unit in words("durations"):
        weight -= 2.0
    elif units.is_money(quantity.unit) or quantity.unit.startswith("percent"):
        weight += 2
    elif quantity.unit == "people":
        weight += 1.5
    is_count = quantity.noun is not None or quantity.unit == "people"
    largest = quantity.value[1] if isinstance(quantity.value, tuple) else quantity.value
    if largest is None:
        weight -= 0.5
    elif is_count and largest >= 100:
        weight += 1.5
    elif is_count and largest < 10:
        weight -= 1.5
    if quantity.change in ("up", "down"):
        weight += 1
    if _CASUALTIES.search(article.text, figure.evidence.start, figure.evidence.end):
        weight += 2
    if quantity.unit == "-":
        weight -= 2
    return weight


def _is_same(figure: KeyFigure, other: KeyFigure) -> bool:
    """Whether both rows say the same: the same number of the same thing."""
    one, two = figure.quantity, other.quantity
    if one.value != two.value or one.unit != two.unit:
        # "3,000 heard him" and "3,000 people heard him"
        is_bare = "-" in (one.unit, two.unit) and isinstance(one.value, Decimal) and one.value >= _LARGE
        return one.value == two.value and is_bare
    if one.value is None:
        return one.magnitude == two.magnitude
    is_rough = one.unit.startswith("percent") or one.unit == "-" or one.unit in words("durations")
    if units.is_money(one.unit) or (one.noun and two.noun) or not (one.noun or two.noun or is_rough):
        return True  # "150 metres" are the same race; "20 percent" and "three days" may be of anything
    shared = set(figure.label.lower().split()) & set(other.label.lower().split())
    return any(word.isalpha() and word not in words("function_words") and word not in _UNIT_WORDS for word in shared)


_UNIT_WORDS = frozenset(("percent", "per", "cent", "percentage", "point", "points"))
"""The number's own words stand in every label."""
