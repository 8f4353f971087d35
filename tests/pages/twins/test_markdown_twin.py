"""The Markdown twin reads well as plain text, and as Markdown says the same."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from briefsite.pages.settings import Site
from briefsite.pages.twins.markdown_twin import plain
from briefsite.pages.twins.shown_text import shown
from pages.sample import BRIEFING
from pages.twins.published import HOSTILE, SITE, files, record


def twin(briefing: str = BRIEFING, site: Site = SITE) -> str:
    return files(record(briefing, site=site))["b/ferry/briefing.txt"]


def test_it_reads_by_itself() -> None:
    assert twin().startswith(
        """\
# A ferry for Inish Loe

> The Loe Courier, 12 March 2026 · Reviewed · 10 of 11 word for word  
> <https://example.org/loe/b/ferry/>

The ferry sails again in May, but who pays in winter is open. [¶1, ¶6](https://example.org/loe/b/ferry/#line)

## Key points

- About 340 people live on the island. [¶3](https://example.org/loe/b/ferry/#point)
"""  # noqa: W291 (two spaces end a line in Markdown)
    )
    assert "### Nora Quill\n\n> “We promised the islanders a boat and they will have one” [¶2](" in twin()
    assert "- Will the county pay for winter sailings? (Decision, Open, due 26 March 2026) [¶6](" in twin()
    assert "- Editor’s note: The pier was rebuilt in 2019." in twin()


def test_quotation_marks_stand_round_words_of_the_source_alone() -> None:
    own = twin(
        BRIEFING.replace(
            "text: as low as the petrol allows\n    source: p4", "text: I never said it\n    source: editor"
        )
    )
    assert "> Editor’s note: I never said it [#](" in own


def test_words_that_were_not_found_are_not_shown() -> None:
    assert "petrol" not in twin()
    assert "Not shown: its words were not found in the source." in twin()


def test_it_speaks_the_language_of_the_site() -> None:
    german = twin(site=Site(language="de"))
    assert "## Kernpunkte" in german
    assert "> „We promised the islanders a boat and they will have one“" in german


PLAIN = {
    "About 340 people, or 12.5% (so they say).": "About 340 people, or 12.5% (so they say).",
    "snake_case and 5 < 6": "snake_case and 5 &lt; 6",
    "__0__": "\\_\\_0\\_\\_",
    "AT&T & co": "AT&T & co",
    "- not a list": "\\- not a list",
    "2026. A year": "2026\\. A year",
    "# not a heading": "\\# not a heading",
    "*bold* [link](x)": "\\*bold\\* \\[link\\](x)",
    "&lt; stays": "&amp;lt; stays",
    "two\n\nparagraphs": "two paragraphs",
}


@pytest.mark.parametrize(("text", "written"), PLAIN.items())
def test_only_what_markdown_would_read_is_escaped(text: str, written: str) -> None:
    assert plain(text) == written


@given(st.text(alphabet=st.one_of(st.sampled_from("*_`[]<>&#-+.~\\!|(){}=\n 1a:/@"), st.characters()), max_size=40))
def test_markdown_reads_any_text_as_these_characters(text: str) -> None:
    made = Markdown().convert(f"“{plain(text)}”")
    assert re.fullmatch(r"<p>[^<>]*</p>", made), made
    assert html.unescape(made[3:-4]) == f"“{shown(text)}”"


def test_a_hostile_title_stays_a_title() -> None:
    made = Markdown().convert(twin(BRIEFING.replace("title: A ferry for Inish Loe", f"title: {json.dumps(HOSTILE)}")))
    assert "<script" not in made
    assert "<img" not in made
    assert "javascript:1" not in re.findall(r'href="([^"]*)', made)
