"""A person's notes: Markdown that works, HTML that is harmless, wherever in a page it stands."""

from __future__ import annotations

import pytest

from briefsite.pages.notes import note_html
from pages.sample import Parsed, markdown


def shown(note: str) -> Parsed:
    reader = Parsed()
    html = note_html(note)
    around = f'<div markdown="block">\n<p markdown="span">Before</p>\n<div class="bs-note">{html}</div>\n</div>'
    reader.feed(markdown().reset().convert(around))
    reader.close()
    return reader


def test_nothing_is_no_note() -> None:
    assert note_html(None) is None


def test_markdown_works() -> None:
    note = shown("Asked *again*, see [their site](https://example.org/a_(b)?x=1&y=2):\n\n- one\n- two\n\n`a_b`")
    assert [link.attributes["href"] for link in note.all("a")] == ["https://example.org/a_(b)?x=1&y=2"]
    assert [item.text for item in note.all("li")] == ["one", "two"]
    assert note.all("em")[0].text == "again"
    assert note.all("code")[0].text == "a_b"


def test_code_keeps_its_lines() -> None:
    assert shown("    a:\n      - b").all("pre")[0].text == "a:\n  - b\n"


@pytest.mark.parametrize(
    "note",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/x.png)",
        "[x](javascript:alert(1))",
        '<a href="java&#10;script:alert(1)">x</a>',
        "Hello {: onclick=alert(1) }",
        "- item {: onclick=alert(1) }",
        '<div markdown="1"># x {: onclick=alert(1) }</div>',
        "`{: onclick=alert(1) }`{: onclick=alert(1) }",
        "</div></div><style>*{display:none}</style>",
        "<iframe src=//example.org></iframe><svg onload=alert(1)>",
        "# A heading of the page",
        '[x](https://example.org "a" onclick=alert&#40;1&#41;)',
    ],
)
def test_html_that_acts_is_gone(note: str) -> None:
    read = shown(note)
    assert {element.tag for element in read.elements} <= {"div", "p", "a", "ul", "li", "code", "em", "blockquote"}
    for element in read.elements:
        assert set(element.attributes) <= {"class", "href", "rel"}
        assert element.attributes.get("href", "https://").startswith("https://")
