import pytest

from briefsite.facts.signs import signs_of


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("the pier is old", set()),
        ("the years to come", set()),
        ("last of all", set()),
        ("the last year of the pier", {"past"}),
        ("for decades the pier stood", {"past", "long_so"}),
        ("the board is considering a sale", {"pending", "aim", "step"}),
        ("the board is also considering a sale", {"pending", "aim", "step"}),
        ("the sale is due in may", {"pending"}),
        ("anselm is home to 4,000 people", {"describes"}),
        ("the board agreed on monday", {"step", "day"}),
    ],
)
def test_phrases_tell_what_kind_of_sentence_it_is(words: str, kinds: set[str]) -> None:
    assert set(signs_of(words.split())) == kinds


def test_signs_are_counted() -> None:
    assert signs_of(["once", "the", "former", "owner", "left"])["past"] == 2
