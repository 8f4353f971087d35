"""The kind of a word in its sentence: noun, verb, or one of the small words that hold them apart.

    "prices rise" → verb        "a rise" → noun        "the bank cut rates" → verb        "a tax cut of 3%" → noun

Limits:
1. There is no tagger: a verb is known from a list or by its ending, and by what stands on either side of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from briefsite.lexicon import table, words

Kind = Literal[
    "noun",
    "verb",
    "link",
    "join",
    "article",
    "pronoun",
    "relative",
    "clause",
    "adverb",
    "comma",
    "stop",
    "number",
    "date",
    "none",
]
"""`none`: there is no word, where a neighbour is asked for at the edge of a sentence."""

_CONTRACTED = re.compile(r"(?:i|you|he|she|it|we|they|there|that|who)[’'](?:m|re|s|ve|ll|d)")
_OPENS_AFTER = frozenset(("none", "comma", "stop", "join", "clause"))
_NAMES_TOO = frozenset(("adverb", "date"))
"""Kinds whose words are parts of names, where they have a capital: "Dow Jones Industrial Average", "The Late Show"."""


def of(word: str, before: Kind, last: str, after: Kind, following: str) -> Kind:
    """The kind of a word.

    `before` is the kind of the last word that is no adverb and `last` that word in lower case; `after` is the kind
    of the next word as far as `alone` tells, and `following` that word in lower case.
    """
    lower = word.lower()
    known = _known().get(lower)
    if known == "clause" and lower == "that" and before == "noun":
        return "relative"
    if known == "pronoun" and lower.startswith("th") and after == "noun":
        return "article"  # "these houses"
    if lower in _SUMS and following == "of":
        return "noun"
    is_name = word[0].isupper() and before not in _OPENS_AFTER
    if known and not (is_name and known in _NAMES_TOO):
        return known
    if _CONTRACTED.fullmatch(lower):
        return "pronoun"
    if lower.endswith(("n't", "n’t")):
        return "verb"
    if _is_adverb(lower) and not is_name:
        return "adverb"
    if word[0].isdigit():
        return "noun" if before == "noun" else "number"  # "the Stoxx 50"
    if not word[0].islower() or "-" in lower:
        return "noun"
    return "verb" if _is_verb_between(lower, before, last, after, following) else "noun"


def alone(lower: str) -> Kind:
    """The kind of a word in lower case as far as it shows without its neighbours."""
    if known := _known().get(lower):
        return known
    if lower in past_forms() or lower in table("change_words") or lower.endswith("ed"):
        return "verb"
    return "adverb" if _is_adverb(lower) else "noun"


def is_verb(word: str, *, at_start: bool) -> bool:
    """Whether a word is a verb, whatever its neighbours; by its ending only where a noun stands before it."""
    if not word[0].islower():
        return False
    if at_start:
        return word in _plain_verbs()
    return word in _verbs() or (word.endswith("ed") and len(word) > 4)


@cache
def _plain_verbs() -> frozenset[str]:
    """Verbs wherever they stand, also where a clause begins."""
    changes = (word for word in table("change_words") if _known().get(word) != "adverb")
    return frozenset((*words("auxiliaries"), *words("figure_verbs"), *changes))


@cache
def _verbs() -> frozenset[str]:
    return _plain_verbs() | words("not_plurals") | past_forms()


def is_third_person(lower: str) -> bool:
    """Whether a word may be a verb in the third person: "sees"; also true of many plural nouns: "costs"."""
    return lower.endswith("s") and (
        lower[:-1] in base_forms()
        or lower[:-2] in base_forms()
        or (lower.endswith("ies") and f"{lower[:-3]}y" in base_forms())
    )


def is_adjective(lower: str) -> bool:
    """Whether a word in lower case only describes, by a list or by its ending."""
    return lower in words("plain_adjectives") or bool(_ADJECTIVE.search(lower))


_ADJECTIVE = re.compile(r"(?:ous|ive|ful|less|able|ible|est|ish|ional|ical|ned|sed|red)$")


@cache
def base_forms() -> frozenset[str]:
    """Verbs in the infinitive."""
    return words("common_verbs") | words("irregular_verbs") | words("measuring_verbs")


@cache
def past_forms() -> frozenset[str]:
    """Irregular past tenses and participles."""
    return frozenset(form for forms in table("irregular_verbs").values() for form in forms.split())


# A verb or a noun ----------------------------------------------------------------------------------------------------

_SUMS = ("average", "total")
_MODALS = frozenset(("will", "would", "shall", "should", "may", "might", "must", "can", "could", "do", "does", "did"))
_BEFORE_PARTICIPLES = frozenset(("before", "after", "by", "since", "without", "while", "when"))
_LOOSE_LINKS = ("of", "in", "for", "on")


def _is_verb_between(lower: str, before: Kind, last: str, after: Kind, following: str) -> bool:
    if before == "article":
        return False  # "a rise", "the proposed tax"
    is_base = lower in base_forms()
    if last == "to" or (before == "verb" and last in _MODALS):
        return is_base or lower in table("change_words")
    is_past = lower in past_forms()
    follows_auxiliary = before == "verb" and last in words("auxiliaries")
    if follows_auxiliary and (is_past or is_base):
        return True  # "has been forecast"
    if is_past or lower in words("figure_verbs"):
        if is_base:
            # "the bank cut rates", but "a tax cut of 3%"
            return before in ("noun", "pronoun", "relative", "verb") and after not in ("link", "verb", "none")
        return before not in ("link", "none") or (before == "none" and after != "noun")
    if lower.endswith("ed") and len(lower) > 4:
        return before not in ("link", "number") and not (before in _OPENS_AFTER and after == "noun")
    if lower.endswith("ing") and len(lower) > 5:
        if follows_auxiliary or last in _BEFORE_PARTICIPLES:
            return True
        if before == "link" or (before == "noun" and is_adjective(last)):
            return after not in ("noun", "verb", "link")  # "of rising prices", "the best performing sector"
        if before == "verb":
            return after not in ("noun", "verb")  # "keeps running", "saw rising prices"
        return before in ("noun", "comma", "pronoun", "clause") and after != "verb"
    if is_third_person(lower):
        return _is_verb_in_s(before, after, following)
    if not is_base and lower not in table("change_words"):
        return False
    if before == "number":
        return after in ("article", "pronoun")  # "40 per cent see the economy growing"
    return (before in ("pronoun", "relative") or (before == "noun" and last.endswith("s"))) and after != "verb"


def _is_verb_in_s(before: Kind, after: Kind, following: str) -> bool:
    """Whether a word that may be a verb in the third person is one: "it costs $3", but "labour costs rose"."""
    if before in ("relative", "pronoun"):
        return True
    if before in ("comma", "join", "number"):
        return after in ("number", "article")
    if before != "noun" or (after == "link" and following in _LOOSE_LINKS):
        return False
    return after not in ("verb", "none", "comma", "stop", "join")


def _is_adverb(lower: str) -> bool:
    return lower.endswith("ly") and lower not in words("nouns_in_ly")


@cache
def _known() -> dict[str, Kind]:
    """The words whose kind a list tells; a later list has the last word."""
    kinds: dict[str, Kind] = dict.fromkeys((*words("function_words"), *words("modifier_words")), "adverb")
    kinds.update(dict.fromkeys(table("number_words"), "number"))
    kinds.update(dict.fromkeys(words("auxiliaries"), "verb"))
    kinds.update(dict.fromkeys(words("time_words"), "date"))
    kinds.update(cast("dict[str, Kind]", table("phrase_words")))
    return kinds
