"""Who says what a verb of saying tells: each rule beside the sentence that it must not be taken for."""

from __future__ import annotations

import pytest

from heard import speech


def says(text: str) -> str | None:
    """Who says the last quotation of a text."""
    return speech(text)[-1][1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("The plan, said Ada Holm, is “late”.", "Ada Holm", id="between commas"),
        pytest.param("The mayor, Jo Reyes, said Ada Holm was “late”.", "Jo Reyes", id="an apposition before it"),
        pytest.param(
            "Calling the plan “a farce,” Ada Holm left the room.", "Ada Holm", id="what a sentence opens with"
        ),
        pytest.param("Ada Holm said she was glad when the tower told her, adding: “We wept.”", "Ada Holm", id="adding"),
        pytest.param("Ada Holm was glad, but the tower said no, adding: “We wept.”", "the tower", id="behind but"),
        pytest.param(
            "They attacked it, with the former minister calling it “a farce”.", "the former minister", id="with"
        ),
        pytest.param("It was so calm that Ada Holm was prompted to say, “We go.”", "Ada Holm", id="prompted to say"),
        pytest.param("Jo Reyes was calm, only for Ada Holm to write “we go”.", "Ada Holm", id="for her to write"),
        pytest.param("Eight years ago, Ada Holm liked it and said, “We go.”", "Ada Holm", id="behind a time"),
        pytest.param("When Jo Reyes came, Ada Holm laughed and said, “We go.”", "Ada Holm", id="what and shares"),
        pytest.param("Ada Holm met the board, Jo Reyes among them, and said, “We go.”", "Ada Holm", id="an aside"),
        pytest.param("“It is late,” Ada Holm is reported to have said.", "Ada Holm", id="reported to have said"),
        pytest.param("The plan, described by Ada Holm as “a farce”, is dead.", "Ada Holm", id="told of behind a comma"),
        pytest.param("The mayor, Ada Holm, called it “a farce”.", "Ada Holm", id="a name between commas"),
        pytest.param("Jo Reyes rebuked critics who say it is “a farce”.", "critics", id="whom a clause tells of"),
        pytest.param(
            "Jo Reyes praised Ada Holm, who told them it was “a farce”.", "Ada Holm", id="who, behind a comma"
        ),
        pytest.param(
            "Jo Reyes told a man who asked him on Monday that the pier was “a farce”.", "Jo Reyes", id="whom he told"
        ),
        pytest.param("Jo Reyes said the board, which called for peace, was “late”.", "Jo Reyes", id="an inner clause"),
        pytest.param("The board says Holm’s labelling of it as “a farce” is proof.", "Holm", id="a noun of saying"),
        pytest.param(
            "The agency for the seas, the Centre for Tides and Waves, says it is “late”.",
            "Centre for Tides and Waves",
            id="the name of a body",
        ),
        pytest.param(
            "Mr Holm, who came home to Lode Hill, Loamshire, with his son Al, 14, said: “We go.”",
            "Holm",
            id="a place inside what is told of him",
        ),
        pytest.param("“We go,” said another.", "another", id="another"),
        pytest.param("Another, Ada Holm, said it was “late”.", "Ada Holm", id="another by name"),
        pytest.param("The mayor, whom Ada Holm called a liar, said it was “late”.", "The mayor", id="a clause inside"),
        pytest.param("Jo Reyes smiled after Ada Holm said it was “late”.", "Ada Holm", id="a clause behind after"),
        pytest.param("Jo Reyes was told by Ada Holm that it was “late”.", "Ada Holm", id="who tells him"),
        pytest.param("Friends of Ada Holm say it is “late”.", "Friends of Ada Holm", id="what friends say"),
        pytest.param("Ada Holm shouted “we go” as Jo Reyes left.", "Ada Holm", id="not who leaves"),
    ],
)
def test_who_says_it(text: str, speaker: str) -> None:
    assert says(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Holm saw “Sea Shanty,” the Tide series of the year.", id="a noun in -s"),
        pytest.param(
            "Ada Holm said she liked “playing in plain whites” - a white Tide shirt and shoes.", id="a noun in -t"
        ),
        pytest.param(
            "Ada Holm won “the warmest applause of all there,” a sentiment shared by Jo Reyes.", id="an aside"
        ),
    ],
)
def test_what_follows_a_quotation_and_is_no_attribution(text: str) -> None:
    assert not {"Tide", "a white Tide", "a sentiment"} & {speaker for _, speaker in speech(text)}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("When asked “Why now?”, Ada Holm said: “It is late.”", [None, "Ada Holm"], id="nobody is told"),
        pytest.param("Asked by Jo Reyes if it was “late”, Ada Holm said “no”.", ["Jo Reyes", "Ada Holm"], id="by whom"),
        pytest.param("Ada Holm, asked “Why now?” by a reporter, laughed.", ["a reporter"], id="by whom, behind it"),
        pytest.param("Ada Holm, who leads it, asked the crowd “Why now?”", ["Ada Holm"], id="she asks herself"),
    ],
)
def test_a_question_is_whose_it_is(text: str, speakers: list[str | None]) -> None:
    assert [speaker for _, speaker in speech(text)] == speakers


def test_he_is_somebody_new_whom_the_sentence_before_describes() -> None:
    text = "Mark Holm said “no”. One Lode fan, who gave no name, was on the train. He said: “Yes.”"
    assert [speaker for _, speaker in speech(text)] == ["Mark Holm", "One Lode fan"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Mary Holm was ill. A doctor asked her, and she replied “no”.", "Mary Holm", id="not who asks her"
        ),
        pytest.param("The Tide Agency said it was “late”. They added: “We go.”", "Tide Agency", id="a body is many"),
        pytest.param("Green Maps says so. Jo Reyes does not trust maps. He said: “No.”", "Jo Reyes", id="he is no map"),
        pytest.param("Mary King met us. King said: “We go.”", "Mary King", id="a surname that is a title"),
        pytest.param("Mary Bishop met us. Ms Bishop said: “We go.”", "Mary Bishop", id="behind Ms"),
        pytest.param("Ada Holm, 45, met us. The 45-year-old said: “We go.”", "Ada Holm", id="by her age"),
        pytest.param(
            "Ada Holm, head of the Tide Agency, met us. The head of the Tide Agency said: “We go.”",
            "Ada Holm",
            id="by what she is in full",
        ),
        pytest.param("The couple, Ada Holm and Jo Reyes, said: “We go.”", "Ada Holm and Jo Reyes", id="two names"),
        pytest.param(
            "A Department for Transport spokesman said: “We go.”",
            "A Department for Transport spokesman",
            id="for a body",
        ),
    ],
)
def test_who_is_meant(text: str, speaker: str) -> None:
    assert says(text) == speaker
