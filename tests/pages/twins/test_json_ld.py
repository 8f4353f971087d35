"""What a page says of itself: schema.org, Open Graph, and the address of its twins."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from briefsite.pages import complete_pages
from briefsite.pages.twins import feed_links, head, json_ld
from briefsite.pages.twins.shown_text import shown
from pages.sample import BRIEFING, Parsed, parsed, verified
from pages.twins.published import HOSTILE, SITE, record, without_url

PAGE = "https://example.org/loe/b/ferry/"
SCHEMA_ORG = {"@context": {"@vocab": "https://schema.org/"}}


def of_page(briefing: str = BRIEFING) -> dict[str, Any]:
    """The data as a browser finds it in the page."""
    page = parsed(complete_pages(verified(briefing), SITE)["b/ferry/index.md"])
    [script] = page.all("script")
    assert script.attributes["type"] == "application/ld+json"
    made: dict[str, Any] = json.loads(script.text)
    return made


def expanded(data: dict[str, Any]) -> dict[str, Any]:
    """The same as a JSON-LD processor reads it, which takes away what is no term of the vocabulary."""
    [made] = jsonld.expand(data, {"base": PAGE, "documentLoader": lambda url, _: {
        "contextUrl": None, "documentUrl": url, "document": SCHEMA_ORG,
    }})  # fmt: skip
    return dict(made)


def test_a_briefing_is_an_article_based_on_its_source() -> None:
    data = of_page()
    assert (data["@type"], data["headline"], data["url"]) == ("Article", "A ferry for Inish Loe", PAGE)
    assert (data["datePublished"], data["inLanguage"]) == ("2026-03-12", "en")
    assert data["publisher"] == {"@type": "Organization", "name": "Loe Briefings", "url": SITE.url}
    [source] = data["isBasedOn"]
    assert source["headline"] == "Ferry to Inish Loe returns after two winters"
    assert source["publisher"] == {"@type": "Organization", "name": "The Loe Courier"}


def test_a_quotation_has_its_words_speaker_source_and_permalink() -> None:
    promise, fare = of_page()["hasPart"]
    assert promise["@type"] == "Quotation"
    assert promise["@id"] == f"{PAGE}#promise"
    assert promise["text"] == "We promised the islanders a boat and they will have one"
    assert promise["creator"]["name"] == "Nora Quill"
    assert promise["citation"].endswith("The Loe Courier, 12 March 2026, ¶2")
    assert promise["isBasedOn"] == {"@id": of_page()["isBasedOn"][0]["@id"]}
    assert fare["@id"] == f"{PAGE}#fare"


def test_a_processor_of_json_ld_understands_all_of_it() -> None:
    made = expanded(of_page())
    vocabulary = "https://schema.org/"
    assert made["@type"] == [f"{vocabulary}Article"]
    for name in ("headline", "datePublished", "publisher", "isBasedOn", "hasPart", "mainEntityOfPage"):
        assert made[f"{vocabulary}{name}"]
    assert {part["@type"][0] for part in made[f"{vocabulary}hasPart"]} == {f"{vocabulary}Quotation"}
    assert [part["@id"] for part in made[f"{vocabulary}hasPart"]] == [f"{PAGE}#promise", f"{PAGE}#fare"]


def test_without_an_address_of_the_site_its_names_are_read_against_the_page() -> None:
    text = json_ld(record(site=without_url()))
    made = expanded(json.loads(text.partition(">")[2].removesuffix("</script>")))
    assert made["@id"] == f"{PAGE}#the_briefing"


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip()))
def test_no_title_gets_out_of_its_script(title: str) -> None:
    text = str(json_ld(replace(record(), title=title)))
    assert text.count("<") == text.count(">") == 2
    inside = text.partition(">")[2].removesuffix("</script>")
    assert not set("<>&'`*") & set(inside)
    assert json.loads(inside)["headline"] == (shown(title) or "ferry")


def test_a_hostile_title_is_the_headline() -> None:
    data = of_page(BRIEFING.replace("title: A ferry for Inish Loe", f"title: {json.dumps(HOSTILE)}"))
    assert data["headline"] == HOSTILE.replace("\u202e", "[U+202E]")


def elements(html: str) -> Parsed:
    reader = Parsed()
    reader.feed(html)
    reader.close()
    return reader


def test_cards_have_title_description_address_and_days() -> None:
    metas = {
        e.attributes.get("property") or e.attributes["name"]: e.attributes["content"]
        for e in elements(head(record())).all("meta")
    }
    assert metas == {
        "og:type": "article",
        "og:title": "A ferry for Inish Loe",
        "og:description": "The ferry sails again in May, but who pays in winter is open.",
        "og:url": PAGE,
        "og:site_name": "Loe Briefings",
        "article:published_time": "2026-03-12",
        "article:modified_time": "2026-03-12",
        "article:tag": "Islands",
        "twitter:card": "summary",
        "twitter:title": "A ferry for Inish Loe",
        "twitter:description": "The ferry sails again in May, but who pays in winter is open.",
    }


def test_the_twins_are_named_in_the_head_and_linked_on_the_page() -> None:
    links = elements(head(record())).all("link")
    assert [(link.attributes["rel"].strip(), link.attributes["href"]) for link in links] == [
        ("alternate", "briefing.json"),
        ("alternate", "briefing.txt"),
    ]
    page = parsed(complete_pages(verified(), SITE)["b/ferry/index.md"])
    linked = {link.attributes["href"] for link in page.all("a")}
    assert {"briefing.json", "briefing.txt", "cite.txt", "cite.ris", "cite.csl.json"} <= linked


def test_a_hostile_title_stays_in_its_attribute() -> None:
    title = "\"><script>alert(1)</script><meta name='"
    made = elements(head(record(BRIEFING.replace("title: A ferry for Inish Loe", f"title: {json.dumps(title)}"))))
    assert {element.tag for element in made.elements} == {"meta", "link"}
    assert [e.attributes["content"] for e in made.all("meta") if e.attributes.get("property") == "og:title"] == [title]


def test_a_withdrawn_briefing_asks_not_to_be_found() -> None:
    made = record(BRIEFING.replace("reviewed", "withdrawn"))
    assert head(made) == '<meta name="robots" content="noindex">'
    assert json_ld(made) == ""


@pytest.mark.parametrize(("site", "count"), [(SITE, 4), (without_url(), 0)])
def test_every_page_names_the_feeds_where_there_are_any(site: Any, count: int) -> None:
    links = elements(feed_links(site)).all("link")
    assert len(links) == count
    assert all(link.attributes["href"].startswith("https://example.org/loe/b/feeds/") for link in links)
