import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article.sentences import split_sentences
from briefsite.span import Span


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))] if text else []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Brandt met Dr. Kell and Sen. Ruiz in St. Anselm.",
        "The U.S. Senate and J. K. Brandt agreed.",
        "They met inside 10 Quay St. on Wednesday.",
        "It is listed as No. 10 in vol. II of the plan.",
        "The talks begin on Sept. 3 at 9 p.m. Friday.",
        "RIVERTON, Fla. (AP) — The bridge is shut.",
        "It costs $2.5 million, i.e. Half of the fund.",
        "“Enough!” he said.",
        "“Why now?” Brandt asked.",
        "“It is over.” Kell said Friday.",
        "He waited ... and waited.",
        "The case is Kell v. The Harbour Board.",
        "Acme Inc. Chairman Tom Brandt resigned.",
        "The site harbour.example lists 3.5 km.",
    ],
)
def test_leaves_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He lives in the U.S.", "The house is old."),
        ("The answer is no.", "Kell left."),
        ("They chose Plan B.", "It failed."),
        ("The talks ended at 9 p.m.", "Police had left."),
        ("It belongs to Acme Inc.", "The firm is old."),
        ("“It is over.”", "Kell said she would go on."),
        ("“Why now?”", "Nobody answered."),
        ("She spoke (at length).", "They left."),
        ("Is it true?!", "Nobody knows…"),
        ("He came in Dec.", "Police were there."),
        ("“We met. ”", "“They left.”"),
        ("He asked the sen.", "He got no answer."),
    ],
)
def test_parts(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_a_missing_space_before_a_common_opener() -> None:
    assert sentences("The pier is shut, Kell said.The board agreed.") == [
        "The pier is shut, Kell said.",
        "The board agreed.",
    ]


def test_chinese_puts_no_space() -> None:
    assert sentences("他来了。她走了！") == ["他来了。", "她走了！"]


@given(st.text(st.sampled_from("ABab .!?…”\"')3\n。U.S"), max_size=60))
def test_sentences_tile_the_paragraph(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(sentence.strip() for sentence in found)


@pytest.mark.parametrize("unit", [".", ". ", ".”", "A. ", "? “", "a", " ", "。", "...) ", "abc.The "])
def test_a_long_line_takes_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit)) + "x"
    begun = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param(
            "de",
            [
                "Am 3. März soll der 1. FC Marheim, z. B. mit 2,4 Mio. Euro, bauen.",
                "„Nun geht es los.“",
                "Das war 2019.",
            ],
            id="ordinals and short words of German",
        ),
        pytest.param(
            "fr", ["« C’est fini. »", "M. Reyes dort encore.", "« Trop cher ? »", "Non."], id="marks that stand off"
        ),
        pytest.param("es", ["Dijo: “Es demasiado caro”.", "¿Quién pagará?", "El Sr. Reyes no quiere."], id="Spanish"),
        pytest.param("sv", ["Det kostar t.ex. mycket, bl.a. för stål.", "Den 3. mars röstade nämnden."], id="Swedish"),
        pytest.param("ar", ["هل سيكلف المشروع كثيرا؟", "فشل المشروع الأول."], id="Arabic"),
    ],
)
def test_another_language_is_split_only_where_it_is_safe(language: str, expected: list[str]) -> None:
    text = " ".join(expected)
    assert [span.of(text) for span in split_sentences(text, Span(0, len(text)), language)] == expected


def test_chinese_and_japanese_stops_end_a_sentence_outside_quotations() -> None:
    expected = [
        "市議会は橋の建設を承認した。",
        "「はい。もう終わりです。」と市長は述べた。",
        "費用は高い！",
        "本当か？",
    ]
    text = "".join(expected)
    assert [span.of(text) for span in split_sentences(text, Span(0, len(text)), "ja")] == expected
