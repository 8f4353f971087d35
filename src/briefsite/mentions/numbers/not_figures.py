"""Numbers that count and measure nothing: years, clock times, house numbers, names, ranks, scores.

    "in 2019", "10:30", "10 Downing St.", "Boeing 737", "Section 427", "G7", "won 3-1", "+44 20 7946 0958", "v2.1.3"

Two questions, asked of each number before it may become a quantity: does it stand inside an expression that is
no quantity as a whole (`taken`), and is it a mere label or year where it stands (`is_label`, `is_year`)?

Limits:
1. A bare number from 1000 to 2199 without a comma is a year unless money, a unit or a plural noun is beside it.
2. A capitalised word beside a number makes it a name ("Apollo 11", "787 Dreamliner") unless a plural noun follows.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.numbers import modifiers
from briefsite.span import Span

if TYPE_CHECKING:
    from decimal import Decimal

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[0-9]\d\d|2[01]\d\d)"
_STREET = (
    r"(?:St(?:reet|\.)?|R(?:oad|d\.?)|Ave(?:nue|\.)?|Lane|Ln\.?|Drive|Dr\.|Boulevard|Blvd\.?|Square|Sq\.|Place|Court|"
    r"Crescent|Terrace|Way|Highway|Hwy\.?|Parkway|Quay|Mews|Close|Row|Gardens|Wharf|Plaza)"
)

_CURRENCY_CODE = r"(?:EUR|USD|GBP|CHF|AUD|CAD|NZD|RMB|RM|INR)"
_DAYS = r"\d{1,2} (?:st|nd|rd|th)? (?:\s?[-–]\s?\d{1,2})?"
_HOURS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

_TAKEN = re.compile(
    rf"""
    (?= \d | [^\w\s] | \b[A-Za-z] ) (?:                               # tried at no other place: it is long
      \b \d{{4}}-\d\d-\d\d (?:T[\d:.]+Z?)?                            # 2025-07-10
    | \b \d{{1,2}} / \d{{1,2}} / \d{{2,4}} \b                         # 10/07/2025
    | \b {_MONTH} \s+ {_DAYS} (?! [\d,]*\d | \s?% ) (?: ,?\s+ {_YEAR} \b )?   # July 10, 2025
    | \b {_DAYS} \s+ (?:of\s+)? {_MONTH} \b (?: ,?\s+ {_YEAR} \b )?    # 10 July 2025
    | \b {_MONTH} ,? \s+ {_YEAR} \b                                   # July 2025
    | \b {_YEAR} \s? [-–/] \s? (?: {_YEAR} | \d\d ) \b (?! [,\d] | \s?% )    # 2018–2024, 2018-19
    | \b (?: [Bb]etween | [Ff]rom ) \s+ {_YEAR} \s+ (?: and | to ) \s+ {_YEAR} \b (?! \s+ [a-z]+s \b )
    | ['’‘] \d\ds? \b                                                 # '90s
    | \b \d+ s \b                                                     # 1980s, 737s, in her 40s
    | \b \d+ (?:st|nd|rd|th) \b (?! \s+of\b )                         # ranks, but "1/100th of"
    | \b \d{{1,2}} [:.] \d\d \s? (?: [ap]\.?m\.? | GMT | BST | UTC | [ECMP][SD]?T ) \b   # 10.45pm
    | \b \d{{1,3}} : \d{{1,3}} (?: [:.] \d+ ){{0,2}} (?! \d )           # 10:30, 1:36.6, 93:7
    | \b \d{{1,2}} (?:\s?[-–]\s?\d{{1,2}})? \s? (?: [ap]\.?\s?m\b\.? | o['’]clock )      # 5 a.m.
    | \b {_HOURS} \s+ (?: o['’]clock | [ap]\.?m\b\.? )
    | \b \d{{1,5}} [A-Za-z]? (?:[-–]\d{{1,5}})? \s+ (?: [NSEW]\.?\s+ )?
         (?: [A-Z][\w’'.-]{{1,20}} \s+ ){{1,3}} {_STREET} (?!\w)         # 10 Downing St.
    | \+? \b \d{{1,4}} [\s-] (?:\(\d+\)[\s-])? \d{{2,4}} [\s-] \d{{3,4}} (?: [\s-] \d{{2,4}} )+ \b    # telephone
    | \b \d{{3}} \)? [\s.-] \d{{3}} [.-] \d{{4}} \b                     # (555) 010-9999
    | \b \d+ (?:\.\d+)? \s? ° \s? \d+ (?:\.\d+)? \s? [′'’] (?: \s?[NSEW]\b )?       # 53°20′ N
    | \b \d+ [x×] (?! 10[-−–⁻^] ) \d+ \b                                                  # 4x100 metres
    | \b v? \d+ \. \d+ (?: \. \d+ )+ \b                               # v2.1.3
    | \b (?<! \$ ) (?! {_CURRENCY_CODE} \d ) [A-Z]{{1,4}} -? \d+ [A-Za-z]? \b (?! [.,]\d )   # G7, F-16, COVID-19, M25
    | \b [A-Z][a-z]+ [-–] \d+ \b (?! [.,]\d | \s?% )                  # Covid-19
    | \b [nN] (?: o | os | r | um | umber ) s?\.? \s? \d+ \b | [\#№] \s? \d+     # No. 5
    | [\[(] \d{{1,3}} (?: \s?[,–-]\s? \d{{1,3}} )* [\])]               # [12], (29): references, ages
    | \b (?: Figs? | Figure | Tables? | Eqs? | Refs? | Sections? | Sect | Chapters? | Chap | Vols? | pp? | Apps? ) \.?
         \s? \d+ [A-Za-z]? (?:\.\d+)* (?: \s? (?:[,–-]|and) \s? \d+[A-Za-z]? )*
    | \b (?: 911 | 999 | 112 ) (?= \s (?: call | operator | dispatch | emergency ) )
    | \b (?: call | dial ) (?: ed | ing | s )? \s (?: 911 | 999 | 112 ) \b
    | \b al\.? ,? \s \(? {_YEAR} | \b {_YEAR} [a-z] \b                 # citations
    | https?://\S+ | www\.\S+ | [@]\w+                                # addresses, handles
    )
    """,
    flags=re.VERBOSE,
)

_YEAR_PREPOSITION = re.compile(
    r"\b(?:in|since|by|until|during|year|early|late|mid|after|before)[\s-]+(?:the\s+)?\Z", flags=re.IGNORECASE
)
_SUM_BEFORE = re.compile(r"\b(?:average|total|number|sum|maximum|minimum|limit)\s+of\s+\Z", flags=re.IGNORECASE)
_CAPITALISED_BEFORE = re.compile(r"(?:^|[\s(“\"‘'/-])(?P<word>[A-Z][\w’'&./-]*)[\s\u00a0]+\Z")
_CAPITALISED_AFTER = re.compile(r"[ \u00a0][A-Z][a-z]+")
_LABEL_BEFORE = re.compile(
    r"\b(?P<word>[A-Za-z]+)[\s\u00a0]+(?:\d{1,4}[a-z]?(?:\s?[,–-]\s?|\s+(?:and|or|to)\s+)){0,3}\Z"
)
_SYMBOL_AFTER = re.compile(r"\s?=|\sGMT\b|[’']s\b")
_AGE = re.compile(r"[,.)]|\s*$")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+,\s\Z")
_AGED = re.compile(r"(?<!average )(?<!median )\b(?:age\s+of|aged)\s\Z")
_CALLED_BEFORE = re.compile(r"\w\((?:\d+,\s?)?\Z")


def taken(text: str, span: Span) -> tuple[Span, ...]:
    """Expressions in a stretch of text whose numbers are no quantities, in order."""
    return tuple(Span(*match.span()) for match in _TAKEN.finditer(text, span.start, span.end))


def is_year(text: str, span: Span, value: Decimal | None, *, noun_follows: bool) -> bool:
    """Whether a bare number in digits, without currency or unit, is a year."""
    written = span.of(text)
    if value is None or len(written) != 4 or not written.isdigit() or not 1000 <= value < 2200:
        return False
    if _SUM_BEFORE.search(text, max(0, span.start - 16), span.start):
        return False
    if not noun_follows:
        # "About 1000 came" counts; "about 2018" is a year.
        return 1900 <= value < 2100 or not modifiers.before(text, span.start, max(0, span.start - 24))
    # "In 2019 students …" is the year; "2000 people", "killing 1500 civilians" are counts.
    after_preposition = _YEAR_PREPOSITION.search(text, max(0, span.start - 16), span.start)
    return bool(after_preposition) or (1900 <= value < 2100 and value % 10 != 0)


def is_label(text: str, span: Span, floor: int, *, noun_follows: bool) -> bool:
    """Whether a bare number names something: "Section 427", "page 12", "Boeing 737", "the Stoxx 50"."""
    start = max(floor, span.start - 32)
    if span.of(text).startswith("0") and span.of(text).isdigit() and len(span) > 1:
        return True  # "0333 GMT", "agent 007"
    if not noun_follows and _AGE.match(text, span.end) and _NAME_BEFORE.search(text, start, span.start):
        return True  # "Maria Brandt, 63, said"
    if not noun_follows and _AGED.search(text, start, span.start):
        return True  # "died at the age of 107 in Denver"
    label = _LABEL_BEFORE.search(text, start, span.start)
    if label and label["word"].lower() in words("numbered_things"):
        return True
    if _SYMBOL_AFTER.match(text, span.end) or _CALLED_BEFORE.search(text, start, span.start):
        return True  # "1 = never", "the iPhone 14's", "poly(3,4"
    if not noun_follows and _CAPITALISED_AFTER.match(text, span.end):
        return True  # "the 787 Dreamliner"
    capital = _CAPITALISED_BEFORE.search(text, start, span.start)
    if not capital:
        return False
    word = capital["word"]
    if noun_follows:
        # "In Tokyo 37 people" counts; "FTSE 100 companies" and "S&P 500 stocks" do not.
        return word.isupper() and word.lower() not in _common()
    return word.lower() not in _common() or (word.isupper() and len(word) > 2)


@cache
def _common() -> frozenset[str]:
    """Words that are capitalised only because a sentence begins with them."""
    return words("sentence_openers") | words("function_words")
