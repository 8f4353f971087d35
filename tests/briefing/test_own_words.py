"""A person's own sentence held against its evidence: first what is borne out, then what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.briefing.own_words import Ground, Reading, unsupported
from briefsite.source import Source

ARTICLE = """\
date: 2025-07-10

Ada Kell, mayor of Harrow, met Jean Moreau of the Ister River Board (IRB) on Wednesday.

Kell said about 2.5 million crowns went missing last year, one in four of 37,000 homes. The French paid 3 to 5 million.

The mayor said half of it was spent in March 2024 on a Boeing 737 and twelve pumps, 1.5 metres each.
"""


def found(text: str, paragraph: int) -> list[str]:
    article = read_article(Source("article.txt", ARTICLE))
    reading = Reading(article)
    spans = {each.number: (reading, each.span) for each in article.paragraphs}
    around = tuple(spans[number] for number in (paragraph - 1, paragraph) if number in spans)
    ground = Ground((spans[paragraph],), around)
    return [f"{what.kind} {what.span.of(text)}" for what in unsupported(text, ground)]


BORNE_OUT = [
    ("Kell said 2,500,000 crowns went missing.", 2),
    ("She told of 2.5m crowns.", 2),
    ("A quarter of the homes, 25%, were hit.", 2),
    ("Nearly 3 million was lost.", 2),
    ("Some 40,000 homes were hit.", 2),
    ("They paid 3 million, or 5 million.", 2),
    ("They paid €3-5 million.", 2),
    ("In 2024, money went missing.", 2),
    ("One of them is Kell.", 2),
    ("France paid.", 2),
    ("Ada Kell spoke of losses.", 2),
    ("Mayor Ada Kell spoke of losses.", 2),
    ("Harrow's mayor met the IRB on 9 July.", 1),
    ("On 9 July 2025 the Ister River Board met Kell.", 1),
    ("Moreau and Kell met on a Wednesday.", 1),
    ("50% was spent on 12 pumps.", 3),
    ("Critics say much was spent.", 3),
    ("Kell spent it on a Boeing 737 in March.", 3),
    ("Yesterday it rained, as it did last week.", 3),
    ("", 1),
]


@pytest.mark.parametrize(("text", "paragraph"), BORNE_OUT, ids=[text for text, _ in BORNE_OUT])
def test_what_the_evidence_bears_out_is_left_alone(text: str, paragraph: int) -> None:
    assert found(text, paragraph) == []


NOT_BORNE_OUT = [
    ("Kell said 2.6 million crowns went missing.", 2, ["number 2.6 million"]),
    ("Two homes were hit.", 2, ["number Two"]),
    ("30% of the homes were hit.", 2, ["number 30"]),
    ("Nearly 3.4 million was lost by 36 homes.", 2, ["number 3.4 million", "number 36"]),
    ("Nearly 2.6 million was lost.", 2, ["number 2.6 million"]),
    ("Some 50,000 homes were hit.", 2, ["number 50,000"]),
    ("Just 40,000 homes were hit.", 2, ["number 40,000"]),
    ("In 2023, money went missing.", 2, ["date 2023"]),
    ("On 8 July the mayor met the board.", 1, ["date 8"]),
    ("On 12 March 2024 it was spent.", 3, ["date 12"]),
    ("On 12 May 2023 it was spent.", 3, ["date 12 May 2023"]),
    ("They met on Tuesday.", 1, ["date Tuesday"]),
    ("The mayor met Boris Johnson.", 1, ["name Boris Johnson"]),
    ("Mayor Johnson met Kell.", 1, ["name Johnson"]),
    ("Ada Moreau met the board.", 3, ["name Ada Moreau"]),
    ("Paris was told by NATO.", 1, ["name Paris", "name NATO"]),
    ("Germany paid.", 2, ["name Germany"]),
    ("Moreau paid in 2021.", 2, ["name Moreau", "date 2021"]),
    ("Boeing met the mayor.", 1, ["name Boeing"]),
]


@pytest.mark.parametrize(("text", "paragraph", "expected"), NOT_BORNE_OUT, ids=[text for text, *_ in NOT_BORNE_OUT])
def test_what_the_evidence_does_not_have_is_found_at_its_place(text: str, paragraph: int, expected: list[str]) -> None:
    assert found(text, paragraph) == expected


_PIECES = st.sampled_from(
    ["12", "0", "3 to 5 million", "9" * 40, "1/2", "%", "$", "about ", "May", " 2024", "Monday", "Ada", "Kell", "U.K."]
) | st.sampled_from([" ", ". ", ", ", "“", "’s", "\n", "IRB", "the mayor", "half", "one in four", "é", "漢", "\u00ad"])


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=12).map("".join), st.text(max_size=30) | st.lists(_PIECES, max_size=12).map("".join))
def test_it_never_raises_and_every_place_lies_in_the_sentence(said: str, evidence: str) -> None:
    article = read_article(Source("article.txt", f"date: 2025-07-10\n\n{evidence}\n"))
    reading = Reading(article)
    ground = Ground(tuple((reading, each.span) for each in article.paragraphs), dates=("0000-01-01", "198X", "../2020"))
    for what in unsupported(said, ground):
        assert 0 <= what.span.start < what.span.end <= len(said)
        assert what.span.of(said).strip()
