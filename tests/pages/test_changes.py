"""The block that tells readers what changed since a briefing was published."""

from __future__ import annotations

from dataclasses import replace

from briefsite.briefing.model import Change
from briefsite.pages import complete_pages
from pages.sample import Parsed, parsed, verified

PAGE = "b/ferry/index.md"


def page(*changes: Change) -> Parsed:
    sample = verified()
    briefing = sample.briefing.model_copy(update={"changes": changes})
    return parsed(complete_pages(replace(sample, briefing=briefing))[PAGE])


def test_a_briefing_without_changes_has_no_such_block() -> None:
    assert "what_changed" not in page().ids


def test_old_and_new_words_are_told_the_newest_first() -> None:
    shown = page(
        Change(date="2026-03-13", item="point", what="reworded", old="About 340", new="About 350"),
        Change(date="2026-03-14", item="q-gone", what="gone", old="We promised"),
        Change(date="2026-03-14", what="value", field="title", old="A boat", new="A ferry"),
    )
    assert shown.is_balanced
    assert [element.text for element in shown.all("del")] == ["We promised", "A boat", "About 340"]
    strong = [element.text for element in shown.all("strong")]
    assert strong[-2:] == ["A ferry", "About 350"]


def test_a_change_leads_to_its_item_where_that_is_still_there() -> None:
    shown = page(
        Change(date="2026-03-13", item="point", what="new", new="x"),
        Change(date="2026-03-13", item="q-gone", what="gone", old="y"),
    )
    links = [link.attributes["href"] for link in shown.all("a") if link.attributes["href"].startswith("#")]
    assert "#point" in links
    assert "#q-gone" not in links


def test_words_of_a_change_are_text_and_nothing_else() -> None:
    shown = page(Change(date="2026-03-13", what="value", field="title", old="<b>*x*</b>", new="](javascript:1)"))
    assert [element.text for element in shown.all("del")] == ["<b>*x*</b>"]
    assert shown.is_balanced
