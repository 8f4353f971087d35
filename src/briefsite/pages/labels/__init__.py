"""What the site itself says, in the language spoken (see `language`); the words of a source are never touched.

Messages stand where they are used, in English: `t("Key points")`, `tn("{n} question", "{n} questions", count)`. The
other languages are PO files in this folder, one each (`de.po`), which `scripts/labels.py` brings up to date.

Text comes out, not markup. Templates have functions of the same names, which give escaped markup and take markup for
values (see `environment`).
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import TYPE_CHECKING

from briefsite.pages.language import spoken
from briefsite.pages.numbers import number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def N_(message: str) -> str:  # noqa: N802 (the name that every tool knows)
    """The message as it is: marks one that stands in a table, for `t` to translate when it is used."""
    return message


def t(message: str, /, *, write: Callable[[object], str] = str, **values: object) -> str:
    """The message in the language spoken, `{names}` filled in; `write` says how text and values are written."""
    return _filled(_translated(spoken(), message), values, write)


def tn(one: str, many: str, n: int, /, *, write: Callable[[object], str] = str, **values: object) -> str:
    """The message in the plural form that the language has for `n`, which fills in `{n}`."""
    return _filled(_catalogue(spoken()).ngettext(one, many, n), {"n": number_words(n), **values}, write)


def _filled(message: str, values: Mapping[str, object], write: Callable[[object], str]) -> str:
    parts: list[str] = []
    for text, name in _parts(message, write):
        parts.append(text)
        if name:
            parts.append(write(values[name]))
    return "".join(parts)


@cache
def _parts(message: str, write: Callable[[object], str]) -> tuple[tuple[str, str | None], ...]:
    """The message as stretches of text as they are written, each with the name that follows it, if one does."""
    return tuple((str(write(text)), name) for text, name, _, _ in Formatter().parse(message))


@cache
def _translated(language: str, message: str) -> str:
    return _catalogue(language).gettext(message)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO((files(__name__) / f"{language}.po").read_bytes()), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
