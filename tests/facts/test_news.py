import pytest

from briefsite.article import read_article
from briefsite.facts.news import is_habitual, newness, standing_paragraphs
from briefsite.facts.reading import read
from briefsite.facts.signs import Signs
from briefsite.source import Source


def signs(words: str) -> Signs:
    return read(read_article(Source("seed.txt", words)))[0].signs


@pytest.mark.parametrize(
    ("words", "past", "worth"),
    [
        ("The pier carries 400 boats.", 0.0, 0.0),
        ("The ferry usually sails on Monday.", 0.0, 0.0),
        ("In 1998 the two towns struck a deal.", 0.9, 0.0),
        ("The board met on Tuesday.", 0.0, 0.3),
        ("The board agreed to shut the pier.", 0.0, 0.3),
        ("The state is considering a deal that would save it.", 0.0, 0.3),
        ("On Tuesday the board agreed to shut the pier.", 0.0, 0.6),
    ],
)
def test_news_has_a_day_or_a_step(words: str, past: float, worth: float) -> None:
    assert newness(signs(words), past=past) == pytest.approx(worth)


@pytest.mark.parametrize(
    ("words", "is_aim"),
    [
        ("The pier is old.", False),
        ("Kell was on the pier.", False),
        ("Anselm wants the state to pay.", True),
        ("The towns are discussing a joint ferry.", True),
    ],
)
def test_an_aim_is_somebodys(words: str, is_aim: bool) -> None:
    assert ("aim" in signs(words)) is is_aim


@pytest.mark.parametrize(
    ("words", "habitual"),
    [
        ("The board shut the pier.", False),
        ("The ferry, which often runs late, sank on Tuesday.", False),
        ("The pier carries thousands of visitors each summer.", True),
        ("Both towns have long differed on the fare.", True),
    ],
)
def test_what_is_so_every_year_is_habitual(words: str, habitual: bool) -> None:
    assert is_habitual(signs(words)) is habitual


def test_standing_matter_reaches_from_its_heading_to_the_next() -> None:
    text = (
        "The harbour board agreed on Tuesday to shut the pier for two years.\n\n"
        "Storms are a longstanding problem\n\n"
        "Anselm is hit by more storms than any other harbour of the coast.\n\n"
        "The last of them broke eleven windows of the town hall and sank a ferry.\n\n"
        "The town hopes for a grant\n\n"
        "Kell will travel to the capital to ask for the money that is missing.\n"
    )
    article = read_article(Source("seed.txt", text))
    assert [paragraph.kind for paragraph in article.paragraphs].count("heading") == 2
    assert standing_paragraphs(article) == {3, 4}
