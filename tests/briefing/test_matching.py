"""Which item of a new draft is which one of before, where one sentence gives several."""

from __future__ import annotations

import pytest

from briefsite.article import read_article
from briefsite.briefing import Draft
from briefsite.briefing.ids import identity
from briefsite.briefing.items import Event, Item, KeyFigure, OpenQuestion, Point, Quote
from briefsite.briefing.merge.alignment import Alignment
from briefsite.briefing.merge.matching import match
from briefsite.briefing.model import Briefing, SourceFile
from briefsite.briefing.record import Place, Record, fields_of
from briefsite.source import Source
from briefsite.span import Span

OLD = "The council will spend 40 crowns on 12 pumps and 3 boats, it said on Monday in Orva."
NEW = "The council will spend 50 crowns on 12 pumps and 3 boats, it said on Monday in Orva."


def figure(label: str, value: str, unit: str, evidence: str) -> KeyFigure:
    return KeyFigure(label=label, value=value, unit=unit, evidence=(evidence,), source=("p1",))


def point(text: str) -> Point:
    return Point(text=text, source=("p1",))


def question(text: str, kind: str, evidence: str) -> OpenQuestion:
    return OpenQuestion(question=text, kind=kind, evidence=(evidence,), source=("p1",))


def matched(section: str, old: list[Item], new: list[Item], was: str = OLD, now: str = NEW) -> dict[int, int]:
    """Number of the new item → number of the old one. Each stands in the one sentence of its article."""
    one, other = (read_article(Source("x", f"{text}\n")) for text in (was, now))
    named = [item.model_copy(update={"id": f"x-{number}"}) for number, item in enumerate(new)]
    whole = (Span(0, len(now)),)
    draft = Draft(
        briefing=Briefing(title="T", sources=(SourceFile(file="a"),), **{section: tuple(named)}),
        spans={item.id or "": whole for item in named},
    )
    records = [
        Record(
            group=section,
            id=f"y-{number}",
            fields=fields_of(item),
            places=(Place(snapshot="s", spans=(Span(0, len(was)),), identity=identity(section, item)),),
        )
        for number, item in enumerate(old)
    ]
    found = match(section, records, draft, {"s": Alignment(one, other)})
    return {int(id[2:]): int(record.id[2:]) for id, record in found.items()}


CROWNS, PUMPS, BOATS = (
    figure("crowns to be spent", "40", "crown", OLD),
    figure("pumps to be bought", "12", "pumps", OLD),
    figure("boats to be bought", "3", "boats", OLD),
)


@pytest.mark.parametrize(
    ("section", "old", "new"),
    [
        ("key_figures", [CROWNS], [figure("homes to be built", "50", "homes", NEW)]),
        ("key_figures", [PUMPS], [figure("crowns to be spent", "50", "crown", NEW)]),
        ("quotes", [Quote(text=("We go on",), source=("p1",))], [Quote(text=("Nobody knows that",), source=("p1",))]),
        ("summary", [point("The council will spend 40 crowns")], [point("it said on Monday in Orva")]),
        (
            "open_questions",
            [question("Will it rain?", "condition", OLD)],
            [question("Who pays for the boats?", "decision", NEW)],
        ),
    ],
    ids=["another unit", "another figure", "another quote", "another part", "another question"],
)
def test_another_thing_in_the_same_sentence_is_new(section: str, old: list[Item], new: list[Item]) -> None:
    assert matched(section, old, new) == {}


@pytest.mark.parametrize(
    ("section", "old", "new", "pairs"),
    [
        (
            "key_figures",
            [CROWNS, PUMPS, BOATS],
            [
                figure("boats to be bought", "3", "boats", NEW),
                figure("crowns to be spent", "50", "crown", NEW),
                figure("pumps to be bought", "12", "pumps", NEW),
            ],
            {0: 2, 1: 0, 2: 1},
        ),
        ("key_figures", [PUMPS], [figure("what the council buys", "12", "pumps", "12 pumps")], {0: 0}),
        ("key_figures", [PUMPS], [figure("pumps to be bought", "12", "pump", NEW)], {0: 0}),
        ("summary", [point(OLD)], [point(NEW)], {0: 0}),
        (
            "timeline",
            [Event(date="2026-03-02", text=OLD, source=("p1",)), Event(date="2026-03", text=OLD, source=("p1",))],
            [Event(date="2026-03", text=NEW, source=("p1",)), Event(date="2026-03-02", text=NEW, source=("p1",))],
            {0: 1, 1: 0},
        ),
        (
            "open_questions",
            [question("Who pays for the boats?", "decision", OLD)],
            [question("Who pays for the boats?", "dispute", NEW)],
            {0: 0},
        ),
    ],
    ids=["each its own", "another label", "another unit", "reworded", "by their dates", "another kind"],
)
def test_the_same_thing_is_known_again(section: str, old: list[Item], new: list[Item], pairs: dict[int, int]) -> None:
    assert matched(section, old, new) == pairs


def test_without_the_old_text_only_the_same_words_are_the_same_item() -> None:
    records = [
        Record(
            group="summary",
            id="y-0",
            fields=fields_of(point(OLD)),
            places=(Place(snapshot="lost", spans=(Span(0, 9),), identity=identity("summary", point(OLD))),),
        )
    ]
    for text, found in ((OLD, 1), (NEW, 0)):
        item = point(text).model_copy(update={"id": "x-0"})
        briefing = Briefing(title="T", sources=(SourceFile(file="a"),), summary=(item,))
        draft = Draft(briefing=briefing, spans={"x-0": (Span(0, len(text)),)})
        assert len(match("summary", records, draft, {})) == found
