"""What the extractor reaches on our own articles may rise, and never silently fall.

`floors.json` holds, section by section, what was reached when somebody last looked. Where a change makes a score
rise, raise its floor in the same commit; to lower one, say in the commit's message what was bought with it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.gold import load_folder
from evaluation.score import READERS, evaluate
from evaluation.tally import Tally, table

FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
SHOWN = 40
"""How many errors of a section a failing test lists: enough to see the kind, few enough to read."""


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return evaluate(load_folder(Path(__file__).parent.parent / "articles"))


@pytest.mark.parametrize("section", READERS)
def test_scores_do_not_fall(section: str, tallies: dict[str, Tally]):
    scores = tallies[section].scores()
    fallen = {
        measure: f"{scores.get(measure, 0.0):.3f} is below {floor}"
        for measure, floor in FLOORS[section].items()
        if scores.get(measure, 0.0) < floor
    }
    errors = "\n  ".join(tallies[section].errors[:SHOWN])
    assert not fallen, f"{section}: {fallen}\n\n{table(tallies)}\n\n{section}\n  {errors}"


def test_every_section_and_measure_has_a_floor(tallies: dict[str, Tally]):
    assert {section: sorted(tally.scores()) for section, tally in tallies.items()} == {
        section: sorted(floors) for section, floors in FLOORS.items()
    }


def test_an_extractor_that_finds_nothing_scores_nothing():
    scores = Tally(found=0, gold=9).scores()
    assert scores == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
