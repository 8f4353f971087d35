from __future__ import annotations

import json
import re
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from briefings import EXAMPLE, briefings
from briefsite.briefing import SECTIONS, decode, encode, schema
from briefsite.briefing.explained import CHOICES, EXAMPLES, STARTS
from briefsite.briefing.model import Briefing
from briefsite.source import Source

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
        "date: July 2025\n",
        "date: 2025-7-5\n",
        "timeline: [{date: 2025-13, text: x, source: p1}]\n",
        "key_figures: [{label: x, value: lots, source: p1}]\n",
        "key_figures: [{label: x, source: p1}]\n",
        "key_figures: [{label: x, value: 1, change: sideways, source: p1}]\n",
        "sources: []\n",
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
        "date: 2018~\n",
        "timeline: [{date: 2025-01/2025-06, text: x, source: p1}, {date: ../2020, text: x, source: p1}]\n",
        "key_figures: [{label: x, value: 100-1000, source: p1}, {label: x, qualifier: vague, source: p1}]\n",
        "key_figures: [{label: x, value: '37,000', source: p1}]\n",
        "topics: [a, 12]\n",
        "timeline: [{date: 2024, text: no, source: [p1, s1:p2]}]\n",
        "key_figures: [{label: 5, value: 1.5, source: editor}]\n",
        "summary: [{text: x, evidence: [a, b], source: p1, note: '*x*', id: s-1}]\n",
    ],
)
def test_it_accepts_what_decode_accepts(text: str) -> None:
    assert decode(Source("b.yaml", HEAD + text)).briefing
    assert not list(VALIDATOR.iter_errors(yaml.safe_load(HEAD + text)))


_SCALARS = st.sampled_from(
    ["p1", "s2:p6", "editor", "x", "2024", "2024-07", "July", "37000", "lots", "100-1000", "draft", "vague", "up"]
) | st.sampled_from(["open", "decision", "about", "s-1", "S 1", " ", ""])
_VALUES = _SCALARS | st.lists(_SCALARS, max_size=2)
_SECTIONS: dict[str, dict[str, Any]] = {
    "summary": {"text": "x", "source": "p1"},
    "key_figures": {"label": "x", "value": "1", "source": "p1"},
    "quotes": {"text": "x", "source": "p1"},
    "timeline": {"date": "2024", "text": "x", "source": "p1"},
    "open_questions": {"question": "x", "kind": "decision", "source": "p1"},
    "people": {"name": "x", "source": "p1"},
}


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(_SECTIONS)), st.data())
def test_it_accepts_exactly_what_decode_accepts(section: str, data: st.DataObject) -> None:
    model = get_args(Briefing.model_fields[section].annotation)[0]
    keys = st.sampled_from([*model.model_fields, "sorce"])
    item = _SECTIONS[section] | data.draw(st.dictionaries(keys, _VALUES, max_size=2))
    for key in data.draw(st.sets(keys, max_size=1)):
        item.pop(key, None)
    briefing = {"title": "x", "sources": [{"file": "a"}], section: [item]}
    decoded = decode(Source("b.yaml", json.dumps(briefing)))
    errors = [error.message for error in VALIDATOR.iter_errors(briefing)]
    assert (decoded.briefing is None) == bool(errors), (errors, [problem.message for problem in decoded.problems])


def test_every_choice_is_explained_and_no_other() -> None:
    explained: dict[str, list[str]] = {}

    def walk(node: object, name: str) -> None:
        if isinstance(node, list):
            for part in node:
                walk(part, name)
        elif isinstance(node, dict):
            if "enum" in node:
                assert len(node["enumDescriptions"]) == len(node["enum"]), name
                explained[name.rpartition(".properties.")[2] or name] = node["enum"]
            for key, part in node.items():
                walk(part, f"{name}.{key}")

    walk(json.loads(schema()), "")
    assert sorted(chain.from_iterable(explained.values())) == sorted(
        value for choices in CHOICES.values() for value in choices
    )


def test_every_example_is_of_a_key_and_accepted() -> None:
    models = {"Briefing": json.loads(schema()), **json.loads(schema())["definitions"]}
    used = 0
    for model in models.values():
        for described in model.get("properties", {}).values():
            for example in described.get("examples", ()):
                used += 1
                narrowed = {"definitions": models, **{k: v for k, v in described.items() if k != "$ref"}}
                Draft7Validator(narrowed).validate(example)
    assert used >= sum(map(len, EXAMPLES.values()))


def test_an_item_that_an_editor_offers_is_one() -> None:
    assert STARTS.keys() == {*SECTIONS, "sources"}
    for section, start in STARTS.items():
        body = {key: re.sub(r"\$\{\d+:(\w[^}]*)\}|\$\d+", r"\1", value) for key, value in start["body"].items()}
        body = {key: "p1" if key == "source" else value or "2024" for key, value in body.items()}
        data = {"title": "x", "sources": [{"file": "a"}], section: [body]}
        assert decode(Source("b.yaml", json.dumps(data))).problems == (), section
