"""The pages across briefings, kept from one edit to the next: only what an edit changes is made again.

Rows are sorted into what they have in common (days, topics, people, measures, texts), and an edit sorts only its own
rows anew. Each page is then told the few values that it is made of (see `sheet`), and made where these are others than
the last time. So nothing has to be declared stale, and nothing can be forgotten.

For ten thousand briefings no page is kept, nor made before it is asked for: their text would be heavier than all else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.pages.across.compared import Compared
from briefsite.pages.across.elsewhere import Beside, moved, overtaken
from briefsite.pages.across.everything import Everything
from briefsite.pages.across.home import Home
from briefsite.pages.across.index import edit_of
from briefsite.pages.across.people import People
from briefsite.pages.across.reprints import Reprints
from briefsite.pages.across.sources import Sources
from briefsite.pages.across.tables import TABLES, Table
from briefsite.pages.across.topics import Topics
from briefsite.pages.language import speaking
from briefsite.pages.settings import DEFAULT
from briefsite.pages.sheet import Sheets
from briefsite.pages.twins.site_files import SiteFiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefsite.briefing.joins import Join
    from briefsite.pages.across.compared import Comparison
    from briefsite.pages.across.index import Edit
    from briefsite.pages.across.listing import Listing
    from briefsite.pages.settings import Site
    from briefsite.pages.sheet import Fresh, Sheet
    from briefsite.pages.twins.share import Share


class Across:
    """All that is made of several briefings, for a caller who keeps it up to date.

    Each of its methods is given all briefings as they are now, in any order, and tells what is new since it was called
    last. Where one raises, or is broken off, a new object has to be begun with.
    """

    def __init__(self, site: Site = DEFAULT) -> None:
        self._site = site
        self._entries: tuple[Listing, ...] | None = None
        self._public: Mapping[str, Listing] = {}
        self._changed: frozenset[str] = frozenset()
        """Slugs beside which something else may stand than when that was last asked for."""
        self._home = Home()
        self._everything = Everything()
        self._tables = [Table(name) for name in TABLES]
        self._topics = Topics()
        self._people = People()
        self._reprints = Reprints()
        self._compared = Compared()
        self._sources = Sources()
        self._pages: Sheets[str] = Sheets(site.language)
        self._files = SiteFiles(site)

    def elsewhere(self, listings: Sequence[Listing]) -> Beside:
        """By slug: the figures of a published briefing beside those of the same measure in others."""
        self._bring(listings)
        changed, self._changed = self._changed, frozenset()
        return Beside(self._public, self._compared.found, changed, self._site.language)

    def pages(self, listings: Sequence[Listing], joins: Sequence[Join] = ()) -> Fresh[str]:
        """The pages across briefings; `joins` are the accepted ones."""
        self._bring(listings)
        with speaking(self._site.language):
            return self._pages.bring(self._sheets(joins))

    def files(self, shares: Iterable[Share]) -> Fresh[str | bytes]:
        """The files for machines over all briefings, whatever the order of the shares."""
        return self._files.bring(shares)

    def again(self, path: str) -> str | bytes | None:
        """The content of one page or file as it was given last; None where there is none of that path."""
        page = self._pages.again(path)
        return self._files.again(path) if page is None else page

    def _bring(self, listings: Sequence[Listing]) -> None:
        entries = tuple(listings)
        if entries == self._entries:
            return
        edit = edit_of(self._public, entries)
        self._entries, self._public = entries, edit.public
        with speaking(self._site.language):
            self._home.bring(edit)
            self._everything.bring(edit)
            for table in self._tables:
                table.bring(edit)
            self._topics.bring(edit)
            self._people.bring(edit)
            before = self._compared.found
            other_texts = self._reprints.bring(edit)
            self._sources.bring(edit, self._reprints, other_texts)
            measures = self._compared.bring(edit, self._reprints, other_texts)
            self._changed |= _changed_beside(edit, before, self._compared.found, measures)

    def _sheets(self, joins: Sequence[Join]) -> Iterator[Sheet[str]]:
        briefings = len(self._public)
        yield self._home.sheet(briefings, self._topics.all)
        yield from self._everything.sheets(briefings)
        yield from self._topics.sheets()
        yield from self._people.sheets(joins)
        for table in self._tables:
            yield from table.sheets(briefings)
        yield from self._compared.sheets()
        yield self._sources.sheet()


def _changed_beside(
    edit: Edit, before: Mapping[int, Comparison], after: Mapping[int, Comparison], measures: set[int]
) -> set[str]:
    """The slugs beside which something else may stand after an edit."""
    slugs = {entry.slug for entry in (*edit.gone, *edit.come)}
    # A comparison has the place of its newest figure, whose briefing may have got another date.
    suspects = measures | {measure for measure, one in after.items() if one.places[0].entry.slug in slugs}
    for measure in measures:
        slugs |= moved(before.get(measure), after.get(measure))
    for measure in overtaken(before, after, suspects):
        slugs |= {place.entry.slug for place in after[measure].places}
    return slugs
