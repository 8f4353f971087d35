"""Capitalised names as they stand in a sentence, with the titles before them taken off.

Finds runs of capitalised words, with the small words that belong inside ("University of Oxford", "Ludwig van Veen"):

    Prime Minister Ada Holm said    → name "Ada Holm", title "Prime Minister"
    company spokesman Jo Reyes      → name "Jo Reyes", title "company spokesman"

Leaves alone words that are capitalised for another reason: the first word of a sentence where it is a common word or
the article also has it in small letters, days and months, "French" and "Republican" on their own.

Known limits:
 1. A title that is also a first name or surname ("Major", "Judge") is read as a title when it stands first.
 2. In a heading in Title Case every word is capitalised, so headings in that style give no names.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import words
from briefsite.mentions.names.offices import PARTICLES, name_start
from briefsite.mentions.names.titles import is_title, title_parts, title_start
from briefsite.mentions.words.given_names import is_given_name
from briefsite.mentions.words.reporting import is_reporting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.mentions.words.tokens import Line, Token

_PREFIXES = ("al-", "el-", "d'", "d’", "l'", "l’", "ad-", "ar-", "as-", "ash-", "bin-", "ibn-", "ul-")
"""What a name may begin with in small letters: "Mona al-Farra", "Miguel d’Escoto"."""
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_COMPOUNDS = frozenset({"based", "born", "led", "backed", "owned", "run", "made", "style", "era", "bound", "trained"})
"""What makes a word of a name: "Lyon-based", "Holm-era"."""
_OPENING_MARKS = frozenset("“‘\"'«„")
_FULL = frozenset(["", "verb"])
MIN_HEADLINE = 4
"""How many words must be capitalised, and all of them, for a headline in Title Case."""
MAX_WORDS = 9
"""A run of more capitalised words is a headline or a list, no name."""


class Name(NamedTuple):
    """One name at one place; token numbers are those of its line, both ends included."""

    first: int
    last: int
    title_first: int
    """Where the title before it begins; equal to `first` where it has none."""


@cache
def _no_names() -> frozenset[str]:
    return words("calendar_words") | words("demonyms") | words("sentence_openers")


def names(line: Line, vocabulary: Vocabulary) -> Iterator[Name]:
    """The names in a line, in order."""
    tokens = line.tokens
    taken = -1
    for at in [at for at, token in enumerate(tokens) if token.is_capitalised]:
        if at <= taken or not _may_begin(tokens, at, vocabulary):
            continue
        taken = _run(tokens, at)
        if taken - at < MAX_WORDS and (name := _without_title(tokens, at, taken)):
            yield name


class Vocabulary(NamedTuple):
    """How an article writes its words: what tells whether the first word of a sentence is a name."""

    lowered: frozenset[str]
    """Words it has in small letters, and marks."""
    capitalised: frozenset[str]
    """Words, in small letters, that it has capitalised inside a sentence."""


def vocabulary(lines: Sequence[Line]) -> Vocabulary:
    """The vocabulary of these lines."""
    return Vocabulary(
        frozenset([token.text for line in lines for token in line.tokens if not token.is_capitalised]),
        frozenset(
            [
                token.lower
                for line in lines
                for before, token in pairwise(line.tokens)
                if token.is_capitalised and before.is_word
            ]
        ),
    )


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether all but the small words are capitalised, as in a headline: then capitals tell nothing."""
    count = 0
    for token in tokens:
        if token.is_word and token.word_class in _FULL and token.text[0].isalpha():
            if not token.is_capitalised:
                return False
            count += 1
    return count >= MIN_HEADLINE


def _may_begin(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    token = tokens[at]
    if not token.is_capitalised or token.lower in words("calendar_words"):
        return False
    if token.lower.rpartition("-")[2] in _COMPOUNDS:
        return False  # "the Lyon-based group"
    starts = at == 0 or not tokens[at - 1].is_word
    if token.word_class or token.lower in words("sentence_openers"):
        return len(token.text) > 1 and token.text.isupper() and not starts  # "US", "WHO"
    if starts and token.lower in words("caption_openers"):
        return False  # "Watch Ada Holm", "VIDEO Ada Holm"
    if not starts or token.text.isupper() or is_given_name(token.lower):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and not token.possessive and (following.is_capitalised or _is_particle(tokens, at + 1)):
        opens = token.lower.endswith("ly") or is_reporting(token.lower)  # "Initially Holm", "Continued Holm"
        return not opens or token.text in words("places")
    if following and following.lower in ("of", "for") and is_title(token.lower):
        return True  # "Minister of Finance Ada Holm"
    if token.lower in vocabulary.lowered or token.lower in words("nominal_cues"):
        return False
    if token.lower in words("crowds"):
        return False
    # “Gardeners told us”: so does the first word of a quotation, which nobody in particular begins.
    speaks = not (at and tokens[at - 1].text in _OPENING_MARKS and tokens[at - 1].end == token.start)
    # "Critics called it", "Currently the": the first word of a sentence needs a better reason.
    return (
        token.lower in vocabulary.capitalised
        or token.possessive
        or token.text in words("places")
        or (
            speaks
            and following is not None
            and is_reporting(following.lower)
            and not token.lower.endswith(("s", "ly", "ing"))
        )
    )


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word is inside a name: "Adel al Ardawi", "Ludwig van Veen"."""
    return tokens[at].lower in PARTICLES and at + 1 < len(tokens) and tokens[at + 1].is_capitalised


def _run(tokens: Sequence[Token], at: int) -> int:
    """The last token of the run of capitalised words that begins here."""
    last = at
    has_of = False
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if _owned_body(tokens, last):
            last += 2
            continue
        if tokens[last].possessive and not (following.is_capitalised and following.lower in words("body_nouns")):
            break  # "the Prosecutor’s Office" is one name, "Oxford’s Migration Observatory" two
        capital = following.is_capitalised or following.text.startswith(_PREFIXES)
        if capital and following.lower not in words("calendar_words"):
            last += 1
            continue
        step = 1
        of_office = following.lower == "for" and has_of and tokens[last].lower == "state"
        if of_office or (following.lower in ("of", "for") and tokens[last].lower in _heads()):
            step = 2 if last + 2 < len(tokens) and tokens[last + 2].lower == "the" else 1
            has_of = True
        elif not (following.lower in PARTICLES or following.text == "&" or (has_of and _joins(tokens, last + 1))):
            if _joined_body(tokens, at, last):
                last += 2
                continue
            break
        beyond = last + step + 1
        if beyond < len(tokens) and tokens[beyond].is_capitalised and tokens[beyond].lower not in _no_names():
            last = beyond
        else:
            break
    return last


def _joins(tokens: Sequence[Token], link: int) -> bool:
    """Whether "and" stands inside a name: "Minister of Works and Transport", not "Mayor of Lode Ada Holm and Bank"."""
    return tokens[link].lower == "and" and not is_given_name(tokens[link - 2].lower)


def _joined_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether "and" stands inside the name of a body: "the Harbour and Transport Workers’ Association"."""
    if first == 0 or tokens[first - 1].lower != "the" or tokens[last + 1].lower != "and" or tokens[last].possessive:
        return False
    if any(
        token.lower in words("organisation_words") or is_title(token.lower) for token in tokens[first + 1 : last + 1]
    ):
        return False
    end = last + 2
    while end < len(tokens) and tokens[end].is_capitalised and tokens[end].lower not in words("organisation_words"):
        end += 2 if tokens[end].possessive and tokens[end].end == tokens[end].start + len(tokens[end].text) else 1
    return last + 2 < end < len(tokens) and tokens[end].is_capitalised


def _owned_body(tokens: Sequence[Token], last: int) -> bool:
    """Whether a body follows those whose body it is: "the Farmers’ League" is one name."""
    if not (tokens[last].possessive and last + 2 < len(tokens) and tokens[last + 1].text in ("'", "’")):
        return False
    body = tokens[last + 2]
    return body.is_capitalised and body.lower in words("organisation_words")


@cache
def _heads() -> frozenset[str]:
    """Words that a name goes on after with "of": "Bank of England", "Secretary of State"."""
    return words("organisation_words") | words("titles")


def _without_title(tokens: Sequence[Token], first: int, last: int) -> Name | None:
    if last == first + 1 and tokens[first].lower in words("honorifics"):
        return Name(last, last, title_start(tokens, first, last, last))  # "Ms Bishop" is no bishop
    start = name_start(tokens, first, last)
    if start is None:
        return None
    if is_title(tokens[last].lower) and all(token.lower in title_parts() for token in tokens[first : last + 1]):
        return None  # "the Prime Minister"
    only = tokens[last].lower if start == last else ""
    if only in _no_names() or only.removesuffix("s") in words("demonyms") or (only and is_title(only)):
        return None  # "French" or "the President" alone names nobody
    if tokens[start].lower in ("of", "for", "the", "and") or tokens[start].lower in _SUFFIXES:
        return None
    while last > start + 1 and tokens[last].text in words("postnominals"):
        last -= 1  # "Ada Holm MP"
    return Name(start, last, title_start(tokens, first, start, last))
