"""A number without a unit of measurement: whether it is a quantity at all, and what it counts.

    "killed at least 17" → people        "a crowd of 800" → people        "the two leaders", "in 2019" → no quantity

Limits:
1. Of people a bare number is known only by what befell them or where they stood: "500 are still missing".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.numbers import modifiers, not_figures, ranges, units

if TYPE_CHECKING:
    from briefsite.mentions.numbers.amount import Amount
    from briefsite.mentions.numbers.counted_nouns import CountedNoun
    from briefsite.span import Span

_IN_TITLE = re.compile(r"(?<!\w)[a-z]+\s[A-Z]\Z")
_THE = re.compile(r"\b(?:the|these|those|all|its|their|his|her|both)\s+\Z", flags=re.IGNORECASE)
_SCORE = re.compile(r"\d{1,3}(?:\s?[-–—]\s?|-to-)\d{1,3}")
_A = re.compile(r"\s+an?\s")
_GLUED = re.compile(r"[^\W\d_]|[/_]|-(?=[^\W\d_])")
_VERB = re.compile(r"\s+(?:(?:have|has|had|were|was|are|is|will|would|could|may|might|also)\b|(?P<word>[a-z]+)(?!\w))")


def is_none(text: str, amount: Amount, noun: CountedNoun | None, stretch: Span) -> bool:
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
        rises = (numeral.value or 0) < (amount.upper.value or 0)  # "a 1-1 draw" and "a 3-1 win" are no ranges
        return bool(is_score) and (noun is None or not rises)
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
        if _GROUP.search(text, max(stretch.start, span.start - 30), span.start):
            return False
        is_bounded = modifiers.before(text, span.start, stretch.start) is not None
        return not is_bounded and not _is_followed_by_verb(text, span.end, stretch.end)
    if not_figures.is_year(text, span, numeral.value, noun_follows=noun is not None):
        return True
    return noun is None and bool(_GLUED.match(text, span.end))


def _is_followed_by_verb(text: str, at: int, stop: int) -> bool:
    match = _VERB.match(text, at, stop)
    return bool(match and (match["word"] is None or match["word"] in words("figure_verbs")))


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
_GROUP = re.compile(
    r"\b(?:crew|class|team|group|party|family|panel|jury|squad|delegation|staff|workforce|cast|gang|household|crowd"
    r"|audience|population|congregation)\s+of\s+(?:(?:about|around|some|just|only|nearly|almost|over)\s+)?\Z"
)
"""Before a number of people: "a crew of three", "a class of 30"."""
_OPENS_CLAUSE = re.compile(r"(?:^|[.,;:“\"(]\s*|\b(?:and|but|that|where|while)\s+)\Z")


def counted(text: str, amount: Amount, noun: CountedNoun | None, stop: int) -> str:
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
        or _GROUP.search(text, max(0, start - 30), start)
    )
    return "people" if is_people else "-"
