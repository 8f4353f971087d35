"""Base, mine and theirs → the file as it should stand, with as few lines changed as can be.

    base     the machine's last version of each item it ever proposed (the sidecar)
    mine     the YAML file as people left it
    theirs   the new draft

A file that is still the machine's own, byte for byte, follows the draft in everything, its order included.
What comes out is read again and compared with what was meant before anybody writes it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefsite.briefing.decode import decode
from briefsite.briefing.encode import encode
from briefsite.briefing.merge.alignment import Alignment
from briefsite.briefing.merge.items import Merging
from briefsite.briefing.merge.layout import UnpatchableError
from briefsite.briefing.merge.matching import name_items
from briefsite.briefing.merge.mine import References, entries
from briefsite.briefing.merge.outcome import published_changes
from briefsite.briefing.merge.presumed import presumed
from briefsite.briefing.model import SourceFile
from briefsite.briefing.record import GROUPS, SOURCES, fields_of, snapshot_name, source_key
from briefsite.briefing.sidecar import Sidecar, digest
from briefsite.briefing.values import Status
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from briefsite.article import Article
    from briefsite.briefing.assemble import Draft
    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.items import Item
    from briefsite.briefing.merge.matching import News
    from briefsite.briefing.merge.outcome import Outcome
    from briefsite.briefing.model import Briefing
    from briefsite.briefing.record import Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The file as it should stand, and the memory that belongs to it."""

    text: str
    sidecar: Sidecar
    outcomes: tuple[Outcome, ...]
    """What became of each item that the machine knows, in the order of the file."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Values that people and the machine have changed in different ways."""
        return self.sidecar.conflicts


class MergeError(Exception):
    """A merge that cannot be written; says why. Nothing is changed then."""


def merge(
    base: Sidecar | None,
    mine: Decoded,
    draft: Draft,
    article: Article,
    *,
    sha256: str,
    today: str,
    snapshots: Mapping[str, Article] | None = None,
    keep_mine: bool = False,
) -> Merged:
    """`mine`, brought up to date with the new draft of `article`, whose bytes have the digest `sha256`.

    `base` is None where nobody knows what the machine wrote before; then everything that differs from the
    draft counts as a person's. `snapshots` are the articles that the records' places are in, by name, as far
    as they are kept. `today` dates the changes of a published briefing whose article does not say when it was changed.
    `keep_mine` settles every conflict for the person's value.

    Raises:
        MergeError: the file has errors, or is written so that it cannot be changed in places.
    """
    if mine.briefing is None:
        raise MergeError("it has errors of its own")
    try:
        return _merged(base, mine, mine.briefing, draft, article, sha256, today, snapshots or {}, keep_mine)
    except UnpatchableError as error:
        raise MergeError(str(error)) from None


def _merged(
    base: Sidecar | None,
    mine: Decoded,
    briefing: Briefing,
    draft: Draft,
    article: Article,
    sha256: str,
    today: str,
    snapshots: Mapping[str, Article],
    keep_mine: bool,
) -> Merged:
    source = draft.briefing.sources[0]
    references = References.of(briefing, id=source.id, file=source.file)
    found = entries(mine, briefing, references, {record.id: record for record in base.records} if base else {})
    base = base or presumed(draft, found, sha256)
    known = {record.id for record in base.records}
    own = {(entry.group, entry.identity): entry.id for entry in reversed(found) if entry.id not in known}
    snapshot = snapshot_name(sha256)
    alignments = {name: Alignment(old, article) for name, old in snapshots.items()}
    alignments[snapshot] = Alignment(article, article)
    news = name_items(draft, base.records, own, {entry.id for entry in found}, alignments, snapshot)
    merging = Merging(mine, briefing, base, found, news, references, alignments, snapshot, keep_mine)
    merging.merge_head(fields_of(draft.briefing))
    for group in GROUPS:
        merging.merge_group(group)
    if briefing.status is Status.REVIEWED:
        merging.record_changes(list(published_changes(merging.outcomes, _day_of_change(article, draft, base) or today)))
    if digest(mine.source.text) == base.pristine:
        text = encode(_named(draft, news, without=merging.deleted))
        read = _decoded(mine, text)
    else:
        text = merging.patch.text()
        read = _decoded(mine, text)
        if not merging.is_meant(read):
            raise MergeError("it is written in a way that cannot be changed in places")
    return Merged(
        text=text,
        sidecar=Sidecar(
            sha256={source.id: sha256},
            head=merging.head_base,
            records=merging.sorted_records(read),
            conflicts=tuple(merging.conflicts),
            # What a person put where the machine puts it too is still theirs: it must not leave with the next draft.
            pristine=digest(text) if text == encode(_named(draft, news)) and not merging.has_touched else None,
        ),
        outcomes=tuple(_located(merging.outcomes, mine, read)),
    )


def _day_of_change(article: Article, draft: Draft, base: Sidecar) -> str | None:
    """The day on which its publisher changed the article, where it says so."""
    if article.metadata.updated:
        return article.metadata.updated.isoformat()
    return draft.briefing.date if draft.briefing.date != base.head.get("date") else None


def _decoded(mine: Decoded, text: str) -> Decoded:
    read = mine if text == mine.source.text else decode(Source(mine.source.name, text))
    if read.briefing is None:
        raise MergeError("it is written in a way that cannot be changed in places")
    return read


def _named(draft: Draft, news: tuple[News, ...], without: Collection[str] = ()) -> Briefing:
    """The draft's briefing under the lasting ids of its items."""
    ids = {item.drafted_as: item.id for item in news}
    return draft.briefing.model_copy(
        update={
            section: tuple(
                item.model_copy(update={"id": ids[item.id or ""]})
                for item in items
                if ids[item.id or ""] not in without
            )
            for section, items in draft.briefing.sections().items()
        }
    )


def _located(outcomes: Iterable[Outcome], mine: Decoded, read: Decoded) -> Iterator[Outcome]:
    """The outcomes with the places of their items in the file as it was and as it is now."""
    before, after = _places(mine), _places(read)
    for outcome in outcomes:
        yield replace(outcome, before=before.get(outcome.id), after=after.get(outcome.id))


def _places(decoded: Decoded) -> dict[str, int]:
    """The id of everything in a file → where it begins; empty for its head."""
    found = {"": 0}
    if decoded.briefing:
        groups: dict[str, tuple[SourceFile | Item, ...]] = {
            SOURCES: decoded.briefing.sources,
            **decoded.briefing.sections(),
        }
        for group, items in groups.items():
            for index, item in enumerate(items):
                id = source_key(item.id) if isinstance(item, SourceFile) else item.id or ""
                if place := decoded.place(group, index):
                    found[id] = place.start
    return found
