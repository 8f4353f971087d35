"""The JSON Schema of a briefing file, from the model: what editors complete and check keys by."""

from __future__ import annotations

import json
from typing import Any

from briefsite.briefing.model import Briefing

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> str:
    """The schema as JSON text, the same bytes every time."""
    described: dict[str, Any] = {"$schema": DIALECT, **Briefing.model_json_schema(mode="validation")}
    return json.dumps(_plain(described), ensure_ascii=False, indent=2) + "\n"


def _plain(node: Any) -> Any:
    """The schema without what pydantic adds for itself: titles that repeat the key, defaults of null."""
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
    return kept
