"""Feeds: valid, absolute, stable; what matters is told once, what does not is not told."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from briefsite.pages.twins.feeds import ENTRIES
from pages.sample import BRIEFING
from pages.twins.published import CHANGES, HOSTILE, files, record, without_url

WITHDRAWN = BRIEFING.replace("status: reviewed", "status: withdrawn\nsince: 2026-03-20\nnotes: It was misheard.")
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https://"},
        "feed_url": {"type": "string", "pattern": "^https://"},
        "language": {"type": "string"},
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "title", "content_text"],
                "properties": {
                    "id": {"type": "string", "pattern": "^https://"},
                    "url": {"type": "string", "pattern": "^https://"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string"},
                    "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                    "date_modified": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
                "additionalProperties": False,
            },
        },
    },
}
"""What https://jsonfeed.org/version/1.1 asks for, of the fields that we write."""


def feeds(name: str, *briefings: str) -> tuple[Any, dict[str, Any]]:
    """A feed in both formats, read by a feed reader."""
    made = files(*(record(text, slug=f"b{number}") for number, text in enumerate(briefings)))
    rss = feedparser.parse(made[f"b/feeds/{name}.xml"].encode())
    assert not rss.bozo, rss.get("bozo_exception")
    assert rss.version == "rss20"
    data = json.loads(made[f"b/feeds/{name}.json"])
    Draft202012Validator(JSON_FEED, format_checker=FormatChecker()).validate(data)
    assert [entry.id for entry in rss.entries] == [entry["id"] for entry in data["items"]]
    assert [entry.title for entry in rss.entries] == [entry["title"] for entry in data["items"]]
    return rss, data


def test_a_briefing_is_an_entry_that_links_to_its_page() -> None:
    rss, data = feeds("briefings", BRIEFING)
    [entry] = rss.entries
    assert (entry.title, entry.link) == ("A ferry for Inish Loe", "https://example.org/loe/b/b0/")
    assert entry.published == "Thu, 12 Mar 2026 00:00:00 +0000"
    assert [tag.term for tag in entry.tags] == ["Islands"]
    assert data["items"][0]["content_text"].endswith("The ferry sails again in May, but who pays in winter is open.")
    assert {link.rel: link.href for link in rss.feed.links}["self"] == "https://example.org/loe/b/feeds/briefings.xml"


def test_a_draft_says_so() -> None:
    _, data = feeds("briefings", BRIEFING.replace("reviewed", "draft"))
    assert data["items"][0]["content_text"].startswith("Draft · ")


def test_an_entry_is_the_same_when_words_of_the_briefing_change() -> None:
    changed = BRIEFING.replace("A ferry for Inish Loe", "The ferry for Inish Loe").replace(
        "status: reviewed", "status: draft"
    )
    changed = changed.replace("who pays in winter", "who will pay in winter").replace(
        "topics: [Islands]", "topics: [Sea]"
    )
    before, after = (feeds("briefings", text)[1]["items"][0] for text in (BRIEFING, changed))
    for name in ("id", "url", "date_published", "date_modified"):
        assert before[name] == after[name]


def test_the_newest_comes_first_and_a_feed_ends_somewhere() -> None:
    many = [BRIEFING.replace("2026-03-12", f"2024-{n // 28 + 1:02}-{n % 28 + 1:02}") for n in range(ENTRIES + 5)]
    rss, _ = feeds("briefings", *many)
    days = [entry.published_parsed for entry in rss.entries]
    assert len(days) == ENTRIES
    assert days == sorted(days, reverse=True)
    assert rss.entries[0].link.endswith(f"/b{ENTRIES + 4}/")


def test_a_change_is_an_entry_that_links_to_its_item_and_tells_old_and_new() -> None:
    rss, data = feeds("changes", BRIEFING + CHANGES)
    gone, value = rss.entries
    assert value.link == "https://example.org/loe/b/b0/#people-there"
    assert value.title == "Changed: Key figures · A ferry for Inish Loe"
    assert value.description == "Before: 430 · Now: 340"
    assert gone.link == "https://example.org/loe/b/b0/", "the item is no longer there"
    assert data["items"][0]["content_text"] == "Before: The fare will be two pounds"
    assert len({value.id, gone.id, value.link, gone.link}) == 4


def test_a_change_keeps_its_name_when_others_follow_and_two_of_one_day_have_two() -> None:
    again = '  - {date: 2026-03-14, item: people-there, what: value, field: value, old: "340", new: "341"}\n'
    before = {entry.id for entry in feeds("changes", BRIEFING + CHANGES)[0].entries}
    after = [entry.id for entry in feeds("changes", BRIEFING + CHANGES + again)[0].entries]
    assert before < set(after)
    assert len(set(after)) == 3


def test_a_change_is_no_new_entry_among_the_briefings() -> None:
    before, after = (feeds("briefings", text)[1]["items"] for text in (BRIEFING, BRIEFING + CHANGES))
    assert [entry["id"] for entry in before] == [entry["id"] for entry in after]
    assert after[0]["date_modified"] == "2026-03-15T00:00:00Z"
    assert after[0]["date_published"] == before[0]["date_published"]


@pytest.mark.parametrize("feed", ["briefings", "changes", "topic-islands"])
def test_a_withdrawal_is_told_as_something_new_in_every_feed(feed: str) -> None:
    rss, _ = feeds(feed, WITHDRAWN)
    [entry] = rss.entries
    assert entry.title == "Withdrawn: A ferry for Inish Loe"
    assert entry.link == "https://example.org/loe/b/b0/"
    assert entry.id != entry.link
    assert entry.published == "Fri, 20 Mar 2026 00:00:00 +0000"
    assert "Please do not quote" in entry.description
    assert "It was misheard." in entry.description
    assert "340" not in entry.description


def test_a_topic_has_its_feed_whatever_the_case_of_its_name() -> None:
    sea = BRIEFING.replace("topics: [Islands]", "topics: [islands, Sea]")
    rss, _ = feeds("topic-islands", BRIEFING, sea)
    assert len(rss.entries) == 2
    assert len(feeds("topic-sea", BRIEFING, sea)[0].entries) == 1


def test_without_an_address_of_the_site_there_are_no_feeds() -> None:
    made = files(record(site=without_url()), site=without_url())
    assert not [path for path in made if path.startswith("b/feeds/")]
    assert "b/data/quotes.csv" in made


def test_a_hostile_title_is_text_in_both_formats() -> None:
    rss, data = feeds("briefings", BRIEFING.replace("title: A ferry for Inish Loe", f"title: {json.dumps(HOSTILE)}"))
    assert data["items"][0]["title"].startswith("</script><img src=x onerror=alert(1)>")
    assert rss.entries[0].title == data["items"][0]["title"]


def test_a_description_holds_no_markup_once_it_is_read_as_html() -> None:
    made = files(
        record(BRIEFING.replace("text: The ferry sails again in May", "text: <script>alert(1)</script> The ferry"))
    )
    channel = ElementTree.fromstring(made["b/feeds/briefings.xml"].encode())
    [text] = [element.text for element in channel.iterfind(".//item/description")]
    assert text
    assert "&lt;script&gt;" in text
    assert "<script>" not in text
