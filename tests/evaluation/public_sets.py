"""The public annotated sets: which measures are read on which set, and what others reach on them.

A folder of them holds `data/<half>/<set>.jsonl`, one document a line (`id`, `text`, and what is annotated), and the
scorers as scripts, `score/<scorer>.py --half HALF --data SET --pred FILE --json`. Neither is part of this project: most
of the sets carry no licence that would let it pass them on.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefsite.cli.batch import extracted, mentioned
from briefsite.cli.records import read_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUMMARY_SENTENCES = 3
"""The references of the summary sets are about three sentences long: a longer summary cannot be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure of a scorer's answer."""

    name: str
    path: tuple[str, ...]
    """Where it stands in the scorer's JSON."""
    best: str
    """What the best other system reaches, and which; `–` where none is known."""
    reach: float | None
    """What is wanted on documents never read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSet:
    """One annotated set, read by one of the two pure functions and scored by one scorer."""

    title: str
    data: str
    scorer: str
    predict: Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]
    """The line for the scorer, from the document and from what was read in it."""
    read: str
    """`mentions` or `extract`."""
    measures: tuple[Measure, ...]
    options: tuple[str, ...] = ()


class CannotScoreError(Exception):
    """A scorer that cannot run here, and why."""


def _mentions_of(kind: str) -> Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]:
    return lambda document, found: {"id": document["id"], "pred": found.get(kind, [])}


def _summary(document: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    points = found.get("briefing", {}).get("summary", [])[:SUMMARY_SENTENCES]
    spans = [point["spans"][0] for point in points]
    return {"id": document["id"], "pred": [document["text"][start:end] for start, end in spans]}


def _whole(document: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    return found


def _f1(name: str, key: str, best: str, reach: float) -> Measure:
    return Measure(name=name, path=(key, "f1"), best=best, reach=reach)


def _plain(name: str, key: str, best: str, reach: float | None) -> Measure:
    return Measure(name=name, path=(key,), best=best, reach=reach)


PUBLIC_SETS = (
    PublicSet(
        title="Quotes, PolNeAR",
        data="polnear_quotes",
        scorer="quotes",
        read="mentions",
        predict=_mentions_of("quotations"),
        measures=(
            _f1("quotes found", "quote_overlap", ".957 regular expression", 0.975),
            _plain("speaker, named", "speaker_acc_named", ".672 regular expression", 0.92),
            _plain("speaker, pronoun's mention", "speaker_acc_pronoun_mention", ".817 regular expression", 0.94),
            _f1("quote and speaker", "joint", ".680 regular expression", 0.90),
        ),
    ),
    PublicSet(
        title="Figures, NewsQuant",
        data="newsquant",
        scorer="figures",
        read="mentions",
        predict=_mentions_of("quantities"),
        measures=(
            _f1("value", "value", ".920 CQE", 0.87),
            _f1("value and unit", "value+unit", ".856 CQE", 0.80),
            _f1("value and change", "value+change", ".881 CQE", 0.80),
            _f1("value and concept, in part", "value+concept_partial", ".761 CQE", 0.72),
            _f1("value and concept, complete", "value+concept_complete", "–", 0.30),
        ),
    ),
    PublicSet(
        title="Figures, MeasEval",
        data="measeval",
        scorer="figures",
        read="mentions",
        predict=_mentions_of("quantities"),
        measures=(_f1("span", "span_overlap", ".509 quantulum3", 0.78),),
    ),
    PublicSet(
        title="Dates, TempEval-3 platinum",
        data="te3_platinum",
        scorer="dates",
        read="mentions",
        predict=_mentions_of("dates"),
        measures=(_f1("value", "value", ".781 HeidelTime", 0.80),),
    ),
    PublicSet(
        title="Dates, TempEval-3 platinum, calendar",
        data="te3_platinum",
        scorer="dates",
        read="mentions",
        predict=_mentions_of("dates"),
        options=("--calendar",),
        measures=(_f1("value", "value", ".893 HeidelTime", 0.92),),
    ),
    PublicSet(
        title="Dates, TBAQ",
        data="tbaq",
        scorer="dates",
        read="mentions",
        predict=_mentions_of("dates"),
        measures=(_f1("value", "value", ".573 Recognizers-Text", 0.78),),
    ),
    PublicSet(
        title="Dates, TBAQ, calendar",
        data="tbaq",
        scorer="dates",
        read="mentions",
        predict=_mentions_of("dates"),
        options=("--calendar",),
        measures=(_f1("value", "value", ".677 Recognizers-Text", 0.85),),
    ),
    PublicSet(
        title="Summary, REALSumm",
        data="realsumm_cnndm",
        scorer="summary",
        read="extract",
        predict=_summary,
        measures=(
            _plain("ROUGE-1", "rouge1_f", ".411 LEAD-3", 0.42),
            _plain("ROUGE-2", "rouge2_f", ".175 LEAD-3", 0.183),
        ),
    ),
    PublicSet(
        title="Summary, cnndm100",
        data="cnndm100",
        scorer="summary",
        read="extract",
        predict=_summary,
        measures=(
            _plain("ROUGE-1", "rouge1_f", ".332 Luhn", 0.385),
            _plain("ROUGE-2", "rouge2_f", ".131 Luhn", 0.165),
        ),
    ),
    PublicSet(
        title="Whole briefings, Wikinews",
        data="wikinews_gold",
        scorer="briefing",
        read="extract",
        predict=_whole,
        measures=(
            _f1("summary", "summary", "–", 0.70),
            _f1("background", "background", "–", 0.52),
            _f1("open questions", "open_questions", "–", 0.48),
            _f1("key figures", "key_figures", "–", 0.80),
            _f1("timeline", "timeline", "–", 0.78),
            _f1("people", "people", "–", 0.75),
            _plain("speaker of a quote", "quotes_speaker", "–", 0.90),
            _plain("speaker's full name", "quotes_speaker_full_name", "–", 0.80),
            _plain("terms taken for speech", "false_quotes", "–", None),
        ),
    ),
)


def holds_public_sets(folder: Path) -> bool:
    """Whether a folder has the shape described above."""
    return (folder / "data").is_dir() and (folder / "score").is_dir()


def public_table(folder: Path, half: str) -> Iterator[str]:
    """The lines of a table of every measure on the sets that the folder has; a set that cannot be scored says why."""
    yield f"{'':36}  {'':27}  {'best other':24}  reach  here"
    read: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for public in PUBLIC_SETS:
        path = folder / "data" / half / f"{public.data}.jsonl"
        if not path.exists():
            yield f"{public.title:36}  (no {path})"
            continue
        key = (public.read, public.data)
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        if key not in read:
            read[key] = _read(public.read, path)
        try:
            answer = _score(folder, half, public, list(map(public.predict, documents, read[key])))
        except CannotScoreError as error:
            yield f"{public.title:36}  ({error})"
            continue
        for measure in public.measures:
            value: Any = answer
            for step in measure.path:
                value = value[step]
            wanted = "" if measure.reach is None else f"{measure.reach:.3f}"
            here = f"{value:.3f}" if isinstance(value, float) else str(value)
            yield f"{public.title:36}  {measure.name:27}  {measure.best:24}  {wanted:5}  {here}"


def _read(how: str, path: Path) -> list[dict[str, Any]]:
    """What the real pipeline reads in every document, in their order."""
    answer = mentioned if how == "mentions" else extracted("jsonl")
    return [json.loads(answer(record).text) for record in read_records([str(path)], "jsonl")]


def _score(folder: Path, half: str, public: PublicSet, predictions: list[dict[str, Any]]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "predictions.jsonl"
        file.write_text("".join(json.dumps(line) + "\n" for line in predictions), encoding="utf-8")
        command = [sys.executable, str(folder / "score" / f"{public.scorer}.py"), "--half", half, "--data", public.data]
        command += ["--pred", str(file), "--json", *public.options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["it printed nothing"]
        raise CannotScoreError(f"{public.scorer}.py: {reason[0]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
