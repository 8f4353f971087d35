"""Who is named in which briefing, and who of them is one: a name in one briefing, or several that a person has joined.

A name in one briefing is somebody; it is the same somebody as a name in another only where a person has said so (see
`briefing.joins`): two people of one name exist, and a quotation under the wrong one cannot be taken back.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.briefing.joins import Entry, fold
from briefsite.pages.address import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefsite.briefing.joins import Join
    from briefsite.pages.across.listing import Head, Listing
    from briefsite.pages.across.rows import FigureRow, PersonRow
    from briefsite.pages.quotations import QuoteView


class Mention(NamedTuple):
    """Somebody in one briefing."""

    row: PersonRow
    entry: Head
    quotes: tuple[QuoteView, ...]
    """What they say there, in the order of the file."""
    figures: tuple[FigureRow, ...]
    """The figures that they give there."""
    href: Markup
    """Their place in the briefing, from a folder beside b/."""

    @property
    def said(self) -> int:
        """How many quotations."""
        return sum([len(quote.ids) for quote in self.quotes])


class Somebody(NamedTuple):
    """A person or organisation: one name in one briefing, or several that a person has joined."""

    name: str
    mentions: tuple[Mention, ...]
    """The newest first."""
    joins: tuple[Join, ...] = ()
    """By which they were joined."""

    @property
    def id(self) -> Entry:
        """The newest of their mentions, which is nobody else's."""
        return Entry(self.mentions[0].entry.slug, self.mentions[0].row.key)

    @property
    def keys(self) -> list[str]:
        """Their names as joins compare them, each once, in order."""
        return sorted({mention.row.key for mention in self.mentions})

    @property
    def has_page(self) -> bool:
        """Whether they say anything: else a page would only repeat a name."""
        return len(self.mentions) > 1 or bool(self.mentions[0].quotes or self.mentions[0].figures)

    @property
    def precedence(self) -> tuple[bool, str, str, str, str]:
        """Who comes first to an address: whoever was joined, then whoever was named first.

        So no namesake who turns up changes it.
        """
        first = self.mentions[-1]
        return not self.joins, first.entry.date, first.entry.slug, self.name, first.row.key

    @property
    def role(self) -> PersonRow | None:
        """Where they last have a role."""
        return next((mention.row for mention in self.mentions if mention.row.role), None)


def mentions_of(entry: Listing) -> list[Mention]:
    """Everybody whom a briefing names."""
    quotes: defaultdict[str, list[QuoteView]] = defaultdict(list)
    figures: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for quote in entry.quotes:
        quotes[folded(quote.speaker)].append(quote.view)
    for figure in entry.figures:
        figures[folded(figure.said_by)].append(figure)
    made = []
    for row in entry.people:
        said = tuple(quotes.get(row.key, ()))
        at = row.id or (said[0].anchor if said else "")
        href = Markup("../b/") + entry.head.href + (Markup("#") + at if at else "")
        made.append(Mention(row, entry.head, said, tuple(figures.get(row.key, ())), href))
    return made


def joined_by(
    joins: Sequence[Join], by_briefing: Mapping[str, Sequence[Mention]], order: Mapping[str, int]
) -> list[Somebody]:
    """The people that were joined. `order`: where each briefing stands among all of them, the newest first."""
    named = {entry.slug for join in joins for entry in join.entries}
    mentions = {
        Entry(slug, mention.row.key): mention
        for slug in sorted(named & by_briefing.keys(), key=order.__getitem__)
        for mention in by_briefing[slug]
    }
    places = {entry: number for number, entry in enumerate(mentions)}
    group: dict[Entry, int] = {}
    members: dict[int, set[Entry]] = {}
    by: defaultdict[int, list[Join]] = defaultdict(list)
    for number, join in enumerate(joins):
        known = {entry for entry in join.entries if entry in mentions}
        if not known:
            continue
        members[number], by[number] = known, [join]
        for other in sorted({group[entry] for entry in known if entry in group}):
            members[number] |= members.pop(other)
            by[number] = [*by.pop(other), *by[number]]
        group |= dict.fromkeys(members[number], number)
    return [
        Somebody(
            name=by[number][0].name,
            mentions=tuple(mentions[entry] for entry in sorted(entries, key=places.__getitem__)),
            joins=tuple(by[number]),
        )
        for number, entries in members.items()
    ]


def files_of(everybody: Iterable[Somebody]) -> dict[Entry, Markup]:
    """The files of their pages in people/, for those who have one."""
    shown = sorted((one for one in everybody if one.has_page), key=lambda one: one.precedence)
    names: list[str] = []
    taken: set[str] = set()
    for one in shown:
        key = folded(one.name)
        names.append(one.name if key not in taken else f"{one.name} in {one.mentions[-1].entry.slug}")
        taken.add(key)
    files = addresses(names)
    # Pages of the index begin with "all-".
    return {
        one.id: Markup(f"{'x-' * files[name].startswith('all-')}{files[name]}.md")
        for one, name in zip(shown, names, strict=True)
    }


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """The name as joins compare it."""
    return fold(name)


@lru_cache(maxsize=1 << 16)
def surname(name: str) -> str:
    """What a name is sorted by."""
    return fold(name).rpartition(" ")[2]
