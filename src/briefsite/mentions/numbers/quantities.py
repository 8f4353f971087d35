"""Numbers that measure or count something: number, unit, qualifier and change.

    "up by about 50% from last year" → 50 percent, about, up        "between 90 and 140 boats" → 90–140 boat
    "hundreds of millions of pounds" → vague, pound                  "a 20-mile (32 km) strait" → 20 mile, 32 kilometre

Leaves alone years, dates, clock times, house numbers, ranks, names, scores, references, "one of" (`not_figures`)
and known ones: "the two leaders".

How: amounts are read (`amounts`: number and unit), then modifier, counted noun and change around each; what they are
about is read on demand (`about`). What is found is generous: which of it a reader should see is decided in
`facts.key_figures`.

Limits:
1. In a language other than English only digits with "%" or a currency sign are read (`foreign_quantities`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.mention import Quantity
from briefsite.mentions.numbers import about, amounts, bare_numbers, changes, counted_nouns, modifiers, numerals
from briefsite.mentions.numbers.foreign_quantities import find as find_in_other_language
from briefsite.mentions.words.stretches import stretches
from briefsite.span import Span

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import DateMention, Qualifier
    from briefsite.mentions.numbers.amount import Amount
    from briefsite.mentions.numbers.counted_nouns import CountedNoun
    from briefsite.mentions.numbers.modifiers import Modifier


def find(article: Article, dates: tuple[DateMention, ...]) -> tuple[Quantity, ...]:
    """Every quantity, in order; what is part of a date is none. Headings are read, furniture is not.

    What they are about is left out, for no briefing shows it: see `about.fill`.
    """
    if article.language != "en":
        return find_in_other_language(article)
    text = article.text
    points = amounts.Cover(sorted(date.span for date in dates if date.type in ("DATE", "TIME")))
    found: list[Quantity] = []
    for held in stretches(article):
        for stretch in held:
            if numerals.may_be_in(text, stretch):
                found.extend(_in(text, stretch.span, points))
    return tuple(found)


def _in(text: str, stretch: Span, dates: amounts.Cover) -> list[Quantity]:
    read = amounts.read(text, stretch, dates)
    if not read:
        return []
    found: list[Quantity] = []
    for at, amount in enumerate(read):
        floor = read[at - 1].end if at else stretch.start
        stop = read[at + 1].start if at + 1 < len(read) else stretch.end
        if quantity := _quantity(text, amount, stretch, floor, stop):
            before = found[-1] if found else None
            found.append(_continued(text, before, _converted(text, before, quantity)))
    if any(quantity.unit == "-" for quantity in found) and text.find("umber of", stretch.start, stretch.end) >= 0:
        concepts = about.in_sentence(text, stretch, found, dates.within(stretch))
        return [_numbered(quantity, concept) for quantity, concept in zip(found, concepts, strict=True)]
    return found


def _numbered(quantity: Quantity, concept: str) -> Quantity:
    """Counts the thing whose number it is: "cut the number of drivers from 410 to 120" are drivers."""
    value = quantity.value
    kind, _, things = concept.partition(" ")
    from_first = dropwhile(lambda word: not counted_nouns.is_plural(word), things.split())
    plurals = list(takewhile(counted_nouns.is_plural, from_first))
    plural = plurals[-1] if plurals else None  # "the number of measles cases in the city"
    is_whole = isinstance(value, Decimal) and value == value.to_integral_value()
    if quantity.unit != "-" or kind.lower() != "number" or not plural or not is_whole:
        return quantity
    return replace(quantity, unit=counted_nouns.singular(plural))


_SHARES = frozenset(("percent", "percentage point", "basis point", "point"))
_OVER = re.compile(r"\s+over\s+")
_TITLE = re.compile(r"\s[A-Z][a-z]")
_PER_MANY = re.compile(
    r"\s+(?P<base>per\s+(?:(?:\d[\d,]*|thousand|million|hundred\s+thousand)(?:\s+(?:people|[a-z]+s\b))?"
    r"|(?:second|minute|hour|day|night|week|month|year|person|head|capita|household)\b))"
)


def _quantity(text: str, amount: Amount, stretch: Span, floor: int, stop: int) -> Quantity | None:
    numeral, unit = amount.numeral, amount.unit
    noun: CountedNoun | None = None
    if unit is None:
        needs_of = numeral.form == "fraction" or (numeral.form == "vague" and text[numeral.span.end - 1] == "s")
        # "half of the 200 houses": the whole may be counted, too
        noun_stop = stretch.end if numeral.form == "fraction" else stop
        noun = counted_nouns.after(text, amount.end, noun_stop, is_one=numeral.value == 1, needs_of=needs_of)
        if bare_numbers.is_none(text, amount, noun, stretch):
            return None
    elif (
        unit.name in words("durations") and not unit.is_joined and _TITLE.match(text, amount.numeral.span.end, unit.end)
    ):
        return None  # "the film 13 Hours"
    named_end = noun.end if noun else amount.end
    per = _PER_MANY.match(text, named_end, stretch.end)
    # "from about 14 to 18 mpg"
    inner = modifiers.before(text, numeral.span.start, amount.start) if amount.upper else None
    before = modifiers.before(text, amount.start, floor) or inner
    if before and unit and unit.name in words("durations") and _OVER.fullmatch(text, floor, amount.start):
        before = None  # "£18 million over four years": as long as it lasts
    after = modifiers.after(text, named_end, stop) or modifiers.after(text, amount.end, stop)
    start = min(before.start, amount.start) if before else amount.start
    end = max(named_end, after.end if after else 0, per.end() if per else 0)
    name = unit.name if unit else bare_numbers.counted(text, amount, noun, stretch.end)
    qualifier = _qualifier(amount, before, after)
    change = (
        changes.of(text, start, amount.end if unit else named_end, floor, stop, is_share=name in _SHARES)
        or modifiers.BOUND[before.qualifier if before and amount.upper else qualifier]
    )
    if name == "percent" and numeral.value is not None and numeral.value < 0:
        change = "down"
    return Quantity(
        span=Span(start, end),
        number=Span(amount.start, amount.end),
        value=_value(amount),
        unit=f"{name} {per['base']}".removeprefix("- ") if per else name,
        qualifier=qualifier,
        change=change,
        noun=Span(noun.start, noun.end) if noun else None,
        magnitude=numeral.magnitude,
    )


# How exactly, and what value ------------------------------------------------------------------------------------------


def _qualifier(amount: Amount, before: Modifier | None, after: Modifier | None) -> Qualifier:
    if amount.numeral.form == "vague":
        return "vague"
    if amount.upper:
        return "between"
    if before:
        return before.qualifier
    return after.qualifier if after else "exact"


def _value(amount: Amount) -> Decimal | tuple[Decimal, Decimal] | None:
    if amount.numeral.value is None:
        return None
    low = _plain(amount.numeral.value)
    return (low, _plain(amount.upper.value)) if amount.upper and amount.upper.value is not None else low


def _plain(value: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent: 2500000, never 2.5E+6."""
    is_whole = value == value.to_integral_value() and abs(value) < Decimal(10) ** 27
    return value.quantize(Decimal(1)) if is_whole else value.normalize()


# What it shares with the one before ----------------------------------------------------------------------------------

_ALTERNATIVE = re.compile(r",?\s+or\s+(?:about\s+|nearly\s+|almost\s+)?")
_GOES_TO = re.compile(r"[^.;:()]{0,60}\b(?:to|from)\s+(?:about\s+|around\s+|nearly\s+|almost\s+|just\s+)?")


def _converted(text: str, before: Quantity | None, quantity: Quantity) -> Quantity:
    """Marks what stands in brackets right after another quantity, in another unit: "20-mile (32 kilometre)"."""
    if before is None or not 0 < quantity.span.start - before.span.end <= 3:
        return quantity
    opens = text[before.span.end : quantity.span.start].strip() in ("(", "[")
    if not opens or quantity.noun or before.unit == quantity.unit:
        return quantity
    if quantity.qualifier in ("exact", "between"):
        # "more than 100 kilometres (60 miles)" is more than 60 miles
        qualifier = before.qualifier if quantity.qualifier == "exact" else quantity.qualifier
        quantity = replace(quantity, qualifier=qualifier, change=before.change)
    return replace(quantity, is_conversion=True)


def _continued(text: str, before: Quantity | None, quantity: Quantity) -> Quantity:
    """Gives a quantity what it shares with the one before: "fell 162 points, or 2%" fell by both."""
    if before is None:
        return quantity
    start, end = before.span.end, quantity.span.start
    if quantity.change == "=" and before.change in ("up", "down") and _ALTERNATIVE.fullmatch(text, start, end):
        return replace(quantity, change=before.change)
    is_bare = quantity.unit == "-" and quantity.noun is None and quantity.qualifier != "vague"
    if is_bare and before.unit not in ("-", "percent") and _GOES_TO.fullmatch(text, start, end):
        if before.unit in words("durations") and "," in text[start:end]:
            return quantity  # "grew by a third in two years, to 13,000"
        return replace(quantity, unit=before.unit)  # "from 21 mpg to 23", "lost 162 points to fall to 7,425"
    return quantity
