from __future__ import annotations

from time import process_time

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from briefings import EXAMPLE, TRAPS, briefings
from briefsite.briefing import SECTIONS, decode, encode, encode_item
from briefsite.briefing.items import Point
from briefsite.briefing.model import Briefing, SourceFile
from briefsite.briefing.scalars import quoted, scalar, value_scalar
from briefsite.source import Source

WRITTEN = """\
# yaml-language-server: $schema=briefing.schema.json
title: "Harrow Vale: the water is falling"
date: 2026-03-02
status: draft
topics: [Floods, Harrow Vale]
sources:
  - id: s1
    file: seeds/flood.txt
    publisher: The Vale Post
notes: "Checked by **phone**.\\nTwice."

summary:
  - text: The river rose by 2 metres on Monday.
    source: p1
    id: s-0001

key_figures:
  - label: homes without power
    value: 1200
    unit: homes
    qualifier: about
    period: 2026-03
    evidence: About 1,200 homes were without power
    source: p2
    id: f-0001
  - label: pumps
    value: 12
    source: editor
    note: Counted them myself.
    id: f-0002

quotes:
  - speaker: Ada Kell
    text:
      - We are tired
      - and we go on
    written_as: she
    because: Mayor Ada Kell
    source: [p3, p4]
    id: q-0001

timeline:
  - date: 2026-03-01~
    written_as: Sunday
    text: "no"
    source: p5
    id: t-0001

open_questions:
  - question: Will the dam hold?
    kind: condition
    status: open
    evidence: '"If it rains again," Kell said: "nobody knows."'
    source: p6
    id: o-0001

people:
  - name: Ada Kell
    role: Mayor
    source: p3
    id: p-0001
"""


def test_a_briefing_is_written_as_people_read_it() -> None:
    assert encode(EXAMPLE) == WRITTEN


def test_what_is_written_reads_back_the_same() -> None:
    decoded = decode(Source("b.yaml", WRITTEN))
    assert decoded.problems == ()
    assert decoded.briefing == EXAMPLE


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(briefings)
def test_any_briefing_reads_back_the_same(briefing: Briefing) -> None:
    text = encode(briefing)
    decoded = decode(Source("b.yaml", text))
    assert decoded.problems == ()
    assert decoded.briefing == briefing
    assert encode(decoded.briefing) == text


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(briefings)
def test_other_yaml_readers_read_the_same_texts(briefing: Briefing) -> None:
    data = yaml.safe_load(encode(briefing))
    assert data["title"] == briefing.title
    for section in ("summary", "timeline"):
        assert [item["text"] for item in data.get(section, [])] == [item.text for item in getattr(briefing, section)]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(briefings)
def test_a_file_is_the_sum_of_its_items(briefing: Briefing) -> None:
    text = encode(briefing)
    for section, items in briefing.sections().items():
        for item in items:
            assert encode_item(section, item) in text


def test_every_value_stands_on_one_line() -> None:
    briefing = Briefing(title="x\ny\u2028z", sources=(SourceFile(file="a b " * 500),))
    assert len(encode(briefing).splitlines()) == 6


def test_empty_sections_are_left_out() -> None:
    text = encode(Briefing(title="x", sources=(SourceFile(file="a"),)))
    assert not any(section in text for section in SECTIONS)


@pytest.mark.parametrize(
    "text",
    [
        "About 37,000 people were detected",
        "“We will,” she said",
        "it’s a burden – for us",
        "Starmer's office",
        "10 Downing St.",
        "50%",
        "2 metres",
        "well-known",
        "https://example.org/a?b=c",
        "Été à Paris",
        "被災した家",
    ],
)
def test_natural_texts_stay_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["37000", "2.5", "100-1000", "2024", "2024-07-05", "2018~", "2025-01/..", "p6", "s2:p6"]
)
def test_values_stay_plain(text: str) -> None:
    assert value_scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", '"no"'),
        ("012", '"012"'),
        ("12:30", '"12:30"'),
        ("1.10", '"1.10"'),
        ("2024", '"2024"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("a: b", '"a: b"'),
        ('He said: "no"', "'He said: \"no\"'"),
        ("'tis", '"\'tis"'),
        ('"it\'s"', "'\"it''s\"'"),
        ("a\u0085b", '"a\\x85b"'),
        ("a\u2028b", '"a\\u2028b"'),
        ("a\u202eb", '"a\\u202Eb"'),
        (" a", '" a"'),
        ("", '""'),
        ('tab\t"x"', '"tab\\t\\"x\\""'),
        ("C:\\new", "C:\\new"),
        ("\\: x", "'\\: x'"),
    ],
)
def test_texts_that_would_read_as_something_else_are_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


@pytest.mark.parametrize("text", TRAPS)
def test_quoted_reads_back(text: str) -> None:
    assert yaml.safe_load(quoted(text)) == text
    assert yaml.safe_load(f"a: {scalar(text)}\n") == {"a": text}


def test_it_is_quick() -> None:
    points = tuple(Point(text=f"Sentence {n} of this briefing.", source=("p1",), id=f"s-{n}") for n in range(100))
    briefing = EXAMPLE.model_copy(update={"summary": points})
    encode(briefing)
    start = process_time()
    for _ in range(20):
        encode(briefing)
    assert process_time() - start < 0.4
