"""What the items of a briefing say against each other, against the calendar, or twice; shown as people see it."""

from __future__ import annotations

import datetime as dt

import pytest

from briefsite.article import read_article
from briefsite.briefing import decode, verify
from briefsite.report import report
from briefsite.source import Source

ARTICLE = "“It is hard,” said Ada Kell. “It is hard,” she said again. Rain fell on Monday, 9 March 2026, and in 2018.\n"
TODAY = dt.date(2026, 4, 1)


def shown(items: str, *, status: str = "reviewed", today: dt.date | None = TODAY) -> str:
    source = Source("briefing/b.yaml", f"title: x\nstatus: {status}\nsources: [{{file: a.txt}}]\n{items}")
    decoded = decode(source)
    assert decoded.problems == ()
    return report(
        verify(decoded, slug="b", articles={"s1": read_article(Source("a.txt", ARTICLE))}, today=today).problems
    )


QUESTION = "open_questions:\n  - {question: 'Is it?', kind: decision, source: editor, "
EVENT = "timeline:\n  - {text: Rain fell on Monday, source: p1, "
LEFT_ALONE = {
    "a question that is due today": f"{QUESTION}due: 2026-04-01}}\n",
    "a question that is due this month": f"{QUESTION}due: 2026-04}}\n",
    "a question of an open end": f"{QUESTION}due: 2026-01/..}}\n",
    "a question that was dropped": f"{QUESTION}status: dropped, due: 2026-03}}\n",
    "a question with its answer": f"{QUESTION}status: answered, answer: 'It is.', due: 2026-03}}\n",
    "an event on its day": f"{EVENT}date: 2026-03-09, written_as: 'Monday, 9 March 2026'}}\n",
    "an event before the calendar of computers": f"{EVENT}date: 0000-01-01, written_as: Monday}}\n",
    "an event of less precision": f"{EVENT}date: 2026-03, written_as: 'Monday, 9 March 2026'}}\n",
    "an event within a stretch": f"{EVENT}date: 2017/2019, written_as: '2018'}}\n",
    "an event at about a time": f"{EVENT}date: 2019~, written_as: '2018'}}\n",
    "a figure of another period": (
        "key_figures:\n  - {label: rain, value: 9, period: 2018, evidence: 9 March, source: p1}\n"
        "  - {label: rain, value: 9, period: 2026, evidence: 9 March, source: p1}\n"
    ),
    "the same words in two sections": (
        "summary:\n  - {text: Rain fell on Monday, source: p1}\n"
        "background:\n  - {text: Rain fell on Monday, source: p1}\n"
    ),
}


@pytest.mark.parametrize("items", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_goes_together_is_left_alone(items: str) -> None:
    assert shown(items) == ""


TOLD = {
    "quote twice": (
        (
            "quotes:\n  - text: It is hard\n    speaker: Ada Kell\n    source: p1\n"
            '  - text: "It  is hard,"\n    speaker: Kell\n    source: p1\n'
        ),
        """\
briefing/b.yaml:8:11: warning[A013]: the quote in line 5 says the same
  |
8 |   - text: "It  is hard,"
  |           ^^^^^^^^^^^^^^
  = help: delete one of the two
""",
    ),
    "figure twice": (
        (
            "key_figures:\n  - {label: rain, value: 9, evidence: 9 March, source: p1}\n"
            "  - {label: Rain., value: 9, evidence: Monday, source: p1}\n"
        ),
        """\
briefing/b.yaml:6:13: warning[A013]: the figure in line 5 says the same
  |
6 |   - {label: Rain., value: 9, evidence: Monday, source: p1}
  |             ^^^^^
  = help: delete one of the two

briefing/b.yaml:6:27: warning[A007]: no number in the evidence gives 9
  |
6 |   - {label: Rain., value: 9, evidence: Monday, source: p1}
  |                           ^
  = help: is it a slip? The value is written without commas and scale words: 2.5 million is 2500000
""",
    ),
    "quote of nobody": (
        "quotes:\n  - text: It is hard\n    source: p1\n",
        """\
briefing/b.yaml:5:11: warning[A014]: nobody is named as the speaker of this quote
  |
5 |   - text: It is hard
  |           ^^^^^^^^^^
  = help: speaker: …, if the source tells
""",
    ),
    "question past its day": (
        f"{QUESTION}due: 2026-03}}\n",
        """\
briefing/b.yaml:5:63: warning[A015]: an answer was expected by 2026-03-31, and the question is still open
  |
5 |   - {question: 'Is it?', kind: decision, source: editor, due: 2026-03}
  |                                                               ^^^^^^^
  = help: status: answered, with answer: …; or another due; or status: dropped
""",
    ),
    "answered by nothing": (
        f"{QUESTION}status: answered}}\n",
        """\
briefing/b.yaml:5:66: warning[A016]: the question is answered, but its answer is missing
  |
5 |   - {question: 'Is it?', kind: decision, source: editor, status: answered}
  |                                                                  ^^^^^^^^
  = help: answer: … (what settled it, in your own words)
""",
    ),
    "an answer left open": (
        f"{QUESTION}answer: Yes.}}\n",
        """\
briefing/b.yaml:5:66: warning[A016]: the question has an answer, but its status is open
  |
5 |   - {question: 'Is it?', kind: decision, source: editor, answer: Yes.}
  |                                                                  ^^^^
  = help: status: answered
""",
    ),
    "event on another weekday": (
        f"{EVENT}date: 2026-03-10, written_as: 'Monday'}}\n",
        """\
briefing/b.yaml:5:51: warning[A017]: the event is on 2026-03-10, but its words say “Monday”
  |
5 |   - {text: Rain fell on Monday, source: p1, date: 2026-03-10, written_as: 'Monday'}
  |                                                   ^^^^^^^^^^
  = help: mend the date, or the words that the source gives it in
""",
    ),
}


@pytest.mark.parametrize(("items", "expected"), TOLD.values(), ids=TOLD)
def test_what_does_not_is_told_at_its_place(items: str, expected: str) -> None:
    assert shown(items) == expected


@pytest.mark.parametrize("date", ["2026-03-10", "2026-04-09", "2025-03-09", "2025", "2017/2018"])
def test_a_date_that_its_words_contradict_is_told(date: str) -> None:
    assert "A017" in shown(f"{EVENT}date: {date}, written_as: 'Monday, 9 March 2026'}}\n")


def test_a_draft_is_not_asked_for_what_nobody_has_promised_yet() -> None:
    unfinished = f"quotes:\n  - text: It is hard\n    source: p1\n{QUESTION}due: 2026-03}}\n"
    assert shown(unfinished, status="draft") == ""
    assert shown(unfinished, status="reviewed").count("warning") == 2


def test_no_question_is_overdue_where_nobody_says_what_day_it_is() -> None:
    assert shown(f"{QUESTION}due: 2020}}\n", today=None) == ""
