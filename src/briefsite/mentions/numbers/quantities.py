"""Numbers that measure or count something: number, unit, qualifier, change, and what they are about.

    "up by about 50% from last year" → 50 percent, about, up        "between 90 and 140 boats" → 90–140 boat
    "hundreds of millions of pounds" → vague, pound                  "a 20-mile (32 km) strait" → 20 mile, 32 kilometre

Leaves alone years, dates, clock times, house numbers, ranks, names, scores, references, "one of" (`not_figures`)
and known ones: "the two leaders".

How: amounts are read (`amounts`: number and unit), then modifier, counted noun, change and concept around each. What
is found is generous: which of it a reader should see is decided in `facts.key_figures`.

Limits:
1. In a language other than English only digits with "%" or a currency sign are read (`foreign_quantities`).
2. Of people a bare number is known only by what befell them: "500 are still missing".
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.mention import Quantity
from briefsite.mentions.numbers import about, amounts, changes, counted_nouns, modifiers, not_figures, ranges, units
from briefsite.mentions.numbers.foreign_quantities import find as find_in_other_language
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
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        stretches = [sentence.span for sentence in paragraph.sentences] or [paragraph.span]
        for stretch in stretches:
            found.extend(_in(text, stretch, points))
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
    plural = next((word for word in things.split() if counted_nouns.is_plural(word)), None)
    is_whole = isinstance(value, Decimal) and value == value.to_integral_value()
    if quantity.unit != "-" or kind.lower() != "number" or not plural or not is_whole:
        return quantity
    return replace(quantity, unit=counted_nouns.singular(plural))


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
        if _is_none(text, amount, noun, stretch):
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
    after = modifiers.after(text, named_end, stop) or modifiers.after(text, amount.end, stop)
    start = min(before.start, amount.start) if before else amount.start
    end = max(named_end, after.end if after else 0, per.end() if per else 0)
    name = unit.name if unit else _counted(text, amount, noun, stretch.end)
    qualifier = _qualifier(amount, before, after)
    change = (
        changes.of(text, start, amount.end if unit else named_end, floor, stop)
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


# Quantity or none ----------------------------------------------------------------------------------------------------

_TITLE = re.compile(r"\s[A-Z][a-z]")
_IN_TITLE = re.compile(r"(?<!\w)[a-z]+\s[A-Z]\Z")
_THE = re.compile(r"\b(?:the|these|those|all|its|their|his|her|both)\s+\Z", flags=re.IGNORECASE)
_SCORE = re.compile(r"\d{1,3}(?:\s?[-–—]\s?|-to-)\d{1,3}")
_A = re.compile(r"\s+an?\s")
_GLUED = re.compile(r"[^\W\d_]|[/_]|-(?=[^\W\d_])")
_VERB = re.compile(r"\s+(?:(?:have|has|had|were|was|are|is|will|would|could|may|might|also)\b|(?P<word>[a-z]+)(?!\w))")


def _is_none(text: str, amount: Amount, noun: CountedNoun | None, stretch: Span) -> bool:
    """Whether a number without a unit is no quantity after all."""
    numeral, span = amount.numeral, amount.numeral.span
    if numeral.form == "fraction":
        return noun is None and bool(_A.match(text, amount.end))  # "half a chance"
    if numeral.form == "vague":
        return False
    if not_figures.is_label(text, span, stretch.start, noun_follows=noun is not None):
        return True
    if amount.upper:
        is_score = _SCORE.fullmatch(text, amount.start, amount.end) and not ranges.is_vote(
            text, amount.start, amount.end
        )
        falls = (numeral.value or 0) > (amount.upper.value or 0)
        return bool(is_score) and (noun is None or falls)
    if numeral.form == "words":
        if numeral.value == 1:
            return True  # "one man", "one of", "no one": an article rather than a count
        if noun and text[noun.start].isupper() and _IN_TITLE.search(text, max(0, span.start - 12), span.start + 1):
            return True  # "the film Twelve Monkeys"; in a heading the word before has its capital, too
        if noun:
            is_few = numeral.value is not None and numeral.value < 5
            return is_few and bool(_THE.search(text, max(stretch.start, span.start - 8), span.start))
        if _HARMED.search(text, max(stretch.start, span.start - 40), span.start):
            return False
        is_bounded = modifiers.before(text, span.start, stretch.start) is not None
        return not is_bounded and not _is_followed_by_verb(text, span.end, stretch.end)
    if not_figures.is_year(text, span, numeral.value, noun_follows=noun is not None):
        return True
    return noun is None and bool(_GLUED.match(text, span.end))


def _is_followed_by_verb(text: str, at: int, stop: int) -> bool:
    match = _VERB.match(text, at, stop)
    return bool(match and (match["word"] is None or match["word"] in words("figure_verbs")))


# What it counts, and how exactly -------------------------------------------------------------------------------------

_WHO = re.compile(r"\s+who\b")
_BEFELL = re.compile(
    r"""\s+ (?: (?: others | more | were | was | are | have | has | had | been | still | also | later | believed
                  | reported | feared | confirmed | left ) \s+ ){0,4}
        (?: killed | died | dead | injured | wounded | hurt | missing | arrested | detained | displaced | evacuated
          | hospitali[sz]ed | trapped | rescued | infected | homeless | drowned | on\ board | aboard ) \b""",
    flags=re.VERBOSE,
)
_HARMED = re.compile(
    r"""\b (?: kill(?:ed|ing|s) | injur(?:ed|ing|es) | wound(?:ed|ing|s) | arrest(?:ed|ing|s) | displac(?:ed|ing|es) )
        (?: \s+ (?: at | least | more | than | about | around | nearly | almost | over | up | to | some | as | many
                  | another | an | estimated | all ) ){0,4} \s+ \Z""",
    flags=re.VERBOSE,
)
_POPULATION = re.compile(
    r"""\b (?: population | crowd | audience | attendance | toll | congregation )
        \s+ (?: (?: of | is | was | to | at | has | had | reached | stands | stood | rose | risen | climbed ) \s+ ){1,3}
        (?: \w+ \s+ ){0,2} \Z""",
    flags=re.VERBOSE | re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(r"(?:^|[.,;:“\"(]\s*|\b(?:and|but|that|where|while)\s+)\Z")


def _counted(text: str, amount: Amount, noun: CountedNoun | None, stop: int) -> str:
    """The name of what a number without a unit of measurement counts."""
    form, start, end = amount.numeral.form, amount.numeral.span.start, amount.end
    if form == "fraction":
        return "-"  # two thirds of the voters are no voters, but a share
    if noun:
        return units.name_of(noun.name) or noun.phrase
    if amount.upper and ranges.is_vote(text, start, end):
        return "vote"
    opens = form == "vague" and _OPENS_CLAUSE.search(text, max(0, start - 8), start)
    is_people = (
        (opens and _is_followed_by_verb(text, end, stop))  # "Thousands have fled"
        or _WHO.match(text, end)
        or _BEFELL.match(text, end)  # "500 are still missing"
        or _HARMED.search(text, max(0, start - 40), start)  # "killed at least 17"
        or _POPULATION.search(text, max(0, start - 44), start)
    )
    return "people" if is_people else "-"


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
        return replace(quantity, unit=before.unit)  # "from 21 mpg to 23", "lost 162 points to fall to 7,425"
    return quantity
