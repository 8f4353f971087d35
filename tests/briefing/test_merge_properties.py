"""What must hold in every life of a briefing, whatever a person, the article and the reader do, in any order.

BRIEFSITE_LIVES=5000 pytest tests/briefing/test_merge_properties.py    lives as many lives
"""

from __future__ import annotations

import os
import re
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefsite.briefing import decode
from briefsite.briefing.merge.layout import Layout
from briefsite.briefing.record import GROUPS
from briefsite.source import Source
from lives import Life

LIVES = int(os.environ.get("BRIEFSITE_LIVES", "150"))
lives = settings(max_examples=LIVES, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
STEPS = st.lists(st.sampled_from(["edit", "edit", "edit", "article", "reader", "draft"]), min_size=2, max_size=14)


def live(seed: int, steps: list[str], check) -> Life:
    life = Life(Random(seed))
    for step in [*steps, "draft"]:
        if step == "edit":
            life.edit()
        elif step == "article":
            life.change_article()
        elif step == "reader":
            life.change_reader()
        else:
            before = life.text
            merged = life.draft()
            check(life, before, merged)
    return life


def values(briefing) -> dict[tuple[str, str], object]:
    found = {("", key): getattr(briefing, key) for key in ("title", "status")}
    for items in briefing.sections().values():
        for item in items:
            for key in type(item).model_fields:
                value = getattr(item, key)
                found[item.id, key] = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    return found


@lives
@given(st.integers(0, 2**32), STEPS)
def test_no_edit_is_lost_and_nothing_deleted_returns(seed: int, steps: list[str]) -> None:
    def check(life: Life, before: str, merged) -> None:
        found = values(life.briefing)
        for key, value in life.edited.items():
            assert found.get(key) == value, key
        ids = {item.id for items in life.briefing.sections().values() for item in items}
        assert not ids & life.deleted
        for comment in life.comments:
            assert f"{comment}\n" in life.text.replace("\r\n", "\n") + "\n", comment
        texts = {getattr(item, "text", None): item.id for items in life.briefing.sections().values() for item in items}
        for words, id in life.own.items():
            assert words in texts, words
            assert id in ("", texts[words])
            life.own[words] = texts[words]

    live(seed, steps, check)


@lives
@given(st.integers(0, 2**32), STEPS)
def test_no_conflict_is_decided_silently(seed: int, steps: list[str]) -> None:
    """What the machine said before an edit stays the base, so that all other news of it are listed until settled."""

    def check(life: Life, before: str, merged) -> None:
        listed = {(conflict.item, conflict.field) for conflict in merged.conflicts}
        for record in life.sidecar.records:
            for (id, key), said in life.said_before.items():
                if id == record.id:
                    assert record.fields.get(key) == said, (id, key)
        for id, key in listed - set(life.said_before):
            assert id == "" or id in life.touched, (id, key)

    live(seed, steps, check)


@lives
@given(st.integers(0, 2**32), STEPS)
def test_applying_twice_equals_applying_once(seed: int, steps: list[str]) -> None:
    def check(life: Life, before: str, merged) -> None:
        memory = life.sidecar.dump()
        again = life.draft()
        assert again.text == merged.text
        assert again.sidecar.dump() == memory

    live(seed, steps, check)


@lives
@given(st.integers(0, 2**32), STEPS)
def test_nothing_else_in_the_file_moves(seed: int, steps: list[str]) -> None:
    def check(life: Life, before: str, merged) -> None:
        if before == merged.text or not any(step == "edit" for step in steps):
            return
        old, new = (decode(Source("x", text)) for text in (before, merged.text))
        if is_pristine(life, before):
            return
        said_before, said_now = items_of(old), items_of(new)
        same = {id for id, item in said_before.items() if said_now.get(id) == item}
        assert unchanged_lines(old, same) == unchanged_lines(new, same)
        assert line_ends(merged.text) <= (line_ends(before) or {"\n"})

    def is_pristine(life: Life, before: str) -> bool:
        return not (life.edited or life.deleted or life.own or life.comments or life.touched) and "\r" not in before

    live(seed, steps, check)


def line_ends(text: str) -> set[str]:
    return set(re.findall(r"\r\n?|\n", text))


def items_of(decoded) -> dict[str, object]:
    stored = {path[:2] for path in decoded.places if path[2:] == ("id",)}
    found = {}
    for section, items in decoded.briefing.sections().items():
        for index, item in enumerate(items):
            found[item.id] = (section, item, (section, index) in stored)
    return found


def unchanged_lines(decoded, same: set[str]) -> list[str]:
    """The lines of a file without those of items that changed, of `changes:`, and of keys of lists with their space."""
    layout = Layout(decoded)
    text = decoded.source.text
    cut = []
    for section, items in decoded.briefing.sections().items():
        for index, item in enumerate(items):
            if item.id not in same:
                cut.append(layout.lines(section, index))
    if ("changes",) in decoded.keys:
        start = layout.line_start(decoded.keys["changes",].start)
        cut.append((start, layout.line_end(layout.end(("changes",)))))
    for start, end in sorted(cut, reverse=True):
        text = text[:start] + text[end:]
    keys = re.compile(rf"(?:{'|'.join(GROUPS)}):\s*")
    return [line for line in text.splitlines() if line.strip() and not keys.fullmatch(line)]


@lives
@given(st.integers(0, 2**32), STEPS)
def test_when_the_source_is_reverted_the_anchors_come_back(seed: int, steps: list[str]) -> None:
    life = Life(Random(seed))
    first, sentences, reader = life.briefing, list(life.sentences), life.reader
    for step in steps:
        if step == "edit":
            life.edit()
        elif step == "article":
            life.change_article()
        elif step == "reader":
            life.change_reader()
        else:
            life.draft()
    life.sentences, life.reader = sentences, reader
    life.draft()
    now = {item.id: item for items in life.briefing.sections().values() for item in items}
    for items in first.sections().values():
        for item in items:
            if item.id not in life.touched and item.id not in life.deleted:
                assert now[item.id] == item
