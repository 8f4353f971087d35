from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.facts import key_figures
from briefsite.mentions.mention import DateMention, Mentions
from briefsite.mentions.numbers import quantities
from briefsite.source import Source
from briefsite.span import Span

if TYPE_CHECKING:
    from briefsite.facts.fact import KeyFigure


def find(text: str, **dates: str) -> tuple[KeyFigure, ...]:
    """The key figures of a text; `dates` are the words of its date expressions, "_" for a space, with their EDTF."""
    article = read_article(Source("article.txt", text))
    mentions = tuple(
        DateMention(span=Span(text.index(w), text.index(w) + len(w)), type="DATE", value=edtf, edtf=edtf)
        for w, edtf in ((words.replace("_", " ").strip(), edtf) for words, edtf in dates.items())
    )
    return key_figures.find(article, Mentions(quantities=quantities.find(article, mentions), dates=mentions))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The two leaders met and agreed on three-way talks.", id="two leaders"),
        pytest.param("The minister, who is 54 years old, resigned at once.", id="an age"),
        pytest.param("It was one of the longest days that they had seen.", id="one of"),
        pytest.param("They met at 10 Downing St. in the morning.", id="house number"),
        pytest.param("Did she lose 200 boats?", id="a question"),
        pytest.param("The six-party talks began.", id="a few, joined to a noun"),
        pytest.param("They asked where the 11 was.", id="a known number"),
        pytest.param("At 16, he left the town, and his friend Jon, 14, stayed.", id="an age alone"),
        pytest.param("It is an 18 hole course with a 66 member club.", id="a number that describes"),
        pytest.param("The sum was in the seven figures.", id="how long a number is"),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("About 37,000 boats were seen crossing the strait.", "boats seen crossing the strait"),
        ("About 4,200 homes have been emptied, the council said.", "homes emptied"),
    ],
)
def test_the_label_of_the_subject_of_a_passive_is_what_was_done_to_it(text: str, label: str) -> None:
    assert find(text)[0].label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The mayor said that 300 homes stood empty.", "homes stood empty"),
        ("Dozens of people have drowned off the coast.", "people have drowned off the coast"),
        ("But up to 40 boats could sink there.", "boats could sink there"),
        ("Ninety-one towns agreed on Sunday to tax the fuel of ships for the first time, a deal with many others.",
         "towns agreed on Sunday to tax the fuel of ships for the first time …"),
    ],
)  # fmt: skip
def test_the_label_of_another_subject_is_what_is_said_of_it(text: str, label: str) -> None:
    assert find(text)[0].label == label


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The 300 houses were not sold", id="known ones"),
        pytest.param("Four of the victims were children", id="a part of others"),
        pytest.param("300 houses and 20 barns burned", id="one of several subjects"),
        pytest.param("No study showed that 300 houses were lost", id="what is denied"),
        pytest.param("Half of the houses were lost", id="a share of them"),
    ],
)
def test_a_subject_that_the_number_does_not_count_alone_keeps_its_number(text: str) -> None:
    assert find(f"{text}.")[0].label == text


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It was sent to the twelve-member Vale Water Board on Monday.", "twelve-member Vale Water Board"),
        ("They crossed the 40-mile strait in a day.", "They crossed the 40-mile strait in a day"),
        ("They paid for a 45-second Web ad in May.", "They paid for a 45-second Web ad in May"),
    ],
)
def test_the_label_of_a_number_that_describes_is_the_name_of_what_it_describes(text: str, label: str) -> None:
    assert find(text)[0].label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("County rents rose 0.3% in June.", "County rents rose 0.3% in June"),
        ("He left, and rents rose 0.3% in June.", "rents rose 0.3% in June"),
        ("It cut 300 jobs in the U.S. last year.", "It cut 300 jobs in the U.S. last year"),
        ("It has cut 300 jobs in the U.S.", "It has cut 300 jobs in the U.S."),
        ("The study shows that rents rose 0.3%.", "rents rose 0.3%"),
        ("Meanwhile, rents rose 0.3%.", "rents rose 0.3%"),
        ("Asked for the price of it, the mayor said $300.", "Asked for the price of it, the mayor said $300"),
        ("Fees fell by 30% last year, according to the board.", "Fees fell by 30% last year"),
        ("“We lost 300 homes,” said the mayor, who wept.", "We lost 300 homes"),
        ("The mayor spoke of “some 300 empty homes” at noon.", "The mayor spoke of “some 300 empty homes” at noon"),
        ("A fire burned the old town, killing 48 people.", "A fire burned the old town, killing 48 people"),
        ("The coin, famous although few saw it, weighs 5 tons.", "The coin, famous although few saw it, weighs 5 tons"),
        ("The bell (it weighs 53 kilograms; no less) fell.", "The bell (it weighs 53 kilograms; no less) fell"),
        ("Ines Varga of Orrin, Ada Okafor of Lode, and Jon Bell of Vale were fined $50 each.",
         "Ines Varga of Orrin, Ada Okafor of Lode, and Jon Bell of Vale were fined $50 each"),
    ],
)  # fmt: skip
def test_any_other_label_is_the_clause_with_the_number(text: str, label: str) -> None:
    assert find(text)[0].label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("The board of the harbour gave the ferry company 300 life jackets of the newest kind after a long "
                     "dispute about who should pay for the safety of passengers on the northern routes",
                     "The board of the harbour gave the ferry company 300 life jackets of the newest kind …",
                     id="between phrases"),
        pytest.param("In a letter about the fires of last summer in the Vale the owners deny that they lost 300 homes",
                     "In a letter about the fires of last summer in the Vale the owners deny that they lost 300 homes",
                     id="never without a word that turns it"),
        pytest.param("The ferry company of the island will sell 300 of its old life jackets to the town in the Vale "
                     "unless somebody pays more",
                     "The ferry company of the island will sell 300 of its old life jackets to the town in the Vale "
                     "unless somebody pays more",
                     id="never without its condition"),
        pytest.param("The ferries that cross to the island in the summer months were stopped five days after the storm "
                     "had begun in the north",
                     "The ferries that cross to the island in the summer months were stopped five days after the storm "
                     "had begun in the north",
                     id="never between a number and what it is measured from"),
    ],
)  # fmt: skip
def test_a_long_clause_is_cut_and_says_so(text: str, label: str) -> None:
    assert find(f"{text}.")[0].label == label


def test_a_change_keeps_the_words_that_tell_what_changed() -> None:
    text = "More than 20,000 people made the crossing, up by about 50% from the year before."
    (change,) = (f for f in find(text) if f.quantity.unit == "percent")
    assert change.label == text.removesuffix(".")
    assert change.quantity.change == "up"


def test_a_number_without_its_noun_counts_what_the_one_before_did() -> None:
    text = "About 37,000 people were seen there in winter, and more than 20,000 made the crossing in spring."
    assert [f.quantity.unit for f in find(text)] == ["people", "people"]


def test_the_period_is_the_date_of_the_clause_and_not_what_it_is_compared_with() -> None:
    text = "About 37,000 people came in 2024, and more than 20,000 were seen in May, up from the year before."
    figures = find(text, _2024="2024", May="2025-05", the_year_before="2024")
    assert [f.period for f in figures] == ["2024", "2025-05"]


def test_what_is_said_of_a_year_holds_for_it() -> None:
    (figure,) = find("The board said that in 2015, 417 weavers came.", _2015="2015")
    assert figure.period == "2015"
    (figure,) = find("It set a target of 40% by 2015.", _2015="2015")
    assert figure.period == "2015"
    (figure,) = find("They sold 417 boats and were praised in 2015.", _2015="2015")
    assert figure.period == "2015"
    (figure,) = find("The talks in 2015 ended after 40 minutes.", _2015="2015")
    assert figure.period == "2015"


def test_each_end_of_a_change_has_its_own_period() -> None:
    figures = find("The herds declined from 917 cows in 2001 to 417 in 2015.", _2001="2001", _2015="2015")
    assert {figure.quantity.value: figure.period for figure in figures} == {917: "2001", 417: "2015"}


def test_says_who_gives_the_number() -> None:
    (figure,) = find("About 300 houses were lost, according to the fire service.")
    assert figure.said_by == "the fire service"


def test_a_conversion_in_brackets_is_no_second_figure() -> None:
    assert len(find("They met beside the 20-mile (32 kilometre) strait between both lands.")) == 1


def test_small_numbers_matter_where_people_died() -> None:
    assert len(find("Two men were killed in the fire.")) == 1


@pytest.mark.parametrize("text", ["Five went to Orrin.", "The three-man crew left.", "Here 44 voted against it."])
def test_a_few_people_are_a_figure(text: str) -> None:
    assert len(find(text)) == 1


def test_the_unit_leaves_out_whose_they_are() -> None:
    assert find("She won 66 of the state’s delegates.")[0].quantity.unit == "delegate"


def test_a_share_in_words_is_a_figure() -> None:
    (figure,) = find("The others did badly, compared with two thirds of those in company.")
    assert figure.quantity.unit == "-"
    assert find("They scored in the second half, and slept half the time.") == ()


def test_a_number_whose_noun_stands_elsewhere_is_a_figure() -> None:
    text = "Orrin has 417 weavers. Lode leads the others with 54, while Vale added 31."
    assert {figure.quantity.value for figure in find(text)} == {417, 54, 31}


def test_the_same_figure_is_shown_once_and_there_are_not_too_many() -> None:
    again = "About 37,000 boats crossed that year. " * 3
    assert len(find(again)) == 1
    assert len(find("The mayor told 3,000 in Orrin. He spoke to 3,000 people at noon.")) == 1
    many = " ".join(f"The town lost {n} houses in the flood." for n in range(20, 60))
    assert len(find(many)) == key_figures.MOST


def test_the_evidence_is_a_clause_that_holds_the_figure() -> None:
    text = "About 37,000 people came that year, and more than 20,000 made the crossing in spring."
    for figure in find(text):
        assert figure.quantity.span in figure.evidence
    assert find(text)[0].evidence.of(text) == "About 37,000 people came that year"


@given(st.text(alphabet="0123456789.,-–%$€£( );\n aehimnorstuw", max_size=160) | st.text(max_size=80))
def test_never_raises_and_evidence_stands_in_one_paragraph(text: str) -> None:
    article = read_article(Source("article.txt", text))
    for figure in key_figures.find(article, Mentions(quantities=quantities.find(article, ()))):
        paragraph = article.paragraph_at(figure.evidence.start)
        assert paragraph is not None
        assert figure.evidence in paragraph.span
        assert figure.quantity.span in figure.evidence
        assert figure.label


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He said that 300 houses were lost.", id="a pronoun"),
        pytest.param("Analysts said that 300 houses were lost.", id="a crowd"),
        pytest.param("About 300 houses were lost, according to documents seen by the paper.", id="papers"),
        pytest.param("About 300 houses were lost, according to a trial in 12 towns.", id="a trial"),
        pytest.param("France said that 300 houses were lost.", id="a place"),
    ],
)
def test_nobody_gives_the_number_where_nobody_is_named(text: str) -> None:
    (figure,) = (figure for figure in find(text) if figure.quantity.value == 300)
    assert figure.said_by is None


def test_the_whole_name_gives_the_number() -> None:
    (figure,) = find("About 300 houses were lost, according to the Harbour and Dockers’ Union.")
    assert figure.said_by == "the Harbour and Dockers’ Union"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We lost 417 villages that had a bus in 2015.", id="of another noun"),
        pytest.param("The mill, which closed in 2015, employed 417 weavers.", id="of an aside"),
        pytest.param("It sold 417 boats before 2015.", id="before it"),
        pytest.param("It sold 417 boats after the “great storm of 2015” had passed.", id="in a quotation"),
        pytest.param("In 2015 Ines Varga, who had sold 417 boats, left.", id="of the clause around it"),
        pytest.param("The mill that opened in 2015, but with little light, employs 417 weavers.", id="of its noun"),
        pytest.param("Varga began work at the mill in 2015 and has 417 boats.", id="of another verb"),
        pytest.param("It gave $417, down sharply from the sum of 2015.", id="of what it is compared with"),
        pytest.param("It opened in 2015 and currently holds 417 guests.", id="of another verb, with an adverb"),
        pytest.param("It bought 417 boats as well as the mill of Orrin in 2015.", id="of something named beside it"),
        pytest.param("He gets $417 and shares from a 2015 bonus.", id="of a noun that it tells from others"),
        pytest.param("The visit in 2015 of Varga, the first of 417 guests, was short.", id="of what is explained"),
        pytest.param("It needs 417 votes, and the board must meet by 2015.", id="of a clause of its own"),
        pytest.param("It should reach the bank’s 417-point target by 2015.", id="of a target that is known"),
        pytest.param("It gave $417, a tenth more than it had in 2015.", id="of another number"),
    ],
)
def test_the_period_is_not_the_date_of_something_else(text: str) -> None:
    assert [figure.period for figure in find(text, _2015="2015")] == [None]


def test_a_number_that_a_noun_before_it_measures_does_not_count_what_the_one_before_did() -> None:
    text = "The mayor showed 120 pictures and set a limit of about 800."
    (limit,) = (figure for figure in find(text) if figure.quantity.value == 800)
    assert limit.quantity.unit == "-"


def test_a_sign_before_a_number_is_part_of_what_is_shown() -> None:
    (figure,) = find("-40% is what the firm lost.")
    assert figure.quantity.span in figure.evidence


def test_a_text_of_brackets_takes_time_in_proportion_to_its_length() -> None:
    def taken(times: int) -> float:
        begun = time.process_time()
        find("(5% and, which " * times)
        return time.process_time() - begun

    taken(100)
    assert taken(4_000) < 12 * max(taken(800), 0.02)
