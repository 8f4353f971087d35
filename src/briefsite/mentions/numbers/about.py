"""Quantities → the same with what each is about; read on demand, for a briefing shows the source's words instead."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from briefsite.mentions.numbers import amounts, units
from briefsite.mentions.numbers.concepts import Concepts
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article
    from briefsite.mentions.mention import DateMention, Quantity


def fill(article: Article, quantities: tuple[Quantity, ...], dates: tuple[DateMention, ...]) -> tuple[Quantity, ...]:
    """The quantities of an article, in order, each with its concept; those in another language have none."""
    if article.language != "en":
        return quantities
    points = amounts.Cover(sorted(date.span for date in dates if date.type in ("DATE", "TIME")))
    stretches = [
        stretch
        for paragraph in article.paragraphs
        for stretch in ([sentence.span for sentence in paragraph.sentences] or [paragraph.span])
    ]
    starts = [stretch.start for stretch in stretches]
    found: list[Quantity] = []
    for at, group in groupby(quantities, key=lambda quantity: bisect_right(starts, quantity.span.start) - 1):
        held = list(group)
        concepts = in_sentence(article.text, stretches[at], held, points.within(stretches[at]))
        found.extend(replace(quantity, concept=concept) for quantity, concept in zip(held, concepts, strict=True))
    return tuple(found)


def in_sentence(text: str, sentence: Span, quantities: Sequence[Quantity], dates: Sequence[Span]) -> list[str]:
    """What each quantity of a sentence is about, in their order."""
    concepts = Concepts(text, sentence, [quantity.measure for quantity in quantities], dates)
    found: list[str] = []
    for quantity in quantities:
        if quantity.is_conversion and found:
            found.append(found[-1])
            continue
        # "two thirds of the voters" are about voters as "60% of the voters" are; "300 voters" are about something else
        counted = quantity.noun if quantity.unit != "-" else None
        concept = concepts.of(
            Span(quantity.span.start, counted.end if counted else quantity.number.end),
            describes=counted is None and quantity.unit != "-",
            takes=("of", "in", "for") if units.is_money(quantity.unit) else ("of",),
        )
        found.append(concept)
    return found
