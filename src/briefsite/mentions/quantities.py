"""Numbers that measure or count something: number, unit, qualifier, change, and what they are about.

    "up by about 50% from last year" → 50 percent, about, up        "between 90 and 140 boats" → 90–140 boat
    "hundreds of millions of pounds" → vague, pound                  "a 20-mile (32 km) strait" → 20 mile, 32 kilometre

Leaves alone years, dates, clock times, house numbers, ranks, names, scores, references and "one of" (`not_figures`).

How: numbers are read (`numerals`), those inside other expressions left out, each joined with the unit or currency
beside it (`units`), two that form a range made one, and then modifier, counted noun, change and concept are read
around each. What is found is generous: which of it a reader should see is decided in `facts.key_figures`.

Limits:
1. "from X to Y" is one range, also where something moved from the one to the other.
2. In a language other than English only digits with "%" or a currency sign are read, and none whose separator may
   mean either thousands or decimals ("1.234 €").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.lexicon import table, words
from briefsite.mentions import changes, concepts, counted_nouns, modifiers, not_figures, numerals, units
from briefsite.mentions.foreign_quantities import find as find_in_other_language
from briefsite.mentions.mention import Quantity
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article
    from briefsite.mentions.counted_nouns import CountedNoun
    from briefsite.mentions.mention import DateMention, Qualifier
    from briefsite.mentions.modifiers import Modifier
    from briefsite.mentions.numerals import Numeral
    from briefsite.mentions.units import Unit


def find(article: Article, dates: tuple[DateMention, ...]) -> tuple[Quantity, ...]:
    """Every quantity, in order; what is part of a date is none. Headings are read, furniture is not."""
    if article.language != "en":
        return find_in_other_language(article)
    text = article.text
    points = _Cover(sorted(date.span for date in dates if date.type in ("DATE", "TIME")))
    found: list[Quantity] = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        stretches = [sentence.span for sentence in paragraph.sentences] or [paragraph.span]
        for stretch in stretches:
            found.extend(_in(text, stretch, points))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Amount:
    """One or two numbers with the unit beside them: what is written before words are read around it."""

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None = None
    upper: Numeral | None = None
    """The second number of a range."""


class _Cover:
    """Spans in order of position, asked whether one of them overlaps another span."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def overlaps(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.end - 1)
        return any(self._spans[i].overlaps(span) for i in range(max(0, at - 2), at))


def _in(text: str, stretch: Span, dates: _Cover) -> Iterator[Quantity]:
    read = numerals.find(text, stretch)
    if not read:
        return
    in_digits = any(numeral.form != "words" for numeral in read)
    elsewhere = _Cover(list(not_figures.taken(text, stretch)) if in_digits else [])
    amounts: list[_Amount] = []
    floor = stretch.start
    for numeral in read:
        if numeral.span.start < floor or _is_base(text, numeral, floor):
            continue  # read already, as part of a unit: "m s−1", "12 deaths per 100,000 people"
        if elsewhere.overlaps(numeral.span) or dates.overlaps(numeral.span):
            continue
        amount = _with_unit(text, numeral, floor, stretch.end)
        if amounts and (pair := _range(text, amounts[-1], amount)):
            amount = pair
            amounts.pop()
        amounts.append(amount)
        floor = amount.end
    before: Quantity | None = None
    for at, amount in enumerate(amounts):
        floor = amounts[at - 1].end if at else stretch.start
        stop = amounts[at + 1].start if at + 1 < len(amounts) else stretch.end
        quantity = _quantity(text, amount, stretch, floor, stop)
        if quantity:
            before = _continued(text, before, _converted(text, before, quantity))
            yield before


# Units beside the number ---------------------------------------------------------------------------------------------

_OF = re.compile(r"\s+of(?=\s)")
_JOINED = re.compile(r"[-‐‑](?P<word>[a-z]{3,})\b(?!-)")
"""A noun hyphened to its number measures what follows: "a 12-page report", "the nine-member panel"."""
_WHOSE_DOLLAR = re.compile(r"\s(?P<whose>US|U\.S\.|Canadian|Australian)\b(?!\s+[a-z])")
_DOLLAR_OF = {
    "US": "U.S. dollar",
    "U.S.": "U.S. dollar",
    "Canadian": "Canadian dollar",
    "Australian": "Australian dollar",
}


def _with_unit(text: str, numeral: Numeral, floor: int, stop: int) -> _Amount:
    start, end = numeral.span.start, numeral.span.end
    if currency := units.before(text, start, floor):
        start = currency.start
        name = currency.name
        if name == "dollar" and (whose := _WHOSE_DOLLAR.match(text, end, stop)):
            name, end = _DOLLAR_OF[whose["whose"]], whose.end()
        unit = units.extended(text, replace(currency, start=start, end=end, name=name), stop)
        return _Amount(start, unit.end, numeral, unit)
    of = _OF.match(text, end, stop) if numeral.form == "vague" else None
    unit_after = units.after(text, of.end() if of else end, stop)
    if unit_after is None and (joined := _JOINED.match(text, end, stop)) and _measures(joined["word"]):
        unit_after = units.Unit(end, joined.end(), joined["word"], is_joined=True)
    if unit_after is None:
        return _Amount(start, end, numeral)
    return _Amount(start, unit_after.end, numeral, unit_after)


def _measures(word: str) -> bool:
    """Whether a word hyphened to a number is a noun: "nine-member", but "two-dimensional", "three-legged"."""
    return word not in words("not_joined") and not word.endswith(("al", "ed", "ic", "ar", "ing"))


# Ranges --------------------------------------------------------------------------------------------------------------

_TO = re.compile(
    r"\s?(?:-|–|—|−|~)\s?|-to-|\s+to-|\s+(?:up\s+)?to\s+(?:(?:about|around|nearly|almost|as\s+much\s+as)\s+)?"
)
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+)?[>≥<≤~]?\s?")
_OR = re.compile(r"\s+or\s+(?:even\s+|maybe\s+)?")
_PLUS_MINUS = re.compile(r"\s?±\s?")
_BETWEEN = re.compile(r"\bbetween\s+(?:an?\s+estimated\s+|about\s+|around\s+)?\Z", flags=re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:about\s+|around\s+)?\Z", flags=re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+(?:about\s+|around\s+)?\Z", flags=re.IGNORECASE)
_VOTE_BEFORE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|pass(?:ed|es)|approv(?:ed|es)|reject(?:ed|s)|ruled|ruling|majority|margin)\b[^.;\d]{0,40}\Z",
    flags=re.IGNORECASE,
)


def _range(text: str, low: _Amount, high: _Amount) -> _Amount | None:
    """The two as one range, where the words between them say so."""
    first, second = low.numeral.value, high.numeral.value
    if first is None or second is None or low.upper:
        return None
    between = _BETWEEN.search(text, max(0, low.start - 28), low.start)
    if _PLUS_MINUS.fullmatch(text, low.end, high.start):
        return _Amount(low.start, high.end, low.numeral, high.unit)
    by = _BY.search(text, max(0, low.start - 12), low.start)  # "rose by 43 to 419": by how much, and to what
    is_range = (
        (between and _AND.fullmatch(text, low.end, high.start))
        or (second >= 0 and not by and _TO.fullmatch(text, low.end, high.start))
        # "two or three" is a number between them; "5 or 10" are two numbers
        or (second - first == 1 and not low.unit and _OR.fullmatch(text, low.end, high.start))
    )
    if not is_range:
        return None
    if low.unit and not high.unit and not low.unit.is_money and not between:
        return None  # "rose 8% to 1,463": what it rose by, and to
    if low.unit and high.unit and not _same_unit(low.unit.name, high.unit.name):
        return None
    numeral = low.numeral
    if high.numeral.has_scale and not numeral.has_scale and first < 1000:
        # "3 to 5 million": the scale is said once
        factor = _scale_of(text, high.numeral)
        if first * factor <= second:
            numeral = replace(numeral, value=first * factor)
    start = low.start
    if opening := _FROM.search(text, max(0, start - 28), start):
        start = opening.start()
    return _Amount(start, high.end, numeral, high.unit or low.unit, high.numeral)


def _same_unit(one: str, other: str) -> bool:
    """Whether both name the same, the one perhaps in full: "US$89 to $93", "$5 to $6 a share"."""
    return other.startswith(one) or one.endswith(other)


def _scale_of(text: str, numeral: Numeral) -> Decimal:
    """What a scale word or letter multiplied a number by."""
    written = re.match(r"\d[\d,]*(?:\.\d+)?", numeral.span.of(text))
    bare = Decimal(written.group().replace(",", "")) if written else Decimal(0)
    if bare and numeral.value:
        return numeral.value / bare
    return Decimal(table("scale_words").get(numeral.span.of(text).split()[-1].lower(), "1"))


# Rates ---------------------------------------------------------------------------------------------------------------

_PER = re.compile(r"\bper\s+\Z", flags=re.IGNORECASE)
_BASES = frozenset(Decimal(10) ** power for power in range(2, 7))
_PER_MANY = re.compile(
    r"\s+(?P<base>per\s+(?:\d[\d,]*|thousand|million|hundred\s+thousand)(?:\s+(?:people|[a-z]+s\b))?)"
)


def _is_base(text: str, numeral: Numeral, floor: int) -> bool:
    """Whether a number is what a rate is counted against: "per 100,000"; "per 5 km" measures."""
    return numeral.value in _BASES and bool(_PER.search(text, max(floor, numeral.span.start - 5), numeral.span.start))


# Words around --------------------------------------------------------------------------------------------------------

_AFTER_IS_VERB = re.compile(
    r"\s+(?:(?:have|has|had|were|was|are|is|will|would|could|may|might|also)\b|(?P<word>[a-z]+)(?!\w))"
)
_THE = re.compile(r"\b(?:the|these|those|all|its|their|his|her|both)\s+\Z", flags=re.IGNORECASE)
_WHO = re.compile(r"\s+who\b")
_OPENS_CLAUSE = re.compile(r"(?:^|[.,;:“\"(]\s*|\b(?:and|but|that|where|while)\s+)\Z")


def _quantity(text: str, amount: _Amount, stretch: Span, floor: int, stop: int) -> Quantity | None:
    numeral, unit = amount.numeral, amount.unit
    is_one = numeral.value == 1 and not amount.upper
    noun: CountedNoun | None = None
    if unit is None:
        noun = counted_nouns.after(
            text,
            amount.end,
            stop if numeral.form != "fraction" else stretch.end,
            is_one=is_one,
            needs_of=numeral.form == "fraction" or (numeral.form == "vague" and text[numeral.span.end - 1] == "s"),
        )
        if _is_none(text, amount, noun, stretch):
            return None
    per = _PER_MANY.match(text, noun.end if noun else amount.end, stretch.end)
    modifier = modifiers.before(text, amount.start, floor)
    behind = modifiers.after(text, noun.end if noun else amount.end, stop) or modifiers.after(text, amount.end, stop)
    start = modifier.start if modifier else amount.start
    end = max(amount.end, noun.end if noun else 0, behind.end if behind else 0, per.end() if per else 0)
    counted = unit.name if unit else _counted(text, amount, noun)
    qualifier = _qualifier(amount, modifier, behind)
    direction = changes.of(text, start, amount.end, floor, stop)
    if unit and unit.name == "percent" and numeral.value is not None and numeral.value < 0:
        direction = "down"
    bound = modifiers.BOUND[modifier.qualifier if modifier and amount.upper else qualifier]
    return Quantity(
        span=Span(start, end),
        number=Span(amount.start, amount.end),
        value=_value(amount),
        unit=f"{counted} {per['base']}".removeprefix("- ") if per else counted,
        qualifier=qualifier,
        change=direction or bound,
        concept=concepts.near(
            text,
            Span(start, noun.end if noun else amount.end),
            stretch,
            describes=unit is not None,
            takes="of|in|for" if unit and unit.is_money else "of",
        ),
        noun=Span(noun.start, noun.end) if noun else None,
        magnitude=numeral.magnitude,
    )


def _is_none(text: str, amount: _Amount, noun: CountedNoun | None, stretch: Span) -> bool:
    """Whether a number without a unit is no quantity after all."""
    numeral, span = amount.numeral, Span(amount.numeral.span.start, amount.numeral.span.end)
    if numeral.form in ("fraction", "vague"):
        return False
    if amount.upper:
        return noun is None and _is_score(text, amount, stretch.start)
    if not_figures.is_year(text, span, numeral.value, noun_follows=noun is not None):
        return True
    if not_figures.is_label(text, span, stretch.start, noun_follows=noun is not None):
        return True
    if numeral.form == "words" and noun and _THE.search(text, max(stretch.start, span.start - 8), span.start):
        return True  # "the two leaders", "all three": known ones, not counted ones
    if numeral.form == "words" and numeral.value == 1:
        return True  # "one man", "one of", "no one": an article rather than a count
    if noun or numeral.form == "digits":
        following = text[span.end : span.end + 1]
        return noun is None and (following.isalpha() or following in ("/", "_") or text[span.end : span.end + 2] == "-")
    return not _is_followed_by_verb(text, span.end, stretch.end) and not modifiers.before(
        text, span.start, stretch.start
    )


_SCORE = re.compile(r"\d{1,3}\s?[-–—]\s?\d{1,3}")


def _is_score(text: str, amount: _Amount, floor: int) -> bool:
    """Whether a bare pair is a score: "won 3-1", but "passed by a vote of 61-37" tells a count."""
    if not _SCORE.fullmatch(text, amount.start, amount.end):
        return False
    return not _VOTE_BEFORE.search(text, max(floor, amount.start - 50), amount.start)


def _is_followed_by_verb(text: str, at: int, stop: int) -> bool:
    match = _AFTER_IS_VERB.match(text, at, stop)
    return bool(match and (match["word"] is None or match["word"] in words("figure_verbs")))


def _counted(text: str, amount: _Amount, noun: CountedNoun | None) -> str:
    if noun:
        return noun.phrase
    numeral = amount.numeral
    if (
        numeral.form == "vague"
        and _OPENS_CLAUSE.search(text, max(0, numeral.span.start - 8), numeral.span.start)
        and _is_followed_by_verb(text, amount.end, len(text))
    ):
        return "people"  # "Thousands have fled"
    return "-"


def _qualifier(amount: _Amount, before: Modifier | None, after: Modifier | None) -> Qualifier:
    if amount.numeral.form == "vague":
        return "vague"
    if amount.upper:
        return "between"
    if before:
        return before.qualifier
    return after.qualifier if after else "exact"


def _value(amount: _Amount) -> Decimal | tuple[Decimal, Decimal] | None:
    if amount.numeral.value is None:
        return None
    low = _plain(amount.numeral.value)
    return (low, _plain(amount.upper.value)) if amount.upper and amount.upper.value is not None else low


def _plain(value: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent: 2500000, never 2.5E+6."""
    return (
        value.quantize(Decimal(1))
        if value == value.to_integral_value() and abs(value) < Decimal(10) ** 27
        else value.normalize()
    )


# The same again in another unit ------------------------------------------------------------------------------------


def _converted(text: str, before: Quantity | None, quantity: Quantity) -> Quantity:
    """Marks what stands in brackets right after another quantity, in another unit: "20-mile (32 kilometre)"."""
    if before is None or not 0 < quantity.span.start - before.span.end <= 3:
        return quantity
    if (
        text[before.span.end : quantity.span.start].strip() not in ("(", "[")
        or quantity.noun
        or before.unit == quantity.unit
    ):
        return quantity
    if quantity.qualifier in ("exact", "between"):
        # "more than 100 kilometres (60 miles)" is more than 60 miles
        qualifier = before.qualifier if quantity.qualifier == "exact" else quantity.qualifier
        quantity = replace(quantity, qualifier=qualifier, change=before.change)
    return replace(quantity, is_conversion=True)


_ALTERNATIVE = re.compile(r",?\s+or\s+(?:about\s+|nearly\s+|almost\s+)?")
_GOES_TO = re.compile(r"[^.;:()]{0,60}\b(?:to|from)\s+(?:about\s+|around\s+|nearly\s+|almost\s+|just\s+)?")


def _continued(text: str, before: Quantity | None, quantity: Quantity) -> Quantity:
    """Gives a quantity what it shares with the one before: "fell 162 points, or 2%" fell by both."""
    if before is None:
        return quantity
    start, end = before.span.end, quantity.span.start
    if quantity.change == "=" and before.change in ("up", "down") and _ALTERNATIVE.fullmatch(text, start, end):
        return replace(quantity, change=before.change)
    is_bare = quantity.unit == "-" and quantity.noun is None and quantity.qualifier != "vague"
    if is_bare and before.unit not in ("-", "percent") and _GOES_TO.fullmatch(text, start, end):
        return replace(quantity, unit=before.unit)  # "from 21 mpg to 23", "lost 162 points to fall to 7,425"
    return quantity
