"""The JSON Schema of a briefing file, from the model: what editors complete, explain and check keys by.

It says as much of what `decode` asks for as a schema can, in the dialect that editors know best. To what the model
says of each key come examples, a word on each value to choose from, and items to start from.

Known limits: (1) that ids differ, that a day is one of the calendar and that words stand in the source is for
`briefsite check`; (2) a number or truth value that YAML makes of a text (`no`, `1.10`) passes wherever a text does.
"""

from __future__ import annotations

import json
from typing import Any

from briefsite.briefing.explained import CHOICES, EXAMPLES, STARTS
from briefsite.briefing.model import Briefing

DIALECT = "http://json-schema.org/draft-07/schema#"
_POINT = r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-(2[1-4]|3[3-9]|4[01]))?|\d{3}X|\d{2}XX)[~?%]?"
_NUMBER = r"[0-9][0-9,_ ]*(\.[0-9]+)?"
_DATE = {"type": ["string", "integer"], "pattern": rf"^\s*({_POINT}(/({_POINT}|\.\.)?)?|(\.\.)?/{_POINT})\s*$"}
_VALUE = {"type": ["string", "number"], "pattern": rf"^\s*-?{_NUMBER}([-–]-?{_NUMBER})?\s*$"}
_NARROWER = {"date": _DATE, "due": _DATE, "period": _DATE, "value": _VALUE}
"""Keys whose scalars have a form that a pattern can say."""
_NOT_BLANK = r"[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
r"""What the decoder strips, spelt out: `\S` means other characters to Python than to JavaScript."""
_VALUE_UNLESS_VAGUE = {
    "if": {"properties": {"value": {"type": "null"}}},
    "then": {"properties": {"qualifier": {"const": "vague"}}, "required": ["qualifier"]},
}


def schema() -> str:
    """The schema as JSON text, the same bytes every time."""
    made = Briefing.model_json_schema(mode="validation", ref_template="#/definitions/{model}")
    models = made.pop("$defs")
    described: dict[str, Any] = {"$schema": DIALECT, "definitions": models, **made}
    models["KeyFigure"] |= _VALUE_UNLESS_VAGUE
    for name, model in {"Briefing": described, **models}.items():
        for key, described_key in model.get("properties", {}).items():
            _explain(name, key, described_key)
        if "enum" in model:
            model["enumDescriptions"] = [CHOICES[name][value] for value in model["enum"]]
    return json.dumps(_plain(described), ensure_ascii=False, indent=2) + "\n"


def _explain(model: str, key: str, described: dict[str, Any]) -> None:
    """Add to one key what helps to fill it in."""
    if key in _NARROWER:
        nullable = any(option.get("type") == "null" for option in described.get("anyOf", ()))
        described.pop("type", None)
        described.pop("anyOf", None)
        described |= {"anyOf": [_NARROWER[key], {"type": "null"}]} if nullable else _NARROWER[key]
    for option in (described, *described.get("anyOf", ())):
        if "enum" in option:
            option["enumDescriptions"] = [CHOICES[f"{model}.{key}"][value] for value in option["enum"]]
    if examples := EXAMPLES.get(f"{model}.{key}") or EXAMPLES.get(key):
        described["examples"] = list(examples)
    if start := STARTS.get(key) if model == "Briefing" else None:
        described["items"]["defaultSnippets"] = [start]


def _plain(node: Any) -> Any:
    """The schema without what pydantic adds for itself: titles that repeat the key, defaults of null.

    A text has something to read in it, and what one reference must look like, each of a list must.
    """
    if isinstance(node, list):
        return [_plain(part) for part in node]
    if not isinstance(node, dict):
        return node
    kept = {}
    for key, value in node.items():
        if key == "title" and isinstance(value, str):
            continue
        if key == "default" and value is None:
            continue
        kept[key] = _plain(value)
    if "string" in _types(kept) and not kept.keys() & {"pattern", "enum", "const"}:
        kept.pop("minLength", None)
        kept["pattern"] = _NOT_BLANK
    patterns = [option["pattern"] for option in kept.get("anyOf", ()) if option.keys() >= {"type", "pattern"}]
    for option in kept.get("anyOf", ()):
        if patterns and option.get("type") == "array" and "pattern" in option["items"]:
            option["items"]["pattern"] = patterns[0]
    return kept


def _types(node: dict[str, Any]) -> list[str]:
    types = node.get("type", [])
    return [types] if isinstance(types, str) else list(types) if isinstance(types, list) else []
