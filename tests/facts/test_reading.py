from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.facts.asking.line import SPEECH, Line
from briefsite.facts.reading import dates_in, quoted_in, read
from briefsite.mentions import Mentions, Quotation, find_mentions
from briefsite.source import Source
from briefsite.span import Span

TEXT = "Kell shut the pier in May 2001. ‘It was old. It was rotten,’ she said. Nobody came."


def test_dates_belong_to_the_sentence_that_names_them() -> None:
    article = read_article(Source("seed.txt", TEXT))
    assert dates_in(article, find_mentions(article)) == [["2001-05"], [], [], []]


def test_a_quotation_covers_every_sentence_it_runs_over() -> None:
    article = read_article(Source("seed.txt", TEXT))
    speech = Quotation(span=Span(TEXT.index("It was old"), TEXT.index(",’")), is_speech=True)
    shares = quoted_in(article, Mentions(quotations=(speech,)))
    assert shares[0] == shares[3] == 0
    assert shares[1] > 0.8
    assert 0.4 < shares[2] < 0.8


def test_a_quoted_term_is_no_speech() -> None:
    article = read_article(Source("seed.txt", TEXT))
    term = Quotation(span=Span(TEXT.index("It was old"), TEXT.index(",’")), is_speech=False)
    assert quoted_in(article, Mentions(quotations=(term,))) == [0, 0, 0, 0]


def line(text: str) -> list[str]:
    article = read_article(Source("seed.txt", text))
    return [token.lower for reading in read(article) for token in Line.of(text, reading.tokens).tokens]


def test_a_line_joins_what_is_one_word_and_closes_off_speech() -> None:
    text = (
        "The town’s U.S.-led bid of $5 or 50% at 9 a.m. won the “grand prize” and “it was all that we had hoped for” so"
    )
    assert line(text) == [
        "the", "town's", "u.s.-led", "bid", "of", "$5", "or", "50%", "at", "9", "a.m.", "won", "the", "“grand prize”",
        "and", SPEECH, "so",
    ]  # fmt: skip


@given(st.text(st.sampled_from("AbKell’s $5%. “”\"'\n2001 a.m-?"), max_size=80))
def test_the_tokens_of_a_line_stand_in_order_in_their_sentence(text: str) -> None:
    for reading in read(read_article(Source("seed.txt", text))):
        tokens = Line.of(text, reading.tokens).tokens
        for one, following in pairwise(tokens):
            assert one.end <= following.start
        for token in tokens:
            assert Span(token.start, token.end) in reading.sentence.span
