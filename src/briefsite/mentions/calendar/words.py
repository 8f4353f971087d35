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

if TYPE_CHECKING:
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
    short = [name for name, number in table("months").items() if list(table("months").values()).count(number) > 1]
    return "|".join(form for name in short if len(name) < 5 for form in (name.capitalize(), name.upper()))


_APOSTROPHE = "'’"
_HOLIDAYS = "|".join(
    re.escape(name).replace("’", f"[{_APOSTROPHE}]") for name in sorted(table("holidays"), key=len, reverse=True)
)
_ONES, _TEENS, _TENS = _numbers_in_words(1, 9), _numbers_in_words(10, 19), _numbers_in_words(20, 90)
_TOKEN = re.compile(
    rf"""
      (?=[A-Z]) \b (?: (?P<holiday> (?:{_HOLIDAYS})(?![\w{_APOSTROPHE}]) )
        | (?P<quarter> Q[1-4]\b | H[12]\b(?=\s(?:of\s)?(?:1\d|20)\d\d\b) )
        | (?P<month> (?:{_abbreviated_months()})\.(?=\s?[\w,]) ) )
    | (?P<spelled> (?=eigh|nine|tw) (?: (?:eighteen|nineteen|twenty)[\s-]
        (?: (?:{_TENS})(?:[\s-](?:{_ONES}))? | (?:{_TEENS}) | oh?[\s-](?:{_ONES}) )
        | (?<=\byear\ )two\sthousand(?:\sand)?(?:\s(?:{_ONES}|{_TEENS}))? ) (?![\w-]) )
      # most words are plain ones: asked before all that begins with a digit
    | (?P<word> [^\W\d_]+ ) (?: [{_APOSTROPHE}]s\b )? \s?
    | (?P<iso> \d{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-]) )
    | (?P<numeric> (?<![\w./-]) (?:\d\d?/\d\d?/|\d\d?\.\d\d?\.)(?:19|20)\d\d (?![\w/-]|\.\d) )
    | (?P<serial> (?<!\d)\d+(?:[-–/]\d+){{2,}} | (?<=/)\d+ | \d:\d\d:\d\d )    # 555-2019-44, S/2004, a run of 3:07:35
    | (?<![\w-])(?P<years> (?:1\d|20)\d\d\s?[-–/]\s?(?:(?:1\d|20)\d\d|\d\d)(?![\w-]|[.,]\d) )
    | (?P<decade> (?<!\w)[{_APOSTROPHE}‘]\d0s\b | (?:1\d|20)\d0[{_APOSTROPHE}]?s\b )
    | (?P<clock> \d{{1,2}}(?:[:.][0-5]\d)?\s?[apAP](?:\.[mM]\.|[mM]\b)(?!\w)
        | [012]?\d:[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b)?(?!\w)
        | [012]\d[0-5]\d(?=\s(?:{"|".join(entries("time_zones"))}|local\stime)\b) )
    | (?P<currency> [$£€¥]\s?\d[\d,.]* )                  # a price is never a year
    | (?<!\w)(?P<number> \d+(?:,\d{{3}})*(?:\.\d+)? )
      (?: (?P<ordinal> st|nd|rd|th)\b | (?P<percent> \s?% | \w+ ) )?
    | (?P<comma> , )
    | (?P<hyphen> (?<=\w)[-–](?=\w) )                     # "third-quarter" is read as "third quarter"
    | (?P<mark> [^\w\s] )
    """,
    flags=re.VERBOSE,
)
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
_LETTERS = re.compile(r"[A-Za-z]+")


def may_tell_time(text: str, span: Span) -> bool:
    """Whether a stretch of text may hold an expression of time: a quick look, which most sentences fail."""
    digit = _DIGIT.search(text, span.start, span.end)
    if digit and _TELLING_DIGITS.search(text, max(span.start, digit.start() - 1), span.end):
        return True
    return not telling_words().isdisjoint(_LETTERS.findall(text, span.start, span.end))


class Words(Sequence[Word]):
    """The words and marks of a stretch of text, in order; hyphens between words count as spaces."""

    def __init__(self, text: str, span: Span) -> None:
        known, openers = roles_of_words(), roles_of_openers()
        tokens: list[re.Match[str]] = []
        roles: list[str] = []
        values: dict[int, Value] = {}
        for match in _TOKEN.finditer(text, span.start, span.end):
            kind = match.lastgroup
            if kind == "word":
                entry = known.get(word := match["word"])
                if entry is None and word in openers and (not tokens or tokens[-1].lastgroup == "mark"):
                    entry = openers[word]
            elif kind == "hyphen":
                continue
            else:
                entry = _role_of_mark(match)
            if entry is None:
                roles.append(Role.OTHER)
            else:
                roles.append(entry[0])
                values[len(tokens)] = entry[1]
            tokens.append(match)
        self.roles = "".join(roles)
        """One character a word: its role."""
        self._tokens, self._values = tokens, values

    def __len__(self) -> int:
        return len(self._tokens)

    def text(self, index: int) -> str:
        """A word in lower case, without a possessive ending."""
        match = self._tokens[index]
        return (match["word"] or match.group()).lower()

    def is_possessive(self, index: int) -> bool:
        """Whether a word is written with a possessive ending."""
        match = self._tokens[index]
        return match.lastgroup == "word" and match.group().rstrip() != match["word"]

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> list[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | list[Word]:
        if isinstance(index, slice):
            return [self._word(at) for at in range(*index.indices(len(self._tokens)))]
        return self._word(range(len(self._tokens))[index])

    def _word(self, at: int) -> Word:
        match = self._tokens[at]
        word = match["word"]
        start, end = match.span("word" if word else 0)
        capital = match.lastgroup in ("word", "month") and match.group()[0].isupper()
        return Word(start, end, self.roles[at], self._values.get(at, 0), self.text(at), capital)


def _role_of_mark(match: re.Match[str]) -> tuple[Role, Value] | None:
    """The role of a token that is no plain word; None for a mark, a price, a serial number."""
    kind, surface = match.lastgroup or "", match.group()
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
    return _role_of_number(surface) if kind == "number" else None


def _spelled_year(words: str) -> int:
    """1994 of "nineteen ninety-four", 2000 of "two thousand"."""
    century, *rest = re.split(r"[\s-]", words)
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
