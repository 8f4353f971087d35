"""Proper names of a person's sentence that the evidence does not have.

    evidence "Ada Kell said"            bears out "Kell", "Mayor Ada Kell" where the article has that name in full
    evidence "promised 30 million"      bears out whom its sentence names
    evidence "he said", "the mayor", or words in quotation marks, bears out whom its paragraph or the one before names
    evidence "the Ister River Board"    bears out "IRB", and the other way round

Left alone: a single word at the start of a sentence that the article does not have as a name, words of the
calendar, and adjectives of origin ("French").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefsite.briefing.own_words.ground import Ground, Unsupported, sentence_of
from briefsite.lexicon import entries, words
from briefsite.mentions.names.names import Vocabulary, names, vocabulary
from briefsite.mentions.names.titles import titles
from briefsite.mentions.words.spelling import word_classes
from briefsite.mentions.words.tokens import lines
from briefsite.span import Span
from briefsite.typography import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.mentions.words.tokens import Token

_WORD = re.compile(r"[^\W_]+(?:[.'&][^\W_]+)*")
_SMALL = frozenset(["of", "the", "and", "for", "in", "&"])
_PRONOUN = re.compile(
    r"\b(?:he|she|they|it|him|her|them|his|hers|their|theirs|its|who|whose|himself|herself|themselves|itself|i|my|we|our|us)\b",
    flags=re.IGNORECASE,
)
_LEAST_OF_A_PLACE = 4
"""Letters that "Britain" and "British" share."""


def unsupported(text: str, ground: Ground) -> Iterator[Unsupported]:
    """The words of names in a sentence that its ground does not have."""
    capitals = {word for word in _words(fold(text), capitalised=True) if not _is_common(word)}
    known = _words(ground.folded) if capitals else set()
    if capitals <= known:
        return
    known |= _words(ground.folded_sentences)
    if ground.is_spoken or _points_back(ground.folded):
        known |= _words(ground.folded_around)
    if capitals <= known:
        return
    own = lines(sentence_of(text))
    heard = [reading.vocabulary for reading in ground.readings]
    here = vocabulary(own)
    spelled = Vocabulary(
        here.lowered.union(*(each.lowered for each in heard)),
        here.capitalised.union(*(each.capitalised for each in heard)),
    )
    for line in own:
        for name in names(line, spelled):
            run = line.tokens[name.first : name.last + 1]
            strange = [token for token in run if _is_strange(token, known)]
            if strange and not _is_alias(run, known, ground):
                yield Unsupported(Span(strange[0].start, strange[-1].start + len(strange[-1].text)), "name")


def _is_common(word: str) -> bool:
    """Whether a word may begin a sentence with a capital and name nobody."""
    return word in word_classes() or word in words("sentence_openers")


def _words(text: str, *, capitalised: bool = False) -> set[str]:
    """Its words in small letters, without possessive endings and full stops; the parts of joined ones as well."""
    found: set[str] = set()
    for match in _WORD.finditer(text):
        if capitalised and not match.group()[0].isupper():
            continue
        word = match.group().lower().removesuffix("'s")
        found.update((word, word.replace(".", "")))
    return found


def _is_strange(token: Token, known: set[str]) -> bool:
    if not token.is_capitalised or token.word_class or token.lower in words("demonyms") | words("calendar_words"):
        return False
    return not _words(fold(token.text)) <= known


def _is_alias(run: Sequence[Token], known: set[str], ground: Ground) -> bool:
    """Whether the ground has the same under another name."""
    written = fold(" ".join(token.text for token in run))
    in_full = any(written in reading.folded for reading in ground.readings)
    if in_full and len(run) > 1 and run[-1].lower in known:
        return True  # the full name of one who is called by the surname
    letters = [token.text[0] for token in run if token.lower not in _SMALL]
    if in_full and len(letters) > 1 and "".join(letters).lower() in known:
        return True
    if len(run) == 1:
        short = run[0].text.replace(".", "")
        if short.isupper() and short in _initials(ground.folded):
            return True
        return run[0].text in words("places") and _is_home(run[0].text, known)
    return False


def _is_home(place: str, known: set[str]) -> bool:
    """Whether the ground has another word for a place: "French" for France, "Australian" for Australia, "U.K."."""
    stem = place.lower()[:_LEAST_OF_A_PLACE]
    if len(stem) == _LEAST_OF_A_PLACE and any(word.startswith(stem) for word in known & words("demonyms")):
        return True
    return any(entry.split("\t")[1] == place for entry in entries("place_aliases") if entry.split("\t")[0] in known)


def _initials(text: str) -> str:
    """The first letters of its capitalised words, small words left out, a space where another word stands between."""
    letters = (
        "" if word in _SMALL else word[0] if word[0].isupper() else " "
        for word in (match.group() for match in _WORD.finditer(text))
    )
    return "".join(letters)


def _points_back(text: str) -> bool:
    """Whether the words speak of somebody whom others name: "he", "the mayor", "the company"."""
    return bool(_PRONOUN.search(text) or _described().search(text))


@cache
def _described() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, titles() | words("organisation_words")), key=len, reverse=True))
    return re.compile(rf"\b(?:the|this|that|both)\s+(?:\w+\s+){{0,2}}?(?:{nouns})s?\b", flags=re.IGNORECASE)
