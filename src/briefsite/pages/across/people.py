"""People and organisations: a page for each that says something, and an index of all.

A name in one briefing is somebody; it is the same somebody as a name in another only where a person has said so (see
`briefing.joins`): two people of one name exist, and a quotation under the wrong one cannot be taken back. Until then
each has a page of their own, and the pages name each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefsite.briefing.joins import Entry, fold
from briefsite.pages.across.parts import MOST_ROWS
from briefsite.pages.address import address, addresses
from briefsite.pages.dates import date_words
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefsite.briefing.joins import Join
    from briefsite.pages.across.index import Edit
    from briefsite.pages.across.listing import Head, Listing
    from briefsite.pages.across.rows import FigureRow, PersonRow
    from briefsite.pages.evidence import Chip
    from briefsite.pages.quotations import QuoteView


NAMESAKES = 8
"""Links to others of the same name; the index has all of them."""


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
    file: Markup | None = None
    """The file of their page in people/; None where they say nothing, so that one would only repeat a name."""

    @property
    def keys(self) -> list[str]:
        """Their names as joins compare them, each once, in order."""
        return sorted({mention.row.key for mention in self.mentions})

    @property
    def role(self) -> PersonRow | None:
        """Where they last have a role."""
        return next((mention.row for mention in self.mentions if mention.row.role), None)

    @property
    def href(self) -> Markup:
        """Their page, or their place in the only briefing that names them; from people/."""
        return self.file or self.mentions[0].href


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


class Namesake(NamedTuple):
    """Where somebody of the same name is."""

    href: Markup
    title: str
    title_language: Markup


class People:
    """Everybody, kept from one edit to the next."""

    def __init__(self) -> None:
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        self._sheets: list[Sheet[str]] = []
        self._joins: Sequence[Join] = ()

    def bring(self, edit: Edit) -> None:
        """Follow an edit."""
        before = {entry.slug: self._mentions.pop(entry.slug) for entry in edit.gone}
        made = {entry.slug: tuple(_mentions_of(entry)) for entry in edit.come}
        if before != made:
            self._sheets = []
        self._mentions |= made
        self._mentions = {slug: self._mentions[slug] for slug in edit.public}

    def sheets(self, joins: Sequence[Join]) -> list[Sheet[str]]:
        """The page of each who has one, and the index."""
        if not self._sheets or joins != self._joins:
            self._joins = joins
            self._sheets = people_sheets(people_of(self._mentions, joins))
        return self._sheets


def _mentions_of(entry: Listing) -> list[Mention]:
    quotes: defaultdict[str, list[QuoteView]] = defaultdict(list)
    figures: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for quote in entry.quotes:
        quotes[_fold(quote.speaker)].append(quote.view)
    for figure in entry.figures:
        figures[_fold(figure.said_by)].append(figure)
    made = []
    for row in entry.people:
        said = tuple(quotes.get(row.key, ()))
        at = row.id or (said[0].anchor if said else "")
        href = Markup("../b/") + entry.head.href + (Markup("#") + at if at else "")
        made.append(Mention(row, entry.head, said, tuple(figures.get(row.key, ())), href))
    return made


def people_of(by_briefing: Mapping[str, Sequence[Mention]], joins: Sequence[Join] = ()) -> list[Somebody]:
    """Everybody, in the order of their surnames; `by_briefing` has the newest first."""
    found = []
    joined: set[Entry] = set()
    for entries, by in _joined(by_briefing, joins):
        joined |= entries.keys()
        found.append(Somebody(by[0].name, tuple(entries.values()), by))
    found += [
        Somebody(mention.row.name, (mention,))
        for slug, mentions in by_briefing.items()
        for mention in mentions
        if not joined or (slug, mention.row.key) not in joined
    ]
    return sorted(_with_files(found), key=lambda one: (_surname(one.name), one.name, one.href))


def _joined(
    by_briefing: Mapping[str, Sequence[Mention]], joins: Sequence[Join]
) -> list[tuple[dict[Entry, Mention], tuple[Join, ...]]]:
    """The names that are one, the newest first, each with what joined them."""
    named = {entry.slug for join in joins for entry in join.entries}
    mentions = {
        Entry(slug, mention.row.key): mention
        for slug in (by_briefing if named else ())
        if slug in named
        for mention in by_briefing[slug]
    }
    order = {entry: number for number, entry in enumerate(mentions)}
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
        ({entry: mentions[entry] for entry in sorted(entries, key=order.__getitem__)}, tuple(by[number]))
        for number, entries in members.items()
    ]


def _with_files(found: Sequence[Somebody]) -> list[Somebody]:
    """The same with the files of their pages.

    Whoever was joined comes first to an address, then whoever was named first: no namesake who turns up changes it.
    """
    shown = [
        number
        for number, one in enumerate(found)
        if len(one.mentions) > 1 or one.mentions[0].quotes or one.mentions[0].figures
    ]
    shown.sort(key=lambda number: _precedence(found[number]))
    names: list[str] = []
    taken: set[str] = set()
    for number in shown:
        one = found[number]
        key = _fold(one.name)
        names.append(one.name if key not in taken else f"{one.name} in {one.mentions[-1].entry.slug}")
        taken.add(key)
    files = addresses(names)
    made = list(found)
    for number, name in zip(shown, names, strict=True):
        # Pages of the index begin with "all-".
        file = files[name]
        made[number] = found[number]._replace(file=Markup(f"{'x-' * file.startswith('all-')}{file}.md"))
    return made


def _precedence(one: Somebody) -> tuple[bool, str, str, str]:
    first = one.mentions[-1].entry
    return not one.joins, first.date, first.slug, one.name


def people_sheets(everybody: Sequence[Somebody]) -> list[Sheet[str]]:
    """The page of each who has one, and the index."""
    by_name: defaultdict[str, list[Somebody]] = defaultdict(list)
    for one in everybody:
        for key in {mention.row.key for mention in one.mentions}:
            by_name[key].append(one)
    return [*_index(everybody), *(_sheet(one, by_name) for one in everybody if one.file)]


def _sheet(one: Somebody, by_name: Mapping[str, Sequence[Somebody]]) -> Sheet[str]:
    # One more than is shown, and this one may be among them: a name may stand in thousands of briefings.
    found = [other for key in one.keys for other in by_name[key][: NAMESAKES + 2] if other is not one]
    namesakes = {other.href: other.mentions[0].entry for other in found}
    shown = tuple(Namesake(href, entry.title, entry.title_language) for href, entry in namesakes.items())
    return Sheet(
        f"people/{one.file}",
        _page,
        (
            one.name,
            one.mentions,
            tuple((join.by, join.date) for join in one.joins if join.by or join.date),
            shown[:NAMESAKES],
            len(shown) > NAMESAKES,
        ),
    )


def _page(
    name: str,
    mentions: Sequence[Mention],
    by_whom: Sequence[tuple[str | None, str | None]],
    namesakes: Sequence[Namesake],
    has_more_namesakes: bool,
) -> str:
    said = [
        (mention, tuple(_from_here(quote, mention.entry, number) for quote in mention.quotes))
        for number, mention in enumerate(mentions)
    ]
    views = [view for _, quotes in said for view in quotes]
    kinds = Counter(view.kind for view in views for _ in view.ids)
    words = sum(len(text.split()) for view in views for text in _quoted_words(view))
    days = [mention.entry.date for mention in mentions if mention.entry.date]
    return render(
        "across/person.md.jinja",
        front=front_matter(title=name, hide=["navigation"], search={"boost": 0.5}),
        person=Somebody(name, tuple(mentions)),
        said=[(mention, quotes) for mention, quotes in said if quotes],
        counts=[*kinds.items(), *([(t("Words in quotation marks"), words)] if words else [])],
        span=date_words(f"{min(days)[:7]}/{max(days)[:7]}" if min(days)[:7] != max(days)[:7] else min(days)[:7])
        if days
        else "",
        figures=[(figure, mention.entry) for mention in mentions for figure in mention.figures],
        roles=[
            (mention, tuple(_moved(chip, mention.entry, f"r{number}_") for chip in mention.row.chips))
            for number, mention in enumerate(mentions)
        ],
        namesakes=namesakes,
        has_more_namesakes=has_more_namesakes,
        by_whom=by_whom,
    )


def _quoted_words(view: QuoteView) -> tuple[str, ...]:
    return view.segments or tuple(piece.text for piece in view.sentence if piece.marked)


def _from_here(view: QuoteView, entry: Head, number: int) -> QuoteView:
    """The quotation as a page in people/ shows it: its chips lead from there, and have ids of their own."""
    return view._replace(
        chips=tuple(_moved(chip, entry, f"e{number}_") for chip in view.chips),
        because_chips=tuple(_moved(chip, entry, f"e{number}_") for chip in view.because_chips),
    )


def _moved(chip: Chip, entry: Head, prefix: str) -> Chip:
    return chip._replace(href=Markup("../b/") + entry.folder + chip.href, slip_id=Markup(prefix) + chip.slip_id)


def _index(everybody: Sequence[Somebody]) -> list[Sheet[str]]:
    """One page, or for very many the most quoted and a page for each letter."""
    listed = [_listed(one) for one in everybody]
    if len(listed) <= MOST_ROWS:
        return [Sheet("people/index.md", _index_page, ("", tuple(listed), (), len(listed)))]
    letters: defaultdict[str, list[Listed]] = defaultdict(list)
    for line in listed:
        letters[_letter(line.name)].append(line)
    links = tuple((letter.upper(), Markup(f"all-{letter}.md")) for letter in sorted(letters))
    most = tuple(sorted(listed, key=lambda line: -line.quotes)[:MOST_ROWS])
    return [
        Sheet("people/index.md", _index_page, ("", most, links, len(listed))),
        *(
            Sheet(f"people/all-{letter}.md", _index_page, (letter.upper(), tuple(held), links, len(held)))
            for letter, held in letters.items()
        ),
    ]


def _listed(one: Somebody) -> Listed:
    role = one.role
    return Listed(
        name=one.name,
        file=one.file,
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
def _fold(name: str) -> str:
    return fold(name)


@lru_cache(maxsize=1 << 16)
def _surname(name: str) -> str:
    return fold(name).rpartition(" ")[2]


@lru_cache(maxsize=1 << 16)
def _letter(name: str) -> str:
    """The first letter of the surname, as an address; `other` for one that is not Latin."""
    first = address(_surname(name))[0]
    return first if first.isalpha() and _surname(name)[:1].isascii() else "other"
