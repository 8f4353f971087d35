"""The page of a briefing and the view of its source: what they hold, and that they lead to each other."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from briefsite.pages import Listing, Site, assets, briefing_files, complete_pages, record_of, site_pages
from golden import assert_golden
from pages.sample import ARTICLE, BRIEFING, CONFIGURATION, Parsed, parsed, verified

GOLDEN = Path(__file__).parent / "golden"
PAGE, SOURCE = "b/ferry/index.md", "b/ferry/source.md"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return complete_pages(verified())


@pytest.fixture(scope="module")
def page(pages: dict[str, str]) -> Parsed:
    return parsed(pages[PAGE])


@pytest.fixture(scope="module")
def source(pages: dict[str, str]) -> Parsed:
    return parsed(pages[SOURCE])


def with_class(page: Parsed, kind: str) -> list[str]:
    return [" ".join(element.text.split()) for element in page.all(kind=kind)]


@pytest.mark.parametrize("path", [PAGE, SOURCE])
def test_pages_are_the_ones_that_were_agreed_on(pages: dict[str, str], path: str) -> None:
    assert_golden(pages[path], GOLDEN / path.replace("/", "-"))


def test_the_same_briefing_gives_the_same_bytes(pages: dict[str, str]) -> None:
    assert complete_pages(verified()) == pages


@pytest.mark.parametrize("path", [PAGE, SOURCE])
def test_every_tag_is_closed_and_none_is_left_for_markdown(pages: dict[str, str], path: str) -> None:
    page = parsed(pages[path])
    assert page.is_balanced
    assert not [element for element in page.elements if "markdown" in element.attributes]
    assert not any(word in page.text for word in ("markdown=", "](", "{ .", "{ #", "<div", "</"))


@pytest.mark.parametrize("path", [PAGE, SOURCE])
def test_no_two_places_share_an_id(pages: dict[str, str], path: str) -> None:
    ids = parsed(pages[path]).ids
    assert len(ids) == len(set(ids))


def test_every_item_is_a_permalink(page: Parsed) -> None:
    for items in verified().briefing.sections().values():
        for item in items:
            assert item.id in page.ids


def test_every_chip_leads_to_its_words_and_back(page: Parsed, source: Parsed) -> None:
    chips = [element.attributes for element in page.all("a", "bs-chip")]
    assert len(chips) == 12
    for chip in chips:
        file, _, anchor = chip["href"].partition("#")
        assert file == "source.md"
        assert anchor in source.ids
        if described := chip.get("aria-describedby"):
            assert described in page.ids
    back = [link.attributes["href"] for link in source.all("a") if link.attributes["href"].startswith("index.md#")]
    assert back
    assert {href.split("#")[1] for href in back} <= set(page.ids)


def test_sections_are_headings_in_order(page: Parsed) -> None:
    headings = [element.text.removesuffix("#") for element in page.all("h2")]
    assert headings == [
        "Key points",
        "Key figures",
        "Who said what",
        "Timeline",
        "Background",
        "Open questions",
        "People",
        "Source and method",
        "Cite and reuse",
    ]


def test_the_strip_says_source_day_state_and_count(page: Parsed) -> None:
    [strip] = with_class(page, "bs-status")
    assert strip == "The Loe Courier 12 March 2026 Reviewed 1 not found in the source 10 of 11 word for word"


def test_words_that_the_source_lacks_are_not_shown_as_a_quotation(page: Parsed) -> None:
    [lost] = page.all(kind="bs-lost")
    assert lost.attributes["id"] == "altered"
    assert lost.text.startswith("Not shown: a quotation")
    assert "petrol" not in "".join(with_class(page, "bs-quote__w"))


def test_a_resolved_pronoun_shows_its_reason(page: Parsed) -> None:
    [who] = with_class(page, "bs-quote__who")
    assert who.startswith("She → Nora Quill, from “Quill was less sure about the fare”")


def test_a_persons_own_words_are_marked(page: Parsed) -> None:
    tagged = [element for element in page.all("li") if element.attributes.get("id") == "pier"]
    assert tagged[0].text.startswith("Editor’s note")
    assert with_class(page, "bs-own")[0] == "The ferry sails again in May, but who pays in winter is open."


def test_figures_are_semibold_in_key_points(page: Parsed) -> None:
    assert "<b>340</b>" in complete_pages(verified())[PAGE]


def test_events_after_the_article_are_still_to_come(page: Parsed) -> None:
    past, to_come = page.all("ol")
    assert "sank" in past.text
    assert "due to decide" in to_come.text


def test_slips_and_drawings_stay_out_of_the_search_index(page: Parsed) -> None:
    for element in page.all(kind="bs-ev") + page.all(kind="bs-chip") + page.all(kind="bs-cover"):
        assert "data-search-exclude" in element.attributes
    # The theme forgets an excluded element as soon as one of the same tag ends inside it.
    assert not [e for e in page.elements if e.tag == "span" and "bs-ev" in e.inside]


def test_unused_paragraphs_say_so(source: Parsed) -> None:
    assert with_class(source, "bs-p__m--no") == []
    bare = BRIEFING.split("quotes:")[0]
    assert "Not used" in with_class(parsed(complete_pages(verified(bare))[SOURCE]), "bs-p__m--no")


def test_the_source_is_shown_word_for_word(source: Parsed) -> None:
    article = verified().articles["s1"]
    shown = [element.text for element in source.all("p", "bs-p__t")]
    assert shown == [paragraph.span.of(article.text) for paragraph in article.paragraphs]


def test_empty_blocks_disappear() -> None:
    page = parsed(complete_pages(verified("title: T\nsources: [{file: seeds/a.txt}]\n"))[PAGE])
    assert [element.text.removesuffix("#") for element in page.all("h2")] == ["Source and method", "Cite and reuse"]


def test_an_embargoed_briefing_has_no_page() -> None:
    assert complete_pages(verified(BRIEFING.replace("reviewed", "embargoed"))) == {}


def test_a_withdrawn_briefing_keeps_its_address_and_nothing_else() -> None:
    pages = complete_pages(verified(BRIEFING.replace("reviewed", "withdrawn")))
    assert list(pages) == [PAGE]
    assert "Withdrawn" in pages[PAGE]
    assert "diesel" not in pages[PAGE]
    assert "340" not in pages[PAGE]


def test_several_sources_have_a_view_each() -> None:
    two = BRIEFING.replace("file: seeds/ferry.txt", "file: seeds/ferry.txt\n  - id: s2\n    file: seeds/two.txt")
    two = two.replace("source: p5\n    id: sank", "source: s2:p1\n    id: sank").replace(
        "text: The old ferry sank at its mooring in November 2024.", "text: Divers raised it in November 2024."
    )
    pages = complete_pages(verified(two, ARTICLE, "Divers raised it in November 2024.\n"))
    assert list(pages) == [PAGE, SOURCE, "b/ferry/source-s2.md"]
    assert "source-s2.md#at-sank" in pages[PAGE]
    assert 'id="at-sank"' in pages["b/ferry/source-s2.md"]


@pytest.mark.parametrize(
    ("due", "words"),
    [("2026-03-26", "the next on 26 March 2026"), ("2026-09", "the next in September 2026")],
)
def test_the_key_points_end_with_what_is_open(due: str, words: str) -> None:
    page = parsed(complete_pages(verified(BRIEFING.replace("due: 2026-03-26", f"due: {due}")))[PAGE])
    assert with_class(page, "bs-next") == [f"1 open question, {words}"]


def test_a_long_label_is_clipped_beside_the_key_points_and_whole_below() -> None:
    label = "people on the island, " + "those who come for the summer included " * 4
    page = parsed(complete_pages(verified(BRIEFING.replace("label: people on the island", f"label: {label}")))[PAGE])
    card = page.all(kind="bs-fig__l")[0].text
    assert card.endswith("…")
    assert label.startswith(card.removesuffix("…"))
    assert len(card) <= 120
    assert label.strip() in [" ".join(element.text.split()) for element in page.all(kind="bs-row__l")]
    assert page.ids.count("people-there") == 1


def test_a_name_does_not_take_the_tint_of_the_sentence_round_it() -> None:
    words = "said Nora Quill, who chairs"
    quoted = BRIEFING.replace("We promised the islanders a boat and they will have one", words)
    [name] = [
        element.attributes["class"]
        for element in parsed(complete_pages(verified(quoted))[SOURCE]).all("span")
        if element.text == "Nora Quill"
    ]
    assert name.split()[:2] == ["bs-k1-quote", "bs-k2-person"]


def test_a_source_that_cannot_be_read_leaves_a_page() -> None:
    found = verified()
    pages = complete_pages(replace(found, articles={}))
    assert list(pages) == [PAGE]
    assert "could not be read" in pages[PAGE]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_mkdocs_finds_nothing_to_warn_about(tmp_path: Path, directory_urls: bool) -> None:
    docs = tmp_path / "docs"
    record = record_of(verified(), Site())
    assert record
    pages = {**complete_pages(verified()), **briefing_files(record), **site_pages([Listing.of(verified())])}
    for path, content in {**pages, **assets()}.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    (docs / "about.md").write_text("# About\n", encoding="utf-8")  # a new workspace has it, and its navigation names it
    configuration = load_config(
        CONFIGURATION.open("rb"),
        docs_dir=str(docs),
        site_dir=str(tmp_path / "site"),
        plugins=["search"],
        use_directory_urls=directory_urls,
        strict=True,
    )
    build(configuration)  # raises at the first warning
    searched = (tmp_path / "site/search/search_index.json").read_text(encoding="utf-8")
    places = [entry["location"] for entry in json.loads(searched)["docs"]]
    for item in ("promise", "people-there", "quill", "winter"):
        assert any(place.endswith(f"#{item}") for place in places)
    assert "petrol" not in "".join(entry["title"] for entry in json.loads(searched)["docs"])
    assert "¶" not in searched.replace("\\u00b6", "¶")


def test_paper_has_the_cited_words_by_paragraph(page: Parsed) -> None:
    notes = [element.text for element in page.all("li") if "section" in element.inside]
    assert [note.split()[0] for note in notes] == ["¶1", "¶2", "¶3", "¶4", "¶5", "¶6"]
    assert notes[3] == "¶4 Quill was less sure about the fare … as low as the diesel allows"


def test_each_paragraph_that_is_used_leads_into_the_original_where_that_is_known() -> None:
    known = BRIEFING.replace("file: seeds/ferry.txt", "file: seeds/ferry.txt\n    url: https://loe.example/ferry")
    links = [
        [
            link.attributes["href"]
            for link in parsed(complete_pages(verified(text))[SOURCE]).all("a")
            if link.text == "in the original"
        ]
        for text in (BRIEFING, known)
    ]
    assert links[0] == []
    assert (
        links[1][1]
        == "https://loe.example/ferry#:~:text=We%20promised%20the%20islanders%20a%20boat%20and%20they%20will%20have%20one"
    )
    assert len(links[1]) == 6


def test_a_quotation_can_be_cited_and_looked_up_from_the_foot_of_the_page() -> None:
    known = BRIEFING.replace("file: seeds/ferry.txt", "file: seeds/ferry.txt\n    url: https://loe.example/ferry")
    page = parsed(complete_pages(verified(known), Site(name="Loe", url="https://example.org/"))[PAGE])
    [promise, fare] = [element.text for element in page.all("li") if element.text.startswith("Nora Quill: ")]
    assert "¶2. “A ferry for Inish Loe”, Loe. https://example.org/b/ferry/#promise" in promise
    assert fare.endswith("#fare in the original")
