import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article.metadata import parse_day, split_metadata
from briefsite.source import Source


def split(text: str) -> tuple[object, str, list[str]]:
    metadata, body, problems = split_metadata(Source("seed.txt", text))
    return metadata, body.of(text) if body else "", [problem.message for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "The board met.",
        "Date: to be fixed at the next meeting.",
        "Updated: nothing so far.",
        "---\nThe board met.\n---\nIt agreed.",
        "The title: a history",
    ],
)
def test_a_body_without_metadata_is_all_body(text: str) -> None:
    metadata, body, problems = split(text)
    assert (body, problems) == (text, [])
    assert metadata == type(metadata)()


def test_front_matter() -> None:
    metadata, body, problems = split("---\ntitle: Pier shut\ndate: 2025-07-10\nlang: en\n---\n\nThe board met.\n")
    assert (metadata.title, metadata.date, metadata.language) == ("Pier shut", dt.date(2025, 7, 10), "en")
    assert (body, problems) == ("The board met.", [])


@pytest.mark.parametrize("head", ["---\ndate: 2025-07-10\nupdated: 2025-07-12\n---\n", "Updated: 12 July 2025\n"])
def test_the_day_of_the_last_change(head: str) -> None:
    metadata, body, problems = split(f"{head}The board met.\n")
    assert (metadata.updated, body, problems) == (dt.date(2025, 7, 12), "The board met.", [])


def test_a_bare_date_before_the_first_words() -> None:
    metadata, body, _ = split(" date 2025-07-10 The board met.")
    assert (metadata.date, body) == (dt.date(2025, 7, 10), "The board met.")


def test_bare_lines() -> None:
    metadata, body, _ = split(
        "Title: Pier: shut\r\nPublished: Thursday, 10 July 2025 at 14:30 BST\r\n\r\nThe board met."
    )
    assert (metadata.title, metadata.date, body) == ("Pier: shut", dt.date(2025, 7, 10), "The board met.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\ndate: soon\n---\nText.", "“soon” is not a date"),
        ("---\ncolour: red\n---\nText.", "unknown metadata “colour”"),
        ("---\ntitle: a: b\n---\nText.", "the front matter cannot be read: mapping values are not allowed here"),
        ("---\ntitle: [a]\n---\nText.", "the value of “title” is not plain text"),
        ("---\na: " + "[" * 3000 + "\n---\nText.", "the front matter is nested too deeply"),
    ],
)
def test_a_problem_is_told_and_the_body_still_read(text: str, problem: str) -> None:
    _, body, problems = split(text)
    assert (body, problems) == ("Text.", [problem])


def test_metadata_alone_has_no_body() -> None:
    assert split("---\ntitle: Pier shut\n---\n")[1] == ""


@pytest.mark.parametrize(
    "written",
    [
        "2025-07-10",
        "10 July 2025",
        "July 10, 2025",
        "10th Jul. 2025",
        "2025-07-10T08:00:00Z",
        "Thursday, July 10, 2025",
    ],
)
def test_a_day_as_people_write_it(written: str) -> None:
    assert parse_day(written) == dt.date(2025, 7, 10)


@pytest.mark.parametrize("written", ["", "soon", "31 June 2025", "2025", "10 Foo 2025", "10/07/2025"])
def test_no_day(written: str) -> None:
    assert parse_day(written) is None


@given(st.text(st.sampled_from("-\n: dateil[]{}&*!2057\t'\"|>"), max_size=60))
def test_never_raises(text: str) -> None:
    split_metadata(Source("seed.txt", "---\n" + text + "\n---\nText."))
    split_metadata(Source("seed.txt", text))
