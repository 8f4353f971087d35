import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.facts import background, summary
from briefsite.facts.past import pastness
from briefsite.facts.reading import dates_in, read
from briefsite.mentions import Mentions, find_mentions
from briefsite.source import Source

NOTHING = Mentions()
DAY = dt.date(2025, 7, 10)
NEWS = "The harbour board agreed on Tuesday to shut the north pier of Anselm for two years."
COUNCIL = "Kell, who leads the council, told reporters on Wednesday that the town would pay."


def points(*sentences: str) -> list[str]:
    text = "\n\n".join([NEWS, COUNCIL, *sentences])
    article = read_article(Source("seed.txt", text), date=DAY)
    mentions = find_mentions(article)
    top = summary.find(article, mentions)[:1]
    return [point.span.of(text) for point in background.find(article, mentions, summary=top)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandt, the mayor, said on Thursday that the boats would leave in the morning.",
        "“It was a mistake to build the thing in 2001, and we knew it,” Kell said.",
        "Will the pier ever open again, as it did after the storm of 1931?",
        "Since 2019 the council has not decided whether to sell the old pier of Anselm.",
        "Talks on the price of the old pier, built in 1931, are set for Monday.",
        "The ferries will sail from the south pier from Monday on, the company said.",
        "‘It was a mistake to build the thing in 2001, and we all knew it was one,’ said Kell.",
        "For 2026 the previous owner of the pier expects 40 boats a day and a growth of 3 per cent.",
        "The ferries are slated to sail from the south pier, which was built in 1931.",
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
    ("words", "looks_back"),
    [
        ("The pier will open in 2031.", False),
        ("The board shut the pier on Tuesday.", False),
        ("The pier carried 37,000 people in 2024, and 20,000 in the first half of 2025.", False),
        ("The pier opened in 1931.", True),
        ("The former owner had often warned the board.", True),
        ("The sand has long been filling the harbour, as it has for decades.", True),
    ],
)
def test_what_looks_back(words: str, looks_back: bool) -> None:
    article = read_article(Source("seed.txt", words), date=DAY)
    (reading,) = read(article)
    (dates,) = dates_in(article, find_mentions(article))
    assert (pastness(reading, dates, DAY) > 0.45) is looks_back


@pytest.mark.parametrize(
    ("history", "is_told"),
    [
        ("The owner had been warned of it for years.", False),
        ("The pier was built in 1931 by a company that has long since gone.", True),
    ],
)
def test_what_raises_a_question_is_background_only_where_that_is_sure(history: str, is_told: bool) -> None:
    article = read_article(Source("seed.txt", f"{NEWS}\n\n{COUNCIL}\n\n{history}"), date=DAY)
    mentions = find_mentions(article)
    (point,) = background.find(article, mentions, summary=())
    assert background.find(article, mentions, summary=(), asked={point.span}) == ((point,) if is_told else ())


@given(st.text(st.sampled_from("AbKell had been is home to. “”\n2001 since?"), max_size=120))
def test_never_raises_and_every_point_is_a_sentence(text: str) -> None:
    article = read_article(Source("seed.txt", text))
    found = [point.span for point in background.find(article, NOTHING, summary=())]
    assert set(found) <= {sentence.span for sentence in article.sentences}
    assert len(found) <= background.MAX_POINTS
