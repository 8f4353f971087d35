"""The words of a sentence, each with the role it can play in an expression of time.

Most sentences hold none, and most words of those that do play no role. So a sentence is looked at quickly first
(`may_tell_time`), then read into a string of roles with one character a word, most of them `.`; what else there is to
know of a word is told when it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from briefsite.lexicon import entries, table
from briefsite.mentions.calendar.roles import Role, Value, roles_of_openers, roles_of_words, telling_words
from briefsite.mentions.words.memory import Memory

if TYPE_CHECKING:
    from briefsite.mentions.words.stretches import Stretch
    from briefsite.span import Span


class Word(NamedTuple):
    """A word with its place, its role, and what it stands for in that role (7 of "July", -1 of "last")."""

    start: int
    end: int
    role: str
    value: Value
    text: str
    """In lower case, without a possessive ending."""
    is_capitalised: bool = False


def _numbers_in_words(least: int, most: int) -> str:
    return "|".join(word for word, value in table("number_words").items() if least <= int(value) <= most)


def _abbreviated_months() -> str:
    names = table("months")
    short = [name for name in names if any(other.startswith(name) and other != name for other in names)]
    return "|".join(form for name in sorted(short, key=len, reverse=True) for form in (name.capitalize(), name.upper()))


_APOSTROPHE = "'’"
_HOLIDAYS = "|".join(
    re.escape(name).replace("’", f"[{_APOSTROPHE}]") for name in sorted(table("holidays"), key=len, reverse=True)
)
_ONES, _TEENS, _TENS = _numbers_in_words(1, 9), _numbers_in_words(10, 19), _numbers_in_words(20, 90)
_PATTERN = rf"""
      (?=[A-Z]) \b (?: (?P<holiday> (?:{_HOLIDAYS})(?![\w{_APOSTROPHE}]) )
        | (?P<quarter> Q[1-4]\b | H[12]\b(?=\s(?:of\s)?(?:1\d|20)\d\d\b|\Z) )
        | (?P<month> (?:{_abbreviated_months()})\.(?=\s?[\w,]|\Z) ) )
    | (?P<spelled> (?=eigh|nine|twen|year\stw) (?: (?:eighteen|nineteen|twenty)[\s-]
        (?: (?:{_TENS})(?:[\s-](?:{_ONES}))? | (?:{_TEENS}) | oh?[\s-](?:{_ONES}) )
        | year\stwo\sthousand(?:\sand)?(?:\s(?:{_ONES}|{_TEENS}))? ) (?![\w-]) )
      # most words are plain ones: asked before all that begins with a digit
    | (?P<word> [^\W\d_]+ ) (?P<possessive> [{_APOSTROPHE}]s\b )?
    | (?P<iso> \d{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-]) )
    | (?P<numeric> (?<![\w./-]) (?:\d\d?/\d\d?/|\d\d?\.\d\d?\.)(?:19|20)\d\d (?![\w/-]|\.\d) )
    | (?P<serial> (?<!\d)\d+(?:[-–/]\d+){{2,}} | /\d+ | \d:\d\d:\d\d )     # 555-2019-44, S/2004, a run of 3:07:35
    | (?<![\w-])(?P<years> (?:1\d|20)\d\d\s?[-–/]\s?(?:(?:1\d|20)\d\d|\d\d)(?![\w-]|[.,]\d) )
    | (?P<decade> (?<!\w)[{_APOSTROPHE}‘]\d0s\b | (?:1\d|20)\d0[{_APOSTROPHE}]?s\b )
    | (?P<clock> \d{{1,2}}(?:[:.][0-5]\d)?\s?[apAP](?:\.[mM]\.|[mM]\b)(?!\w)
        | [012]?\d:[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b)?(?!\w)
        | [012]\d[0-5]\d\s(?:{"|".join(entries("time_zones"))}|local\stime)\b )
    | (?P<currency> [$£€¥]\s?\d[\d,.]* )                  # a price is never a year
    | (?<!\w)(?P<number> \d+(?:,\d{{3}})*(?:\.\d+)? )
      (?: (?P<ordinal> st|nd|rd|th)\b | (?P<percent> \s?% | \w+ ) )?
    | (?P<comma> , )
    | (?P<mark> [^\w\s] )
"""
_TOKEN = re.compile(rf"(?:{_PATTERN})[-–]?", flags=re.VERBOSE)
_TOKENS = re.compile(
    r"((?:" + re.sub(r"\(\?P<\w+>", "(?:", _PATTERN).replace(r"|\Z", "") + r") (?:(?<=\w)[-–](?=\w))? ) \s?",
    flags=re.VERBOSE,
)
"""All tokens of a text as strings; a hyphen goes with the word before it: "third-quarter" is "third-", "quarter"."""
_ROLES_OF_MARKS = {
    "iso": Role.ISO,
    "numeric": Role.NUMERIC,
    "years": Role.YEARS,
    "quarter": Role.QUARTER,
    "decade": Role.DECADE_DIGITS,
    "clock": Role.CLOCK,
    "comma": Role.COMMA,
}
_DIGIT = re.compile(r"\d")
_TELLING_DIGITS = re.compile(
    rf"\d{{4}} | \d:\d | \d\s?[apAP]\.?[mM] | [{_APOSTROPHE}‘]\d0s | [QH][1-4] | \d[/.]\d\d?[/.]\d", flags=re.VERBOSE
)


def may_tell_time(text: str, stretch: Stretch) -> bool:
    """Whether a stretch of text may hold an expression of time: a quick look, which most sentences fail."""
    start, end = stretch.span.start, stretch.span.end
    digit = _DIGIT.search(text, start, end)
    if digit and _TELLING_DIGITS.search(text, max(start, digit.start() - 1), end):
        return True
    return not telling_words().isdisjoint(stretch.words)


class _Token(NamedTuple):
    """What a token is, wherever it stands."""

    role: str
    value: Value
    text: str
    """In lower case, without a possessive ending."""
    length: int
    """Of the word without what is joined to it."""
    is_capitalised: bool
    is_possessive: bool = False
    is_mark: bool = False


_OPENER = "?"
"""The role of a word in a role string until it is known whether it opens a sentence: "Now"."""


def _token(surface: str) -> _Token:
    match = _TOKEN.match(surface)
    kind = match.lastgroup if match else None
    if match is None or kind is None:
        return _Token(Role.OTHER, 0, surface.lower(), len(surface), False)
    if word := match["word"]:
        role, value = roles_of_words().get(word) or (_OPENER if word in roles_of_openers() else Role.OTHER, 0)
        return _Token(role, value, word.lower(), len(word), word[0].isupper(), bool(match["possessive"]))
    surface = match.group(kind if kind not in ("ordinal", "percent") else 0).rstrip("-–")
    role, value = _role_of_mark(match, kind, surface)
    capital = kind == "month"
    return _Token(role, value, surface.lower(), len(surface), capital, is_mark=kind == "mark")


_TOKEN_OF = Memory(_token)


class Words(Sequence[Word]):
    """The words and marks of a stretch of text, in order; hyphens between words count as spaces."""

    def __init__(self, text: str, span: Span) -> None:
        self._text, self._start = text, span.start
        self._surfaces: list[str] = _TOKENS.findall(text, span.start, span.end)
        self._tokens = list(map(_TOKEN_OF.__getitem__, self._surfaces))
        self._starts: list[int] = []
        self.roles = "".join([token.role for token in self._tokens])
        """One character a word: its role."""
        if _OPENER in self.roles:
            self._tokens = [
                self._opened(at) if token.role == _OPENER else token for at, token in enumerate(self._tokens)
            ]
            self.roles = "".join([token.role for token in self._tokens])

    def _opened(self, at: int) -> _Token:
        """A word with a capital: it has its role where a sentence begins, otherwise it is a name."""
        token = self._tokens[at]
        if at and not self._tokens[at - 1].is_mark:
            return token._replace(role=Role.OTHER)
        role, value = roles_of_openers()[token.text.capitalize()]
        return token._replace(role=role, value=value)

    def __len__(self) -> int:
        return len(self._tokens)

    def text(self, index: int) -> str:
        """A word in lower case, without a possessive ending."""
        return self._tokens[index].text

    def is_possessive(self, index: int) -> bool:
        """Whether a word is written with a possessive ending."""
        return self._tokens[index].is_possessive

    def is_joined(self, index: int) -> bool:
        """Whether a hyphen joins a word to the one after it."""
        return self._surfaces[index][-1] in "-–"

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> list[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | list[Word]:
        if isinstance(index, slice):
            return [self._word(at) for at in range(*index.indices(len(self._tokens)))]
        return self._word(range(len(self._tokens))[index])

    def _word(self, at: int) -> Word:
        token, start = self._tokens[at], self._start_of(at)
        return Word(start, start + token.length, token.role, token.value, token.text, token.is_capitalised)

    def _start_of(self, at: int) -> int:
        """Where a token begins; looked for only as far as somebody asks."""
        starts = self._starts
        while len(starts) <= at:
            end = starts[-1] + len(self._surfaces[len(starts) - 1]) if starts else self._start
            starts.append(self._text.index(self._surfaces[len(starts)], end))
        return starts[at]


def _role_of_mark(match: re.Match[str], kind: str, surface: str) -> tuple[Role, Value]:
    """The role of a token that is no plain word."""
    if kind in _ROLES_OF_MARKS:
        return _ROLES_OF_MARKS[kind], surface
    if kind == "month":
        return Role.MONTH, int(table("months")[surface.lower().rstrip(".")])
    if kind == "holiday":
        return Role.HOLIDAY, table("holidays")[surface.replace("'", "’")]
    if kind == "spelled":
        return Role.YEAR, _spelled_year(surface)
    if kind == "ordinal":
        return Role.ORDINAL, _whole(match["number"])
    return _role_of_number(surface) if kind == "number" else (Role.OTHER, 0)


def _spelled_year(words: str) -> int:
    """1994 of "nineteen ninety-four", 2000 of "year two thousand"."""
    century, *rest = re.split(r"[\s-]", words.removeprefix("year").lstrip())
    numbers = table("number_words")
    first = 20 if century == "two" else int(numbers[century])
    return 100 * first + sum(int(numbers.get(word, 0)) for word in rest)


def _role_of_number(digits: str) -> tuple[Role, Value]:
    if not digits.isdecimal():
        return Role.NUMBER, float(digits.replace(",", ""))
    number = _whole(digits)
    if len(digits) == 4 and 1000 <= number < 2200:
        return Role.YEAR, number
    if len(digits) <= 2 and 1 <= number <= 31:
        return Role.DAY, number
    return Role.NUMBER, number


def _whole(digits: str) -> int:
    """A whole number; 0 for what is longer than any count of years or days, a serial number."""
    return int(digits) if digits.isdecimal() and len(digits) <= 9 else 0
