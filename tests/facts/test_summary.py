import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.facts import summary
from briefsite.facts.reading import read
from briefsite.facts.standing import is_whole, quoted_share
from briefsite.mentions import Mentions
from briefsite.source import Source

NOTHING = Mentions()
DAY = dt.date(2025, 7, 10)


def points(text: str) -> list[str]:
    article = read_article(Source("seed.txt", text), date=DAY)
    return [point.span.of(text) for point in summary.find(article, NOTHING)]


NEWS = """\
By Ada Kell

The harbour board agreed on Tuesday to shut the north pier of Anselm for two years.

He said that he was sorry. But it had to be done. “We had no choice.”

The pier carries 400 boats a day, and the board wants the state to pay for a new one.

The harbour board agreed on Tuesday to shut the north pier for two years, it said.

Photo: Harbour Authority

The pier was built in 1931, when the harbour of Anselm still had a shipyard and a railway.

Brandt, who leads the fishermen of Anselm, called the decision to shut the pier a disaster for the town.
"""


def test_the_news_comes_first() -> None:
    assert points(NEWS)[0].startswith("The harbour board agreed on Tuesday to shut the north pier of Anselm")


def test_nothing_is_said_twice() -> None:
    assert "The harbour board agreed on Tuesday to shut the north pier for two years, it said." not in points(NEWS)


@pytest.mark.parametrize("words", ["By Ada Kell", "Photo:", "He said", "But it had", "“We had"])
def test_leaves_out_what_is_no_sentence_or_hangs_in_the_air(words: str) -> None:
    assert not any(point.startswith(words) for point in points(NEWS))


def test_a_first_sentence_that_leans_is_not_the_bottom_line() -> None:
    text = (
        "Kell and Brandt also will visit the lighthouse.\n\n"
        "During a meeting in the town hall on Tuesday, Kell and Brandt agreed to shut the north pier of Anselm.\n\n"
        "The north pier of Anselm carries 400 boats a day and is the oldest of the coast.\n"
    )
    assert points(text)[0].startswith("During a meeting")


def test_no_quotation_is_cut_in_half() -> None:
    text = (
        "The board shut the north pier of Anselm, the town said on Tuesday. "
        "Kell said that the town “has no money left for the pier. It will never have any,” and left the hall."
    )
    assert all(is_whole(point) for point in points(text))


@pytest.mark.parametrize(("sentences", "count"), [(0, 0), (1, 1), (3, 3), (8, 3), (9, 4), (24, 4), (25, 5), (900, 5)])
def test_the_number_of_points_follows_the_length(sentences: int, count: int) -> None:
    assert summary.size(sentences) == count


def test_of_another_language_whole_paragraphs_are_taken() -> None:
    first = "Der Rat hat am 3. März beschlossen, dass die Brücke für 2,4 Mio. Euro gebaut wird. Das ist nicht wenig."
    text = f"{first}\n\nDie Stadt ist in Not. Es gibt z. B. kein Geld.\n\nDer Bau beginnt im Mai."
    assert points(text) == text.split("\n\n")[:2]


def test_of_a_long_paragraph_in_another_language_the_first_sentences_are_taken() -> None:
    first = "Le conseil a fermé la jetée nord dans la nuit de mardi, et les bateaux ne sont pas sortis."
    text = f"{first}\n\nLa ville est dans la peine. Le maire a dit que la jetée est une ruine. Elle est vieille."
    assert points(text)[0] == first


@given(st.text(st.sampled_from('AbKell said that. “”"\n2001 Monday?'), max_size=120))
def test_never_raises_and_every_point_is_a_sentence(text: str) -> None:
    article = read_article(Source("seed.txt", text))
    sentences = {sentence.span for sentence in article.sentences}
    found = [point.span for point in summary.find(article, NOTHING)]
    assert set(found) <= sentences
    assert len(found) == len(set(found)) <= 5


def test_a_long_article_takes_linear_time() -> None:
    article = read_article(Source("seed.txt", "The board met Kell on Tuesday. “It is old,” he said. " * 8000))
    begun = time.process_time()
    summary.find(article, NOTHING)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("words", "hangs"),
    [
        ("The board shut the pier.", False),
        ("Kell refused to say so.", False),
        ("In March, the board met.", False),
        ("But he refused.", True),
        ("It said they would aim for progress.", True),
        ("Kell and Brandt also will visit the pier.", True),
        ("“That is a big if", True),
        ("These were the limits.", True),
    ],
)
def test_what_hangs_in_the_air(words: str, hangs: bool) -> None:
    (reading,) = read(read_article(Source("seed.txt", words)))
    assert (reading.hang >= summary.LEANS) is hangs


@pytest.mark.parametrize(
    ("words", "share"),
    [("No marks.", 0), ("“All of it.”", 1), ('"Half of it" is said', 0.6), ("it ends here.”", 1), ("“opens here", 1)],
)
def test_the_quoted_share(words: str, share: float) -> None:
    assert quoted_share(words) == pytest.approx(share, abs=0.1)


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("The board shut the north pier of Anselm on Tuesday, Kell said.", False),
        ("Ada Kell met Tom Brandt.", False),
        ("Harbour Board Agrees To Shut North Pier Of Anselm.", True),
    ],
)
def test_what_is_written_as_a_headline(words: str, headline: bool) -> None:
    (reading,) = read(read_article(Source("seed.txt", words)))
    assert reading.is_headline is headline


STANDING = """\
Brandt and Kell also will visit the lighthouse of Anselm and the yard where the new ferry is built.

During a meeting in the town hall on Tuesday, Kell and Brandt agreed to shut the north pier of Anselm.

They said they would aim for a new ferry on Friday.

Storms at the pier are a longstanding problem

The north pier of Anselm receives fewer boats than the south pier, but sees thousands of visitors each summer.

Kell wants the state to pay for the new ferry of Anselm, and has promised the fishermen a place at the south pier.

The north pier was shut twice in 1931, and the boats of Anselm had to lie at the south pier.
"""


def test_what_is_so_every_year_and_what_was_long_ago_are_no_news() -> None:
    found = " ".join(points(STANDING))
    assert "each summer" not in found
    assert "1931" not in found


def test_a_point_that_leans_on_the_bottom_line_follows_it() -> None:
    found = points(STANDING)
    assert found[0].startswith("During a meeting")
    assert [point for point in found if point.startswith("They said")] in ([], found[1:2])
