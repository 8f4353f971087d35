"""How a quotation is shown: alone, or inside the writer's sentence; always in the source's characters."""

from __future__ import annotations

import pytest

from briefsite.pages.quotations import QuoteView, quote_views
from pages.sample import verified

HEAD = "title: T\nsources: [{id: s1, file: seeds/a.txt}]\nquotes:\n"


def views(article: str, *quotes: str) -> list[QuoteView]:
    item = "  - {{speaker: Ada Kell, text: {}, source: [p1, p2], id: q{}}}\n"
    listed = "".join(item.format(text, number) for number, text in enumerate(quotes))
    found = verified(HEAD + listed, f"{article}\n\nA second paragraph follows here, as it must.\n")
    assert all(item.state == "verified" for item in found.items.values()), found.problems
    return quote_views(found, found.briefing.quotes)


def words(view: QuoteView) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in view.sentence)


WHOLE = {
    "it stands first": ("“We will go,” Ada Kell said.", "We will go", "Ada Kell said"),
    "after a comma": ("Ada Kell told reporters, “We will go.”", "We will go.", "Ada Kell told reporters"),
    "after a colon": ("Ada Kell said: “We will go.”", "We will go.", "Ada Kell said"),
    "straight marks with spaces": ('" We will go, " Ada Kell said.', "We will go", "Ada Kell said"),
    "beside another's words": ("“We will go,” Ada Kell said, and Ray Moss called it “a start”.", "We will go", ""),
}


@pytest.mark.parametrize(("article", "quote", "cue"), WHOLE.values(), ids=WHOLE)
def test_a_whole_utterance_stands_alone(article: str, quote: str, cue: str) -> None:
    [view] = views(article, f"'{quote}'")
    assert (view.kind, view.segments, view.cue) == ("Quoted", (quote,), cue)


PARTIAL = {
    "in the middle": (
        "She hoped for “some progress” on Friday.",
        "some progress",
        "She hoped for [“some progress”] on Friday.",
    ),
    "after a comma": (
        "It could help, “if done right”, she said.",
        "if done right",
        "It could help, [“if done right”], she said.",
    ),
}


@pytest.mark.parametrize(("article", "quote", "shown"), PARTIAL.values(), ids=PARTIAL)
def test_a_part_stands_in_the_writers_sentence(article: str, quote: str, shown: str) -> None:
    [view] = views(article, f"'{quote}'")
    assert (view.kind, words(view)) == ("Partly quoted", shown)


def test_two_parts_of_one_sentence_are_shown_once() -> None:
    [view] = views("He wants “real results” on what is “a heavy burden”.", "real results", "a heavy burden")
    assert view.ids == ("q0", "q1")
    assert words(view) == "He wants [“real results”] on what is [“a heavy burden”]."


def test_curly_marks_in_the_file_are_shown_as_the_source_has_them() -> None:
    [view] = views('"It\'s here," Ada Kell said.', '"It’s here"')
    assert view.segments == ("It's here",)


def test_a_part_of_the_name_needs_no_explanation() -> None:
    yaml = HEAD + "  - {speaker: Ada Kell, text: We go, written_as: Kell, because: Ada Kell came, source: p1, id: q}\n"
    found = verified(yaml, "Ada Kell came. “We go,” Kell said.\n")
    assert quote_views(found, found.briefing.quotes)[0].written_as == ""
