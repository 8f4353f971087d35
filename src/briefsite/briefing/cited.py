"""The paragraphs that an item cites: whether they are there, and which of them its words are to be moved to."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from briefsite.briefing.grounding import follows_a_quotation_mark
from briefsite.briefing.items import Quote
from briefsite.briefing.values import EDITOR
from briefsite.diagnostic import Fix
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.briefing.item_place import ItemPlace
    from briefsite.briefing.items import Item
    from briefsite.briefing.model import Briefing
    from briefsite.briefing.search import Reference, Search
    from briefsite.diagnostic import Diagnostic

_LEAST_QUOTED_WORDS = 3
"""Fewer words may be somebody else's in the other paragraph: “safe” is said by many."""


def cited_paragraphs(
    item: Item, briefing: Briefing, search: Search, place: ItemPlace, problems: list[Diagnostic]
) -> tuple[Reference, ...]:
    """The paragraphs that the item names and that are there; one that is not is added to `problems`."""
    cited = {source.id: source for source in briefing.sources}
    found = []
    for position, reference in enumerate(item.source):
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
            problems.append(place.error("A003", f"the briefing names no source “{source}”", help, "source", position))
            continue
        number = int(paragraph[1:])
        article = search.articles.get(source)
        if article and number > (count := len(article.paragraphs)):
            places = search.paragraphs(item.anchor_words[0]) if item.anchor_words else ()
            message = f"there is no paragraph {number}: {article.source.name} has {count} paragraphs"
            help = f"the words stand in {search.name(*places[0])}" if places else ""
            fix = moved(item, places, search, place)
            problems.append(place.error("A002", message, help, "source", position, fix=fix))
            continue
        found.append((source, number))
    return tuple(found)


def moved(item: Item, places: Sequence[Reference], search: Search, place: ItemPlace) -> Fix | None:
    """The paragraph that the words stand in, in place of the only one that the item names."""
    words = item.anchor_words
    if len(places) != 1 or len(item.source) != 1:
        return None
    found = [search.first(places, segment) for segment in words]
    if not all(found):
        return None
    if isinstance(item, Quote):
        is_spoken = all(follows_a_quotation_mark(search.articles[at[1].source], at[1]) for at in found if at)
        if not is_spoken or len(" ".join(words).split()) < _LEAST_QUOTED_WORDS:
            return None
    (named,) = item.source
    written = place.written(named, "source", 0)
    return Fix(*written.rewritten([(Span(0, len(named)), search.name(*places[0]))])) if written else None
