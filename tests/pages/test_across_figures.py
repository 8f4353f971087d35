"""Figures of one measure, side by side: few, and each one defensible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefsite.briefing.items import KeyFigure
from briefsite.pages import Listing, Site, briefing_pages, complete_pages, figures_elsewhere, record_of, with_elsewhere
from briefsite.pages.across.compared import Compared, Comparison
from briefsite.pages.across.index import edit_of
from briefsite.pages.across.measure import measure_of
from briefsite.pages.across.reprints import Reprints
from briefsite.pages.slot import SLOT
from pages import sample_site
from pages.sample import ARTICLE, BRIEFING, parsed, verified
from pages.sample_site import DEFAULTS, SPEECH, briefing, entry, pages

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing


def waiting_pages(found: VerifiedBriefing, site: Site) -> dict[str, str]:
    record = record_of(found, site)
    assert record is not None
    return briefing_pages(found, record)


def figure(label: str, **fields: str) -> KeyFigure:
    return KeyFigure.model_validate({"label": label, "value": "5", "unit": "people", "source": "p1", **fields})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("people on the ferry"), figure("people on the night ferry")),
        (figure("people on the ferry"), figure("people on the ferry", unit="percent")),
        (figure("people on the ferry"), figure("people on the ferry", change="up")),
        (figure("people on the ferry"), figure("cars on the ferry")),
        (figure("profit before tax"), figure("profit after tax")),
        (figure("children with a first dose"), figure("children with a second dose")),
        (figure("passengers a year"), figure("passengers a month")),
        (figure("people"), figure("people")),
    ],
    ids=[
        "narrower scope",
        "another unit",
        "a rise is no level",
        "another noun",
        "before is not after",
        "an ordinal that is no time",
        "another rate",
        "too little",
    ],
)
def test_what_is_not_the_same_measure(one: KeyFigure, other: KeyFigure) -> None:
    assert measure_of(one) is None or measure_of(one) != measure_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("people on the ferry in 2024", "People on the Ferry in 2025"),
        ("people on the ferry", "people on a ferry"),
        ("people on the ferry in the first six months of 2025", "people on the ferry in May 2024"),
        ("tickets sold", "the tickets sold last year"),
        ("passengers of the ferry", "passenger of the ferry"),
    ],
)
def test_what_is_the_same_measure(one: str, other: str) -> None:
    assert measure_of(figure(one)) == measure_of(figure(other)) is not None


def test_a_vague_figure_is_compared_with_nothing() -> None:
    vague = KeyFigure.model_validate({"label": "people on the ferry", "qualifier": "vague", "source": "p1"})
    assert measure_of(vague) is None


LATER = {"slug": "later", "title": "A second look", "date": "2026-04-02", "lead": "The board counted once more."}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"count": "360"}, "revision"),
        ({"count": "360", "speaker": "Kit Ray"}, "different source"),
        ({"count": "340"}, None),
    ],
    ids=["one giver, one year, another day", "another giver", "no difference"],
)
def test_why_two_figures_differ(changes: dict[str, str], why: str | None) -> None:
    beside = figures_elsewhere([entry(), entry(**LATER, **changes)])
    assert [row.why for row in beside.get("ferry", ())] == ([why] if why else [])


def test_figures_of_different_years_are_of_different_periods() -> None:
    # The template of the sample says 2025 in label and evidence; the second article is of another year.
    text = {"briefing": sample_site.BRIEFING, "speech": sample_site.SPEECH}
    try:
        sample_site.BRIEFING = text["briefing"].replace("2025", "2024")
        sample_site.SPEECH = text["speech"].replace("2025", "2024")
        other = entry(**LATER, count="310")
    finally:
        sample_site.BRIEFING, sample_site.SPEECH = text["briefing"], text["speech"]
    assert [row.why for row in figures_elsewhere([entry(), other])["later"]] == ["different period"]


def test_the_page_of_a_briefing_shows_the_other_figure_and_its_place() -> None:
    beside = figures_elsewhere([entry(), entry(**LATER, count="360")])
    page = parsed(complete_pages(briefing(), elsewhere=beside["ferry"])["b/ferry/index.md"])
    assert page.is_balanced
    [table] = page.all("table", "bs-t--x")
    for words in ("340", "360", "revision", "A second look", "Nora Quill"):
        assert words in table.text
    assert "../later/index.md#riders" in [link.attributes["href"] for link in page.all("a")]
    assert "Across briefings" not in complete_pages(briefing())["b/ferry/index.md"]


def test_a_page_has_all_of_them() -> None:
    page = parsed(pages(entry(), entry(**LATER, count="360"))["figures/compared.md"])
    assert page.is_balanced
    assert page.text.index("360") < page.text.index("340")
    assert "No two briefings" in parsed(pages(entry())["figures/compared.md"]).text


def comparisons(*entries: Listing) -> list[Comparison]:
    edit, reprints, compared = edit_of({}, entries), Reprints(), Compared()
    compared.bring(edit, reprints, reprints.bring(edit))
    return list(compared.found.values())


def test_a_reprint_counts_once() -> None:
    reprint = entry(slug="reprint", publisher="The Skerry Post", date="2026-03-13")
    later = entry(**LATER, count="360")
    [found] = comparisons(later, reprint, entry())
    assert [(place.row.value, len(place.also)) for place in found.places] == [("360", 0), ("340", 1)]


def test_two_values_of_one_label_in_one_briefing_are_compared_with_nothing() -> None:
    text = sample_site.BRIEFING.replace(
        "quotes:\n",
        "  - {{label: people on the ferry in 2025, value: 7, unit: people,\n"
        "     evidence: It has seven members, source: p3}}\n"
        "quotes:\n",
    )
    twice = Listing.of(verified(text.format(**DEFAULTS), SPEECH.format(**DEFAULTS), slug="ferry"))
    assert len(twice.figures) == 2
    assert comparisons(twice, entry(**LATER, count="360")) == []
    assert len(comparisons(entry(), entry(**LATER, count="360"))) == 1


def test_embargoed_and_withdrawn_figures_stand_beside_nothing() -> None:
    for status in ("embargoed", "withdrawn"):
        assert figures_elsewhere([entry(), entry(**LATER, count="360", status=status)]) == {}


def test_a_page_waits_for_what_others_say_and_changes_nowhere_else() -> None:
    beside = figures_elsewhere([entry(), entry(**LATER, count="360")])
    waiting = waiting_pages(briefing(), Site())["b/ferry/index.md"]
    assert waiting.count(SLOT) == 1
    before, after = waiting.split(SLOT)
    assert with_elsewhere(waiting, ()) == before + after
    filled = with_elsewhere(waiting, beside["ferry"])
    assert filled.startswith(before)
    assert filled.endswith(after)
    assert filled == complete_pages(briefing(), elsewhere=beside["ferry"])["b/ferry/index.md"]
    assert with_elsewhere(filled, beside["ferry"]) == filled


def test_no_text_can_be_taken_for_the_place() -> None:
    written = f'"{SLOT}"'.replace("\0", "\\0")
    hostile = BRIEFING
    for text in ("A ferry for Inish Loe", "Islands", "The pier was rebuilt in 2019.", "Asked again *by phone*."):
        hostile = hostile.replace(text, written)
    found = verified(hostile, ARTICLE.replace("two winters", f"two {SLOT} winters"))
    pages = waiting_pages(found, Site(name=f"Loe {SLOT}"))
    assert [page.count(SLOT) for page in pages.values()] == [1, 0]
    assert all("&#65533;across briefings" in page for page in pages.values())
