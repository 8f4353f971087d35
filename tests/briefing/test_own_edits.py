"""What an editor of this repository's briefings would write in their own words, and what a slip in it looks like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefsite.article import read_article
from briefsite.briefing import decode, verify
from briefsite.source import Source
from command import REPOSITORY

EDITS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("own_edits.yaml").read_text(encoding="utf-8")
)
SEEDS = {path.stem[11:]: path for path in (REPOSITORY / "seeds").glob("*.txt")}


def told(edit: dict[str, Any]) -> list[str]:
    """The words that are warned of in a point of the summary with this evidence."""
    text, evidence = edit["text"], edit["evidence"]
    source = Source.read(SEEDS[edit["seed"]])
    article = read_article(source)
    (paragraph,) = [each.number for each in article.paragraphs if evidence in each.span.of(source.text)]
    items = f"summary:\n  - text: {text}\n    evidence: {evidence!r}\n    source: p{paragraph}\n"
    decoded = decode(Source("b.yaml", f"title: x\nsources: [{{file: a}}]\n{items}"))
    assert decoded.briefing
    verified = verify(decoded, slug="x", articles={"s1": article})
    assert all(problem.code in ("A010", "A011", "A012") for problem in verified.problems)
    return [problem.span.of(problem.source.text) for problem in verified.problems if problem.span]


def test_every_briefing_of_the_repository_is_edited() -> None:
    assert {edit["seed"] for edit in EDITS["honest"]} == set(SEEDS)


@pytest.mark.parametrize("edit", EDITS["honest"], ids=lambda edit: edit["text"])
def test_an_honest_edit_is_not_warned_of(edit: dict[str, Any]) -> None:
    assert told(edit) == []


@pytest.mark.parametrize("edit", EDITS["slips"], ids=lambda edit: edit["text"])
def test_a_slip_is_shown_at_the_very_word(edit: dict[str, Any]) -> None:
    assert told(edit) == edit["words"]
