"""Where the words of a briefing's items stand in its sources, and whether they do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefsite.article import Article
    from briefsite.briefing.model import Briefing
    from briefsite.diagnostic import Diagnostic
    from briefsite.span import Span

AnchorState = Literal["verified", "editor", "lost"]
"""`verified`: all its words stand where it says. `editor`: a person vouches for it. `lost`: they do not stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of an item and their place: each checks the other."""

    source: str
    """The id of the source: s1."""
    paragraph: int
    """The number of the paragraph, from 1."""
    span: Span
    """The place in that source's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchoredItem:
    """What was found for one item."""

    state: AnchorState
    anchors: tuple[Anchor, ...] = ()
    """The item's words, in order; those that were found, where some were not."""
    because: tuple[Anchor, ...] = ()
    """For a quote: the words that tell who is meant."""
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedBriefing:
    """A briefing whose every item was held against its sources: what a page is made of."""

    slug: str
    """Its name in paths and URLs: the file name without `.yaml`."""
    briefing: Briefing
    articles: Mapping[str, Article] = field(repr=False)
    """The articles it cites, by source id."""
    items: Mapping[str, AnchoredItem]
    """By item id, one for each item of the briefing (every item has an id here, stored or derived)."""
    problems: tuple[Diagnostic, ...] = ()
    """Everything met on the way, in order of place."""
