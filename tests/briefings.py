"""Briefings for the tests: one that is written out, and a strategy that makes up any."""

from __future__ import annotations

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefsite.briefing.items import Event, KeyFigure, OpenQuestion, Person, Point, Quote
from briefsite.briefing.model import Briefing, SourceFile
from briefsite.briefing.values import Qualifier, QuestionKind, QuestionStatus, Status, Text

_TEXT = TypeAdapter(Text)
TRAPS = [
    *(
        "no",
        "y",
        "012",
        "12:30",
        "1.10",
        "null",
        "~",
        "2024-07-05",
        "0x1F",
        "1_000",
        "1e5",
        ".5",
        "+1",
        "=",
        "<<",
        "true",
    ),
    *(
        "a: b",
        "a:",
        ":a",
        "#x",
        "x #y",
        "- a",
        "-",
        "? a",
        "?",
        "'x'",
        '"x"',
        'say "it\'s"',
        "a\\b",
        "---",
        "...",
        "!a",
    ),
    *(
        "%a",
        "@a",
        "`a`",
        "[a]",
        "{a}",
        "a, b",
        "&a",
        "*a",
        "|",
        ">",
        "p6",
        "a\nb",
        "a\tb",
        "\x07",
        "a\x85b",
        "a\u2028b",
    ),
    *("\ufeffa", "\u202ea", "a\u200bb", "😀", "\uffff", "'tis", "“We will,” he said: no", "x" * 3000),
]


def _is_text(text: str) -> bool:
    try:
        _TEXT.validate_python(text)
    except ValidationError:
        return False
    return True


texts = st.one_of(st.sampled_from(TRAPS), st.text(min_size=1)).filter(_is_text).map(_TEXT.validate_python)
_lists = st.lists(texts, min_size=1, max_size=3).map(tuple)
_references = st.lists(st.sampled_from(["p1", "p6", "s2:p60", "editor"]), min_size=1, max_size=3).map(tuple)
_dates = st.sampled_from(
    ["2024", "2024-07", "2024-07-05", "2018~", "2025-01/2025-06", "../2024", "2024/..", "198X", "2024-21"]
)
_values = st.sampled_from(["37000", "2.5", "100-1000", "-3", "1.10", "012"])


def _maybe(strategy):
    return st.none() | strategy


def _items(model, prefix, **fields):
    made = st.builds(
        lambda number, **rest: model(id=f"{prefix}-{number}", **rest),
        st.integers(0, 10**9),
        source=_references,
        note=_maybe(texts),
        **fields,
    )
    return st.lists(made, max_size=2, unique_by=lambda item: item.id).map(tuple)


_evidence = _maybe(_lists)
briefings = st.builds(
    Briefing,
    title=texts,
    date=_maybe(_dates),
    status=st.sampled_from(Status),
    topics=st.lists(texts, max_size=3).map(tuple),
    sources=st.builds(
        SourceFile, file=texts, title=_maybe(texts), publisher=_maybe(texts), date=_maybe(_dates), url=_maybe(texts)
    ).map(lambda source: (source,)),
    notes=_maybe(texts),
    summary=_items(Point, "s", text=texts, evidence=_evidence),
    key_figures=_items(
        KeyFigure,
        "f",
        label=texts,
        value=_values,
        unit=_maybe(texts),
        qualifier=st.sampled_from(Qualifier),
        change=_maybe(st.sampled_from(["up", "down"])),
        period=_maybe(_dates),
        said_by=_maybe(texts),
        evidence=_evidence,
    ),
    quotes=_items(Quote, "q", speaker=_maybe(texts), text=_lists, written_as=_maybe(texts), because=_maybe(texts)),
    timeline=_items(Event, "t", date=_dates, written_as=_maybe(texts), text=texts),
    open_questions=_items(
        OpenQuestion,
        "o",
        question=texts,
        kind=st.sampled_from(QuestionKind),
        status=st.sampled_from(QuestionStatus),
        due=_maybe(_dates),
        answer=_maybe(texts),
    ),
    people=_items(Person, "p", name=texts, role=_maybe(texts)),
)

EXAMPLE = Briefing(
    title="Harrow Vale: the water is falling",
    date="2026-03-02",
    topics=("Floods", "Harrow Vale"),
    sources=(SourceFile(file="seeds/flood.txt", publisher="The Vale Post"),),
    notes="Checked by **phone**.\nTwice.",
    summary=(Point(text="The river rose by 2 metres on Monday.", source=("p1",), id="s-0001"),),
    key_figures=(
        KeyFigure(
            label="homes without power",
            value="1200",
            unit="homes",
            qualifier=Qualifier.ABOUT,
            period="2026-03",
            evidence=("About 1,200 homes were without power",),
            source=("p2",),
            id="f-0001",
        ),
        KeyFigure(label="pumps", value="12", source=("editor",), note="Counted them myself.", id="f-0002"),
    ),
    quotes=(
        Quote(
            speaker="Ada Kell",
            text=("We are tired", "and we go on"),
            written_as="she",
            because="Mayor Ada Kell",
            source=("p3", "p4"),
            id="q-0001",
        ),
    ),
    timeline=(Event(date="2026-03-01~", written_as="Sunday", text="no", source=("p5",), id="t-0001"),),
    open_questions=(
        OpenQuestion(
            question="Will the dam hold?",
            kind=QuestionKind.CONDITION,
            evidence=('"If it rains again," Kell said: "nobody knows."',),
            source=("p6",),
            id="o-0001",
        ),
    ),
    people=(Person(name="Ada Kell", role="Mayor", source=("p3",), id="p-0001"),),
)
