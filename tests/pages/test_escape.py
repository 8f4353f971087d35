"""Hostile texts come through every place that a page puts text in as the text they are."""

from __future__ import annotations

import json
import re
import unicodedata
from html import unescape

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from briefsite.pages.environment import front_matter
from briefsite.pages.escape import escape, escape_preformatted
from briefsite.pages.twins.shown_text import shown
from pages.sample import Parsed, markdown

HOSTILE = {
    "a tag": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a link": "[here](javascript:alert(1)) ![x](y) <https://a.b> [a][b]",
    "the end of a link": "a](javascript:alert(1))",
    "code": "`a` ``b`` ```c```",
    "a template": "{{ 7*7 }} {% raw %} {# no #}",
    "attributes": "Hello {: onclick=alert(1) } { .x #y }",
    "an entity": "&lt;b&gt; &amp; &#60;i&#62; &copy",
    "a table": "a | b | c",
    "emphasis": "*a* _b_ **c** __d__ ~e~",
    "a list": "- a 1. b + c * d",
    "a heading": "# a ## b === ---",
    "an html comment": "<!-- a --> <![CDATA[ b ]]> <?php c ?>",
    "md_in_html": '<div markdown="1">\n\n# a\n\n</div>',
    "quotes": "\"a\" 'b' “c” ‘d’",
    "a placeholder of the parser": "wzxhzdk:0 klzzwxh:0000 amp",
    "backslashes": "\\* \\< \\&#60; \\\\",
    "emoji and accents": "😀 é ü ß 東京 العربية",
    "a long word": "w" * 5_000,
}


def seen(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def in_places(escaped: str) -> list[str]:
    """Where a page puts text: heading, paragraph, list item, inline element, link, attribute."""
    return [
        f"# {escaped} {{ #top }}",
        f'<div markdown="block">\n\n## {escaped} {{ #second }}\n\n</div>',
        f'<p markdown="span">{escaped}</p>',
        f'<div markdown="block">\n<p markdown="span"><b>{escaped}</b></p>\n</div>',
        f'<ul markdown="block">\n<li id="x" markdown="span">{escaped}</li>\n</ul>',
        f"[{escaped}](other.md#x){{ .bs-chip }}",
        f'<p markdown="span">&#160;[{escaped}](other.md#x){{ .bs-chip }}<span class="bs-ev">{escaped}</span></p>',
    ]


def check(text: str, expected: str) -> None:
    escaped = escape(text)
    for place, plain in zip(in_places(escaped), _PLAIN, strict=True):
        reader = read(place)
        assert seen(reader.text).replace(" ", "").startswith(expected.replace(" ", ""))
        assert [element.tag for element in reader.elements] == plain
        assert not any(name.startswith("on") for element in reader.elements for name in element.attributes)


def read(place: str) -> Parsed:
    reader = Parsed()
    reader.feed(markdown().reset().convert(place))
    reader.close()
    return reader


_PLAIN = [[element.tag for element in read(place).elements] for place in in_places("word")]
"""The elements of each place, without anything hostile in it."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    check(text, seen(text))


@given(st.text(max_size=40).filter(str.strip))
@settings(max_examples=40, deadline=None)
def test_any_text_is_only_text(text: str) -> None:
    # The characters that cannot be shown are covered below.
    text = "".join(c for c in text if unicodedata.category(c)[0] != "C" and c not in "\u034f\u2028\u2029") or "x"
    check(text, seen(text))


@given(st.text())
def test_nothing_with_a_meaning_is_left(text: str) -> None:
    rest = re.sub(r"&#\d+;", "", escape(text))
    assert all(character == " " or character.isalnum() for character in rest)
    assert escape(text) == escape(text)


@given(st.text())
@example("a\u034fb")
def test_machines_are_given_what_readers_see(text: str) -> None:
    assert shown(text) == unescape(escape(text)).strip()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_front_matter_is_what_was_meant(text: str) -> None:
    written = front_matter(title=text, hide=["toc"])
    assert yaml.safe_load(written.split("---\n")[1])["hide"] == ["toc"]
    fields = json.loads(written.split("---\n")[1])
    assert yaml.safe_load(written.split("---\n")[1]) == fields
    assert unescape(fields["title"]) == unescape(escape(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb\u2066c", "a[U+202E]b[U+2066]c"),
        ("hy\u00adphen and zero\u200bwidth\ufeff", "hyphen and zerowidth"),
        ("a\u200db", "ab"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("bell\x07 \x80 \ud800", "bell\ufffd \ufffd \ufffd"),
        ("two\n\n   lines\tand\u2028more", "two lines and more"),
    ],
    ids=["direction", "invisible", "stray joiner", "emoji", "Persian", "control", "space"],
)
def test_characters_that_deceive_are_shown_or_left_out(text: str, shown: str) -> None:
    assert unescape(escape(text)) == shown


def test_what_was_made_as_markup_stays() -> None:
    assert escape(Markup("<b>")) == "<b>"


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    assert unescape(escape_preformatted("a\n  - b: <c>")) == "a\n  - b: <c>"
