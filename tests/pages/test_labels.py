"""What the site says is said in every language that it claims to speak, and stays text."""

from __future__ import annotations

import importlib.util
import string
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefsite.pages import labels
from briefsite.pages.environment import environment
from briefsite.pages.labels import t, tn
from briefsite.pages.language import languages, locale, speaking, spoken
from command import REPOSITORY

if TYPE_CHECKING:
    from types import ModuleType

FOREIGN = [language for language in languages() if language != "en"]


@cache
def script() -> ModuleType:
    """scripts/labels.py, which brings the catalogues up to date."""
    spec = importlib.util.spec_from_file_location("labels_script", REPOSITORY / "scripts/labels.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_german_is_spoken() -> None:
    assert "de" in FOREIGN


def test_messages_are_found_in_code_and_in_templates() -> None:
    found = {message.id for message in script().messages() if message.id}
    assert "Who said what" in found  # a template
    assert "Speaker not known" in found  # a table in the code
    assert ("{n} open question", "{n} open questions") in found


@pytest.mark.parametrize("language", FOREIGN)
def test_every_message_has_a_translation_and_none_is_stale(language: str) -> None:
    catalogue = script().read(script().FOLDER / f"{language}.po")
    assert script().missing(catalogue) == []
    used = {message.id for message in script().messages()}
    assert {message.id for message in catalogue} - used == set()


@pytest.mark.parametrize("language", FOREIGN)
def test_translations_have_the_names_of_their_message(language: str) -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    catalogue = script().read(script().FOLDER / f"{language}.po")
    for message in catalogue:
        if message.id:
            originals = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            assert {frozenset(names(text)) for text in strings} <= {frozenset(names(text)) for text in originals}


@pytest.mark.parametrize("language", FOREIGN)
def test_the_file_is_as_the_script_writes_it(language: str) -> None:
    path = script().FOLDER / f"{language}.po"
    assert script().written(script().read(path)) == path.read_bytes()


def test_a_language_is_spoken_inside_and_forgotten_after() -> None:
    with speaking("de"):
        assert (t("Timeline"), spoken(), str(locale())) == ("Zeitleiste", "de", "de")
        with speaking("en"):
            assert t("Timeline") == "Timeline"
        assert t("Timeline") == "Zeitleiste"
    assert (t("Timeline"), str(locale())) == ("Timeline", "en_GB")


@pytest.mark.parametrize(("language", "label"), [("de-AT", "Zeitleiste"), ("fr", "Timeline"), ("", "Timeline")])
def test_a_region_has_its_language_and_an_unknown_one_has_english(language: str, label: str) -> None:
    with speaking(language):
        assert t("Timeline") == label


def test_plurals_and_numbers_are_those_of_the_language() -> None:
    forms = ("{n} open question", "{n} open questions")
    assert [tn(*forms, n) for n in (0, 1, 2000)] == ["0 open questions", "1 open question", "2,000 open questions"]
    with speaking("de"):
        assert [tn(*forms, n) for n in (1, 2000)] == ["1 offene Frage", "2.000 offene Fragen"]


def test_values_are_text_whatever_they_look_like() -> None:
    assert labels.t("Not shown: {what}", what="{n} {what}") == "Not shown: {n} {what}"


def test_in_a_template_message_and_values_are_escaped_once_and_markup_is_left() -> None:
    link = "{% set link %}<b>x</b>{% endset %}"
    template = environment().from_string(link + "{{ t('a * {one} {two}', one=text, two=link) }}")
    assert template.render(text="[y](z) { .a }") == ("a &#42; &#91;y&#93;&#40;z&#41; &#123; &#46;a &#125; <b>x</b>")
