"""The documentation and the software say the same."""

from __future__ import annotations

import re

import pytest

from briefsite.briefing import decode
from briefsite.briefing.items import Event, KeyFigure, OpenQuestion, Person, Point, Quote
from briefsite.briefing.model import SECTIONS, Briefing, SourceFile
from briefsite.cli import main
from briefsite.diagnostic import CODES
from briefsite.source import Source
from command import REPOSITORY, run

HANDBOOK = REPOSITORY / "docs" / "handbook"


def page(name: str) -> str:
    return (HANDBOOK / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_documented_and_has_a_help_text(command: str) -> None:
    assert f"`briefsite {command}" in page("commands.md")
    result = run(command, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4


def test_every_documented_command_exists() -> None:
    assert set(re.findall(r"^\| `briefsite (\w+)", page("commands.md"), flags=re.MULTILINE)) == set(main.commands)


def test_every_option_in_the_table_of_commands_exists() -> None:
    for command, options in re.findall(
        r"^\| `briefsite (\w+)([^|`]*(?:\\\|[^|`]*)*)`", page("commands.md"), re.MULTILINE
    ):
        known = {option for parameter in main.commands[command].params for option in parameter.opts}
        assert set(re.findall(r"--[\w-]+", options)) <= known, command


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_documented(code: str) -> None:
    assert f"| {code} |" in page("problems.md")


def test_every_documented_code_exists() -> None:
    assert set(re.findall(r"^\| ([A-Z]\d{3}) \|", page("problems.md"), flags=re.MULTILINE)) == set(CODES)


@pytest.mark.parametrize("model", [Briefing, SourceFile, Point, KeyFigure, Quote, Event, OpenQuestion, Person])
def test_every_key_is_documented(model: type) -> None:
    text = page("format.md")
    for key in model.model_fields:
        assert f"`{key}`" in text, f"{model.__name__}.{key}"
    for section in SECTIONS:
        assert f"`{section}`" in text


def test_the_example_of_the_file_format_is_a_valid_briefing() -> None:
    (example,) = re.findall(r"```yaml\n(# yaml-language-server.*?)```", page("format.md"), flags=re.DOTALL)
    decoded = decode(Source("example.yaml", example))
    assert decoded.problems == ()
    assert decoded.briefing is not None
    assert all(decoded.briefing.sections().values())
