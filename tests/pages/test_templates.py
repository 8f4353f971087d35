"""The templates may not do what would get round the escaping."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import briefsite.pages

FOLDER = Path(briefsite.pages.__file__).parent / "templates"
TEMPLATES = {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.jinja"))}


def test_there_are_templates() -> None:
    assert {"briefing.md.jinja", "blocks/timeline.md.jinja"} <= set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_neither_join_strings_nor_trust_them(name: str) -> None:
    inside = re.findall(r"\{[{%].*?[%}]\}", TEMPLATES[name])
    for expression in inside:
        plain = re.sub(r"\"[^\"]*\"|'[^']*'", "", expression)
        assert not re.search(r"~|\||\bformat\b", plain.replace("|length", "")) or "year|replace" in plain, expression
        assert not re.search(r"safe|escape|join", plain), expression


@pytest.mark.parametrize("name", TEMPLATES)
def test_block_elements_stand_on_lines_of_their_own(name: str) -> None:
    # python-markdown's md_in_html loses count of a <div> that opens and closes within the line of another.
    for line in TEMPLATES[name].splitlines():
        if 'markdown="' in line and not line.startswith("{%"):
            blocks = r"<(?:div|p|ul|ol|h[1-6]|li|details|fieldset|legend|summary|table|tbody|tr|td)\b"
            assert len(re.findall(blocks, line)) == 1, line
