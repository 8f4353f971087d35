"""What is kept from one edit to the next: in the end all is as made anew, and an edit makes no more than it needs."""

from __future__ import annotations

import pickle
import random
from typing import TYPE_CHECKING

import pytest

from briefsite.briefing import read_joins
from briefsite.pages import (
    Across,
    Listing,
    Share,
    Site,
    figures_elsewhere,
    record_of,
    share_of,
    site_files,
    site_pages,
)  # fmt: skip
from briefsite.pages.across import elsewhere, parts, people, person, reprints
from briefsite.source import Source
from pages.sample import parsed
from pages.sample_site import briefing, changed, entry, pages
from pages.test_across_tables import change

if TYPE_CHECKING:
    from briefsite.briefing.joins import Join

SITE = Site(name="Loe Briefings", url="https://example.org/loe/")
SLUGS = [f"b{number}" for number in range(9)]
LEADS = ["The ferry to Inish Loe sails again.", "The ferry to Inish Loe sails once more.", "Nothing sails."]
JOINED = """\
accepted:
  - {name: Nora Quill, named: {b1: Nora Quill, b2: Nora Quill}, by: R. Amsel}
  - {name: Nora Q, named: {b2: Nora Quill, b3: [Nora Quill, Kit Ray], b9: Nobody}}
"""


def accepted(people_yml: str) -> tuple[Join, ...]:
    return read_joins(Source("briefing/people.yml", people_yml)).accepted


def some_briefing(slug: str, choose: random.Random) -> tuple[Listing, Share | None]:
    """A briefing with much in common with all others: words, figures, people, days, topics."""
    values = {
        "slug": slug,
        "title": choose.choice(["The ferry returns", "A second look", "The pier is mended"]),
        "date": choose.choice(["2025-12-30", "2026-03-12", "2026-03-13", "2026-03-26"]),
        "status": choose.choice(["draft", "reviewed", "reviewed", "reviewed", "embargoed", "withdrawn"]),
        "topic": choose.choice(["Islands", "islands", "Ports"]),
        "publisher": choose.choice(["The Loe Courier", "The Skerry Post"]),
        "speaker": choose.choice(["Nora Quill", "Nora Quill", "Kit Ray"]),
        "verb": choose.choice(["mend", "keep"]),
        "lead": choose.choice(LEADS),
        "count": choose.choice(["340", "360", "7,412"]).replace(",", ""),
        "due": choose.choice(["2026-03-26", "2026-04-01"]),
    }
    made = briefing(**values)
    record = record_of(made, SITE)
    listing = Listing.of(made, SITE)
    [figure] = listing.figures
    more = [
        figure._replace(
            item=f"f{measure}", measure=measure, value=str(choose.randrange(2)), sentence=choose.randrange(9)
        )
        for measure in choose.sample([2, 3, 4], 2)
    ]
    # Sentences of a source: the first and the last are one text only where the one between stands somewhere too.
    sentences = choose.choice([(1, 2, 3, 4, 5), (3, 4, 5, 6, 7), (5, 6, 7, 8, 9)])
    return changed(
        listing,
        figures=(figure, *more),
        sources=(listing.sources[0]._replace(sentences=sentences),) if choose.random() < 0.7 else listing.sources,
        changes=(change("2026-03-17"),) if choose.random() < 0.3 else (),
    ), share_of(record) if record else None


@pytest.fixture
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A handful of briefings fill several pages, and a sentence soon is a standing notice."""
    monkeypatch.setattr(parts, "MOST_ROWS", 3)
    monkeypatch.setattr(people, "MOST_ROWS", 3)
    monkeypatch.setattr(people, "NAMESAKES", 2)
    monkeypatch.setattr(person, "NAMESAKES", 2)
    monkeypatch.setattr(reprints, "MOST", 4)
    monkeypatch.setattr(elsewhere, "NEAREST", 1)


@pytest.mark.usefixtures("_small_pages")
@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_all_is_as_made_anew(seed: int) -> None:
    choose = random.Random(seed)
    across = Across(SITE)
    held: dict[str, tuple[Listing, Share | None]] = {}
    docs: dict[str, str | bytes] = {}
    beside: dict[str, object] = {}
    for _ in range(20):
        for slug in choose.sample(SLUGS, choose.choice([1, 1, 1, 4])):
            if choose.random() < 0.25:
                held.pop(slug, None)
            else:
                held[slug] = some_briefing(slug, choose)
        listings = [listing for listing, _ in held.values()]
        shares = [share for _, share in held.values() if share]
        joins = accepted(choose.choice(["", JOINED, JOINED]))
        choose.shuffle(listings)

        if choose.random() < 0.3:
            across.pages(listings, joins)
            continue
        now = across.elsewhere(listings)
        beside = {slug: rows for slug, rows in beside.items() if slug not in now.changed}
        beside |= {slug: now[slug] for slug in now.changed if slug in now}
        pages, files = across.pages(listings, joins), across.files(shares)
        docs |= pages.made
        docs |= files.made
        docs = {path: text for path, text in docs.items() if path in pages.paths | files.paths}

        assert docs == site_pages(listings, SITE, joins) | site_files(shares, SITE)
        assert beside == figures_elsewhere(listings, SITE) == dict(now)
        assert not dict(across.pages(listings, joins).made)
        assert not dict(across.files(shares).made)


FERRY = entry()
OTHERS = [entry(slug=f"o{n}", title=f"Number {n}", date=f"2026-0{n}-02", lead=f"Lead {n}.") for n in range(1, 6)]


@pytest.mark.parametrize(
    ("edited", "made"),
    [
        (FERRY, set()),
        (changed(FERRY, events=(FERRY.events[0]._replace(words="It will be decided."),)), {"timeline", "topics"}),
        (changed(FERRY, figures=(FERRY.figures[0]._replace(said_by=""),)), {"figures", "topics", "people", "index.md"}),
        (changed(FERRY, questions=(FERRY.questions[0]._replace(answer="Yes."),)), {"questions", "topics"}),
        (changed(FERRY, changes=(change("2026-03-17"),)), {"changes", "index.md"}),
        (changed(FERRY, bottom_line="It sails."), {"topics", "index.md"}),
    ],
    ids=["nothing", "an event", "a figure", "a question", "a change", "the bottom line"],
)
def test_an_edit_makes_the_pages_that_show_it_and_no_others(edited: Listing, made: set[str]) -> None:
    across = Across()
    dict(across.pages([FERRY, *OTHERS]).made)
    fresh = dict(across.pages([edited, *OTHERS]).made)
    assert {path.partition("/")[0] for path in fresh} == made
    assert "topics/index.md" not in fresh


@pytest.mark.usefixtures("_small_pages")
def test_what_is_new_leaves_the_pages_of_older_years_as_they_are() -> None:
    old = [
        entry(slug=f"y{n}", date=f"202{n}-05-04", due=f"202{n}-06-01", speaker=f"Ann {'ABCD'[n]}ale") for n in range(4)
    ]
    old = [changed(one, quotes=one.quotes * 3, figures=one.figures * 3) for one in old]
    across = Across()
    before = across.pages(old)
    assert {"quotes/2020.md", "figures/2021.md", "people/all-b.md"} <= set(dict(before.made))
    new = entry(slug="new", date="2024-07-02", due="2024-07-04", speaker="Zoe Zale")
    after = across.pages([*old, changed(new, quotes=new.quotes * 3, figures=new.figures * 3)])
    made = dict(after.made)
    assert {path for path in made if path.startswith("quotes/")} == {
        "quotes/index.md",
        "quotes/2022.md",
        "quotes/2023.md",
    }
    assert "people/zoe-zale.md" in made
    assert not {"figures/2020.md", "figures/2021.md"} & made.keys()


@pytest.mark.usefixtures("_small_pages")
def test_many_figures_that_are_compared_stand_on_several_pages() -> None:
    old = [with_figures(f"{m}{n}", f"202{n}-0{n + 1}-01", **{m: str(n)}) for m in "ab" for n in range(2)]
    new = [with_figures(f"c{n}", f"202{n}-0{n + 1}-01", c=str(n)) for n in range(2, 4)]
    made = pages(*old, *new)
    newest, older = (parsed(made[f"figures/{file}"]) for file in ("compared.md", "compared-2021-02-01.md"))
    assert len(newest.all("table")) == 1
    assert len(older.all("table")) == 2
    assert "compared-2021-02-01.md" in [link.attributes["href"] for link in newest.all("a")]
    assert "compared.md" in [link.attributes["href"] for link in older.all("a")]


def with_figures(slug: str, date: str, **values: str) -> Listing:
    """A briefing that gives values for measures."""
    [figure] = FERRY.figures
    made = [figure._replace(item=m, measure=ord(m), value=value, sentence=int(value)) for m, value in values.items()]
    return changed(FERRY, slug=slug, date=date, figures=tuple(made))


HARBOUR = [with_figures("first", "2026-01-01", a="1", b="2"), with_figures("both", "2026-02-01", a="3", b="4")]
YARD = [with_figures("c", "2026-01-03", b="5"), with_figures("d", "2026-01-04", b="6")]


@pytest.mark.parametrize(
    "later",
    [
        [*HARBOUR, *YARD, with_figures("new", "2026-03-01", b="7")],
        [HARBOUR[0], *YARD, changed(HARBOUR[1], figures=HARBOUR[1].figures[::-1])],
    ],
    ids=["a newer figure far away", "the newest briefing with its figures in another order"],
)
def test_the_measure_with_the_newest_figure_comes_first_on_the_pages_of_old_briefings_too(
    later: list[Listing], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "NEAREST", 1)
    across = Across()
    before = across.elsewhere([*HARBOUR, *YARD])
    assert [row.id for row in before["first"]] == ["a", "b"]
    after = across.elsewhere(later)
    assert [row.id for row in after["first"]] == ["b", "a"]
    assert "first" in after.changed


def test_what_was_not_asked_for_comes_the_next_time() -> None:
    across = Across()
    next(across.pages([FERRY]).made)
    rest = across.pages([FERRY])
    assert len(dict(rest.made)) == len(rest.paths) - 1


def test_a_page_can_be_had_again() -> None:
    across = Across(SITE)
    pages = dict(across.pages([FERRY]).made)
    files = dict(across.files([]).made)
    assert {path: across.again(path) for path in pages | files} == pages | files
    assert across.again("b/ferry/index.md") is None


def test_a_listing_and_a_share_come_from_other_processes_small() -> None:
    record = record_of(briefing(), SITE)
    assert record
    for value in (FERRY, share_of(record)):
        packed = pickle.dumps(value)
        assert pickle.loads(packed) == value
        assert len(packed) < 4_000
