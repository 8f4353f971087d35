"""Quotation marks, speech and speakers: what is left alone, what is found, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefsite.mentions.names import entities
from briefsite.mentions.speech import quotations
from heard import article, read, speech

# -- leaves alone ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The boys' coats and the girls' hats hung in the hall.", id="plural possessives"),
        pytest.param("It was '62 and rock 'n' roll was new.", id="apostrophes at the beginning"),
        pytest.param('She is 5\'10" and the pipe is 12" wide.', id="inches"),
        pytest.param("It’s the ministers’ view that it isn’t so.", id="curly apostrophes"),
        pytest.param("", id="nothing"),
        pytest.param("“”", id="empty marks"),
    ],
)
def test_no_quotation_marks_no_quotation(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The town is considering a “pay as you stay” deal for visitors.", id="a term"),
        pytest.param('They belong to the " friends of the lake, " a loose group.', id="marks that stand off"),
        pytest.param("Ada Holm said her favourite film was “The Long Way Home” as a child.", id="a title"),
        pytest.param("The police ran an operation called “Sea Lion” in May.", id="a name"),
        pytest.param("The police ran a raid, called “Sea Lion”, in May.", id="a name behind a comma"),
        pytest.param("The so-called “ghost trains” still run at night.", id="scare quotes"),
        pytest.param("People expect me to say “it is not too late” every year.", id="what nobody said"),
    ],
)
def test_words_merely_in_quotation_marks_are_no_speech(text: str) -> None:
    (found,) = read(text)
    assert not found.is_speech
    assert found.speaker is None


def test_the_words_of_a_headline_are_no_quote() -> None:
    text = "Holm says lake ‘cannot wait for rain’ any more\n\n“We cannot wait for rain,” said Ada Holm on Monday."
    assert speech(text) == [("We cannot wait for rain,", "Ada Holm")]


def test_a_language_that_is_not_read_gives_segments_without_speakers() -> None:
    text = (
        "Le ministre a dit mardi que la situation dans les ports du nord est grave et que le gouvernement "
        "ne va pas attendre. “Nous allons agir avec nos voisins dès la semaine prochaine”, a dit le ministre."
    )
    (found,) = read(text)
    assert (found.speaker, found.is_speech) == (None, True)


_GERMAN = "Der Stadtrat hat am Dienstag den Bau einer neuen Brücke beschlossen, und das ist nicht für alle gut. "
_FRENCH = "Le conseil municipal a approuvé mardi la construction d’un pont, et les habitants sont dans la rue. "
_RUSSIAN = "Городской совет утвердил строительство нового моста через реку. "
_JAPANESE = "市議会は火曜日、新しい橋の建設を承認した。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(_GERMAN + "„Wir haben gewartet“, sagte sie.", "Wir haben gewartet", id="German"),
        pytest.param(_GERMAN + "»Das ist zu teuer«, meinte er.", "Das ist zu teuer", id="German books"),
        pytest.param(_FRENCH + "« Nous avons attendu », dit-elle.", "Nous avons attendu", id="French, space inside"),
        pytest.param(_FRENCH + "«\u202fNous avons attendu\u202f», dit-elle.", "Nous avons attendu", id="narrow space"),
        pytest.param(_FRENCH + "“Nous avons attendu”, dit-elle.", "Nous avons attendu", id="high marks"),
        pytest.param(_RUSSIAN + "«Мы долго ждали», — сказала она.", "Мы долго ждали", id="Russian"),
        pytest.param(_JAPANESE + "「私たちは待っていました」と述べた。", "私たちは待っていました", id="Japanese"),
    ],
)
def test_a_short_quotation_in_another_language_is_found_without_a_speaker(text: str, words: str) -> None:
    assert speech(text) == [(words, None)]


@pytest.mark.parametrize("text", [_GERMAN + "Das „Nordtor“ bleibt zu.", _JAPANESE + "住民は『高い』と言う。"])
def test_a_marked_word_of_another_language_is_no_speech(text: str) -> None:
    assert speech(text) == []


# -- finds -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('"We go now," said Ada Holm.', ["We go now,"], id="straight"),
        pytest.param("“We go now,” said Ada Holm.", ["We go now,"], id="curly"),
        pytest.param("‘We go now,’ said Ada Holm.", ["We go now,"], id="single curly"),
        pytest.param("'We go now,' said Ada Holm.", ["We go now,"], id="single straight"),
        pytest.param("''We go now,'' said Ada Holm.", ["We go now,"], id="doubled single"),
        pytest.param('“We go now," said Ada Holm.', ["We go now,"], id="mixed"),
        pytest.param("«We go now,» said Ada Holm.", ["We go now,"], id="angled"),
        pytest.param(
            "‘The boys’ coats are gone,’ said Ada Holm.", ["The boys’ coats are gone,"], id="an apostrophe inside"
        ),
        pytest.param("“He said ‘no’ to us,” said Ada Holm.", ["He said ‘no’ to us,"], id="a quotation inside"),
        pytest.param('"He said "no" to us," said Ada Holm.', ['He said "no" to us,'], id="the same marks inside"),
        pytest.param(
            "“We wait here.\n\n“And then we go,” said Ada Holm.",
            ["We wait here.", "And then we go,"],
            id="over paragraphs",
        ),
        pytest.param("Ada Holm said: “We wait here.", ["We wait here."], id="without its closing mark"),
    ],
)
def test_every_kind_of_marks(text: str, words: list[str]) -> None:
    assert [(words_in, "Ada Holm") for words_in in words] == speech(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“We cannot wait,” said Ada Holm.", "Ada Holm", id="inverted"),
        pytest.param("“We cannot wait,” Ada Holm, who leads the board, said.", "Ada Holm", id="over a relative clause"),
        pytest.param("“We cannot wait,” said Ada Holm, a nurse from Leeds.", "Ada Holm", id="before an apposition"),
        pytest.param("“We cannot wait,” Ada Holm deadpanned.", "Ada Holm", id="a verb in no list"),
        pytest.param("“Can we wait?” asked Ada Holm.", "Ada Holm", id="a question"),
        pytest.param("Ada Holm told the board on Monday: “We cannot wait.”", "Ada Holm", id="colon"),
        pytest.param(
            "Ada Holm said the board, which claimed to be neutral, was “a joke”.", "Ada Holm", id="embedded clause"
        ),
        pytest.param("Ada Holm said Jo Reyes told her “we cannot wait”.", "Jo Reyes", id="the verb that touches it"),
        pytest.param("Ada Holm went to Leeds and said “we cannot wait”.", "Ada Holm", id="a shared subject"),
        pytest.param("Ada Holm left the room, adding that it was “a waste of time”.", "Ada Holm", id="participle"),
        pytest.param("The plan is “a waste of time”, according to Ada Holm.", "Ada Holm", id="according to"),
        pytest.param("The plan was described by Ada Holm as “a waste of time”.", "Ada Holm", id="passive"),
        pytest.param(
            "The minister, Ada Holm, was quoted as saying “we cannot wait”.", "Ada Holm", id="quoted as saying"
        ),
        pytest.param("“We cannot wait any longer.” — Ada Holm", "Ada Holm", id="signature"),
        pytest.param(
            "Both said the plan “needs time and money” to work, the mayor’s office said.",
            "the mayor’s office",
            id="at the end",
        ),
        pytest.param("Ada Holm, who said “we cannot wait”, left.", "Ada Holm", id="relative pronoun"),
        pytest.param("“We cannot wait,” a police spokesman said.", "a police spokesman", id="never named"),
        pytest.param("“We lost,” Ada Holm, the chief executive, told analysts.", "Ada Holm", id="not who was told"),
        pytest.param("The lake’s operator, Merrin Quays, said it was “late”.", "Merrin Quays", id="name behind a body"),
        pytest.param("Her son, the actor Jo Reyes, said it was “late”.", "Jo Reyes", id="role before the name"),
        pytest.param(
            "Jo Reyes, the editor of the city’s newspaper, The Tide, said it was “late”.", "Jo Reyes", id="not a paper"
        ),
        pytest.param("The envoy to Lyon, Ada Holm, left, saying it was “late”.", "Ada Holm", id="role, then name"),
        pytest.param("US Secretary of State Ada Holm called it “a farce”.", "Ada Holm", id="a title with of"),
        pytest.param("They left, with Ada Holm calling it “a farce”.", "Ada Holm", id="a participle of its own"),
        pytest.param(
            "Ada Holm issued a statement saying it was “a farce”.", "Ada Holm", id="who gave the statement out"
        ),
        pytest.param("A banner saying “no more” hung there.", "A banner", id="a thing that is read"),
        pytest.param("The law was criticised by the bishops, saying it was “cruel”.", "the bishops", id="agent"),
        pytest.param("Jo Reyes can be heard saying: “Mind the gap.”", "Jo Reyes", id="heard saying"),
        pytest.param("LEEDS, May 5 (AP) — The board left, saying: “Not now.”", "The board", id="behind a dateline"),
        pytest.param("A month later, he left and Ada Holm called it “a farce”.", "Ada Holm", id="no month speaks"),
        pytest.param(
            "After Jo Reyes said it was “an insult,” Ada Holm left the room.", "Jo Reyes", id="a clause that leads in"
        ),
        pytest.param(
            "When Jo Reyes called it late, Ada Holm shot back: “Never.”", "Ada Holm", id="the clause before a colon"
        ),
        pytest.param("In a film that Jo Reyes called “dull,” Ada Holm sings.", "Jo Reyes", id="only the judge"),
        pytest.param("Continued Holm: “So it is a problem.”", "Holm", id="the verb opens the sentence"),
        pytest.param("“How fine!” beamed Ada Holm.", "Ada Holm", id="any verb before a name"),
        pytest.param("The plan is, in the words of Ada Holm, “a farce”.", "Ada Holm", id="in the words of"),
        pytest.param("The plan is, in Ada Holm’s words, “a farce”.", "Ada Holm", id="in her words"),
        pytest.param("Ada Holm puts the cost at “less than half”.", "Ada Holm", id="an estimate"),
        pytest.param("Ada Holm denounced Jo Reyes’s remarks as “cruel”.", "Ada Holm", id="not whose remarks they were"),
        pytest.param("Ada Holm says evidence suggests it is “late”.", "Ada Holm", id="evidence says nothing"),
        pytest.param(
            "It was criticised by an official from her party, who said: “Too late.”",
            "an official from her party",
            id="who is a person",
        ),
        pytest.param("Jo Reyes won praise from coach Ada Holm, who said “nice”.", "Ada Holm", id="who is the nearest"),
        pytest.param(
            "The firm’s head of mobile games Ada Holm said it was “late”.", "Ada Holm", id="a name at the end of a role"
        ),
        pytest.param(
            "It took ten million in funds, and a member of the board said it was “late”.",
            "a member of the board",
            id="funds say nothing",
        ),
        pytest.param(
            "The Tide reported that someone familiar with the talks said it was “late”.",
            "someone familiar with the talks",
            id="not who reports it",
        ),
        pytest.param("The plan is “late”, according to one report, and dear.", "one report", id="a report is a noun"),
        pytest.param(
            "The guild objected, but the board supported it, saying it was “fair”.", "the board", id="behind but"
        ),
        pytest.param("“I wept,” said a mother of three.", "a mother of three", id="of three"),
        pytest.param("“She was brave,” said her family.", "her family", id="said her family"),
        pytest.param(
            "“We know,” said an official at the Ministry of Trade.", "an official at the Ministry of Trade", id="whole"
        ),
    ],
)
def test_the_sentence_itself_tells_the_speaker(text: str, speaker: str) -> None:
    assert [name for _, name in speech(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The minister was met with chants of “Shame!” on Monday.", id="a crowd"),
        pytest.param("The bakers sued her over a remark that the bread was “a sponge”.", id="a remark by nobody"),
        pytest.param(
            "The growing violence changed the tone, saying it was “a wound to us all”.", id="violence is mute"
        ),
    ],
)
def test_words_that_somebody_said_whom_the_sentence_does_not_name(text: str) -> None:
    ((_, speaker),) = speech(text)
    assert speaker is None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("“No,” said Ada Holm. “Never in my life.”", ["Ada Holm"] * 2, id="the quotation before"),
        pytest.param("Ada Holm said she was tired. “Never in my life.”", ["Ada Holm"], id="the sentence before"),
        pytest.param(
            "Ada Holm said she was tired of it.\n\n“Never in my life.”", ["Ada Holm"], id="the paragraph before"
        ),
        pytest.param(
            "“No,” said Ada Holm. “Yes,” said Jo Reyes. “Always.”",
            ["Ada Holm", "Jo Reyes", "Jo Reyes"],
            id="several speakers",
        ),
    ],
)
def test_a_speaker_is_carried_over(text: str, speakers: list[str]) -> None:
    assert [name for _, name in speech(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker", "because"),
    [
        pytest.param(
            "Ada Holm, a nurse, came to Leeds.\n\n“We cannot wait,” Holm said.",
            "Ada Holm",
            "Ada Holm, a nurse",
            id="surname",
        ),
        pytest.param(
            "Jo Reyes came to Leeds. “We cannot wait,” he said.", "Jo Reyes", "Jo Reyes came to Leeds", id="he"
        ),
        pytest.param(
            "Ada Holm met Peter Reyes in Leeds. “We cannot wait,” he said.",
            "Peter Reyes",
            "Peter Reyes in Leeds",
            id="gender",
        ),
        pytest.param(
            "Jo Reyes, a spokesman for the mayor, came. “We cannot wait,” the spokesman said.",
            "Jo Reyes",
            "Jo Reyes, a spokesman for the mayor",
            id="the spokesman",
        ),
        pytest.param(
            "A defence official told the board on Monday. “We know,” the official said.",
            "A defence official",
            "A defence official told the board on Monday",
            id="the official",
        ),
        pytest.param(
            "The software firm Green Water left. “We cannot wait,” the firm said.",
            "Green Water",
            "Green Water left",
            id="the firm",
        ),
        pytest.param(
            "Sen. Ada Holm came to Leeds. “We cannot wait,” the senator said.",
            "Ada Holm",
            "Ada Holm came to Leeds",
            id="a title in short",
        ),
        pytest.param(
            "“No,” said a man from Leeds. It rained. “We cannot wait,” he said.",
            "a man from Leeds",
            "a man from Leeds",
            id="a person without a name",
        ),
        pytest.param(
            "The talks went well, Holm’s office said. It said they would seek “real and concrete progress”.",
            "Holm’s office",
            "Holm’s office said",
            id="it",
        ),
        pytest.param(
            "The transport ministry will pay. It said the bridge was “late but lovely”.",
            "The transport ministry",
            "The transport ministry will pay",
            id="it, a body without capitals",
        ),
        pytest.param(
            "Ben Holm slept.\n\nIt broke when a guard, Arlo Reyes, weighed it. He told the court: “I cannot wait.”",
            "Arlo Reyes",
            "Arlo Reyes",
            id="a name behind a common noun",
        ),
        pytest.param(
            "Jo Reyes flew over the lake by helicopter on Friday and promised 30 million crowns. “I saw it,” he said.",
            "Jo Reyes",
            "Jo Reyes flew over the lake by helicopter on Friday",
            id="not cut inside a number",
        ),
        pytest.param(
            "Jo Reyes was 22 when in 1954, during the war, it burned. “I saw it,” he said.",
            "Jo Reyes",
            "Jo Reyes was 22",
            id="not cut inside a clause",
        ),
        pytest.param(
            "Ada Holm, the cook, died.\n\nHer daughter, Mary Holm, wept.\n\nHolm was shy. “I can wait,” she said.",
            "Ada Holm",
            "Holm was shy",
            id="the surname means the one introduced first",
        ),
    ],
)
def test_the_fullest_name_and_the_words_that_tell_it(text: str, speaker: str, because: str) -> None:
    found = [q for q in read(text) if q.is_speech][-1]
    assert found.speaker == speaker
    assert found.because is not None
    assert found.because.of(text) == because


def test_a_report_put_into_marks_is_nobodys_words_least_of_all_theirs_whom_it_names() -> None:
    text = (
        "The race was close.\n\n“Ada Holm came in last on Sunday night, by less than a minute.\n\n"
        "“We are glad to be back,” Holm said."
    )
    assert [speaker for _, speaker in speech(text)] == [None, "Ada Holm"]


def test_a_pronoun_that_nobody_fits_stays_unresolved() -> None:
    text = "“We cannot wait,” she said."
    (found,) = read(text)
    assert found.speaker is None
    assert found.mention is not None
    assert found.mention.of(text) == "she"


def test_a_far_owner_is_nobody_where_another_could_be_meant() -> None:
    far = "Ada Holm died.\n\nMary Reyes’s book appears in May.\n\nIt is late.\n\n“I can wait,” she said."
    assert speech(far) == [("I can wait,", None)]
    alone = "It was late.\n\nMary Reyes’s book appears in May.\n\nIt is late.\n\n“I can wait,” she said."
    assert speech(alone) == [("I can wait,", "Mary Reyes")]


def test_who_calls_a_term_something_speaks_only_for_that() -> None:
    text = "It was refused under a clause on “acts of God”, which the lake’s chair, Ada Holm, called “an insult to us”."
    assert speech(text) == [("an insult to us", "Ada Holm")]


def test_a_pronoun_with_two_candidates_means_the_subject_or_nobody() -> None:
    unclear = "The prize went to Ada Holm and not to Mary Reyes. “We cannot wait,” she said."
    assert speech(unclear) == [("We cannot wait,", None)]
    subject = "On Monday, Ada Holm met Mary Reyes. “We cannot wait,” she said."
    assert speech(subject) == [("We cannot wait,", "Ada Holm")]


def test_who_means_the_name_before_it() -> None:
    text = "They met Ada Holm, who said the lake was “as dry as a bone”."
    (found,) = read(text)
    assert found.speaker == "Ada Holm"
    assert [span.of(text) for span in (found.mention, found.because) if span] == ["who", "Ada Holm, who"]


@pytest.mark.parametrize(
    ("text", "continues"),
    [
        pytest.param("“We go,” said Ada Holm. “Now.”", [False, True], id="interrupted"),
        pytest.param("“We wait.\n\n“Nobody came,” said Ada Holm.", [False, True], id="over paragraphs"),
        pytest.param("“No,” said Ada Holm. “Yes,” said Jo Reyes.", [False, False], id="two speakers"),
        pytest.param("Ada Holm said it was “late” and “wet”.", [False, False], id="two partial quotations"),
    ],
)
def test_which_segment_goes_on_with_the_one_before(text: str, continues: list[bool]) -> None:
    assert [q.continues for q in read(text)] == continues


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("“We go,” the Tide Agency quoted Ada Holm.", ["Ada Holm"], id="whom an agency quotes"),
        pytest.param("The plan, described as “a farce” by Ada Holm, is dead.", ["Ada Holm"], id="an agent behind it"),
        pytest.param("The town wants “calm seas”—as Ada Holm couched it.", ["Ada Holm"], id="as she couched it"),
        pytest.param(
            "Ada Holm has answered, releasing a statement saying “I go.”", ["Ada Holm"], id="a statement given"
        ),
        pytest.param(
            "“We grieve,” said a statement released by the Tide Agency.", ["Tide Agency"], id="a statement by"
        ),
        pytest.param("Ada Holm hit back with claims that they want “war”.", ["Ada Holm"], id="with claims that"),
        pytest.param("Chants moved Ada Holm to say, “We go.”", ["Ada Holm"], id="who is moved to say it"),
        pytest.param(
            "In a note, which was brief, his family said they were “sad”.", ["his family"], id="a noun in -ly"
        ),
        pytest.param("The fund, a liberal think tank, said it was “late”.", ["The fund"], id="a verb inside a noun"),
        pytest.param("The tablet is “the first of its kind”, as a spokesman said.", ["a spokesman"], id="as he said"),
        pytest.param(
            "Ada Holm met Mary Reyes in Lyon, where both leaders denounced “greed”.",
            ["Ada Holm and Mary Reyes"],
            id="both leaders",
        ),
        pytest.param(
            "Ada Holm and Mary Reyes met.\n\nHolm and Reyes said it was “late”.",
            ["Ada Holm and Mary Reyes"],
            id="two surnames",
        ),
        pytest.param(
            "Tide chairman and CEO Ada Holm said it was “late”.", ["Ada Holm"], id="one person in two offices"
        ),
        pytest.param(
            "The Speaker of the Commons, the Right Honourable Ada Holm MP, told them it was “late”.",
            ["Ada Holm"],
            id="a name behind an office, with letters behind it",
        ),
        pytest.param(
            "Mary Reyes left.\n\nAfter Ada Holm cast her vote, she said it was “late”.",
            ["Ada Holm"],
            id="who acts first",
        ),
        pytest.param(
            "Mark Reyes, with his sons Paul, 5, and Peter, 3, said: “We go.”", ["Mark Reyes"], id="a list of ages"
        ),
        pytest.param("Critics and rivals of the pier came. They said it was “late”.", [None], id="nobody by name"),
        pytest.param("“No news,” the effort stalled at last.", [None], id="a verb is nobody"),
    ],
)
def test_whom_the_words_around_a_quotation_mean(text: str, speakers: list[str | None]) -> None:
    assert [speaker for _, speaker in speech(text)] == speakers


def test_single_marks_that_nothing_closes_run_to_the_next_that_opens() -> None:
    text = "Ada Holm said: ‘We waited for the boat.\n\n‘Nobody came. ‘It was late.’\n\nThe boys’ coats were wet."
    words = ["We waited for the boat.", "Nobody came.", "It was late."]
    assert speech(text) == [(quoted, "Ada Holm") for quoted in words]


@pytest.mark.parametrize(
    "piece", ["“a”, ", "asked “a” and ", "the x of ", "x and ", "he said that ", "‘a ", "“a ", "Ada Holm, ", "(said "]
)
def test_text_that_never_ends_a_sentence_is_read(piece: str) -> None:
    assert read(piece * 3000 + "he said “no way at all”.") is not None


# -- for any text ------------------------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "''",
        " ",
        " ",
        "\n\n",
        ",",
        ".",
        ":",
        "—",
        "(",
        ")",
        "said",
        "Ada Holm",
        "he",
        "it",
        "according to",
        "who",
        "and",
        "a",
        "nurse",
        "called",
        "Mr.",
        "Monday",
        "told",
        "by",
        "was",
        "\u00ad",
        "é",
        "5",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES, max_size=60).map("".join)
    )
)
def test_any_text_gives_sound_spans_inside_one_paragraph(text: str) -> None:
    found = article(text)
    quoted = quotations.find(found, entities.find(found))
    for quotation in quoted:
        spans = [s for s in (quotation.span, quotation.mention, quotation.cue, quotation.because) if s]
        for span in spans:
            assert span.of(text).strip()
            assert any(span in paragraph.span for paragraph in found.paragraphs)
    assert [q.span for q in quoted] == sorted(q.span for q in quoted)
    assert all(a.span.end <= b.span.start for a, b in pairwise(quoted))
