import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.facts import background, summary
from briefsite.facts.past import first_year, pastness
from briefsite.mentions import Mentions
from briefsite.source import Source

NOTHING = Mentions()
NEWS = "The harbour board agreed on Tuesday to shut the north pier of Anselm for two years."
COUNCIL = "Kell, who leads the council, told reporters on Wednesday that the town would pay."


def points(*sentences: str) -> list[str]:
    text = "\n\n".join([NEWS, COUNCIL, *sentences])
    article = read_article(Source("seed.txt", text), date=dt.date(2025, 7, 10))
    top = summary.find(article, NOTHING)[:1]
    return [point.span.of(text) for point in background.find(article, NOTHING, summary=top)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandt, the mayor, said on Thursday that the boats would leave in the morning.",
        "“It was a mistake to build the thing in 2001, and we knew it,” Kell said.",
        "Will the pier ever open again, as it did after the storm of 1931?",
        "Since 2019 the council has not decided whether to sell the old pier of Anselm.",
        "Talks on the price of the old pier, built in 1931, are set for Monday.",
        "The ferries will sail from the south pier from Monday on, the company said.",
    ],
)
def test_leaves_todays_news_alone(sentence: str) -> None:
    assert sentence not in points(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "As far back as 1998, the two towns were discussing ways to keep the sand out of the harbour.",
        "The firm is best known for its line of small dredgers and floating cranes.",
        "The previous council came up with a contentious plan in 2012 to sell the pier.",
        "Engineers had warned for decades that the wood was rotten.",
        "Anselm is home to about 4,000 people and one of the oldest shipyards of the coast.",
    ],
)
def test_finds_history_and_context(sentence: str) -> None:
    assert sentence in points(sentence)


def test_oldest_first() -> None:
    late = "The pier was closed for a year in 2012 after a storm broke its oldest part."
    early = "Its piles had been driven into the mud in 1931, when the shipyard was founded."
    assert points(late, early) == [early, late]


def test_does_not_repeat_the_summary() -> None:
    assert NEWS not in points("The pier was built in 1931 by a company that has long since gone.")


def test_an_article_in_another_language_has_none() -> None:
    text = "Le conseil a fermé la jetée nord en 1998, et les bateaux ne sont pas sortis dans la nuit. " * 3
    assert background.find(read_article(Source("seed.txt", text)), NOTHING, summary=()) == ()


@pytest.mark.parametrize(
    ("words", "year"),
    [("in 2001 and 1998", 1998), ("the 1960s race", 1960), ("for $2000", None), ("room 1,998", None), ("now", None)],
)
def test_the_first_year(words: str, year: int | None) -> None:
    assert first_year(words) == year


def test_a_year_to_come_does_not_look_back() -> None:
    assert pastness("The pier will open in 2031.", 2025) == 0
    assert pastness("The pier opened in 1931.", 2025) > 0.5


@given(st.text(st.sampled_from("AbKell had been is home to. “”\n2001 since?"), max_size=120))
def test_never_raises_and_every_point_is_a_sentence(text: str) -> None:
    article = read_article(Source("seed.txt", text))
    found = [point.span for point in background.find(article, NOTHING, summary=())]
    assert set(found) <= {sentence.span for sentence in article.sentences}
    assert len(found) <= background.MAX_POINTS
