"""A sentence → its phrases in order: nouns, verbs, and the small words and marks that hold them apart.

    "Growth across the region has slowed" → noun Growth · link across · noun region · verb has slowed

Just enough grammar to tell what a number is about. Nouns come with the words that describe them; articles, adverbs
and modifiers are no part of any phrase; numbers and dates are told apart by whoever found them.

Limits:
1. There is no tagger: a verb is known from a list or by its ending, and by what stands on either side of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.span import Span

Kind = Literal["noun", "verb", "link", "and", "pronoun", "relative", "clause", "comma", "stop", "number", "date"]


@dataclass(slots=True)
class Phrase:
    """A run of words of one kind; offsets into the text."""

    kind: Kind
    start: int
    end: int
    words: list[str]
    has_article: bool = False
    """An article or another determiner opens it."""


_TOKEN = re.compile(
    r"""
      (?P<word> [^\W_] (?: \w | [-‐‑’'./&] (?=\w) )* (?: (?<=\.\w) \. )? )
    | (?P<comma> , )
    | (?P<stop> [;:!?()\[\]“”"–—] | \s--?\s | \.(?=\s+[A-Z]) )
    """,
    flags=re.VERBOSE,
)
_LINKS = frozenset(
    """about above across after against along amid among around at before behind below beneath beside between beyond by
    despite during for from in inside into near of off on onto out outside over past per since through throughout to
    toward towards under until upon versus via vs with within without including excluding following""".split()
)
_PRONOUNS = frozenset("he she it they we i you there him them us me this these those one".split())
_CONTRACTED = re.compile(r"(?:i|you|he|she|it|we|they|there|that|who)[’'](?:m|re|s|ve|ll|d)")
_RELATIVES = frozenset("which who whom that".split())
_CLAUSES = frozenset(
    "as because when if while although though unless whether than where whereas how why so but once that".split()
)
_JOINS = frozenset(("and", "or", "nor", "&"))
_DETERMINERS = frozenset(
    "the a an its their his her our your my all every each both some any no another such what whose".split()
)
_ADVERBS = frozenset(("up", "down", "higher", "lower", "upward", "upwards", "downward", "downwards"))


def read(text: str, sentence: Span, numbers: Sequence[Span], dates: Sequence[Span]) -> list[Phrase]:
    """The phrases of a sentence; `numbers` and `dates` are the spans in it that are read already, in order."""
    found: list[Phrase] = []
    tokens = list(_tokens(text, sentence, numbers, dates))
    earlier: _Token | None = None
    before: _Token | None = None
    for at, token in enumerate(tokens):
        kind = token.kind or _kind_of(token, before, tokens[at + 1] if at + 1 < len(tokens) else None)
        token.kind = kind
        if kind == "adverb":
            continue
        follows_article = before is not None and before.kind == "article"
        if kind == "date":
            before = earlier if before and before.kind == "link" else before  # "the economy in 2022 grew"
        else:
            earlier, before = before, token
        if kind == "article":
            continue
        last = found[-1] if found else None
        if last and last.kind == kind and kind in ("noun", "verb") and not follows_article:
            last.end = token.end
            last.words.append(token.word)
        else:
            found.append(Phrase(kind, token.start, token.end, [token.word], has_article=follows_article))
    return found


@dataclass(slots=True)
class _Token:
    kind: str
    """"" where it takes its neighbours to tell."""
    start: int
    end: int
    word: str
    lower: str


def _tokens(text: str, sentence: Span, numbers: Sequence[Span], dates: Sequence[Span]) -> Iterator[_Token]:
    taken = sorted([(span.start, span.end, "number") for span in numbers] + [(s.start, s.end, "date") for s in dates])
    taken.append((sentence.end, sentence.end, ""))
    next_taken = iter(taken)
    start, end, kind = next(next_taken)
    done = sentence.start
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        if match.start() < done:
            continue
        while end <= match.start() and kind:
            start, end, kind = next(next_taken)
        if start < match.end() and kind:
            yield _Token(kind, start, end, "", "")
            done = end
            continue
        word = match.group()
        if match["word"] is None:
            yield _Token("comma" if match["comma"] else "stop", match.start(), match.end(), word, word)
        else:
            yield _Token("", match.start(), match.end(), word, word.lower())


def _kind_of(token: _Token, before: _Token | None, after: _Token | None) -> str:
    lower = token.lower
    opens = before is None or before.kind in ("comma", "stop", "and", "clause")
    if lower in _JOINS:
        return "and"
    if lower in _DETERMINERS:
        return "article"
    if lower == "that" and before and before.kind == "noun":
        return "relative"
    if lower in _CLAUSES:
        return "clause"
    if lower in _RELATIVES:
        return "relative"
    if lower in _PRONOUNS or _CONTRACTED.fullmatch(lower):
        return "article" if after and not after.kind and lower in ("this", "these", "those") else "pronoun"
    is_name = token.word[0].isupper() and not opens
    if lower in words("time_words") and not is_name:
        return "date"
    if lower in _LINKS:
        return "link"
    if lower in words("auxiliaries") or lower.endswith(("n't", "n’t")):
        return "verb"
    if lower in ("average", "total") and after and after.lower == "of":
        return "noun"
    if not is_name and (
        lower in _ADVERBS or lower in words("function_words") or lower in words("modifier_words") or _is_adverb(lower)
    ):
        return "adverb"
    if token.word[0].isdigit() or lower in table("number_words"):
        return "noun" if before and before.kind == "noun" else "number"
    if not token.word[0].islower() or "-" in lower:
        return "noun"
    return "verb" if _is_verb(lower, before, after, opens=opens) else "noun"


def _is_adverb(lower: str) -> bool:
    return lower.endswith("ly") and lower not in _LY_NOUNS


_LY_NOUNS = frozenset(
    "ally anomaly assembly bully early elderly family fly italy july monopoly only rally reply supply".split()
)


def _is_verb(lower: str, before: _Token | None, after: _Token | None, *, opens: bool) -> bool:
    """Whether a word in lower case is a verb between its two neighbours."""
    previous = before.kind if before else ""
    if previous == "article":
        return False  # "a rise", "the proposed tax"
    ahead = "" if after is None else after.kind or _small_kind(after)
    if before and (before.lower == "to" or (previous == "verb" and before.lower in _MODALS)):
        return lower in base_forms() or lower in table("change_words")
    if previous == "verb" and before and before.lower in words("auxiliaries"):
        if lower in past_forms() or lower in base_forms():
            return True  # "has been forecast"
    if lower in words("figure_verbs") or lower in past_forms():
        if lower in base_forms():
            # "the bank cut rates", but "a tax cut of 3%"
            return previous in ("noun", "pronoun", "relative", "verb", "adverb") and ahead not in ("link", "verb", "")
        return previous not in ("link", "") or (opens and ahead != "noun")
    if lower.endswith("ed") and len(lower) > 4:
        return previous not in ("link", "number") and not (opens and ahead == "noun")
    if lower.endswith("ing") and len(lower) > 5:
        if before and (before.lower in _BEFORE_PARTICIPLES or before.lower in words("auxiliaries")):
            return True
        return previous in ("noun", "verb", "comma", "pronoun", "adverb", "link", "clause") and ahead not in (
            "noun" if previous in ("verb", "link", "adverb") or (before and is_adjective(before.lower)) else "-",
            "link" if previous == "link" else "-",
            "verb",
        )
    if (lower in base_forms() or lower in table("change_words")) and not is_third_person(lower):
        if previous == "number":
            return ahead in ("article", "pronoun")  # "40 per cent see the economy growing"
        is_plural = before is not None and previous == "noun" and before.lower.endswith("s")
        return (is_plural or previous in ("pronoun", "relative")) and ahead != "verb"
    if is_third_person(lower):
        if previous == "relative" or previous == "pronoun":
            return True
        if previous in ("comma", "and", "number"):
            return ahead in ("number", "article")
        is_link = ahead == "link" and after is not None and after.lower in ("of", "in", "for", "on")
        return previous == "noun" and not is_link and ahead not in ("verb", "", "comma", "stop", "and")
    return False


def _small_kind(token: _Token) -> str:
    """The kind of a word as far as it shows without its neighbours."""
    lower = token.lower
    if lower in _LINKS:
        return "link"
    if lower in _DETERMINERS:
        return "article"
    if lower in _JOINS:
        return "and"
    if (
        lower in words("auxiliaries")
        or lower in past_forms()
        or lower.endswith("ed")
        or (lower in table("change_words") and lower not in _ADVERBS)
    ):
        return "verb"
    if lower in words("function_words") or lower in words("modifier_words") or _is_adverb(lower) or lower in _ADVERBS:
        return "adverb"
    return "noun"


def is_adjective(word: str) -> bool:
    """Whether a word in lower case only describes, by a list or by its ending."""
    return word in words("plain_adjectives") or bool(_ADJECTIVE.search(word))


_ADJECTIVE = re.compile(r"(?:ous|ive|ful|less|able|ible|est|ish|ional|ical|ned|sed|red)$")
_BEFORE_PARTICIPLES = frozenset(("before", "after", "by", "since", "without", "while", "when"))
_MODALS = frozenset("will would shall should may might must can could do does did".split())


def is_third_person(lower: str) -> bool:
    """Whether a word may be a verb in the third person: "sees"; also true of many plural nouns: "costs"."""
    return lower.endswith("s") and (
        lower[:-1] in base_forms()
        or lower[:-2] in base_forms()
        or (lower.endswith("ies") and f"{lower[:-3]}y" in base_forms())
    )


@cache
def base_forms() -> frozenset[str]:
    """Verbs in the infinitive."""
    return words("common_verbs") | words("irregular_verbs") | words("measuring_verbs")


@cache
def past_forms() -> frozenset[str]:
    """Irregular past tenses and participles."""
    return frozenset(form for forms in table("irregular_verbs").values() for form in forms.split())


def is_verb(word: str, *, at_start: bool) -> bool:
    """Whether a word is a verb; by its ending only where a noun stands before it."""
    lower = word.lower()
    if not word[0].islower():
        return False
    if lower in words("auxiliaries") or lower in words("figure_verbs"):
        return True
    if lower in table("change_words") and lower not in _ADVERBS:
        return True
    if at_start:
        return False
    return (lower.endswith("ed") and len(lower) > 4) or lower in words("not_plurals") or lower in past_forms()
