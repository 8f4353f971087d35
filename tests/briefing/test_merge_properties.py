"""What must hold in every life of a briefing, whatever a person, the article and the reader do, in any order.

BRIEFSITE_LIVES=5000 pytest tests/briefing/test_merge_properties.py    lives as many lives
"""

from __future__ import annotations

import os
import re
from random import Random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefsite.briefing import decode
from briefsite.briefing.merge.layout import Layout
from briefsite.briefing.record import GROUPS
from briefsite.source import Source
from lives import Life

if TYPE_CHECKING:
    from briefsite.briefing import Decoded, Merged
    from briefsite.briefing.items import Item
    from briefsite.briefing.model import Briefing

LIVES = int(os.environ.get("BRIEFSITE_LIVES", "200"))
STEPS = st.lists(st.sampled_from(["edit", "edit", "edit", "article", "reader", "draft"]), min_size=2, max_size=14)


@settings(
    max_examples=LIVES,
    deadline=None,
    derandomize=LIVES <= 200,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.integers(0, 2**32), STEPS)
@example(999999999, ["reader", "article", "reader", "edit", "reader", "draft", "article", "reader"])
def test_every_promise_holds_in_every_life(seed: int, steps: list[str]) -> None:
    life = Life(Random(seed))
    first, sentences, reader = items_of(life.briefing), list(life.sentences), life.reader
    for step in [*steps, "draft"]:
        if step == "edit":
            life.edit()
        elif step == "article":
            life.change_article()
        elif step == "reader":
            life.change_reader()
        else:
            draft_and_check(life)
    life.sentences, life.reader = sentences, reader
    draft_and_check(life)
    the_anchors_are_those_of_the_first_draft(life, first)


def draft_and_check(life: Life) -> None:
    before, is_edited = life.text, life.is_edited
    merged = life.draft()
    no_edit_is_lost(life)
    nothing_deleted_returns(life)
    no_conflict_is_decided_silently(life, merged)
    if is_edited:
        nothing_else_in_the_file_moves(before, merged.text)
    applying_twice_equals_applying_once(life, merged)


# --- the promises ----------------------------------------------------------------------------------------


def no_edit_is_lost(life: Life) -> None:
    found = values_of(life.briefing)
    for key, value in life.edited.items():
        assert found.get(key) == value, key
    text = life.text.replace("\r\n", "\n") + "\n"
    for comment in life.comments:
        assert f"{comment}\n" in text, comment
    own = {getattr(item, "text", None): id for id, item in items_of(life.briefing).items()}
    for words, id in life.own.items():
        assert words in own, words
        assert id in ("", own[words]), "an id of a person's own item changed"
        life.own[words] = own[words]


def nothing_deleted_returns(life: Life) -> None:
    assert not life.deleted & set(items_of(life.briefing))


def no_conflict_is_decided_silently(life: Life, merged: Merged) -> None:
    """What the machine said before an edit stays the base, so that other news of it are listed until settled."""
    for record in life.sidecar.records:
        for (id, key), said in life.said_before.items():
            if id == record.id:
                assert record.fields.get(key) == said, (id, key)
    for conflict in merged.conflicts:
        assert not conflict.item or conflict.item in life.touched, conflict


def nothing_else_in_the_file_moves(before: str, after: str) -> None:
    old, new = (decode(Source("x", text)) for text in (before, after))
    stored = with_stored_ids(new)
    same = {id for id, item in with_stored_ids(old).items() if stored.get(id) == item}
    assert unchanged_lines(old, same) == unchanged_lines(new, same)
    assert line_ends(after) <= (line_ends(before) or {"\n"})


def applying_twice_equals_applying_once(life: Life, merged: Merged) -> None:
    again = life.draft()
    assert again.text == merged.text
    assert again.sidecar.dump() == merged.sidecar.dump()


def the_anchors_are_those_of_the_first_draft(life: Life, first: dict[str, Item]) -> None:
    now = items_of(life.briefing)
    for id, item in first.items():
        if id not in life.touched and id not in life.deleted:
            assert now[id] == item


# --- looking at files ------------------------------------------------------------------------------------


def items_of(briefing: Briefing) -> dict[str, Item]:
    return {item.id or "": item for items in briefing.sections().values() for item in items}


def values_of(briefing: Briefing) -> dict[tuple[str, str], object]:
    found: dict[tuple[str, str], object] = {("", key): getattr(briefing, key) for key in ("title", "status")}
    for id, item in items_of(briefing).items():
        for key in type(item).model_fields:
            value = getattr(item, key)
            found[id, key] = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    return found


def line_ends(text: str) -> set[str]:
    return set(re.findall(r"\r\n?|\n", text))


def with_stored_ids(decoded: Decoded) -> dict[str, object]:
    """By id: everything that the lines of an item say, and where it stands."""
    assert decoded.briefing is not None
    return {
        item.id or "": (section, item, (section, index, "id") in decoded.places)
        for section, items in decoded.briefing.sections().items()
        for index, item in enumerate(items)
    }


def unchanged_lines(decoded: Decoded, same: set[str]) -> list[str]:
    """The lines of a file without those of items that changed, of `changes:`, and of keys of lists with their space."""
    layout = Layout(decoded)
    text = decoded.source.text
    assert decoded.briefing is not None
    cut = [
        (layout.lines(section, index)[0], layout.line_end(layout.end((section, index))))
        for section, items in decoded.briefing.sections().items()
        for index, item in enumerate(items)
        if item.id not in same
    ]
    if key := decoded.keys.get(("changes",)):
        cut.append((layout.line_start(key.start), layout.line_end(layout.end(("changes",)))))
    for start, end in sorted(cut, reverse=True):
        text = text[:start] + text[end:]
    keys = re.compile(rf"(?:{'|'.join(GROUPS)}):\s*")
    return [line for line in text.splitlines() if line.strip() and not keys.fullmatch(line)]
