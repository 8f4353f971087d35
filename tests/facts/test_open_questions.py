import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsite.article import read_article
from briefsite.facts import open_questions
from briefsite.facts.asking import Context
from briefsite.facts.asking.casing import Casing
from briefsite.facts.asking.line import Line
from briefsite.facts.asking.plain import question_of
from briefsite.facts.reading import read
from briefsite.facts.verb_forms import base_of, base_of_gerund
from briefsite.mentions import DateMention, Mentions, find_mentions
from briefsite.source import Source
from briefsite.span import Span

NOTHING = Mentions()
DAY = dt.date(2025, 7, 10)


def asked(text: str, mentions: Mentions = NOTHING) -> list[tuple[str, str]]:
    article = read_article(Source("seed.txt", text), date=DAY)
    return [(found.kind, found.question) for found in open_questions.find(article, mentions)]


@pytest.mark.parametrize(
    "text",
    [
        "The board shut the pier on Tuesday.",
        "Scientists say that there is enough sand in the yards to cover the entire pier with up to 36 feet of sand.",
        "“We will sell the pier to the state,” said Kell.",
        "Many people also want to move to the coast.",
        "It will be open soon.",
        "She asked him to leave it there.",
        "Will the board sell the pier to the state?",
        "The storm was due to warm water.",
        "Anyone who breaks the rules will pay a fine.",
        "They denied the reports.",
        "Kell’s bold promises to sell the pier came to nothing.",
        "The board asked Kell to show that the pier was safe.",
        "The army drove hundreds of thousands from the coast.",
        "He will not sell the pier to the state.",
        "Dealers have yet to settle.",
        "The board will decide next Tuesday whether to open one.",
        "About 500 people have to leave the pier before noon.",
        "The fire service took dozens of residents from their roofs.",
        "Thousands of visitors were at the harbour on Sunday.",
        "Officials said the pier was built in a year.",
        "The toll begins at $15 for each boat and rises in May.",
        "Kell’s aides declined to confirm the sale.",
        "If the pier were a ship, Kell would sink it.",
        "The goal is to save the pier.",
        "The town urged all visitors to be aware of the waves.",
        "The story came from an anonymous letter.",
        # What a text or a race is for, and what holds for anything, is settled.
        "The law aims to protect the harbour.",
        "The role of the board is to guard the pier.",
        "Any delay would harm the town.",
        "Kell wants to see the pier.",
        # What is over.
        "She was due to speak when it rained.",
        "When Kell said the board would sell the crane, nobody spoke.",
        "Kell had asked the board to sell the crane.",
        "The dockers are likely to have seen the boat.",
        # "If" that sets no condition, and pronouns that are somebody else.
        "They want to know if the pier is safe.",
        "He believes she has gone too far.",
        # A plan that is no more, parties that are named, prisoners in general, a verb in a list of its own.
        "Police said Kell’s plan to sell the yard was dropped.",
        "The board met two members of the crew, Ada Kell and Tom Brandt.",
        "Prisoners are held in the old fort.",
        "Spain, France, and Malta, will sign it.",
        "Kell, who met his brother, Tom Brandt, in 2009, is ill.",
        # No subject that can be read: a number, a symbol, a day, a relative clause.
        "As many as 40 boats may have sunk.",
        "The 20 million € crane is set to move the wreck.",
        "His visit to Anselm last Friday would please the dockers, Kell said.",
        "They spoke of the damage that the ban would do in May.",
        # What tells a thing apart is no subject, and "it" before a forecast is not who made it.
        "The dockers met the people who will pay.",
        "The weather office predicts that it will move to the coast.",
        # A plain fact, which nobody need have judged or counted.
        "The pier is a mile from the town.",
        "The board met the dockers in May.",
        # A verb that reads like a noun, a noun that says nothing by itself, a source without any mark.
        "The firm agreed to work on the condition that it was paid.",
        "The board asked for the chairs to be painted.",
        "A source said the pier was unsafe.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "question"),
    [
        ("The board is due to approve the plan on 26 March.", "upcoming",
         "Will the board approve the plan on 26 March?"),
        ("The ferry will return to Anselm in May, Kell said.", "upcoming", "Will the ferry return to Anselm in May?"),
        ("Kell said the state would buy the pier by May.", "upcoming", "Will the state buy the pier by May?"),
        ("The limits for boats from Malta, Spain and Italy will be lifted on 1 July.", "upcoming",
         "Will the limits be lifted on 1 July?"),
        ("Tom Brandt, who owns the yard, plans to sell it.", "", ""),
        ("Tom Brandt, who owns the yard, plans to sell the crane.", "decision", "Will Tom Brandt sell the crane?"),
        ("The board is due to meet on Aug. 26.", "upcoming", "Will the board meet on Aug. 26?"),
        ("Kell urged the state to pay for the pier.", "decision", "Will the state pay for the pier?"),
        ("The state was asked by the town to pay for the pier.", "decision", "Will the state pay for the pier?"),
        ("The state is also considering a proposal for a joint patrol that would cost little.", "decision",
         "Will the state accept the proposal for a joint patrol?"),
        ("Kell is considering whether to sell the yard.", "decision", "Will Kell sell the yard?"),
        ("The board must decide whether the pier is closed.", "decision", "Will the pier be closed?"),
        ("The court must decide whether the lease is justified.", "decision", "Is the lease justified?"),
        ("According to Kell, both crews are expected to race in Anselm.", "upcoming",
         "Will both crews race in Anselm?"),
        ("According to Kell, apart from the town, two local crews and a few others are also expected to race in May.",
         "upcoming", "Will two local crews and a few others race in May?"),
        ("It is unclear whether the yard will survive.", "decision", "Will the yard survive?"),
        ("Whether the ferry will stop in Kell is also open.", "decision", "Will the ferry stop in Kell?"),
        ("What a new pier would cost has not been worked out.", "imprecise", "What will a new pier cost?"),
        ("The town has asked for an inquiry. The board will decide next Tuesday whether to open one.", "decision",
         "Will the board open an inquiry?"),
        ("A decision on whether to close the pier is expected on Friday.", "decision", "Will the pier be closed?"),
        ("The state has not said whether it will pay for the pier.", "decision", "Will the state pay for the pier?"),
        ("The court has still to approve the sale.", "decision", "When will the court approve the sale?"),
        ("The board next meets on 19 March.", "upcoming", "What will the board decide on 19 March?"),
        ("A hearing is set for 11 May.", "upcoming", "What will the hearing bring?"),
        ("The board must first vote on the sale.", "decision", "Will the board first vote on the sale?"),
        ("Talks with the dockers begin on 2 March.", "upcoming", "What will talks with the dockers bring?"),
        ("Kell is to speak in the town hall at 10 p.m. on Thursday.", "upcoming",
         "What will Kell say in the town hall at 10 p.m. on Thursday?"),
        ("A sale would need the votes of the Harbour Union.", "condition", "Will the Harbour Union support a sale?"),
        ("Kell says the pier was unsafe; the firm says that it met the rules.", "dispute", "Was the pier unsafe?"),
        ("Each side says that the other left the room.", "dispute", "Which side left the room?"),
        ("Kell said the pier was unsafe. The firm disputed this.", "dispute", "Was the pier unsafe?"),
        ("The board has yet to publish its report.", "decision", "When will the board publish its report?"),
        ("The board will vote on the budget in May.", "upcoming", "How will the board vote on the budget in May?"),
        ("The sale needs the approval of the harbour court.", "decision", "Will the harbour court approve the sale?"),
        ("The case between the two towns continues in the Supreme Court.", "decision",
         "How will the Supreme Court rule?"),
        ("The town opened an investigation into the fire.", "decision",
         "What will the investigation into the fire find?"),
        ("If the firm uses the new crane, the yard is safe.", "condition", "Will the firm use the new crane?"),
        ("The rules being discussed could help, “if they’re applied in the right way.", "condition",
         "Will the rules be applied in the right way?"),
        ("Anselm and Riverton have long differed on how to do it.", "dispute", "Where do Anselm and Riverton differ?"),
        ("Kell denied that the pier was unsafe.", "dispute", "Was the pier unsafe?"),
        ("The firm insists that more money is needed before May.", "dispute", "Is more money needed before May?"),
        ("Dozens of people have died in the harbour.", "imprecise", "How many people have died in the harbour?"),
        ("The town wants more, and has paid the firm millions of euros.", "imprecise",
         "How much has the town paid the firm?"),
        ("It is not known how the fire started.", "imprecise", "How did the fire start?"),
        ("It is not known how many people were hurt.", "imprecise", "How many people were hurt?"),
        ("It is estimated that 300 boats are missing.", "unattributed", "Who estimates that 300 boats are missing?"),
        ("The board has been criticised for failing to act in time.", "unattributed",
         "Who has criticised the board for failing to act in time?"),
        ("The sale is seen as a step towards closure.", "unattributed", "Who sees the sale as a step towards closure?"),
        ("The fire is believed to have been set by children.", "unattributed",
         "Has the fire been set by children?"),
        ("Analysts fear the yard could close.", "unattributed", "Could the yard close?"),
        ("The council had a plan to sell the pier. Critics called it unworkable.", "unattributed",
         "Who called the plan unworkable?"),
        ("The name comes from two unnamed officials of the state.", "unattributed", "Who are the unnamed officials?"),
        # What will, may or must come about.
        ("Under the plan, 34 cranes will be run from an office by 2028.", "upcoming",
         "Will 34 cranes be run from an office by 2028?"),
        ("The firm will close two of its mills.", "upcoming", "Will the firm close two of its mills?"),
        ("The pier could close in May.", "decision", "Could the pier close in May?"),
        ("The dockers may strike over the new rules.", "decision", "Will the dockers strike over the new rules?"),
        ("A deal must have been signed by Friday.", "decision", "Will a deal be signed by Friday?"),
        ("The crane was moved, and the pier will be closed in May.", "upcoming", "Will the pier be closed in May?"),
        ("The ferry—a boat of 40 metres—is due to leave on Monday.", "upcoming", "Will the ferry leave on Monday?"),
        ("The board has now agreed to sell the crane.", "decision", "Will the board sell the crane?"),
        ("The firm announced plans to close the mill.", "decision", "Will the firm close the mill?"),
        ("The army said that it hoped to reopen a road.", "decision", "Will the army reopen a road?"),
        ("Brandt, which is to pay for the pier, has no money.", "upcoming", "Will Brandt pay for the pier?"),
        ("The police will check all the boats in this harbour.", "upcoming",
         "Will the police check all the boats in the harbour?"),
        ("Kell plans to run a ferry that stops in every village.", "decision",
         "Will Kell run a ferry that stops in every village?"),
        ("Kell is seeking damages from the firm.", "decision", "Will Kell get damages from the firm?"),
        ("The sale still requires formal approval from the harbour court.", "decision",
         "Will the harbour court approve the sale?"),
        # People in the hands of the law, and people who are looked for.
        ("A docker was arrested in Anselm.", "decision", "Will the docker be charged?"),
        ("Police arrested a docker.", "decision", "Will the docker be charged?"),
        ("The state has charged Tom Brandt with theft.", "decision", "Will Tom Brandt be convicted of theft?"),
        ("Two sailors are still missing.", "imprecise", "Will the two sailors be found?"),
        ("The fire is being investigated.", "decision", "What will the investigation into the fire find?"),
        # What is held against somebody, and what is said to be so.
        ("Kell accused the firm of fraud.", "dispute", "Is the firm guilty of fraud?"),
        ("Kell accused envoys of the state of hiding the report.", "dispute",
         "Did envoys of the state hide the report?"),
        ("The pier appears to be unsafe.", "unattributed", "Is the pier unsafe?"),
        ("The pier is believed not to meet the rules.", "unattributed", "Does the pier meet the rules?"),
        ("Kell is considered the best port of the coast.", "unattributed",
         "Who considers Kell the best port of the coast?"),
        # Proposals, requests, talks, inquiries.
        ("The mayor has proposed a bill that would close the pier.", "decision", "Will the mayor’s bill be passed?"),
        ("Two sailors have asked for asylum in Anselm.", "decision", "Will the two sailors get asylum in Anselm?"),
        ("The firm is in talks to buy the yard.", "decision", "Will the firm buy the yard?"),
        ("The board is considering selling the crane.", "decision", "Will the board sell the crane?"),
        ("A ban on night sailings is being considered.", "decision", "Will the ban on night sailings be approved?"),
        ("Talks between the towns and the dockers are under way.", "decision",
         "What will the talks between the towns and the dockers bring?"),
        ("Kell called for an inquiry into the fire.", "decision", "Will there be an inquiry into the fire?"),
        ("The harbour police are investigating a theft of copper.", "decision",
         "What will the harbour police find out about the theft of copper?"),
        ("The police are searching for the captain of the ferry.", "decision",
         "Will the police find the captain of the ferry?"),
        # Who "he" is where he says what he will do.
        ("Kell said that he would resign.", "upcoming", "Will Kell resign?"),
        ("The towns plan to build a bridge.", "decision", "Will the towns build a bridge?"),
        ("The county expects the ferry to lose half of its passengers.", "upcoming",
         "Will the ferry lose half of its passengers?"),
        ("The launch is set for 5 May.", "upcoming", "Will the launch take place on 5 May?"),
        ("The board is yet to respond.", "decision", "When will the board respond?"),
        ("The state doubts whether the dam will hold.", "decision", "Will the dam hold?"),
        ("Whether the yard survives depends on the state.", "condition", "Will the yard survive?"),
        ("If the firm does not pay the dockers, they will strike.", "condition", "Will the firm pay the dockers?"),
        # Accusations, and what is denied; "its" is whose the claim is.
        ("Kell accused the firm of hiding the report.", "dispute", "Did the firm hide the report?"),
        ("The firm has been accused of hiding the report.", "dispute", "Did the firm hide the report?"),
        ("The town blames the state for the delay.", "dispute", "Is the state to blame for the delay?"),
        ("The firm denied any involvement in the sale.", "dispute", "Was the firm involved in the sale?"),
        ("Tom Brandt has been charged with theft.", "decision", "Will Tom Brandt be convicted of theft?"),
        ("Anselm claims its yard is the oldest of the coast.", "dispute",
         "Is Anselm’s yard the oldest of the coast?"),
        ("The mayor insists that he wasn’t told of the sale.", "dispute", "Was the mayor told of the sale?"),
        # What is not known.
        ("The cause of the fire is under investigation.", "imprecise", "What was the cause of the fire?"),
        ("The storm may have damaged the lighthouse.", "imprecise", "Has the storm damaged the lighthouse?"),
        ("The yard was sold for an undisclosed sum.", "imprecise", "What is the undisclosed sum?"),
        ("No group has claimed responsibility for the blast.", "imprecise", "Who is responsible for the blast?"),
        ("The victims have not been identified.", "imprecise", "Who are the victims?"),
        ("Kell has not said what prompted his decision.", "imprecise", "What prompted Kell’s decision?"),
        ("It is unclear what effect the ban would have on the dockers.", "imprecise",
         "What effect will the ban have on the dockers?"),
        # Whose word it is.
        ("A senior harbour official said the pier was unsafe.", "unattributed", "Who is the senior harbour official?"),
        ("The official, who asked not to be named, said the pier was unsafe.", "unattributed",
         "Who is the anonymous official?"),
        ("The firm allegedly paid the mayor for the contract.", "unattributed",
         "Did the firm pay the mayor for the contract?"),
        ("Amid fears that the dam could break, the town was emptied.", "unattributed", "Could the dam break?"),
        ("Eyewitnesses said the boat was burning.", "unattributed", "Who are the eyewitnesses?"),
        # What is demanded, forecast, planned, or set as a condition.
        ("Kell demanded that the board sell the crane.", "decision", "Will the board sell the crane?"),
        ("The weather office has forecast 40 floods a year.", "upcoming", "Will there be 40 floods a year?"),
        ("Kell’s plan to sell the yard is unpopular.", "decision", "Will Kell sell the yard?"),
        ("The dockers will not return to work until the fare is cut.", "condition", "Will the fare be cut?"),
        ("The firm believes its new crane could lift the wreck.", "dispute",
         "Could the firm’s new crane lift the wreck?"),
        # What has not been done yet, or is in danger.
        ("The state has not replied to the dockers.", "decision", "Will the state reply to the dockers?"),
        ("The price of the yard has not been agreed.", "decision", "When will the price of the yard be agreed?"),
        ("The deaths of two sailors remain unconfirmed.", "imprecise", "Will the deaths of two sailors be confirmed?"),
        ("The road to the harbour was closed indefinitely.", "imprecise",
         "How long will the road to the harbour be closed?"),
        ("The pier is in danger of collapsing.", "condition", "Will the pier collapse?"),
        ("It is hard to assess the cost of the storm.", "imprecise", "What will the cost of the storm be?"),
        # Numbers and parties that are left vague.
        ("At least 40 sailors were killed in the storm.", "imprecise", "How many sailors were killed in the storm?"),
        ("Thirteen people are believed dead.", "imprecise", "How many people are dead?"),
        ("Several countries have offered help to the town.", "imprecise",
         "Which countries have offered help to the town?"),
        ("The board met three members of the crew.", "imprecise", "Who are the three members of the crew?"),
        # What comes next.
        ("Ada Kell resigned as mayor of Anselm.", "decision", "Who will succeed Ada Kell as mayor of Anselm?"),
        ("Tom Brandt was jailed for theft.", "decision", "Will Tom Brandt appeal against the sentence?"),
        ("The Senate has passed a harbour bill.", "decision", "Will the harbour bill become law?"),
        ("Voters in Anselm went to the polls.", "upcoming", "Who will win the election?"),
        ("Ada Kell was found dead in the harbour.", "imprecise", "How did Ada Kell die?"),
        # Lists, quotations and insertions are read as they stand.
        ("The firm will become a small, quiet place.", "upcoming", "Will the firm become a small, quiet place?"),
        ("The new rules will result in “fewer boats, fewer people and a good deal less noise”.", "upcoming",
         "Will the new rules result in “fewer boats, fewer people and a good deal less noise”?"),
        ("Ada Kell, one of the owners of the yard in the old harbour of Anselm, will sell the crane.", "upcoming",
         "Will Ada Kell sell the crane?"),
    ],
)  # fmt: skip
def test_finds(text: str, kind: str, question: str) -> None:
    assert asked(text) == ([(kind, question)] if question else [])


def test_the_evidence_is_the_whole_sentence() -> None:
    text = "The pier is old. The board is due to sell the crane in May, Kell said. It rained."
    (found,) = open_questions.find(read_article(Source("seed.txt", text)), NOTHING)
    assert found.evidence.of(text) == "The board is due to sell the crane in May, Kell said."


def test_a_date_to_come_is_when_it_is_due() -> None:
    text = "The board closed the pier in 2001 and is due to sell the crane on 1 August."
    dates = tuple(
        DateMention(span=Span(at, at + len(words)), type="DATE", value=edtf, edtf=edtf)
        for words, edtf in [("2001", "2001"), ("1 August", "2025-08-01")]
        for at in [text.index(words)]
    )
    (found,) = open_questions.find(read_article(Source("seed.txt", text), date=DAY), Mentions(dates=dates))
    assert found.due == "2025-08-01"


def test_what_a_day_far_back_tells_of_is_settled() -> None:
    now, then = "Kell urged the board to sell the crane.", "In 1998 Kell urged the board to sell the crane."
    found = {}
    for text in (now, then):
        article = read_article(Source("seed.txt", text), date=DAY)
        found[text] = open_questions.find(article, find_mentions(article))
    assert len(found[now]) == 1
    assert found[then] == ()


def test_at_most_five_and_none_twice() -> None:
    text = " ".join(f"The {thing} is due to close in May." for thing in ["pier", "yard", "lock", "mill", "dock", "bar"])
    questions = asked(f"{text} The pier is due to close in May.")
    assert len(questions) == len(set(questions)) == open_questions.MAX_QUESTIONS


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("They spoke of the harm that the ban had done.", None),
        ("Kell said that it was sold.", None),
        ("If the yard is sold, the town is poor.", None),
        ("The board met the dockers in May.", None),
        ("The goal is to save the pier.", None),
        ("Kell told reporters that the yard was sold.", "Was the yard sold?"),
        ("Kell said that the town had no choice in the matter.", "Did the town have any choice in the matter?"),
        ("The strike came as a surprise to the town.", "Who says that the strike came as a surprise to the town?"),
        ("The boat was sunk in May, according to the police.", None),
        ("The pier is safe, according to the police.", "Is the pier safe?"),
        ("The Anselm Post reports that the yard was sold.", "Was the yard sold?"),
        ("While the town slept, Kell said that the yard was sold.", "Was the yard sold?"),
        ("The cache was intercepted by the police.", None),
        ("The cache was intercepted in May.", "Who intercepted the cache in May?"),
        ("The board has rejected the sale because of the cost.", None),
        ("The board has rejected the sale.", "Why has the board rejected the sale?"),
        ("The plans to sell the pier have been dropped.", "Why have the plans to sell the pier been dropped?"),
        ("Ada Kell died of a fever in May.", "Who says that Ada Kell died of a fever in May?"),
        ("Ada Kell died in May.", "What did Ada Kell die of?"),
    ],
)
def test_a_sentence_without_a_frame_is_asked_about_as_it_stands(text: str, question: str | None) -> None:
    article = read_article(Source("seed.txt", text), date=DAY)
    (reading,) = read(article)
    line = Line.of(article.text, reading.tokens)
    found = question_of(Context(line=line, name=Casing(article, NOTHING).inside), reading.signs)
    assert (found.question if found else None) == question


def test_what_somebody_says_is_asked_about_where_it_is_not_their_own_plan() -> None:
    told = "“The pier will be closed next year,” said Kell."
    assert asked(told) == [("upcoming", "Will the pier be closed next year?")]
    assert asked(told.replace("The pier will be closed", "We will close the pier")) == []


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # Somebody else is named before, or nobody of that gender, or not as the subject.
        ("The mayor met Ada Kell. She will sell the yard.", None),
        ("Tom Brandt runs the yard. She will sell the yard.", None),
        ("Ada Kell’s brother runs the yard. She will sell the yard.", None),
        ("Ada Kell runs the yard. She will sell the yard.", "Will Ada Kell sell the yard?"),
        ("Ada Kell runs the yard. She is 41. She will sell the yard.", "Will Ada Kell sell the yard?"),
        ("The owner of the yard, Ada Kell, was ill. She will sell the yard.", "Will Ada Kell sell the yard?"),
        ("Ada Kell runs the yard. The yard is old. She said that she will sell it to Anselm.", None),
        # The only one of whom the sentence before tells, by name or at all.
        ("The fire was seen by Ada Kell. She will sell the yard.", "Will Ada Kell sell the yard?"),
        ("The fire was seen by Ada Kell. But she will sell the yard.", "Will Ada Kell sell the yard?"),
        ("A docker saw Ada Kell. She will sell the yard.", None),
        ("Ada Kell runs the yard. She told Jane Brandt that she will sell the crane.", None),
    ],
)
def test_whom_a_pronoun_means(text: str, question: str | None) -> None:
    article = read_article(Source("seed.txt", text), date=DAY)
    found = open_questions.find(article, find_mentions(article))
    assert [one.question for one in found] == ([question] if question else [])


def test_an_article_in_another_language_has_none() -> None:
    assert asked("Le conseil a fermé la jetée nord, et les bateaux ne sont pas sortis dans la nuit du port. " * 2) == []


@given(st.text(st.sampled_from("The board Kell will has been asked to if it’s “.,” and whether 5?"), max_size=120))
def test_never_raises_on_any_text(text: str) -> None:
    for found in open_questions.find(read_article(Source("seed.txt", text)), NOTHING):
        assert found.question.endswith("?")


WORDS = "The board Kell plan will is due to was asked by if they he has yet and , that . “ ” vote on"


@given(
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=25,
    )
)
def test_every_question_is_one_of_at_most_twenty_words(tokens: list[str]) -> None:
    for found in open_questions.find(read_article(Source("seed.txt", " ".join(tokens))), NOTHING):
        assert 3 <= len(found.question.split()) <= 20
        assert found.question.count("?") == 1
        assert found.question[0].isupper()


def test_a_long_article_takes_linear_time() -> None:
    article = read_article(Source("seed.txt", "The board is due to sell the crane if it can. " * 4000))
    begun = time.process_time()
    open_questions.find(article, NOTHING)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("form", "base"),
    [("uses", "use"), ("carries", "carry"), ("has", "have"), ("began", "begin"), ("stopped", "stop"), ("paid", "pay"),
     ("agreed", "agree"), ("visited", "visit"), ("teapot", None)],
)  # fmt: skip
def test_the_base_of_a_verb(form: str, base: str | None) -> None:
    assert base_of(form) == base


def test_the_base_of_a_gerund() -> None:
    assert [base_of_gerund(form) for form in ("leaving", "stopping", "paying", "fleeing", "morning")] == [
        "leave", "stop", "pay", "flee", None,
    ]  # fmt: skip
