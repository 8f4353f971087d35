"""How much of a source is shown: no more than its rights allow, and never less than what is cited."""

from __future__ import annotations

import pytest

from briefsite.pages import complete_pages, sources_in_full
from briefsite.pages.rights import Rights, rights_in
from pages.sample import Parsed, parsed, verified

PAGE, SOURCE = "b/ferry/index.md", "b/ferry/source.md"

EXCERPT = ["", "excerpt", "Excerpt", "© The Loe Courier, all rights reserved", "fully reserved", "not public domain"]
EXCERPT += ["CC BY-NC 4.0", "CC BY-NC-ND", "cc", "by arrangement; link only in newsletters"]
FULL = ["full", " Full ", "CC0", "CC0 1.0 Universal", "CC BY 4.0", "cc-by-sa", "CC BY-ND 3.0", "public domain", "OGL"]
FULL += ["Open Government Licence v3.0", "CC BY 4.0 International"]


@pytest.mark.parametrize("text", EXCERPT)
def test_what_is_not_plainly_allowed_is_an_excerpt(text: str) -> None:
    assert rights_in(text) is Rights.EXCERPT


def test_nothing_said_is_an_excerpt() -> None:
    assert rights_in(None) is Rights.EXCERPT


@pytest.mark.parametrize("text", FULL)
def test_the_owners_word_or_a_licence_allows_all(text: str) -> None:
    assert rights_in(text) is Rights.FULL


@pytest.mark.parametrize("text", ["link-only", "link only", "LINK_ONLY"])
def test_the_cited_words_alone(text: str) -> None:
    assert rights_in(text) is Rights.LINK_ONLY


ARTICLE = """\
One is unused. Two is near. “Three is cited,” Ada Kell said on Monday. Four is near. Five is unused. Six is unused.

A heading here

Seven is unused. Eight is unused.

Nine is hers: Kell, who chairs the board, was cited.
"""
BRIEFING = """\
title: T
sources: [{{id: s1, file: seeds/a.txt, rights: {rights}}}]
quotes:
  - {{speaker: Ada Kell, text: Three is cited, because: "Kell, who chairs the board", source: [p1, p4], id: q}}
"""
UNUSED = ("One is unused", "Five is unused", "Six is unused", "Seven", "Eight")


def pages(rights: str) -> dict[str, str]:
    return complete_pages(verified(BRIEFING.format(rights=rights), ARTICLE))


def shown(page: str) -> list[str]:
    return [" ".join(element.text.split()) for element in parsed(page).all("p", "bs-p__t")]


def test_an_excerpt_has_the_cited_sentences_and_their_neighbours_and_counts_the_rest() -> None:
    around = "Two is near. “Three is cited,” Ada Kell said on Monday. Four is near."
    assert shown(pages("excerpt")[SOURCE]) == [
        f"1 sentence not shown {around} 2 sentences not shown",
        "A heading here",
        "2 sentences not shown",
        "Nine is hers: Kell, who chairs the board, was cited.",
    ]


def test_link_only_has_the_cited_words_alone() -> None:
    assert shown(pages("link-only")[SOURCE]) == [
        "2 sentences not shown Three is cited 3 sentences not shown",
        "Not shown",
        "2 sentences not shown",
        "… Kell, who chairs the board …",
    ]


def test_full_has_every_paragraph_word_for_word() -> None:
    article = verified(BRIEFING.format(rights="full"), ARTICLE).articles["s1"]
    assert shown(pages("full")[SOURCE]) == [paragraph.span.of(article.text) for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    ("rights", "hidden"),
    [("excerpt", UNUSED), ("link-only", (*UNUSED, "is near", "on Monday", "Nine is hers", "A heading here"))],
)
def test_no_page_holds_what_is_not_shown(rights: str, hidden: tuple[str, ...]) -> None:
    for path, page in pages(rights).items():
        for words in hidden:
            assert words not in parsed(page).text, f"{words} in {path}"
            assert words not in page, f"{words} in {path}"


@pytest.mark.parametrize("rights", list(Rights))
def test_every_paragraph_and_every_cited_place_can_be_linked_to(rights: Rights) -> None:
    made = pages(rights.value)
    places = parsed(made[SOURCE]).ids
    assert {"p1", "p2", "p3", "p4", "at-q"} <= set(places)
    chips = [chip.attributes["href"].partition("#")[2] for chip in parsed(made[PAGE]).all("a", "bs-chip")]
    assert chips
    assert set(chips) <= set(places)


def test_a_slip_with_words_of_two_sentences_leaves_out_those_between() -> None:
    article = "Aa is cited. Bb is not. Cc is not. Dd is not. Ee is cited. Ff is cited.\n"
    yaml = """\
title: T
sources: [{id: s1, file: seeds/a.txt}]
summary: [{text: All of it., evidence: [Aa is, Ee is, Ff is], source: p1, id: point}]
"""
    page = parsed(complete_pages(verified(yaml, article))[PAGE])
    [slip] = page.all(kind="bs-ev")
    assert slip.text == "¶1 Aa is cited. … Ee is cited. Ff is cited."
    assert "Cc is not" not in page.text


def test_furniture_counts_as_one_sentence() -> None:
    article = "By Ruth Calloway, science correspondent\n\nAa is here. Bb is here.\n\nRead more: Gulls of the north\n"
    yaml = """\
title: T
sources: [{id: s1, file: seeds/a.txt}]
people: [{name: Ruth Calloway, source: p1, id: her}]
"""
    assert shown(complete_pages(verified(yaml, article))[SOURCE]) == [
        "By Ruth Calloway, science correspondent",
        "2 sentences not shown",
        "Not shown",
    ]


def test_counts_are_of_the_whole_source_whatever_is_shown() -> None:
    def counted(page: Parsed) -> str:
        return page.all(kind="bs-cover__t")[0].text

    texts = {counted(parsed(pages(rights.value)[PAGE])) for rights in Rights}
    assert len(texts) == 1


def test_in_full_shows_everything_and_says_that_it_is_not_published() -> None:
    found = verified(BRIEFING.format(rights="link-only"), ARTICLE)
    page = parsed(sources_in_full(found)[SOURCE])
    assert all(words in page.text for words in UNUSED)
    assert "Shown in full on this machine only" in page.text


def test_the_owners_wording_is_told_with_what_it_means() -> None:
    text = parsed(pages("© The Loe Courier")[PAGE]).text
    assert "© The Loe Courier · Excerpt: the cited sentences" in text


def test_what_the_briefing_says_stands_before_what_the_source_says() -> None:
    article = f"---\nrights: full\n---\n{ARTICLE}"
    own = complete_pages(verified(BRIEFING.format(rights="link-only"), article))
    assert "Seven is unused" not in own[SOURCE]
    without = BRIEFING.format(rights="full").replace(", rights: full", "")
    assert "Seven is unused" in complete_pages(verified(without, article))[SOURCE]
