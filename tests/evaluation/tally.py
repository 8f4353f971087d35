"""Counts of one section, the scores they make, and the table that shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

Scores = dict[str, dict[str, float]]
"""Section → measure → share from 0 to 1."""


@dataclass(slots=True)
class Tally:
    """Counts of one section, summed over articles, and what went wrong in it, to be read by a person."""

    found: int = 0
    gold: int = 0
    right: int = 0
    """Found ones that are in the gold."""
    hit: int = 0
    """Gold ones (of those counted in `gold`) that were found."""
    of: Counter[str] = field(default_factory=Counter)
    good: Counter[str] = field(default_factory=Counter)
    """Further measures: how often there was something to get right, and how often it was."""
    errors: list[str] = field(default_factory=list)

    def judge(self, measure: str, *, good: bool) -> bool:
        """Count one more chance to get `measure` right; return whether it was."""
        self.of[measure] += 1
        self.good[measure] += good
        return good

    def scores(self) -> dict[str, float]:
        """Precision, recall, F1, and the further measures."""
        precision, recall = share(self.right, self.found), share(self.hit, self.gold)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": precision, "recall": recall, "f1": f1} | {
            measure: share(self.good[measure], self.of[measure]) for measure in sorted(self.of)
        }


def share(part: int, whole: int) -> float:
    """`part` of `whole`; 0 of nothing is 0."""
    return part / whole if whole else 0.0


def table(tallies: dict[str, Tally]) -> str:
    """All scores, a section a line."""
    lines = [f"{'':15}  found   gold  precision  recall    f1"]
    for section, tally in tallies.items():
        scores = tally.scores()
        more = "  ".join(f"{measure} {value:.2f}" for measure, value in list(scores.items())[3:])
        lines.append(
            f"{section:15}  {tally.found:5}  {tally.gold:5}  {scores['precision']:9.2f}  {scores['recall']:6.2f}"
            f"  {scores['f1']:4.2f}  {more}".rstrip()
        )
    return "\n".join(lines)
