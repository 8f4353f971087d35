"""A paragraph → its sentences: abbreviations, initials, decimal points and closing quotes.

The sentences of a paragraph stand in order and do not overlap; between them is only space. A sentence
keeps its closing quotation marks and brackets, and the attribution that follows a question in quotes.

    The U.S. Senate met at No. 10. It voted.      → two sentences
    “Why now?” Brandt asked. Nobody answered.     → two sentences

Known limits: (1) "in the U.S. Police said": whether a name or a sentence follows cannot be told, and the
sentence goes on; (2) an ellipsis before a capital ends a sentence; (3) sentences without a space between
them are parted only where the second begins with a common opener ("said.The"); (4) in a language that is not read
a full stop behind a word of up to three letters or a short number ends nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import table, words
from briefsite.span import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(
    r"""
    (?<![.!?…]) (?P<stop> [.!?…؟۔।]++ )               # not inside a run of them: "......" is looked at once
    (?P<close> \s?(?:[\"”»]|'')(?=\s) | [\"'”’»“‘)\]]*+ )  # a straight mark may stand off, as wire copy has it
    (?= \s+ [\"'“‘«»„‚(\[]* \s? (?P<next> [^\s\"'“‘«»„‚(\[] ) )
    | (?P<cjk> [。！？]++ [」』”]*+ )                # Chinese and Japanese put no space
    | (?<=[a-z]{3}) \. (?= [A-Z][a-z’']* \s )      # "… he said.The minister …"
    """,
    flags=re.VERBOSE,
)
_MARK = re.compile(r"[.!?…。！？؟۔।]")
_LAST_WORD = re.compile(r"[^\s\"“”‘’'(\[—–/]+$")
_FIRST_WORD = re.compile(r"\s*[\"'“‘(\[]*\s*([\w’']+)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+|(?:[a-z]\.){2,}")
_NUMERAL = re.compile(r"\s*(?:[#£$€]?\d|[IVXLC]{2,}\b)")
_CLOCK = re.compile(
    r"\s*\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,4}\b|[A-Z]\.[A-Z]\.|Eastern\b|Pacific\b|Central\b)"
)
_ATTRIBUTION = re.compile(
    r"""
    \s* (?: [A-Z][\w.’'-]* \s+ ){1,4}                                       # Brandt, Prime Minister Ada Kell
    (?: said | says | asked | asks | wrote | writes | added | adds | replied | told | shouted | joked | tweeted
      | quipped | recalled | demanded | continued | wondered | concluded )
    (?P<closed> \s* [.,] | \s+ (?:on\s+)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \b )? \b
    """,
    flags=re.VERBOSE,
)


MAX_SHORTENED = 3
"""Letters of an abbreviation, in a language whose abbreviations are not listed."""


def split_sentences(text: str, paragraph: Span, language: str = "en") -> Iterator[Span]:
    """The sentences of a paragraph, in order, without the space around them."""
    start = paragraph.start
    # A paragraph without a capital letter (captions read aloud, old wire copy) tells nothing by its case.
    is_cased = not paragraph.of(text).islower()
    for match in _ends(text, paragraph):
        if is_cased and (match["next"] or "").islower():
            continue  # “Enough!” he said.  e.g. this
        if _ends_here(text, start, match, paragraph.end, language):
            if span := trimmed(text, start, match.end()):
                yield span
            start = match.end()
    if span := trimmed(text, start, paragraph.end):
        yield span


def _ends(text: str, paragraph: Span) -> Iterator[re.Match[str]]:
    """Where a sentence may end: the pattern is tried at the marks only, which are found ten times faster."""
    at = paragraph.start
    while mark := _MARK.search(text, at, paragraph.end):
        match = _END.match(text, mark.start(), paragraph.end)
        if match:
            yield match
        at = match.end() if match else mark.end()


def _ends_here(text: str, start: int, match: re.Match[str], limit: int, language: str) -> bool:
    stop, at = match["stop"], match.end()
    if match["cjk"]:
        return not _goes_on_in_quotation(text, start, at, limit)
    if stop is None:
        return language == "en" and (match.group() != "." or _opens_sentence(text, at, limit, language))
    if match["close"]:
        return language != "en" or not _is_attributed(text, at, limit, is_full_stop=stop == ".")
    if stop != ".":
        return True
    before = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    word = before.group() if before else ""
    if language != "en":
        return not _may_be_shortened(word)
    match _abbreviations(language).get(word.lower()):
        case "always":
            return False
        case "title":
            return word.islower() and _opens_sentence(text, at, limit, language)
        case "number":
            return _NUMERAL.match(text, at, limit) is None
        case "time":
            return _CLOCK.match(text, at, limit) is None
        case "either":
            return _opens_sentence(text, at, limit, language)
    if _INITIALS.fullmatch(word + "."):
        # "J. Smith" and "U.S. Senate" go on; "in the U.S. The …" and "Plan B. It …" end, and only a word
        # that commonly begins a sentence tells the two apart.
        return _opens_sentence(text, at, limit, language)
    return True


def _may_be_shortened(word: str) -> bool:
    """Whether a full stop may belong to a word of a language that is not read: "3. März", "z. B.", "2,4 Mio. Euro".

    An end that is missed joins two sentences, one that is invented leaves fragments: so every short word counts.
    """
    letters = sum(map(str.isalpha, word))
    if not letters:
        return 0 < len(word) < 4  # an ordinal; "2019." is a year and ends
    return letters <= MAX_SHORTENED or "." in word


def _goes_on_in_quotation(text: str, start: int, end: int, limit: int) -> bool:
    """Whether a stop is inside 「…」, or the sentence goes on behind the marks, as in 「終わりです。」と言った。."""
    if text.count("「", start, end) > text.count("」", start, end):
        return True
    return text[end - 1] in "」』" and text[end : min(end + 1, limit)] in tuple("とっなが、,，")


def _is_attributed(text: str, at: int, limit: int, *, is_full_stop: bool) -> bool:
    """Whether the words after a closed quotation only say whose it was: “Why now?” Brandt asked.

    After a full stop, the attribution must be all there is: “It is over.” Kell said she would go on.
    """
    match = _ATTRIBUTION.match(text, at, min(limit, at + 120))
    return bool(match and (match["closed"] or not is_full_stop))


def _opens_sentence(text: str, at: int, limit: int, language: str) -> bool:
    first = _FIRST_WORD.match(text, at, min(limit, at + 60))
    return bool(first and first[1].replace("’", "'").lower() in words("sentence_openers", language))


@cache
def _abbreviations(language: str) -> dict[str, str]:
    return table("abbreviations", language)
