"""How well the extractor does on annotated articles: a table, and with --errors what it got wrong.

Usage: python scripts/evaluate.py [--data DIR] [--errors [SECTION]]

DIR holds NAME.txt and NAME.gold.json pairs, in the format that tests/evaluation/gold.py describes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / "src"), str(REPOSITORY / "tests")]

from evaluation.gold import load_folder  # noqa: E402 (the tests are not installed: the path comes first)
from evaluation.score import READERS, evaluate  # noqa: E402
from evaluation.tally import table  # noqa: E402


def main() -> int:
    """Print the table; return 2 where there is nothing to evaluate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=REPOSITORY / "tests/articles", metavar="DIR")
    parser.add_argument("--errors", nargs="?", const="all", choices=["all", *READERS], metavar="SECTION")
    options = parser.parse_args()
    articles = load_folder(options.data)
    if not articles:
        print(f"{options.data} holds no *.gold.json", file=sys.stderr)
        return 2
    tallies = evaluate(articles)
    print(table(tallies))
    for section, tally in tallies.items():
        if options.errors in ("all", section):
            print(f"\n{section}", *tally.errors, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
