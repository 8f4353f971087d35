"""The handbook's page for machines and the files say the same."""

from __future__ import annotations

import json
import re

from jsonschema import Draft202012Validator

from command import REPOSITORY
from pages.twins.published import files, record
from pages.twins.test_json_twin import SCHEMA

PAGE = (REPOSITORY / "docs/handbook/machines.md").read_text(encoding="utf-8")


def test_every_file_is_documented() -> None:
    for path in files(record()):
        name = path.rpartition("/")[2].replace("islands", "TOPIC").removesuffix(".json" if "/feeds/" in path else "\0")
        assert name.removesuffix(".xml") in PAGE, path


def test_the_example_is_as_a_real_one() -> None:
    [example] = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)
    Draft202012Validator(SCHEMA).validate(json.loads(example))
    real = json.loads(files(record())["b/ferry/briefing.json"])
    assert list(json.loads(example)) == list(real)
    [promise] = [item for item in real["items"] if item["id"] == "promise"]
    [written] = json.loads(example)["items"]
    assert written | {"permalink": promise["permalink"]} == promise
    assert list(written) == list(promise)
