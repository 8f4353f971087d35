"""Which language the site speaks: said once by whatever makes a page, known to everything that it calls.

    with speaking(site.language):
        ...

Known limit: a site in a language without labels (`labels/*.po`) has English labels, dates and numbers.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from importlib.resources import files
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")

MOST_REMEMBERED = 4096
"""Results of a function that are kept: dates and numbers come again, on the next page too."""
_SITE: ContextVar[str] = ContextVar("site", default="en")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Whatever is made inside speaks this language: `en`, `de`, `pt-BR`."""
    token = _SITE.set(language)
    try:
        yield
    finally:
        _SITE.reset(token)


@cache
def languages() -> tuple[str, ...]:
    """The languages that the site can speak, English first."""
    entries = (files("briefsite.pages") / "labels").iterdir()
    return ("en", *sorted(entry.name.removesuffix(".po") for entry in entries if entry.name.endswith(".po")))


def page_language() -> str:
    """The language that the page says it is in."""
    return _SITE.get()


def spoken() -> str:
    """The language of the site's own words: that of the page, English where there are no labels in it."""
    return _with_labels(page_language())


def remembered(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """The function with its last results kept, for each language spoken by itself. It must depend on nothing else.

    Give it texts: numbers that are equal count as the same, and 1.10 is not to be shown as 1.1.
    """

    @lru_cache(MOST_REMEMBERED)
    def kept(language: str, *given: _Given.args, **named: _Given.kwargs) -> _Made:
        return make(*given, **named)

    @wraps(make)
    def remembering(*given: _Given.args, **named: _Given.kwargs) -> _Made:
        return kept(spoken(), *given, **named)  # type: ignore[arg-type]

    return remembering


def locale() -> Locale:
    """The same as CLDR knows it, for dates and numbers. Our English has the day before the month."""
    return _locale("en-GB" if spoken() == "en" else spoken())


@cache
def _with_labels(language: str) -> str:
    # The labels for all of German serve de-AT as well.
    wanted = (language, language.partition("-")[0])
    return next((name for name in wanted if name in languages()), "en")


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
