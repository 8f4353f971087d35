"""A person's own sentence held against its evidence: the names, numbers and dates that the evidence does not have.

What is found may be right, because people know things and sum up; so it makes warnings. It should seldom be found
in vain, because a warning that cries wolf is not read. Hence what counts as the same: "2.5 million" and 2500000,
"two" and 2, "half" and 50%; "in 2024" and "last year" in an article of 2025; "IRB" and "Ister River Board";
the full name of one whom the evidence calls by the surname, or by "he".

Known limits: (1) that a name or number belongs where the sentence puts it is for people to judge; (2) of other
languages than English only numbers in digits are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.briefing.own_words import dates, names, numbers
from briefsite.briefing.own_words.ground import Ground, Reading, Unsupported
from briefsite.typography import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Ground", "Reading", "Unsupported", "unsupported"]


def unsupported(text: str, ground: Ground) -> tuple[Unsupported, ...]:
    """What of a person's sentence its ground does not bear out, in order; spans are places in the sentence."""
    if fold(text) in ground.folded:
        return ()
    joined: list[Unsupported] = []
    for found in sorted(_found(text, ground)):
        last = joined[-1] if joined else None
        if last and last.kind == found.kind == "date" and not text[last.span.end : found.span.start].strip(" ,"):
            joined[-1] = Unsupported(last.span.to(found.span), "date")  # "9 July" is one date
        else:
            joined.append(found)
    return tuple(joined)


def _found(text: str, ground: Ground) -> Iterator[Unsupported]:
    strange = list(numbers.unsupported(text, ground))
    if ground.is_english:
        yield from names.unsupported(text, ground)
        yield from dates.unsupported(text, ground)
        in_dates = dates.places(text) if strange else ()
        strange = [number for number in strange if not any(number.span.overlaps(span) for span in in_dates)]
    yield from strange
