from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.mentions.numbers import about, quantities
from briefsite.source import Source


def concepts(text: str) -> list[str]:
    article = read_article(Source("article.txt", text))
    return [quantity.concept for quantity in about.fill(article, quantities.find(article, ()), ())]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It rose by 3%.", id="a pronoun"),
        pytest.param("About 300 people came.", id="what is counted is the unit"),
        pytest.param("Just 12 per cent see the trade growing.", id="a verb after the number"),
        pytest.param("The girl is taller and she paid $4.", id="a pronoun in the second clause"),
    ],
)
def test_does_not_say(text: str) -> None:
    assert concepts(text) == ["-"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("There is a 25% tax on imported cars.", ["tax imported cars"], id="the noun after the number"),
        pytest.param("A 20-mile (32 km) walk began.", ["walk", "walk"], id="past its conversion"),
        pytest.param("So far 60% of the workers have agreed.", ["workers"], id="the whole"),
        pytest.param("Two thirds of the workers have agreed.", ["workers"], id="the whole of a fraction"),
        pytest.param("She sits on $3 million in savings.", ["savings"], id="what money is"),
        pytest.param("They took 50 mL of 30% brandy.", ["brandy", "brandy"], id="past a number"),
        pytest.param("They face a fine of $3 million.", ["fine"], id="the noun that is measured"),
        pytest.param("On top of a 5 per cent fee came rain.", ["fee"], id="not a compound preposition"),
        pytest.param("County rents rose 0.3% there.", ["County rents"], id="the subject"),
        pytest.param("Demand across the bay was cut by 4%.", ["Demand bay"], id="with what is bound to it"),
        pytest.param("Shares fell in early trading by 3%.", ["Shares"], id="past what hangs on the verb"),
        pytest.param("In Lower Orrin the rate is 3%.", ["rate"], id="past what opens the sentence"),
        pytest.param("It will extend the range by 35 miles.", ["range"], id="the object"),
        pytest.param("It will cause sea levels to rise 3 feet.", ["sea levels"], id="the subject of an infinitive"),
        pytest.param("Oil, the weakest part, fell 3%.", ["Oil"], id="past an aside"),
        pytest.param("Oil, which fell 3%, led.", ["Oil"], id="before a relative clause"),
        pytest.param("The firm (once in Orrin) lost $3.", ["firm"], id="past brackets"),
        pytest.param("The firm makes tyres in Orrin and earned $3.", ["firm"], id="a shared subject"),
        pytest.param("The firm moved its dyers, losing $3 million.", ["firm"], id="the subject of a participle"),
        pytest.param("The index lost 162 points, or 2%.", ["index", "index"], id="not what was counted before"),
        pytest.param("The mill saw an additional 15 miles.", ["mill"], id="past an adjective"),
        pytest.param("The board spent a total of $3 million.", ["board"], id="past a sum"),
        pytest.param("Milk rose 3% while wool fell 2%.", ["Milk", "wool"], id="each clause its own"),
        pytest.param("The town’s labour costs rose 3%.", ["town labour costs"], id="a noun that may be a verb"),
        pytest.param("Vale 50 -1.3% Orrin -0.6% Lode -2%.", ["Vale 50", "Orrin", "Lode"], id="a list"),
    ],
)
def test_says_what_a_number_is_about(text: str, expected: list[str]) -> None:
    assert concepts(text) == expected


@given(st.text(alphabet="0123456789.,-%$€( )[]\n aefhimnorstuwM“”", max_size=120) | st.text(max_size=80))
def test_never_raises_and_uses_words_of_the_text(text: str) -> None:
    for concept in concepts(text):
        assert concept == "-" or all(word in text for word in concept.split())
