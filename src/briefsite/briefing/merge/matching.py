"""Which item of a new draft is which one that the machine proposed before: so that ids never change.

The same words in the same sentence are the same item, wherever that sentence stands now. Other words are the
same item where their sentence became that sentence, and they still speak of the same thing; of several, the
one that is most alike. What is not found so is new, however much it looks like an old one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.briefing.ids import identity, item_id
from briefsite.briefing.items import KeyFigure, OpenQuestion, Person
from briefsite.briefing.merge.alignment import LEAST_ALIKE, alike
from briefsite.briefing.model import SECTIONS
from briefsite.briefing.record import SOURCES, Fields, Place, fields_of, item_of, source_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefsite.briefing.assemble import Draft
    from briefsite.briefing.items import Item
    from briefsite.briefing.merge.alignment import Alignment
    from briefsite.briefing.record import Record

_SAME = 2.0
"""The score of the same words in the same sentence: above that of every likeness."""
_SAME_ANYWHERE = 1.5
"""Of the same words where nothing can be said of the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An item of the new draft, under its lasting id."""

    group: str
    id: str
    drafted_as: str
    """The id that it has in the draft."""
    fields: Fields
    place: Place | None
    """Where its words stand in the new snapshot; None for a source."""


def name_items(
    draft: Draft,
    records: Collection[Record],
    own: Mapping[tuple[str, str], str],
    taken: Collection[str],
    alignments: Mapping[str, Alignment],
    snapshot: str,
) -> tuple[News, ...]:
    """Everything in the draft, in its order, each under the id that it has had or will have.

    `own` are items that a person wrote themselves, as section and identity → id: where the machine now finds
    the same, it is that one. `taken` are the ids of the file.
    """
    named = [
        News(group=SOURCES, id=source_key(source.id), drafted_as=source.id, fields=fields_of(source), place=None)
        for source in draft.briefing.sources
    ]
    used = {*taken, *(record.id for record in records)}
    for section in SECTIONS:
        found = match(section, [record for record in records if record.group == section], draft, alignments)
        adopted: set[str] = set()
        for item in getattr(draft.briefing, section):
            said, drafted_as = identity(section, item), item.id or ""
            if record := found.get(drafted_as):
                id = record.id
            elif (written := own.get((section, said))) and written not in adopted:
                id = written
                adopted.add(id)
            else:
                id = drafted_as if drafted_as not in used else item_id(section, item, used)
                used.add(id)
            place = Place(snapshot=snapshot, spans=draft.spans.get(drafted_as, ()), identity=said)
            named.append(News(group=section, id=id, drafted_as=drafted_as, fields=fields_of(item), place=place))
    return tuple(named)


def match(
    section: str, records: Sequence[Record], draft: Draft, alignments: Mapping[str, Alignment]
) -> dict[str, Record]:
    """The id of an item in the draft → its record, one to one; items without one are new.

    `alignments` holds, by the name of a snapshot, its alignment with the draft's article; where a snapshot is
    lost, the same words are taken for the same item.
    """
    items: Sequence[Item] = getattr(draft.briefing, section)
    said = [identity(section, item) for item in items]
    spans = [draft.spans.get(item.id or "", ()) for item in items]
    # Where the items stand in the new article is the same for all alignments: each is with that one.
    any_alignment = next(iter(alignments.values()), None)
    units = [frozenset(any_alignment.units(places)) if any_alignment else frozenset() for places in spans]
    values = [fields_of(item) for item in items]
    scored = []
    for number, record in enumerate(records):
        seen = [_Seen.of(place, alignments.get(place.snapshot), age) for age, place in enumerate(record.places[::-1])]
        for position, item in enumerate(items):
            scores = (_score(section, record, item, said[position], units[position], place) for place in seen)
            if score := max(scores, default=0.0):
                # Two events of one sentence are told apart by their dates alone.
                equal = len(record.fields.items() & values[position].items())
                scored.append((-score, -equal, number, position))
    found: dict[str, Record] = {}
    used: set[int] = set()
    for _, _, number, position in sorted(scored):
        id = items[position].id or ""
        if id not in found and number not in used:
            found[id] = records[number]
            used.add(number)
    return found


@dataclass(frozen=True, slots=True)
class _Seen:
    """A place of a record, and what became of its sentences."""

    identity: str
    words: str
    alignment: Alignment | None
    """None where nobody can say: the snapshot is lost."""
    heirs: frozenset[int]
    weight: float
    """A younger place knows better than an older one; best, that in the very text that is back."""

    @classmethod
    def of(cls, place: Place, alignment: Alignment | None, age: int) -> _Seen:
        if alignment is None or not place.spans:
            return cls(place.identity, "", None, frozenset(), 0.0)
        words = " ".join(span.of(alignment.old.text) for span in place.spans)
        weight = 1.0 if alignment.old is alignment.new else 0.99 ** (age + 1)
        return cls(place.identity, words, alignment, frozenset(alignment.heirs(place.spans)), weight)


def _score(section: str, record: Record, item: Item, said: str, units: frozenset[int], place: _Seen) -> float:
    """How surely an item is the one of a record, by one of its places; 0 where it is not."""
    is_same = place.identity == said
    if place.alignment and not place.heirs.isdisjoint(units):
        return (_SAME if is_same else _likeness(section, record, item, place.words)) * place.weight
    # A name is a person wherever it stands; and what somebody deleted does not come back by another door.
    if is_same and (place.alignment is None or isinstance(item, Person) or record.state == "deleted"):
        return _SAME_ANYWHERE
    return 0.0


def _likeness(section: str, record: Record, item: Item, words: str) -> float:
    """How alike an item and a record of other words in the same sentence are; 0 where they speak of something else."""
    try:
        old = item_of(section, record.id, record.fields)
    except ValueError:  # of a version of the model that we cannot read
        return 0.0
    if isinstance(old, KeyFigure) and isinstance(item, KeyFigure):
        # Figures of one sentence share their evidence: what they count tells them apart.
        label = alike(old.label, item.label)
        agree = (old.value is not None and old.value == item.value) + (old.unit == item.unit)
        return (label + agree) / 3 if agree == 2 or (agree and label >= LEAST_ALIKE) else 0.0
    if isinstance(old, OpenQuestion) and isinstance(item, OpenQuestion) and old.kind is not item.kind:
        score = alike(old.question, item.question)
    else:
        now = " ".join(_said(item))
        score = max(alike(words, now), alike(" ".join(_said(old)), now))
    return score if score >= LEAST_ALIKE else 0.0


def _said(item: Item) -> Iterable[str]:
    return item.anchor_words or ((item.question,) if isinstance(item, OpenQuestion) else ())
