"""A verb of saying with the one who says it, in the tokens of one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefsite.mentions.words.noun_phrases import Phrase
    from briefsite.mentions.words.reporting import VerbForm


class Cue(NamedTuple):
    """A verb of saying and the one who says it."""

    at: int
    """The verb's token number in its line."""
    verb: VerbForm
    subject: Phrase | None
    passive: bool = False
