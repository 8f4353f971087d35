"""The thing a number counts: the noun phrase right after it, and its name in the singular.

    "13 Indian states combating …" → "Indian states", state        "thousands of land mines" → "land mines", land mine

The head is the first plural noun: after a number other than one, English marks what is counted. So neither a
dictionary nor a tagger is needed, and a verb ("20,000 made the crossing") or an adjective ("30 injured") is no noun.

Limits:
1. A singular that ends in -s ("three bus drivers") may be taken for the head.
2. Nouns without a plural mark are known only from the list `irregular_plurals`.
3. After "one" the noun is singular; then it is the words up to the next function word, at most three.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefsite.lexicon import table, words

_MOST_WORDS = 5
"""Longer phrases between number and plural are not phrases: the number stood alone."""

_TOKEN = re.compile(
    r"(?P<gap>[\s\u00a0]+|-(?=[a-z]))[\"“‘']?(?P<word>[^\W\d_](?:[\w]|[-’'./&](?=\w))*)(?P<dot>\.(?=[A-Z]\.|\s[a-z]))?"
)
_OF = re.compile(r"[\s\u00a0]+of(?=[\s\u00a0])", flags=re.IGNORECASE)
_ARTICLE = re.compile(
    r"[\s\u00a0]+(?:the|its|their|his|her|our|your|my|these|those|all|such|some)(?=[\s\u00a0])", flags=re.IGNORECASE
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|ics|’s|'s)$")


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """The phrase after a number; offsets into the text."""

    start: int
    """Of its first word, a binding "of" left out."""
    end: int
    name: str
    """The head with the nouns that make it up, singular, lower case unless a name: "land mine", "Republican"."""
    phrase: str
    """All its words with the last in the singular: "very visible arrival"."""


def after(text: str, at: int, stop: int, *, is_one: bool = False, needs_of: bool = False) -> CountedNoun | None:
    """The counted noun phrase that begins right after `at`; None where the number counts nothing nameable.

    `needs_of`: the number is "thousands", "half": its noun stands after "of".
    """
    of = _OF.match(text, at, stop)
    if needs_of and not of:
        # "half the houses"
        if not _ARTICLE.match(text, at, stop):
            return None
    elif of and not needs_of:
        # "five of the 50 states", "two of Johnson's deputies": what is counted is a part of them.
        needs_of = True
    if text.startswith("-", at):
        return None  # "three-way talks": the number describes the talks, it does not count them
    if of:
        at = of.end()
    if needs_of and (article := _ARTICLE.match(text, at, stop)):
        at = article.end()
    if needs_of and (number := _INNER_NUMBER.match(text, at, stop)):
        at = number.end()
    found: list[re.Match[str]] = []
    while len(found) < _MOST_WORDS and (token := _TOKEN.match(text, at, stop)):
        word = token["word"]
        if found and not is_one and word.lower() in ("and", "or"):
            # "735 oil and gas rigs", "4 million digital and physical sales": the plural stands after both
            at = token.end()
            continue
        if word.lower() in words("function_words") and not (not found and word.lower() in _DETERMINERS):
            break
        if found and word.lower() in words("figure_verbs") and not is_plural(word):
            break
        found.append(token)
        at = token.end()
        if not is_one and is_plural(word):
            following = _TOKEN.match(text, at, stop)
            # "sales representatives", "United States troops": a name or a noun that only describes the next plural.
            if following and is_plural(following["word"]) and _describes(word, following["word"]):
                continue
            return _phrase(text, found)
        if text[at : at + 1] in (",", ".") and not text.startswith(", ", at):
            break
    if is_one and found and found[0]["word"].lower() not in _DETERMINERS:
        return _phrase(text, found[:3])
    return None


_INNER_NUMBER = re.compile(
    rf"[\s\u00a0]+(?:\d[\d,.]*|(?:{'|'.join(table('number_words'))}))(?=[\s\u00a0])", flags=re.IGNORECASE
)
_DETERMINERS = frozenset(
    ("other", "more", "such", "most", "further", "additional", "earlier", "later", "fewer", "very", "different")
)


_DESCRIBING_PLURALS = frozenset(("sales", "sports", "arms", "savings", "goods", "systems", "operations"))


def _describes(word: str, following: str) -> bool:
    """Whether a plural may describe the plural after it: "police officers", "sales agents", "Beatles films"."""
    return not word.endswith("s") or word in _DESCRIBING_PLURALS or (word[0].isupper() and following.islower())


@cache
def _irregular() -> dict[str, str]:
    return table("irregular_plurals")


def is_plural(word: str) -> bool:
    """Whether a word is a plural noun by its ending or by a list; a verb in -s may pass for one."""
    lower = word.lower()
    if lower in _irregular():
        return True
    last = lower.rsplit("-", 1)[-1]
    return (
        len(last) > 2
        and last.endswith("s")
        and "." not in last
        and not _NOT_PLURAL.search(last)
        and lower not in words("function_words")
        and lower not in words("not_plurals")
    )


def _phrase(text: str, found: list[re.Match[str]]) -> CountedNoun:
    start, end = found[0].start("word"), found[-1].end("word")
    parts = [token["word"] for token in found]
    head = singular(parts[-1])
    describing = parts[-2] if len(parts) > 1 else ""
    is_compound = describing.islower() and describing not in _DETERMINERS and _is_noun(describing)
    name = f"{describing} {head}" if is_compound else head
    phrase = " ".join((*parts[:-1], head))
    return CountedNoun(start, end, name, phrase)


_ADJECTIVE = re.compile(
    r"(?:al|ic|ous|ive|ful|less|able|ible|ed|ing|ly|ish|ese|ian|ary|ory|ent|ant|est|ward|some|free|old|like|wide|sex|class)$"
)


def _is_noun(word: str) -> bool:
    """Whether a lower-case word that describes a noun is one itself: "lifeboat stations", but "empty stations"."""
    if word in words("compound_nouns"):
        return True
    if word.endswith(("’s", "'s")):
        return False  # "66 of the state’s delegates"
    return "-" not in word and word not in words("plain_adjectives") and not _ADJECTIVE.search(word)


def singular(word: str) -> str:
    """A plural noun in the singular: "arrivals" → "arrival", "children" → "child"; persons are "people"."""
    lower = word.lower()
    known = _irregular().get(lower)
    if known:
        return known
    folded = word if any(c.isupper() for c in word) else lower
    if lower.endswith("ies") and len(lower) > 4:
        return folded[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz)es$", lower):
        return folded[:-2]
    if lower.endswith("s") and not lower.endswith("ss"):
        return folded[:-1]
    return folded
