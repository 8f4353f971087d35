"""Where a sentence says that somebody says something, and who: verbs of saying with their subjects.

    Ada Holm told the board on Monday that …   → cue "told", subject "Ada Holm"
    she went on, adding …                      → cue "adding", subject "she"
    it was described by Jo Reyes as …          → cue "described", subject "Jo Reyes"

Whether a form is a verb at its place is for `verb_or_noun`, who says it for `sayers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.speech.sayers import cue_at
from briefsite.mentions.speech.verb_or_noun import is_verb
from briefsite.mentions.words.reporting import verb_forms
from briefsite.mentions.words.roles import is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.words.noun_phrases import Phrase
    from briefsite.mentions.words.tokens import Token


def cues(tokens: Sequence[Token]) -> list[Cue]:
    """The verbs of saying in a sentence, in order; what stands in quotation marks is not looked at."""
    found: list[Cue] = []
    forms = verb_forms()
    for at in [at for at, token in enumerate(tokens) if token.lower in forms]:
        verb = forms[tokens[at].lower]
        if not is_verb(tokens, at, verb):
            continue
        cue = cue_at(tokens, at, verb, found)
        if tokens[at].lower in words("nominal_cues") and not (cue.subject and _can_speak(tokens, cue.subject)):
            continue  # "who praised comments she made"
        found.append(cue)
    return found


def _can_speak(tokens: Sequence[Token], subject: Phrase) -> bool:
    head = tokens[subject.head]
    known = is_role(head.lower) or head.lower in words("organisation_words") or head.lower in words("documents")
    return known or head.is_capitalised or head.word_class == "pronoun" or head.lower.endswith("s")
