"""How well the extractor reads annotated articles: a table, and with --errors what it got wrong.

Usage: python scripts/evaluate.py [--data DIR [--half HALF]] [--errors [SECTION]] [--raise-floors]

DIR holds either NAME.txt and NAME.gold.json pairs, in the format that tests/evaluation/gold.py describes (by default
tests/articles), or the public annotated sets and their scorers, laid out as tests/evaluation/public_sets.py describes;
scoring summaries there needs the package rouge-score.
--raise-floors lifts tests/evaluation/floors.json to what was reached, rounded down; it never lowers a floor.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / "src"), str(REPOSITORY / "tests")]

from evaluation.gold import load_folder  # noqa: E402 (the tests are not installed: the path comes first)
from evaluation.public_sets import holds_public_sets, public_table  # noqa: E402
from evaluation.score import READERS, evaluate  # noqa: E402
from evaluation.tally import Tally, table  # noqa: E402

FLOORS = REPOSITORY / "tests/evaluation/floors.json"
STEP = 0.02
"""Floors stand on multiples of this, so that a tie that falls the other way is no alarm."""


def main() -> int:
    """Print the table; return 2 where there is nothing to evaluate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=REPOSITORY / "tests/articles", metavar="DIR")
    parser.add_argument("--half", default="dev", help="which half of the public sets to read (default: %(default)s)")
    parser.add_argument("--errors", nargs="?", const="all", choices=["all", *READERS], metavar="SECTION")
    parser.add_argument("--raise-floors", action="store_true")
    options = parser.parse_args()
    if holds_public_sets(options.data):
        for line in public_table(options.data, options.half):
            print(line, flush=True)
        return 0
    articles = load_folder(options.data)
    if not articles:
        print(f"{options.data} holds no *.gold.json", file=sys.stderr)
        return 2
    tallies = evaluate(articles)
    print(table(tallies))
    for section, tally in tallies.items():
        if options.errors in ("all", section):
            print(f"\n{section}", *tally.errors, sep="\n  ")
    if options.raise_floors:
        raise_floors(tallies)
    return 0


def raise_floors(tallies: dict[str, Tally]) -> None:
    """Lift every floor to the score reached, rounded down to a multiple of `STEP`; leave those that stand higher."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for section, tally in tallies.items():
        standing = floors.setdefault(section, {})
        for measure, score in tally.scores().items():
            reached = round(math.floor(score / STEP + 1e-9) * STEP, 2)
            standing[measure] = max(standing.get(measure, 0.0), reached)
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
