"""People and organisations: a page for each that says something, and an index of all.

Who is one is told in `mentions`. Those of one name whom nobody has joined have a page each, and the pages name each
other.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.briefing.joins import Entry
from briefsite.pages.across.mentions import Somebody, files_of, joined_by, mentions_of, surname
from briefsite.pages.across.parts import MOST_ROWS
from briefsite.pages.across.person import NAMESAKES, Namesake, person_sheet
from briefsite.pages.address import address
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from briefsite.briefing.joins import Join
    from briefsite.pages.across.index import Edit
    from briefsite.pages.across.listing import Head
    from briefsite.pages.across.mentions import Mention


class Listed(NamedTuple):
    """Somebody in the index."""

    name: str
    file: Markup | None
    place: Markup
    """In the newest briefing that names them."""
    role: tuple[str, Markup] | None
    """In words, and their language."""
    quotes: int
    briefings: int
    entry: Head
    """The newest of them."""


class People:
    """Everybody, kept from one edit to the next."""

    def __init__(self) -> None:
        self._joins: Sequence[Join] = ()
        self._order: Mapping[str, int] = {}
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        self._people: dict[Entry, Somebody] = {}
        self._files: dict[Entry, Markup] = {}
        self._lines: dict[Entry, Listed] = {}
        self._by_key: dict[str, list[Entry]] = {}
        """Everybody of a name, in the order of the index."""
        self._by_letter: dict[str, list[Entry]] = {}
        self._sheets: dict[Entry, Sheet[str]] = {}
        self._index: list[Sheet[str]] = []
        self._gone: set[Entry] = set()
        """Whoever was named in a briefing that was edited since the pages were last asked for."""
        self._edited: set[str] = set()

    def bring(self, edit: Edit) -> None:
        """Follow an edit."""
        self._order = edit.order
        before = {entry.slug: self._mentions.pop(entry.slug) for entry in edit.gone}
        after = {entry.slug: tuple(mentions_of(entry)) for entry in edit.come}
        self._mentions |= after
        for slug in before.keys() | after:
            if before.get(slug) != after.get(slug):
                self._edited.add(slug)
                self._gone |= {Entry(slug, mention.row.key) for mention in before.get(slug, ())}

    def sheets(self, joins: Sequence[Join]) -> list[Sheet[str]]:
        """The page of each who has one, and the index."""
        if joins != self._joins:
            self._gone |= self._people.keys()
            self._edited |= self._mentions.keys()
            self._joins = joins
        if self._edited or not self._index:
            self._follow()
            self._gone, self._edited = set(), set()
        return [*self._index, *self._sheets.values()]

    def _follow(self) -> None:
        """Sort everybody in again who was or is named in an edited briefing, and whoever was joined."""
        joined = joined_by(self._joins, self._mentions, self._order)
        are_joined = {entry for join in self._joins for entry in join.entries}
        alone = (
            Somebody(mention.row.name, (mention,))
            for slug in self._edited
            for mention in self._mentions.get(slug, ())
            if (slug, mention.row.key) not in are_joined
        )
        after = {one.id: one for one in chain(joined, alone)}
        gone = self._gone | {id for id, one in self._people.items() if one.joins}
        before = {id: self._people.pop(id) for id in gone if id in self._people}
        self._people |= after
        moved = {id for id in before.keys() | after if before.get(id) != after.get(id)}
        if {one.precedence for one in before.values() if one.has_page} != {
            one.precedence for one in after.values() if one.has_page
        }:
            files = files_of(self._people.values())
            moved |= {id for id in self._files.keys() | files if self._files.get(id) != files.get(id)}
            self._files = files
        names: defaultdict[str, list[Entry]] = defaultdict(list)
        letters: defaultdict[str, list[Entry]] = defaultdict(list)
        for id in sorted(moved):
            self._lines.pop(id, None)
            self._sheets.pop(id, None)
            for one, ids in ((before.get(id), []), (self._people.get(id), [id])):
                for key in one.keys if one else ():
                    names[key] += ids
                if one:
                    letters[_letter(one.name)] += ids
            if id in self._people:
                self._lines[id] = _listed(self._people[id], self._files.get(id))
        self._sort_in(self._by_key, names, moved)
        self._sort_in(self._by_letter, letters, moved)
        for id in dict.fromkeys(id for key in names for id in self._by_key.get(key, ())):
            if id in self._files:
                self._sheets[id] = person_sheet(self._people[id], self._files[id], self._namesakes(id))
        self._index = list(self._index_sheets())

    def _sort_in(
        self, groups: dict[str, list[Entry]], added: Mapping[str, Sequence[Entry]], moved: Collection[Entry]
    ) -> None:
        """Take whoever moved out of the groups, and put those in that are to be added, in the order of the index."""
        for key, ids in added.items():
            group = [id for id in groups.pop(key, ()) if id not in moved]
            if group := sorted((*group, *ids), key=lambda id: _order(self._lines[id])):
                groups[key] = group

    def _namesakes(self, id: Entry) -> list[Namesake]:
        """Others of the same name: one more than is shown."""
        # This one may be among the first, and a name may stand in thousands of briefings.
        ids = (other for key in self._people[id].keys for other in self._by_key[key][: NAMESAKES + 2])
        lines = {line.file or line.place: line.entry for other in ids if other != id for line in [self._lines[other]]}
        return [Namesake(href, entry.title, entry.title_language) for href, entry in lines.items()]

    def _index_sheets(self) -> Iterator[Sheet[str]]:
        """One page, or for very many the most quoted and a page for each letter."""
        lines, total = self._lines.values(), len(self._lines)
        if total <= MOST_ROWS:
            yield Sheet("people/index.md", _index_page, ("", tuple(sorted(lines, key=_order)), (), total))
            return
        links = tuple((letter.upper(), Markup(f"all-{letter}.md")) for letter in sorted(self._by_letter))
        most = nsmallest(MOST_ROWS, lines, key=lambda line: (-line.quotes, _order(line)))
        yield Sheet("people/index.md", _index_page, ("", tuple(most), links, total))
        for letter, ids in self._by_letter.items():
            held = tuple([self._lines[id] for id in ids])
            yield Sheet(f"people/all-{letter}.md", _index_page, (letter.upper(), held, links, len(held)))


def _order(line: Listed) -> tuple[str, str, str]:
    """Where somebody stands among all: by surname."""
    return surname(line.name), line.name, line.file or line.place


def _listed(one: Somebody, file: Markup | None) -> Listed:
    role = one.role
    return Listed(
        name=one.name,
        file=file,
        place=one.mentions[0].href,
        role=(role.role, role.language) if role else None,
        quotes=sum([mention.said for mention in one.mentions]),
        briefings=len(one.mentions),
        entry=one.mentions[0].entry,
    )


def _index_page(letter: str, people: Sequence[Listed], letters: Sequence[tuple[str, Markup]], total: int) -> str:
    title = t("People and organisations")
    title = f"{title} · {letter}" if letter else title
    return render(
        "across/people.md.jinja",
        front=front_matter(title=title, hide=["navigation", "toc"], search={"exclude": True}),
        title=title,
        people=people,
        letters=letters,
        total=total,
    )


@lru_cache(maxsize=1 << 16)
def _letter(name: str) -> str:
    """The first letter of the surname, as an address; `other` for one that is not Latin."""
    first = address(surname(name))[0]
    return first if first.isalpha() and surname(name)[:1].isascii() else "other"
