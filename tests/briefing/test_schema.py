from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator

from briefings import EXAMPLE, briefings
from briefsite.briefing import decode, encode, schema
from briefsite.source import Source

if TYPE_CHECKING:
    from briefsite.briefing.model import Briefing

VALIDATOR = Draft7Validator(json.loads(schema()))
REPOSITORY = Path(__file__).resolve().parents[2]
HEAD = "title: x\nsources: [{file: a}]\n"


def test_it_is_a_schema_of_the_dialect_it_names() -> None:
    data = json.loads(schema())
    assert data["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(data)


def test_it_is_the_same_every_time() -> None:
    assert schema() == schema()
    assert schema().endswith("}\n")


def test_every_key_is_described() -> None:
    data = json.loads(schema())
    for name, model in {"Briefing": data, **data["definitions"]}.items():
        for key, described in model.get("properties", {}).items():
            assert described.get("description"), f"{name}.{key}"


def test_it_accepts_the_example_as_an_editor_reads_it() -> None:
    VALIDATOR.validate(yaml.safe_load(encode(EXAMPLE).replace("date: 2026-03-02", "date: '2026-03-02'")))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(briefings)
def test_it_accepts_what_is_written(briefing: Briefing) -> None:
    data = yaml.load(encode(briefing), Loader=yaml.BaseLoader)
    assert not list(VALIDATOR.iter_errors(data))


@pytest.mark.parametrize(
    "text",
    [
        "stauts: draft\n",
        "status: final\n",
        "summary: [{text: x, sorce: p1, source: p1}]\n",
        "summary: [{text: x}]\n",
        "summary: [{text: x, source: six}]\n",
        "key_figures: [{label: x, value: 1, qualifier: aprox, source: p1}]\n",
        "open_questions: [{question: x, source: p1}]\n",
        "quotes: text\n",
        "quotes: [{text: [], source: p1}]\n",
    ],
)
def test_it_rejects_what_decode_rejects(text: str) -> None:
    assert decode(Source("b.yaml", HEAD + text)).briefing is None
    assert list(VALIDATOR.iter_errors(yaml.safe_load(HEAD + text)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "date: '2025'\n",
        "date: 2025\n",
        "topics: [a, 12]\n",
        "timeline: [{date: 2024, text: no, source: [p1, s1:p2]}]\n",
        "key_figures: [{label: 5, value: 1.5, source: editor}]\n",
        "summary: [{text: x, evidence: [a, b], source: p1, note: '*x*', id: s-1}]\n",
    ],
)
def test_it_accepts_what_decode_accepts(text: str) -> None:
    assert decode(Source("b.yaml", HEAD + text)).briefing
    assert not list(VALIDATOR.iter_errors(yaml.safe_load(HEAD + text)))
