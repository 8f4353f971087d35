"""How a phrase reads in the middle of a sentence: a small first letter, unless it is a name.

The board → the board, Talks in Geneva → talks in Geneva, Kell → Kell
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.verb_forms import of_class
from briefsite.lexicon import words

if TYPE_CHECKING:
    from briefsite.article import Article
    from briefsite.mentions.mention import Mentions

_CAPITALISED = re.compile(r"(?<=[\w,] )[A-Z][\w’'-]*")
_OWNER = re.compile("['’]s$")
_SMALL = re.compile(r"(?<![\w’'])[a-z][\w’'-]+")


_ADJECTIVES = ("ed", "ing", "al", "ous", "ive", "ible", "able", "ic", "ful", "ary")
"""Endings of adjectives: "Suspected cases", "Possible uses"."""
_ABSTRACT = ("tion", "sion", "ment", "ity", "ness", "ance", "ence", "ing", "ings")
"""Endings of nouns that are no name: "Construction will begin"."""


class _Found:
    """The words that a pattern finds in a text, none with a space in it: looked for where the one asked of stands."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._pattern, self._text = pattern, text

    def __contains__(self, word: str) -> bool:
        text = self._text
        at = text.find(word) if word else -1
        while at >= 0:
            start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at)
            end = end if end >= 0 else len(text)
            if word in self._pattern.findall(text, start, end):
                return True
            at = text.find(word, end)
        return False


class Casing:
    """What the article writes large and small."""

    def __init__(self, article: Article, mentions: Mentions) -> None:
        text = article.text
        self._large = _Found(_CAPITALISED, text)
        self._small = _Found(_SMALL, text)
        starts = {span.start for entity in mentions.entities for span in entity.mentions}
        self._names = frozenset(text[start : start + 40].split()[0].rstrip(".,;’'") for start in starts)

    def inside(self, phrase: str) -> str:
        """The phrase as it reads inside a sentence."""
        first, _, rest = phrase.partition(" ")
        small = first.lower()
        if (small in words("phrase_openers") or small in words("crowds")) and small not in of_class("title"):
            return f"{small} {rest}".strip()
        if not rest and first not in self._names and small.endswith(_ABSTRACT):
            return small
        if first in self._names or _OWNER.sub("", first) in self._names or first[1:] != small[1:]:
            return phrase
        is_office = rest.partition(" ")[0].lower() in words("roles")  # "Prime Minister Kell"
        is_modifier = small in words("number_words") or (small in words("title_modifiers") and not is_office)
        if is_modifier or (small in words("roles") and small not in words("titles")):
            return f"{small} {rest}".strip()
        if rest[:1].isupper() or small in words("demonyms"):
            return phrase
        # A word that begins a sentence: small where the article has it small, or where it is a common word.
        is_common = small in self._small or small in words("common_verbs")
        if is_common:
            return f"{small} {rest}".strip()
        if first in self._large:
            return phrase
        # What is no name in any reader's eyes: "Suspected cases", "Talks with the dockers".
        is_plain = small.endswith("s") or (rest and (small in words("plain_adjectives") or small.endswith(_ADJECTIVES)))
        return f"{small} {rest}".strip() if self._names and is_plain else phrase
