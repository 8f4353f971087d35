"""What drafting did to a briefing, and what people did to it, in lines for a terminal.

updated    briefing/flood.yaml   22 kept · 3 moved · 1 reworded · 1 conflict
reworded  s-91f3  summary  briefing/flood.yaml:8
text: The river rose by 2 metres.
→ The river rose by 3 metres.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefsite.briefing import decode
from briefsite.briefing.merge import FATES, in_one_line, open_conflicts, shown
from briefsite.briefing.record import source_key
from briefsite.report.excerpt import harmless
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefsite.briefing import Merged
    from briefsite.briefing.merge import Edit, Outcome
    from briefsite.briefing.record import Value
    from briefsite.pipeline import Redraft


def drafting_lines(slug: str, done: Redraft, *, plan: bool) -> Iterator[str]:
    """What became of one briefing."""
    name = f"briefing/{slug}.yaml"
    if done.merged is None:
        yield f"{done.fate:10} {name}"
        return
    yield f"{done.fate:10} {name}   {counts(done.merged)}"
    written = done.source if plan else Source(done.source.name, done.merged.text)
    for outcome in done.merged.outcomes:
        if outcome.fate != "kept":
            yield from _outcome_lines(outcome, done.source, written, plan=plan)
    yield from _conflict_lines(done.merged, done.source if plan else written)


def counts(merged: Merged) -> str:
    """`22 kept · 3 moved · 1 conflict`."""
    # The head of the file and its sources are no items: what changes in them is listed, not counted.
    found = Counter(str(outcome.fate) for outcome in merged.outcomes if outcome.group not in ("", "sources"))
    parts = [f"{found[fate]} {fate}" for fate in FATES if found[fate] or fate == "kept"]
    if number := len(merged.conflicts):
        parts.append(f"{number} conflict{'' if number == 1 else 's'}")
    return " · ".join(parts)


def edit_lines(edits: Sequence[Edit], source: Source) -> Iterator[str]:
    """What people did, item by item."""
    last = None
    for edit in edits:
        here = (edit.group, edit.id)
        if here != last or edit.what != "changed":
            yield f"{edit.what:13} {_name(*here)}{_at(source, edit.place.start if edit.place else None)}"
        last = here if edit.what == "changed" else None
        if edit.what == "changed":
            yield from _value_lines(edit.field, edit.old, edit.new)
        elif edit.fields is not None:
            yield f"    {harmless(shown(edit.group, edit.fields))}"


def _outcome_lines(outcome: Outcome, source: Source, written: Source, *, plan: bool) -> Iterator[str]:
    if outcome.after is not None and not plan:
        at = _at(written, outcome.after)
    else:
        at = _at(source, outcome.before)
    stays = "  (stays, because you touched it)" if outcome.stays else ""
    head = f"  {outcome.fate:9} {_name(outcome.group, outcome.id)}{at}{stays}"
    if outcome.fate == "moved":
        ((_, old, new),) = outcome.differences()
        yield f"{head}  {_shown(old)} → {_shown(new)}"
        return
    yield head
    if outcome.old is None or outcome.new is None or outcome.stays:
        yield f"    {harmless(shown(outcome.group, outcome.new or outcome.old or {}))}"
    else:
        for key, old, new in outcome.differences():
            yield from _value_lines(key, old, new)


def _conflict_lines(merged: Merged, source: Source) -> Iterator[str]:
    for conflict, mine, place in open_conflicts(merged.sidecar, decode(source)):
        yield f"  {'conflict':9} {_name(conflict.group, conflict.item)}{_at(source, place.start if place else None)}"
        yield f"    {conflict.field}: {_shown(mine)}   (yours, it stands)"
        was = f"the machine’s; it was {_shown(conflict.base)}"
        yield f"    {' ' * len(conflict.field)}→ {_shown(conflict.theirs)}   ({was})"


def _value_lines(key: str, old: Value | None, new: Value | None) -> Iterator[str]:
    yield f"    {key}: {_shown(old)}"
    yield f"    {' ' * len(key)}→ {_shown(new)}"


def _name(group: str, id: str) -> str:
    return f"{id.removeprefix(source_key(''))}  {group}" if group else "the head"


def _at(source: Source, offset: int | None) -> str:
    return "" if offset is None else f"  {source.name}:{source.locate(offset).line}"


def _shown(value: Value | None) -> str:
    return "–" if value is None else harmless(in_one_line(value))
