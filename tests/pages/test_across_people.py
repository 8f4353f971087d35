"""People across briefings: joined where a person has said so, and nowhere else."""

from __future__ import annotations

import re

from briefsite.pages import Listing
from pages.sample import parsed, verified
from pages.sample_site import BRIEFING, DEFAULTS, SPEECH, entry, pages

ACCEPTED = """\
accepted:
  - name: Nora Quill
    named:
      ferry: Nora Quill
      pier: nora  quill
    by: R. Amsel
    date: 2026-03-28
"""
FERRY = entry()
PIER = entry(slug="pier", title="The pier is mended", date="2026-03-19", verb="keep", role="chair")


def links(page: str) -> list[str]:
    return [link.attributes["href"] for link in parsed(page).all("a")]


def test_two_people_of_one_name_are_two_until_a_person_joins_them() -> None:
    made = pages(FERRY, PIER)
    one, other = parsed(made["people/nora-quill.md"]), parsed(made["people/nora-quill-in-pier.md"])
    assert "mend the pier" in one.text
    assert "keep the pier" not in one.text
    assert "keep the pier" in other.text
    assert "mend the pier" not in other.text
    assert "Nobody has said whether that is the same person" in one.text
    assert "nora-quill-in-pier.md" in links(made["people/nora-quill.md"])


def test_a_joined_person_has_one_page_with_everything_said_newest_first() -> None:
    made = pages(FERRY, PIER, people=ACCEPTED)
    assert "people/nora-quill-in-pier.md" not in made
    page = parsed(made["people/nora-quill.md"])
    assert page.is_balanced
    assert page.text.index("keep the pier") < page.text.index("mend the pier")
    assert "joined by R. Amsel on 28 March 2026" in page.text
    assert "chair of the board" in page.text
    assert "Also named in" not in page.text
    assert "../b/pier/index.md#pier" in links(made["people/nora-quill.md"])
    assert "../b/pier/source.md#at-pier" in links(made["people/nora-quill.md"])
    assert len(page.ids) == len(set(page.ids))


def test_the_address_of_whoever_was_named_first_stays() -> None:
    before = pages(FERRY)["people/index.md"]
    after = pages(FERRY, PIER)["people/index.md"]
    assert "nora-quill.md" in before
    assert "mend the pier" in parsed(pages(PIER, FERRY)["people/nora-quill.md"]).text
    assert {"nora-quill.md", "nora-quill-in-pier.md"} <= set(links(after))


def test_a_join_that_names_an_unpublished_briefing_does_not_show_it() -> None:
    secret = entry(slug="pier", title="Not yet", verb="sell", status="embargoed")
    made = pages(FERRY, secret, people=ACCEPTED)
    assert not re.search("Not yet|sell the pier|b/pier", "".join(made.values()))
    assert "in 1 briefing" in parsed(made["people/nora-quill.md"]).text


def test_joins_that_share_a_name_are_one_person() -> None:
    third = entry(slug="third", date="2026-04-02", speaker="Quill", verb="paint")
    more = ACCEPTED + "  - {name: Dr Nora Quill, named: {pier: Nora Quill, third: Quill}}\n"
    page = parsed(pages(FERRY, PIER, third, people=more)["people/nora-quill.md"])
    for words in ("mend the pier", "keep the pier", "paint the pier"):
        assert words in page.text


def test_a_speaker_who_is_described_is_nobody_by_name() -> None:
    # “A mother” in one article is not “a mother” in another; a page would make them one.
    described = verified(
        BRIEFING.format(**DEFAULTS).split("people:")[0].replace("Nora Quill", "chair of the board"),
        SPEECH.format(**DEFAULTS),
    )
    assert Listing.of(described).quotes
    assert Listing.of(described).people == ()


def test_many_people_are_listed_by_letter() -> None:
    everybody = [
        entry(slug=f"b{number}", speaker=f"Nora {chr(65 + number % 26)}uill{number // 26}") for number in range(320)
    ]
    made = pages(*everybody)
    assert {"people/all-a.md", "people/all-z.md"} <= set(made)
    assert "Nora Auill3" in parsed(made["people/all-a.md"]).text
    assert "all-a.md" in links(made["people/index.md"])
