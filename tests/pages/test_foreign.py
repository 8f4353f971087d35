"""Words in another language than the page's say so, and run the right way; the page's own language is not repeated."""

from __future__ import annotations

import pytest

from briefsite.pages import Site, complete_pages
from briefsite.pages.foreign import attributes, own_attributes
from briefsite.pages.language import speaking
from pages.sample import ARTICLE, BRIEFING, Element, Parsed, parsed, verified

ARABIC = """\
---
title: المدينة تفتح الجسر الجديد
language: ar
---
افتتحت المدينة يوم الأربعاء الجسر الجديد فوق النهر. وقالت رئيسة البلدية ليلى حداد: «انتظرنا هذا الجسر عشرين عاما».

ولم يعلن بعد موعد فتح الطريق. وهذا سطر آخر.
"""
ARABIC_BRIEFING = """\
title: A bridge is opened
sources: [{id: s1, file: seeds/a.txt}]
summary:
  - {text: افتتحت المدينة يوم الأربعاء الجسر الجديد فوق النهر., source: p1, id: line}
quotes:
  - {speaker: ليلى حداد, text: انتظرنا هذا الجسر عشرين عاما, source: p1, id: q}
people:
  - {name: ليلى حداد, role: رئيسة البلدية, source: p1, id: who}
"""


@pytest.mark.parametrize(
    ("language", "page", "expected"),
    [
        ("en", "en", ""),
        ("en-GB", "en", ""),
        ("de", "de-AT", ""),
        ("en", "de", ' lang="en"'),
        ("ar", "en", ' lang="ar" dir="rtl"'),
        ("he", "ar", ' lang="he"'),
        ("en", "fa", ' lang="en" dir="ltr"'),
        ("ur", "de", ' lang="ur" dir="rtl"'),
        ("und", "en", ' lang="und" dir="auto"'),
        ("not a language", "en", ' lang="und" dir="auto"'),
        ('x" onclick="', "en", ' lang="und" dir="auto"'),
    ],
)
def test_a_language_is_marked_where_it_is_not_the_pages(language: str, page: str, expected: str) -> None:
    with speaking(page):
        assert attributes(language) == expected


def test_our_words_within_foreign_text_are_marked_back() -> None:
    with speaking("de"):
        assert own_attributes("ar") == ' lang="de" dir="ltr"'
        assert own_attributes("de") == ""


def marked(page: Parsed, language: str) -> list[Element]:
    return [element for element in page.elements if element.attributes.get("lang") == language]


def test_an_arabic_source_runs_from_right_to_left_on_an_english_page() -> None:
    pages = complete_pages(verified(ARABIC_BRIEFING, ARABIC))
    page, source = parsed(pages["b/ferry/index.md"]), parsed(pages["b/ferry/source.md"])
    arabic = marked(page, "ar")
    assert {element.attributes["dir"] for element in arabic} == {"rtl"}
    for words in ("افتتحت المدينة", "انتظرنا هذا الجسر", "رئيسة البلدية", "وقالت رئيسة البلدية", "المدينة تفتح"):
        assert any(words in element.text for element in arabic), words
    slips = page.all(kind="bs-ev")
    assert slips
    assert all(slip in arabic for slip in slips)
    assert all(paragraph in marked(source, "ar") for paragraph in source.all("p", "bs-p__t"))
    # What we say in between is ours: the count of what is not shown, the margin.
    [gap] = source.all(kind="bs-gap")
    assert (gap.attributes["lang"], gap.attributes["dir"]) == ("en", "ltr")
    assert not any("bs-p__m" in element.attributes.get("class", "") for element in marked(source, "ar"))


def test_our_own_title_of_a_foreign_article_is_in_our_language() -> None:
    page = parsed(complete_pages(verified(ARABIC_BRIEFING, ARABIC))["b/ferry/index.md"])
    assert not any("A bridge" in element.text for element in marked(page, "ar"))


def test_a_german_page_marks_an_english_source_and_not_what_a_person_wrote() -> None:
    pages = complete_pages(verified(BRIEFING, ARTICLE), Site(language="de"))
    english = [element.text for element in marked(parsed(pages["b/ferry/index.md"]), "en")]
    assert any("We promised the islanders" in text for text in english)
    assert not any("The pier was rebuilt" in text for text in english)
    assert 'lang="en"' not in complete_pages(verified(BRIEFING, ARTICLE))["b/ferry/index.md"]


def test_a_german_page_says_everything_of_its_own_in_german() -> None:
    page = parsed(complete_pages(verified(), Site(language="de"))["b/ferry/index.md"])
    assert [element.text.removesuffix("#") for element in page.all("h2")] == [
        "Kernpunkte",
        "Wichtige Zahlen",
        "Wer was gesagt hat",
        "Zeitleiste",
        "Hintergrund",
        "Offene Fragen",
        "Personen",
        "Quelle und Methode",
        "Zitieren und weiterverwenden",
    ]
    [strip] = [" ".join(element.text.split()) for element in page.all(kind="bs-status")]
    assert strip == "The Loe Courier 12. März 2026 Geprüft 1 nicht in der Quelle gefunden 10 von 11 wortgetreu"
    # The figure's own number is semibold in the source's sentence, which writes it as English does.
    assert "bis zu 15 %" in page.text
    assert "<b>340</b>" in complete_pages(verified(), Site(language="de"))["b/ferry/index.md"]


def test_a_date_that_the_source_writes_out_is_not_repeated_beside_its_german_form() -> None:
    page = parsed(complete_pages(verified(), Site(language="de"))["b/ferry/index.md"])
    assert "November 2024" in page.text
    assert not page.all(kind="bs-tl__w")
