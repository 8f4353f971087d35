"""People and organisations: a page for each that says something, and an index of all.

A name in one briefing is somebody; it is the same somebody as a name in another only where a person has said so (see
`briefing.joins`): two people of one name exist, and a quotation under the wrong one cannot be taken back. Until then
each has a page of their own, and the pages name each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.briefing.joins import Entry, fold
from briefsite.pages.across.address import addresses
from briefsite.pages.across.parts import MOST_ROWS
from briefsite.pages.dates import date_words
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.briefing.joins import Join
    from briefsite.pages.across.listing import Listing
    from briefsite.pages.across.rows import FigureRow, PersonRow
    from briefsite.pages.evidence import Chip
    from briefsite.pages.quotations import QuoteView


NAMESAKES = 8
"""Links to others of the same name; the index has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Somebody in one briefing."""

    row: PersonRow
    entry: Listing

    @property
    def quotes(self) -> tuple[QuoteView, ...]:
        """What they say there, in the order of the file."""
        return tuple(quote.view for quote in self.entry.quotes if fold(quote.speaker) == self.row.key)

    @property
    def figures(self) -> tuple[FigureRow, ...]:
        """The figures that they give there."""
        return tuple(figure for figure in self.entry.figures if fold(figure.said_by) == self.row.key)

    @property
    def href(self) -> Markup:
        """Their place in the briefing, from a folder beside b/."""
        at = self.row.id or (self.quotes[0].anchor if self.quotes else "")
        return Markup("../b/") + self.entry.href + (Markup("#") + at if at else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person or organisation: one name in one briefing, or several that a person has joined."""

    name: str
    mentions: tuple[Mention, ...]
    """The newest first."""
    joins: tuple[Join, ...] = ()
    """By which they were joined."""
    file: Markup | None = None
    """The file of their page in people/; None where they say nothing, so that one would only repeat a name."""

    @property
    def keys(self) -> frozenset[str]:
        """Their names as joins compare them."""
        return frozenset(mention.row.key for mention in self.mentions)

    @property
    def role(self) -> PersonRow | None:
        """Where they last have a role."""
        return next((mention.row for mention in self.mentions if mention.row.role), None)

    @property
    def quotes(self) -> int:
        """How many quotations."""
        return sum(len(quote.ids) for mention in self.mentions for quote in mention.quotes)

    @property
    def href(self) -> Markup:
        """Their page, or their place in the only briefing that names them; from people/."""
        return self.file or self.mentions[0].href


def people_of(public: Sequence[Listing], joins: Sequence[Join] = ()) -> list[Somebody]:
    """Everybody, in the order of their surnames."""
    mentions = {Entry(entry.slug, row.key): Mention(row=row, entry=entry) for entry in public for row in entry.people}
    order = {entry: number for number, entry in enumerate(mentions)}
    found = []
    for entries, by in _joined(mentions, joins):
        of_them = tuple(mentions[entry] for entry in sorted(entries, key=order.__getitem__))
        found.append(Somebody(name=by[0].name if by else of_them[0].row.name, mentions=of_them, joins=by))
    return sorted(_with_files(found), key=lambda one: (_surname(one.name), one.name, one.href))


def _joined(mentions: dict[Entry, Mention], joins: Sequence[Join]) -> list[tuple[frozenset[Entry], tuple[Join, ...]]]:
    """The names that are one, each with what joined them."""
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
    made = [(frozenset(entries), tuple(by[number])) for number, entries in members.items()]
    return made + [(frozenset({entry}), ()) for entry in mentions if entry not in group]


def _with_files(found: Sequence[Somebody]) -> list[Somebody]:
    """The same with the files of their pages.

    Whoever was joined comes first to an address, then whoever was named first: no namesake who turns up changes it.
    """
    shown = [one for one in found if len(one.mentions) > 1 or one.quotes or any(m.figures for m in one.mentions)]
    shown.sort(key=lambda one: (not one.joins, one.mentions[-1].entry.date, one.mentions[-1].entry.slug, one.name))
    names: dict[int, str] = {}
    taken: set[str] = set()
    for one in shown:
        name = one.name if fold(one.name) not in taken else f"{one.name} in {one.mentions[-1].entry.slug}"
        taken.add(fold(one.name))
        names[id(one)] = name
    files = addresses(names.values())
    # Pages of the index begin with "all-".
    return [
        replace(one, file=Markup(f"{'x-' * file.startswith('all-')}{file}.md"))
        if (file := files.get(names.get(id(one), ""), ""))
        else one
        for one in found
    ]


def people_pages(everybody: Sequence[Somebody]) -> dict[str, str]:
    """The page of each who has one, and the index."""
    by_name: defaultdict[str, list[Somebody]] = defaultdict(list)
    for one in everybody:
        for key in one.keys:
            by_name[key].append(one)
    pages = _index(everybody)
    for one in everybody:
        if one.file:
            # One more than is shown, and this one may be among them: a name may stand in thousands of briefings.
            found = (other for key in sorted(one.keys) for other in by_name[key][: NAMESAKES + 2] if other is not one)
            namesakes = list({other.href: other for other in found}.values())
            pages[f"people/{one.file}"] = _page(one, namesakes)
    return pages


def _page(one: Somebody, namesakes: Sequence[Somebody]) -> str:
    said = [
        (mention, tuple(_from_here(quote, mention.entry, number) for quote in mention.quotes))
        for number, mention in enumerate(one.mentions)
    ]
    views = [view for _, quotes in said for view in quotes]
    kinds = Counter(view.kind for view in views for _ in view.ids)
    words = sum(len(text.split()) for view in views for text in _quoted_words(view))
    days = [mention.entry.date for mention in one.mentions if mention.entry.date]
    return render(
        "across/person.md.jinja",
        front=front_matter(title=one.name, hide=["navigation"], search={"boost": 0.5}),
        person=one,
        said=[(mention, quotes) for mention, quotes in said if quotes],
        counts=[*kinds.items(), *([(t("Words in quotation marks"), words)] if words else [])],
        span=date_words(f"{min(days)[:7]}/{max(days)[:7]}" if min(days)[:7] != max(days)[:7] else min(days)[:7])
        if days
        else "",
        figures=[(figure, mention.entry) for mention in one.mentions for figure in mention.figures],
        roles=[
            (mention, tuple(_moved(chip, mention.entry, f"r{number}_") for chip in mention.row.chips))
            for number, mention in enumerate(one.mentions)
        ],
        namesakes=namesakes[:NAMESAKES],
        has_more_namesakes=len(namesakes) > NAMESAKES,
        by_whom=[(join.by, join.date) for join in one.joins if join.by or join.date],
    )


def _quoted_words(view: QuoteView) -> tuple[str, ...]:
    return view.segments or tuple(piece.text for piece in view.sentence if piece.marked)


def _from_here(view: QuoteView, entry: Listing, number: int) -> QuoteView:
    """The quotation as a page in people/ shows it: its chips lead from there, and have ids of their own."""
    return replace(
        view,
        chips=tuple(_moved(chip, entry, f"e{number}_") for chip in view.chips),
        because_chips=tuple(_moved(chip, entry, f"e{number}_") for chip in view.because_chips),
    )


def _moved(chip: Chip, entry: Listing, prefix: str) -> Chip:
    return replace(chip, href=Markup("../b/") + entry.folder + chip.href, slip_id=Markup(prefix) + chip.slip_id)


def _index(everybody: Sequence[Somebody]) -> dict[str, str]:
    """One page, or for very many the most quoted and a page for each letter."""
    letters: defaultdict[str, list[Somebody]] = defaultdict(list)
    for one in everybody:
        letters[_letter(one.name)].append(one)
    is_split = len(everybody) > MOST_ROWS
    links = [(letter.upper(), Markup(f"all-{letter}.md")) for letter in sorted(letters)] if is_split else []
    most = sorted(everybody, key=lambda one: -one.quotes)[:MOST_ROWS] if is_split else everybody
    pages = {"people/index.md": _listed(t("People and organisations"), most, links, len(everybody))}
    if is_split:
        for letter, held in letters.items():
            title = f"{t('People and organisations')} · {letter.upper()}"
            pages[f"people/all-{letter}.md"] = _listed(title, held, links, len(everybody))
    return pages


def _listed(title: str, people: Sequence[Somebody], letters: Sequence[tuple[str, Markup]], total: int) -> str:
    return render(
        "across/people.md.jinja",
        front=front_matter(title=title, hide=["navigation", "toc"], search={"exclude": True}),
        title=title,
        people=people,
        letters=letters,
        total=total,
    )


def _surname(name: str) -> str:
    return fold(name).rpartition(" ")[2]


def _letter(name: str) -> str:
    """The first letter of the surname, as an address; `other` for one that is not Latin."""
    first = next(iter(addresses([_surname(name)]).values()))[0]
    return first if first.isalpha() and _surname(name)[:1].isascii() else "other"
