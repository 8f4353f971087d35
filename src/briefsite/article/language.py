"""Which language an article is written in: by its script, and within Latin script by its commonest words.

Only told apart as far as the reader and the page need it: English is read in full; of another language only what
is safe is taken, and the page says which language it is. The words of `lexicon/*/commonest_words.txt` are counted;
another language than English wins only where it is clear. In doubt, a text in Latin letters counts as English.

Known limit: (1) languages that share a script other than Latin are told apart only where a letter does it
(Persian from Arabic, Ukrainian from Russian); the others of that script are taken for its most widely read one.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefsite.lexicon import languages, words

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[^\W\d_\x00-\u024f]+")
_SAMPLE = 6_000
"""Code points looked at: enough to be sure, and a bound on the time for a long report."""
_MIN_FOUND = 4
"""Fewer of a language's words than these may stand in any English sentence: names, model numbers, abbreviations."""
_CLEAR_SHARE = 0.12
"""Of running text in a language, a quarter to a third are its commonest words; of another one, a twentieth may be."""
_ENGLISH_SHARE = 0.05
"""Even headlines, tables and telegrams in English have so many of its words, once they are long enough to count."""
_LONG = 60
"""Words from which on a text without words of any language known here is in none of them."""
_SCRIPTS: tuple[tuple[str, re.Pattern[str], tuple[tuple[str, str], ...]], ...] = tuple(
    (language, re.compile(f"[{letters}]"), told_by)
    for language, letters, told_by in (
        ("ar", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff", (("ur", "ٹڈڑےں"), ("fa", "پچژگ"))),
        ("he", "\u0590-\u05ff", ()),
        ("ru", "\u0400-\u04ff", (("uk", "іїєґ"),)),
        ("el", "\u0370-\u03ff", ()),
        ("ja", "\u3040-\u30ff", ()),  # kana, before Han: Japanese uses both
        ("ko", "\uac00-\ud7af", ()),
        ("zh", "\u4e00-\u9fff", ()),
        ("hi", "\u0900-\u097f", ()),
        ("th", "\u0e00-\u0e7f", ()),
    )
)
"""Language → the letters of its script, and the languages that a letter of their own tells from it."""
_SCRIPT_SHARE = 0.3
"""Of the letters: half of a Japanese text may be Han, and a foreign text quotes names in Latin letters."""
_OWN_LETTER_SHARE = 0.005


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of a text; `und` where it is none that is known here."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        others = sum(map(len, _NOT_LATIN.findall(sample)))  # nearly always none: dashes and quotation marks alone
        if others and others * 2 > (letters := sum(map(len, _WORD.findall(sample)))):
            return _by_script(sample, letters)
    tokens = _WORD.findall(sample.lower())
    found = dict.fromkeys(languages(), 0)
    for word, count in Counter(filter(_languages_of().__contains__, tokens)).items():
        for language in _languages_of()[word]:
            found[language] += count
    best = max(found, key=lambda language: (found[language], language == "en"))
    if best != "en" and found[best] >= max(_MIN_FOUND, _CLEAR_SHARE * len(tokens), 2 * found["en"]):
        return best
    return "und" if found["en"] < _ENGLISH_SHARE * len(tokens) and len(tokens) >= _LONG else "en"


@cache
def _languages_of() -> dict[str, list[str]]:
    """Word → the languages of which it is one of the commonest."""
    found: dict[str, list[str]] = {}
    for language in languages():
        for word in words("commonest_words", language):
            found.setdefault(word, []).append(language)
    return found


def _by_script(sample: str, letters: int) -> str:
    for language, script, told_by in _SCRIPTS:
        if len(script.findall(sample)) >= _SCRIPT_SHARE * letters:
            for other, own in told_by:
                if sum(map(sample.count, own)) >= _OWN_LETTER_SHARE * letters:
                    return other
            return language
    return "und"
