"""Text in another language than the page's own, marked so that a voice reads it rightly and it runs the right way.

Known limit: words that come from several sources count as in the language of the first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from briefsite.pages.escape import escape
from briefsite.pages.language import page_language, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article
    from briefsite.briefing.anchor import Anchor, VerifiedBriefing

_UNKNOWN = "und"
_WORD = re.compile(r"\w+")
_NONE = Markup()
"""One for all: pages across briefings keep thousands."""


def attributes(language: str) -> Markup:
    """` lang="ar" dir="rtl"` for text in that language; empty where it is the page's own."""
    return _attributes(language, page_language())


def own_attributes(language: str) -> Markup:
    """The same for words of the site's own that stand within such text."""
    return _attributes(spoken(), language)


def attributes_of(verified: VerifiedBriefing, anchors: Sequence[Anchor]) -> Markup:
    """`attributes` of the source that the anchored words stand in."""
    article = verified.articles.get(anchors[0].source) if anchors else None
    return attributes(article.language) if article else _NONE


def attributes_of_phrase(article: Article | None, phrase: str | None) -> Markup:
    """`attributes` of a phrase that may be the source's or a person's: the source's where each word of it is."""
    if not (article and phrase and (marked := attributes(article.language))):
        return _NONE
    return marked if set(_WORD.findall(phrase.lower())) <= _words(article.text) else _NONE


@lru_cache(8)
def _words(text: str) -> frozenset[str]:
    """The words of a source, of the few at hand."""
    return frozenset(_WORD.findall(text.lower()))


@cache
def _attributes(language: str, around: str) -> Markup:
    if language.partition("-")[0].lower() == around.partition("-")[0].lower():
        return _NONE
    direction = _direction(language)
    turned = Markup() if direction == _direction(around) else Markup(' dir="{}"').format(Markup(direction))
    # A reference in `lang` would be read by browsers, but not by every tool that looks for it.
    name = Markup(language) if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language) else escape(_UNKNOWN)
    return Markup(' lang="{}"').format(name) + turned


def _direction(language: str) -> str:
    """What `dir` says: `ltr`, `rtl`, or `auto` (by its first letter) where the language is not known."""
    try:
        return "auto" if language == _UNKNOWN else Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"
