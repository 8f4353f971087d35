"""The table of the public sets, over a small folder of their shape: documents, and a scorer that counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from evaluation.public_sets import PUBLIC_SETS, holds_public_sets, public_table

if TYPE_CHECKING:
    from pathlib import Path

QUOTES_SCORER = """
import argparse, json
parser = argparse.ArgumentParser()
for option in ("--half", "--data", "--pred"):
    parser.add_argument(option)
parser.add_argument("--json", action="store_true")
options = parser.parse_args()
lines = [json.loads(line) for line in open(options.pred, encoding="utf-8")]
named = [row["speaker"] for line in lines for row in line["pred"]]
assert options.half == "dev" and options.data == "polnear_quotes" and options.json
print(json.dumps({"quote_overlap": {"f1": 0.5}, "joint": {"f1": 0.25},
                  "speaker_acc_named": named.count("Ada Holm") / len(named), "speaker_acc_pronoun_mention": 1.0}))
"""
BROKEN_SCORER = "raise SystemExit('this scorer needs a package that is not here')"


def folder_of_sets(folder: Path) -> Path:
    data, scorers = folder / "data" / "dev", folder / "score"
    data.mkdir(parents=True)
    scorers.mkdir()
    document = {"id": "one", "text": "“We shall rebuild the pier by spring,” said Ada Holm.", "gold": []}
    for name in ("polnear_quotes", "measeval"):
        (data / f"{name}.jsonl").write_text(json.dumps(document) + "\n", encoding="utf-8")
    (scorers / "quotes.py").write_text(QUOTES_SCORER, encoding="utf-8")
    (scorers / "figures.py").write_text(BROKEN_SCORER, encoding="utf-8")
    return folder


def test_the_folder_is_known_by_its_shape(tmp_path: Path) -> None:
    assert not holds_public_sets(tmp_path)
    assert holds_public_sets(folder_of_sets(tmp_path))


def test_each_measure_has_a_line_with_what_others_reach_and_what_was_reached_here(tmp_path: Path) -> None:
    lines = list(public_table(folder_of_sets(tmp_path), "dev"))
    named = next(line for line in lines if "speaker, named" in line)
    assert named.split()[-3:] == ["expression", "0.920", "1.000"]
    assert next(line for line in lines if "quote and speaker" in line).endswith("0.900  0.250")


def test_a_set_that_is_missing_or_cannot_be_scored_says_so_and_stops_no_other(tmp_path: Path) -> None:
    lines = list(public_table(folder_of_sets(tmp_path), "dev"))
    measeval = next(line for line in lines if line.startswith("Figures, MeasEval"))
    assert "figures.py: this scorer needs a package that is not here" in measeval
    assert any(line.startswith("Dates, TBAQ  ") and "(no " in line for line in lines)
    assert {public.title for public in PUBLIC_SETS} <= {line[:36].rstrip() for line in lines}
