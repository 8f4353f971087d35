r"""Data → JSON for people to read as well: indented by one space a level, and not in ASCII.

    written(data) == json.dumps(data, ensure_ascii=False, indent=1) + "\n"

Given an indent, Python's own encoder does without its fast half. Here the indentation is ours, and the texts its own.
"""

from __future__ import annotations

import json

_value = json.JSONEncoder(ensure_ascii=False).encode


def written(data: object) -> str:
    """Data as a JSON file. Half a surrogate pair, which no file can hold, is written as its reference."""
    return f"{_text(data, chr(10))}\n".encode("utf-8", "backslashreplace").decode("utf-8")


def _text(data: object, line: str) -> str:
    """`line` is the end of a line, and the indentation of what the data stands in."""
    if data is None:
        return "null"
    if isinstance(data, dict) and data:
        inner = f"{line} "
        pairs = [f"{inner}{_value(key)}: {_text(value, inner)}" for key, value in data.items()]
        return f"{{{','.join(pairs)}{line}}}"
    if isinstance(data, list | tuple) and data:
        inner = f"{line} "
        return f"[{','.join([f'{inner}{_text(value, inner)}' for value in data])}{line}]"
    return str(data) if type(data) is int else _value(data)
