"""What the machine must be taken to have written before, where its memory is lost.

The new draft itself: then whatever the file says otherwise counts as a person's edit, and what it lacks as
deleted. Nothing that anybody wrote is touched, and nothing comes back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.briefing.sidecar import Sidecar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.briefing.assemble import Draft
    from briefsite.briefing.merge.mine import Entry


def presumed(draft: Draft, entries: Sequence[Entry], sha256: str) -> Sidecar:
    """The memory to merge with where there is none."""
    base = Sidecar.of(draft, sha256={draft.briefing.sources[0].id: sha256}, text="")
    ids = {entry.id for entry in entries}
    saying = {(entry.group, entry.identity): entry.id for entry in reversed(entries)}
    records = []
    for record in base.records:
        said = record.places[0].identity if record.places else ""
        # An id is made of the machine's words, so it tells the item even where a person has other words by now.
        id = record.id if record.id in ids else saying.get((record.group, said), record.id)
        records.append(replace(record, id=id))
    return replace(base, records=tuple(records), pristine=None)
