"""The JSON twin: its documented shape, exact words, and nothing that the page does not show."""

from __future__ import annotations

import json
from importlib.resources import files as package_files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefsite.pages.settings import Site
from pages.sample import ARTICLE, BRIEFING, verified
from pages.twins.published import CHANGES, HOSTILE, files, record, without_url

SCHEMA = json.loads((package_files("briefsite.pages") / "assets/briefing-twin.schema.json").read_text(encoding="utf-8"))
WITH_EVERYTHING = BRIEFING.replace("status: reviewed", "status: reviewed\nsince: 2026-03-13") + CHANGES


def twin(briefing: str = BRIEFING, article: str = ARTICLE, **settings: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(files(record(briefing, article, **settings))["b/ferry/briefing.json"])
    return made


def item(found: dict[str, Any], id: str) -> dict[str, Any]:
    [one] = [one for one in found["items"] if one["id"] == id]
    return dict(one)


@pytest.mark.parametrize(
    "briefing",
    [
        BRIEFING,
        WITH_EVERYTHING,
        BRIEFING.replace("reviewed", "withdrawn"),
        "title: T\nsources: [{file: seeds/a.txt}]\n",
    ],
)
@pytest.mark.parametrize("site", [Site(url="https://example.org/"), without_url()])
def test_every_twin_has_the_documented_shape(briefing: str, site: Site) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(twin(briefing, site=site))


def test_the_schema_knows_every_key_of_an_item() -> None:
    broken = twin()
    broken["items"][0]["colour"] = "red"
    assert not Draft202012Validator(SCHEMA).is_valid(broken)


def test_words_of_a_source_are_its_own_characters() -> None:
    found = twin(article=ARTICLE.replace("a boat and they", "a\u00a0boat and they"))
    promise = item(found, "promise")
    assert promise["text"] == ["We promised the islanders a\u00a0boat and they will have one"]
    assert promise["verbatim"] is True
    assert promise["evidence"][0]["words"] == promise["text"][0]


def test_items_are_in_the_order_of_the_page_with_their_permalinks() -> None:
    found = twin()
    assert [one["id"] for one in found["items"]][:3] == ["line", "point", "people-there"]
    assert item(found, "fare")["permalink"] == "https://example.org/loe/b/ferry/#fare"
    assert item(twin(site=without_url()), "fare")["permalink"] == "b/ferry/index.html#fare"


def test_who_he_is_is_told_with_the_words_that_say_so() -> None:
    fare = item(twin(), "fare")
    assert (fare["speaker"], fare["written_as"]) == ("Nora Quill", "She")
    assert [one["words"] for one in fare["because"]] == ["Quill was less sure about the fare"]
    assert fare["note"] == "Asked again by phone."


def test_of_an_item_whose_words_were_not_found_only_its_name_is_left() -> None:
    lost = item(twin(), "altered")
    assert lost["state"] == "lost"
    assert (lost["text"], lost["speaker"], lost["evidence"]) == ([], None, [])
    assert "petrol" not in json.dumps(twin())


@pytest.mark.parametrize(("rights", "is_given"), [("full", True), ("excerpt", False), ("link-only", False)])
def test_places_in_the_source_are_given_where_all_of_it_may_be_shown(rights: str, is_given: bool) -> None:
    found = twin(BRIEFING.replace("file: seeds/ferry.txt", f"file: seeds/ferry.txt\n    rights: {rights}"))
    [place] = item(found, "promise")["evidence"]
    assert (place["start"] is not None) is is_given
    if is_given:
        assert ARTICLE[place["start"] : place["end"]] == place["words"]


def test_where_only_cited_words_may_be_shown_no_others_are() -> None:
    found = BRIEFING.replace(
        "file: seeds/ferry.txt", "file: seeds/ferry.txt\n    rights: link-only\n    url: https://loe.example/"
    )
    for content in files(record(found)).values():
        for words in ("harbour board said", "Nobody was hurt", '"She"', "%2D"):
            assert words not in content


def test_no_file_is_made_of_an_embargoed_briefing() -> None:
    from briefsite.pages.twins import record_of

    assert record_of(verified(BRIEFING.replace("reviewed", "embargoed")), Site()) is None


def test_a_withdrawn_one_is_a_dated_notice() -> None:
    found = twin(
        BRIEFING.replace("status: reviewed", "status: withdrawn\nsince: 2026-03-20\nnotes: The board was *misheard*.")
    )
    assert (found["status"], found["since"], found["note"]) == ("withdrawn", "2026-03-20", "The board was misheard.")
    assert (found["items"], found["sources"], found["changes"]) == ([], [], [])


def test_any_text_comes_through_unchanged() -> None:
    found = twin(BRIEFING.replace("title: A ferry for Inish Loe", f"title: {json.dumps(HOSTILE)}"))
    assert found["title"] == HOSTILE


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert files(record(WITH_EVERYTHING)) == files(record(WITH_EVERYTHING))
