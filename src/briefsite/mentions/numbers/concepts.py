"""What a number is about: the noun it describes, the whole it is a part of, or the noun that stands before it.

    "a 25% tax on imported vehicles" → tax imported vehicles        "60% of the workers" → workers
    "a fine of $3 billion" → fine        "County rents rose 0.3% in June" → County rents
    "It will extend the range by 35 miles" → range        "Oil, which fell 3%, led" → Oil

The words are the source's, in its order, function words and numbers left out. Tried in this order: the noun before
"of" ("a fine of"), the noun after the number, the noun after "of", and then from the number to the left: past verbs,
dates, other numbers and phrases that hang on a verb ("fell in early trading by 3%") to the first noun, with what
is bound to it ("growth across the region"). That is the object where there is one and the subject elsewhere.

Limits:
1. A subject that stands after the verb is not found, and neither is the person behind "he".
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from briefsite.mentions.numbers import phrases, word_kinds

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefsite.mentions.numbers.phrases import Phrase
    from briefsite.span import Span

_MOST_WORDS = 8
_REACH = 50
"""Phrases that are looked through: further away stands nothing that the number is about, for it is a list."""
_ASIDE = 14
"""Phrases that an aside between two commas may have."""
_BINDING = frozenset(("of", "on", "in", "for"))
"""Between two nouns after the number: "a tax on imported vehicles"."""
_EXTENDING = frozenset(
    ("of", "in", "for", "on", "at", "across", "between", "from", "to", "by", "among", "against", "per")
)
"""Between two nouns before it: "growth across the region"."""


class Concepts:
    """The phrases of a sentence, asked what each of its numbers is about."""

    def __init__(self, text: str, sentence: Span, numbers: Sequence[Span], dates: Sequence[Span]) -> None:
        self._phrases = phrases.read(text, sentence, numbers, dates)
        self._starts = [phrase.start for phrase in self._phrases]

    def of(self, quantity: Span, *, describes: bool, takes: Collection[str] = ("of",)) -> str:
        """What the quantity is about; "-" where the sentence does not say.

        `describes`: it may describe a noun right after it ("a 3 percent drop", "a 20-mile channel").
        `takes`: the prepositions that may bind it to what it is about ("$1 billion in gains").
        """
        at = bisect_left(self._starts, quantity.start)
        behind = bisect_left(self._starts, quantity.end)
        found: list[str] = []
        if at > 1 and self._is(at - 1, "of") and self._measures(self._phrases[at - 2]):
            found = self._before(at)
        if not found and describes:
            found = self._described(quantity.end, behind)
        if not found and any(self._is(behind, word) for word in takes):
            after = behind + 1
            if [phrase.kind for phrase in self._phrases[after : after + 2]] == ["number", "noun"]:
                after += 1  # "50 mL of 30% acid"
            found = self._bound(after)
            if found[:1] and found[0] in _LIGHT:
                found = []
        return " ".join((found or self._before(at))[:_MOST_WORDS]) or "-"

    @staticmethod
    def _measures(phrase: Phrase) -> bool:
        """Whether a phrase before "of" is a noun whose measure the number may be: "a fine of $3 billion"."""
        return phrase.kind == "noun" and phrase.words[-1] not in _COMPLEX and phrase.words[-1] not in _SUMS

    def _is(self, at: int, link: str) -> bool:
        return at < len(self._phrases) and self._phrases[at].words == [link]

    # After the number --------------------------------------------------------------------------------------------

    def _described(self, end: int, at: int) -> list[str]:
        """The noun right after the number, a conversion in brackets between them left out."""
        kinds = [phrase.kind for phrase in self._phrases[at : at + 3]]
        if kinds == ["stop", "number", "stop"] and self._phrases[at].words == ["("]:
            at += 3
            end = self._phrases[at - 1].end
        if at > 1 and kinds[:2] == ["noun", "number"] and self._phrases[at - 2].kind == "noun":
            return []  # a list: "FTSE -0.6% CAC -1.7%"
        if at < len(self._phrases) and self._phrases[at].start - end <= 2 and not _only_describes(self._phrases[at]):
            return self._bound(at)
        return []

    def _bound(self, at: int) -> list[str]:
        """The noun at `at` with what is bound to it; nothing where no noun stands there."""
        found: list[str] = []
        while at < len(self._phrases) and self._phrases[at].kind == "noun" and len(found) < _MOST_WORDS:
            found.extend(_plain(self._phrases[at]))
            if not (at + 1 < len(self._phrases) and self._phrases[at + 1].words[0] in _BINDING):
                break
            at += 2
        return found

    # Before the number -------------------------------------------------------------------------------------------

    def _before(self, beside: int) -> list[str]:
        """The first noun to the left of the number at `beside` that hangs on no verb, with what it is bound to."""
        counted: list[str] = []
        is_subject = False
        at = beside - 1
        while at >= max(0, beside - _REACH):
            phrase = self._phrases[at]
            before = self._phrases[at - 1] if at else None
            if phrase.kind == "noun":
                if self._is_sum(at) or (_only_describes(phrase) and not (phrase.has_article and at < beside - 1)):
                    at -= 1
                    continue
                if self._is_counted_apart(at, beside):
                    counted = counted or _plain(phrase)
                    at -= 2
                    continue
                first = self._first_of_chain(at)
                if is_subject or not self._hangs_on_verb(first, beside):
                    return [word for part in self._phrases[first : at + 1 : 2] for word in _plain(part)]
                at = first - 1
            elif phrase.kind == "pronoun" and not (before and before.kind in ("verb", "link")):
                return []  # but "cost it $3 million", "across it was 5 volts"
            elif phrase.words == [")"]:
                at = self._opening(at)
            elif phrase.kind == "verb" and before:
                if _shares_subject(phrase, before):
                    return self._subject(at)
                is_subject = True
                at = self._before_aside(at)
            elif phrase.kind == "relative":
                is_subject = True
            at -= 1
        return counted

    def _is_sum(self, at: int) -> bool:
        """Whether a noun only says that the number sums up: "spent a total of 3 million"."""
        return self._phrases[at].words[-1] in _SUMS and self._is(at + 1, "of")

    def _is_counted_apart(self, at: int, beside: int) -> bool:
        """Whether a noun has a number of its own: "lost 162 points, or 2%", "12 troops and 300 tanks"."""
        number = self._phrases[at - 1] if at else None
        if not number or number.kind != "number" or self._phrases[at].start - number.end > 1:
            return False
        between = self._phrases[at + 1 : beside]
        is_peer = bool(between) and all(phrase.kind in ("join", "comma") for phrase in between)
        return is_peer or (at > 1 and self._phrases[at - 2].kind in ("verb", "link"))

    def _first_of_chain(self, at: int) -> int:
        """Where the nouns begin that are bound to the one at `at`: "growth across the region", "fats and oils"."""
        least = max(1, at - _REACH)
        while at > least and self._phrases[at - 2].kind == "noun":
            between = self._phrases[at - 1]
            # "fires from batteries and a delay of three months": two things
            is_pair = self._phrases[at - 2].has_article or not self._phrases[at].has_article
            if not ((between.kind == "join" and is_pair) or between.words[0] in _EXTENDING):
                break
            at -= 2
        return at

    def _hangs_on_verb(self, first: int, beside: int) -> bool:
        """Whether a link hangs the noun on something else: "fell in early trading", "In Europe, …"."""
        if self._is(beside - 1, "of") or self._is(beside - 1, "with") or not first:
            return False
        link = self._phrases[first - 1]
        return link.kind == "link" and link.words[0] not in ("of", "with")

    def _opening(self, at: int) -> int:
        """The bracket that the one at `at` closes; `at` where none does."""
        return next((i for i in range(at - 1, max(-1, at - _REACH), -1) if self._phrases[i].words == ["("]), at)

    def _before_aside(self, at: int) -> int:
        """Where the subject ends whose verb at `at` follows an aside: "energy, last year's worst sector, fell"."""
        if self._phrases[at - 1].kind != "comma":
            return at
        for i in range(at - 2, max(0, at - _ASIDE), -1):
            if self._phrases[i].kind == "stop":
                break
            if self._phrases[i].kind == "comma":
                return i if self._phrases[i - 1].kind == "noun" else at
        return at

    def _subject(self, at: int) -> list[str]:
        """The first noun of the clause that the verb at `at` closes, phrases before it left out."""
        start = at
        while start > max(0, at - _REACH) and self._phrases[start - 1].kind not in ("stop", "clause", "relative"):
            start -= 1
        for i in range(start, at):
            if self._phrases[i].kind == "pronoun":
                return []
            if self._phrases[i].kind == "noun" and (i == start or self._phrases[i - 1].kind != "link"):
                return self._bound(i)
        return []


_SUMS = frozenset(("total", "average", "maximum", "minimum"))
_LIGHT = frozenset(("addition", "all", "cash", "exchange", "return", "total"))
"""Nouns after "$3 million in" that say nothing of what the money is."""
_COMPLEX = frozenset(("top", "front", "favour", "favor", "terms", "case", "view", "excess", "lieu", "spite", "light"))
"""Nouns that are one preposition with "of": "on top of a 5 per cent penalty"."""


def _shares_subject(verb: Phrase, previous: Phrase) -> bool:
    """Whether a verb has its subject in the clause before: "sells tyres and made 3 million", "…, gaining 3%"."""
    return previous.kind == "join" or (previous.kind == "comma" and verb.words[0].endswith("ing"))


def _only_describes(phrase: Phrase) -> bool:
    """Whether what reads like a noun is none: "an additional 15 miles", "the top three", "as high as 5 metres"."""
    return all(word.islower() and word_kinds.is_adjective(word) for word in phrase.words)


def _plain(noun: Phrase) -> list[str]:
    return [word.removesuffix("’s").removesuffix("'s") for word in noun.words]
