"""Expressions of time, each in a sentence of its own; the article's day is Thursday 10 July 2025."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefsite.article import Article, read_article
from briefsite.briefing.edtf import is_edtf
from briefsite.mentions.calendar import dates
from briefsite.source import Source

THURSDAY = dt.date(2025, 7, 10)


def article(text: str, day: dt.date | None = THURSDAY) -> Article:
    return read_article(Source("seed.txt", text), date=day)


def found(text: str, day: dt.date | None = THURSDAY) -> list[tuple[str, str, str, str | None]]:
    mentions = dates.find(article(text, day))
    return [(mention.span.of(text), mention.type, mention.value, mention.edtf) for mention in mentions]


LEAVES_ALONE = {
    "a count": "Some 2000 people came.",
    "a price": "It costs $1999 at the door.",
    "a price in words": "It costs 1999 dollars.",
    "a count after a comma": "Since then, 2000 people came.",
    "a round count": "It took about 1500 homes.",
    "a share": "It was 1990% of what it had been.",
    "a house number": "They met inside 10 Downing St. with friends.",
    "a modal verb": "May I go? They may march if they must.",
    "a name": "Theresa May and April Jones spoke to August Wilson.",
    "a serial number": "Flight 20250710123 was late.",
    "a fall of something": "He wrote about the fall of Rome.",
    "a break named after a holiday": "They want it before the Christmas break.",
    "a quarter of a match": "She scored in the second quarter.",
    "a newspaper": "She told the Sunday Telegraph and USA Today.",
    "a product": "It runs on Windows 2000.",
    "an age": "A 44-year-old woman in her 30s spoke of a years-old rule.",
    "a fraction": "One-half of it, and three-quarters of that.",
    "half of a match": "She scored in the first half.",
    "a telephone number": "Call 555-2019-44 for help.",
    "a day that may be two": "They met on 7/10/2024.",
    "a running time": "She ran it in 3:07:35.",
    "a speed": "The wind blew at 90 miles per hour.",
    "a programme": "She was on Saturday Night Live.",
    "a newspaper that appears daily": "She told the party’s daily Granma.",
    "days of something": "It happened in the early days of the war.",
    "a fall in something": "After this fall in prices they left.",
    "a duel": "It was high noon for the party.",
    "long hours": "They work long hours on the national days.",
    "a march": "He spoke at the March on Washington.",
    "the future of something": "He spoke in the future of the port.",
}


@pytest.mark.parametrize("text", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert [words for words, *_ in found(text)] == []


FINDS = [
    # days
    ("They met on 2025-07-04.", "2025-07-04", "2025-07-04", "2025-07-04"),
    ("They met on July 5, 2024.", "July 5, 2024", "2024-07-05", "2024-07-05"),
    ("They met on 5 July 2024.", "5 July 2024", "2024-07-05", "2024-07-05"),
    ("They met on the 5th of July.", "the 5th of July", "2025-07-05", "2025-07-05"),
    ("They met on Friday, Oct. 13.", "Friday, Oct. 13", "2024-10-13", "2024-10-13"),
    ("They will meet on Oct. 13.", "Oct. 13", "2025-10-13", "2025-10-13"),
    ("They met from July 5–7.", "July 5–7", "2025-07-05/2025-07-07", "2025-07-05/2025-07-07"),
    ("They met on Wednesday.", "Wednesday", "2025-07-09", "2025-07-09"),
    ("They met on Thursday.", "Thursday", "2025-07-10", "2025-07-10"),
    ("They will meet on Wednesday.", "Wednesday", "2025-07-16", "2025-07-16"),
    ("He said Friday that he will resign.", "Friday", "2025-07-04", "2025-07-04"),
    ("It was postponed to Friday.", "Friday", "2025-07-11", "2025-07-11"),
    ("They met last Thursday.", "last Thursday", "2025-07-03", "2025-07-03"),
    ("They meet next Thursday.", "next Thursday", "2025-07-17", "2025-07-17"),
    ("They met on Monday of last week.", "Monday of last week", "2025-06-30", "2025-06-30"),
    ("They met late on Wednesday.", "late on Wednesday", "2025-07-09", "2025-07-09"),
    ("They met yesterday.", "yesterday", "2025-07-09", "2025-07-09"),
    ("They met the day before yesterday.", "the day before yesterday", "2025-07-08", "2025-07-08"),
    ("They met three days ago.", "three days ago", "2025-07-07", "2025-07-07"),
    ("It will be over by Christmas.", "Christmas", "2025-12-25", "2025-12-25"),
    ("It began on New Year's Day.", "New Year's Day", "2025-01-01", "2025-01-01"),
    ("It began on Memorial Day 2024.", "Memorial Day 2024", "2024-05-27", "2024-05-27"),
    ("It began last Thanksgiving.", "last Thanksgiving", "2024-11-28", "2024-11-28"),
    ("They met on 13.5.2024.", "13.5.2024", "2024-05-13", "2024-05-13"),
    ("They met on 7/25/2024.", "7/25/2024", "2024-07-25", "2024-07-25"),
    ("They met this past Monday.", "this past Monday", "2025-07-07", "2025-07-07"),
    ("They met last Sunday, July 6.", "last Sunday, July 6", "2025-07-06", "2025-07-06"),
    ("They will meet two days from now.", "two days from now", "2025-07-12", "2025-07-12"),
    # months, seasons, quarters
    ("From about 2018 people-smugglers came.", "about 2018", "2018", "2018~"),
    ("They met in the week of March 5.", "the week of March 5", "2025-W10", "2025-03-03/2025-03-09"),
    ("Sales rose in the first half of the year.", "the first half of the year", "2025-H1", "2025-01/2025-06"),
    ("It stopped in the final quarter of 2024.", "the final quarter of 2024", "2024-Q4", "2024-10/2024-12"),
    ("He read the June jobs report.", "June", "2025-06", "2025-06"),
    ("He took office in July 2024.", "July 2024", "2024-07", "2024-07"),
    ("He took office in May.", "May", "2025-05", "2025-05"),
    ("He took office in October.", "October", "2024-10", "2024-10"),
    ("He will take office in October.", "October", "2025-10", "2025-10"),
    ("He took office last July.", "last July", "2024-07", "2024-07"),
    ("It will be in October of this year.", "October of this year", "2025-10", "2025-10"),
    ("It came earlier this month.", "earlier this month", "2025-07", "2025-07"),
    ("It came early this month.", "early this month", "2025-07", "2025-07-01/2025-07-10"),
    ("It came last spring.", "last spring", "2025-SP", "2025-21"),
    ("It came in the summer of 2024.", "the summer of 2024", "2024-SU", "2024-22"),
    ("Sales rose in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3", "2024-07/2024-09"),
    ("Sales rose in Q3 2024.", "Q3 2024", "2024-Q3", "2024-07/2024-09"),
    ("Sales rose in H1 2025.", "H1 2025", "2025-H1", "2025-01/2025-06"),
    ("Sales rose in the second quarter.", "the second quarter", "2025-Q2", "2025-04/2025-06"),
    ("Sales rose in the fourth quarter.", "the fourth quarter", "2024-Q4", "2024-10/2024-12"),
    ("It rose in the first six months of 2025.", "the first six months of 2025", "2025-H1", "2025-01/2025-06"),
    ("It came over the weekend.", "the weekend", "2025-W27-WE", "2025-07-05/2025-07-06"),
    ("It fell 3% in the first quarter.", "the first quarter", "2025-Q1", "2025-01/2025-03"),
    # years and more
    ("The plan of 2022 failed.", "2022", "2022", "2022"),
    ("It began about 2018.", "about 2018", "2018", "2018~"),
    ("It began last year.", "last year", "2024", "2024"),
    ("It began in early 2011.", "early 2011", "2011", "2011-01/2011-03"),
    ("It comes by the end of this year.", "the end of this year", "2025", "2025-12"),
    ("It began 40 years ago.", "40 years ago", "1985", "1985"),
    ("It began more than a decade ago.", "more than a decade ago", "2015", "2015~"),
    ("It is due in the second half of next year.", "the second half of next year", "2026-H2", "2026-07/2026-12"),
    ("It began in the 1990s.", "the 1990s", "199", "1990/1999"),
    ("It was over in nineteen ninety-four.", "nineteen ninety-four", "1994", "1994"),
    ("It grew in the nineties.", "the nineties", "199", "1990/1999"),
    ("He saw the 1968 riots.", "1968", "1968", "1968"),
    ("It fell from 1990 levels.", "1990", "1990", "1990"),
    ("They spoke of their 2010 elections.", "2010", "2010", "2010"),
    ("It began in the 19th Century.", "the 19th Century", "18", "1800/1899"),
    ("It began in the 19th century.", "the 19th century", "18", "1800/1899"),
    ("It ran from 2019–21.", "2019–21", "2019/2021", "2019/2021"),
    ("They met two weeks ago.", "two weeks ago", "2025-W26", "2025-06-23/2025-06-29"),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), FINDS, ids=[row[1] for row in FINDS])
def test_finds_a_date(text: str, words: str, value: str, edtf: str) -> None:
    assert found(text) == [(words, "DATE", value, edtf)]


OTHER_TYPES = [
    ("It lasted six months.", "six months", "DURATION", "P6M"),
    ("It was a three-year plan.", "three-year", "DURATION", "P3Y"),
    ("It lasted twenty four hours.", "twenty four hours", "DURATION", "PT24H"),
    ("Over the past two years it grew.", "the past two years", "DURATION", "P2Y"),
    ("It lasted several weeks.", "several weeks", "DURATION", "PXW"),
    ("They met every week.", "every week", "SET", "P1W"),
    ("It appears daily.", "daily", "SET", "P1D"),
    ("They met this morning.", "this morning", "TIME", "2025-07-10TMO"),
    ("They met on Wednesday night.", "Wednesday night", "TIME", "2025-07-09TNI"),
    ("They met at 10 p.m. Wednesday.", "10 p.m. Wednesday", "TIME", "2025-07-09T22:00"),
    ("They met at 5 p.m. EST, July 4.", "5 p.m. EST, July 4", "TIME", "2025-07-04T17:00"),
    ("They met at 0400 local time Wednesday.", "0400 local time Wednesday", "TIME", "2025-07-09T04:00"),
    ("They meet every Tuesday morning.", "every Tuesday morning", "SET", "XXXX-WXX-2TMO"),
    ("They meet on Tuesdays.", "Tuesdays", "SET", "XXXX-WXX-2"),
    ("It lasted half an hour.", "half an hour", "DURATION", "PT30M"),
    ("It lasted two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
    ("It will take place over the next decade.", "the next decade", "DURATION", "P10Y"),
    ("They are here now.", "now", "DATE", "PRESENT_REF"),
    ("It has changed in recent days.", "recent days", "DURATION", "PXD"),
]


@pytest.mark.parametrize(("text", "words", "type_", "value"), OTHER_TYPES, ids=[row[1] for row in OTHER_TYPES])
def test_tells_lengths_sets_and_times_apart(text: str, words: str, type_: str, value: str) -> None:
    assert [row[:3] for row in found(text)] == [(words, type_, value)]


def test_one_day_tells_the_order_of_all_dates_with_slashes() -> None:
    assert [row[3] for row in found("They met on 25/12/2024 and on 3/4/2025.")] == ["2024-12-25", "2025-04-03"]


def test_the_year_before_is_that_before_the_year_named_last() -> None:
    assert [row[3] for row in found("It was 400 in 2019, down from 450 the year before.")] == ["2019", "2018"]


def test_the_previous_friday_is_that_before_the_day_named_last() -> None:
    assert [row[3] for row in found("It fell on Monday from the previous Friday.")] == ["2025-07-07", "2025-07-04"]


def test_the_following_year_follows_the_year_named_last() -> None:
    assert [row[3] for row in found("He came in 2001. The following year he left.")] == ["2001", "2002"]


LISTS = {
    "two months": ("It was seen in May and June 2023.", ["2023-05", "2023-06"]),
    "over the turn of the year": ("It was seen in December and January 2024.", ["2023-12", "2024-01"]),
    "from one day to another": ("It ran from May 4 to Sunday, May 10, 2014.", ["2014-05-04", "2014-05-10"]),
    "without a year": ("They were seen May 3 through May 7.", ["2025-05-03", "2025-05-07"]),
}


@pytest.mark.parametrize(("text", "days"), LISTS.values(), ids=LISTS)
def test_dates_of_one_list_share_the_year_of_the_last(text: str, days: list[str]) -> None:
    assert [row[3] for row in found(text)] == days


@pytest.mark.parametrize("text", ["Three days later she left.", "The next day she left.", "On the same day she left."])
def test_a_day_counted_from_one_that_is_not_named_is_no_day(text: str) -> None:
    assert [row[3] for row in found(text) if row[3]] == []


def test_the_next_day_follows_the_day_named_last() -> None:
    assert [row[3] for row in found("He came on 5 May 2024. The next day he left.")] == ["2024-05-05", "2024-05-06"]


def test_a_day_without_a_year_lies_in_the_year_the_paragraph_tells_of() -> None:
    text = "Launched on July 16, 1969, it touched down on July 20."
    assert [row[3] for row in found(text)] == ["1969-07-16", "1969-07-20"]


def test_the_same_period_is_as_long_as_the_period_it_is_set_against() -> None:
    text = "It was 20,000 in the first six months of 2025, more than in the same period last year."
    assert [row[3] for row in found(text)] == ["2025-01/2025-06", "2024-01/2024-06"]


def test_the_same_month_of_another_year_is_a_month() -> None:
    text = "Arrivals rose in May 2025, compared with the same month last year."
    assert [row[3] for row in found(text)] == ["2025-05", "2024-05"]


def test_a_year_ago_is_a_quarter_only_where_figures_of_one_are_told() -> None:
    text = "Sales rose in the second quarter of 2025 from a year ago. " + "It was good. " * 5 + "He came a year ago."
    assert [row[3] for row in found(text)] == ["2025-04/2025-06", "2024-04/2024-06", "2024"]


def test_without_a_day_of_its_own_an_article_says_nothing_of_the_calendar_but_what_it_names() -> None:
    text = "They met on Wednesday, July 5, and last year, but also in May 2019."
    assert [(row[2], row[3]) for row in found(text, None)] == [
        ("XXXX-07-05", None),
        ("XXXX", None),
        ("2019-05", "2019-05"),
    ]


def test_of_another_language_only_what_is_the_same_in_all_is_read() -> None:
    text = (
        "Le président a rencontré le premier ministre pour la première fois en 2022 et il est arrivé le 2025-07-09 "
        "avec des propositions sur les migrants qui traversent la Manche, et pas avec une date de mars ou mai."
    )
    assert [row[3] for row in found(text)] == ["2022", "2025-07-09"]


_VOCABULARY = """
on in of the a last next this May July Wednesday 5 31 2024 0000 99999999999 1990s ’80s first quarter year years ago
earlier two hundred thousand week Feb. 29 30 century 21st weekend every 2019–21 10:30 p.m.
, . “ half same day night about
"""
_WORDS = st.sampled_from(_VOCABULARY.split())


@settings(max_examples=150, deadline=None)
@given(
    text=st.one_of(st.text(), st.lists(_WORDS, max_size=40).map(" ".join)),
    day=st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_spans_of_words_inside_a_paragraph_and_valid_edtf(text: str, day: dt.date | None) -> None:
    read = article(text, day)
    end = 0
    for mention in dates.find(read):
        assert mention.span.start >= end
        end = mention.span.end
        assert mention.span.of(text).strip()
        assert any(mention.span in paragraph.span for paragraph in read.paragraphs)
        assert mention.edtf is None or is_edtf(mention.edtf)


SPOKEN = {
    "today is the day of the speech": ("“We decide today,” she told reporters on Monday.", "2025-07-07"),
    "tomorrow is the day after it": ("He said on Monday: “We decide tomorrow.”", "2025-07-08"),
    "a day of the news is no day of a speech": (
        "It burned on Monday. “We are still here today,” he said.",
        "2025-07-10",
    ),
    "two days of speech leave it open": ("“We go today,” he said on Monday and said on Tuesday again.", "2025-07-10"),
}


@pytest.mark.parametrize(("text", "day"), SPOKEN.values(), ids=SPOKEN)
def test_in_quoted_words(text: str, day: str) -> None:
    assert day in [edtf for words, _, _, edtf in found(text) if words in ("today", "tomorrow")]


@pytest.mark.parametrize(
    "unit", ["last ", "one thousand ", "the third quarter ", "9", "July ", "“May 5” said on Monday "]
)
def test_any_text_is_read_in_linear_time(unit: str) -> None:
    english = "It was the best of the times and that is what he said to the people who had come with him. " * 70
    started = time.process_time()
    found(english + unit * (60_000 // len(unit)))
    assert time.process_time() - started < 5


AHEAD = {
    "is to": ("The minister is to speak on Monday.", "2025-07-14"),
    "will shut by": ("The plant will shut by the end of September.", "2025-09"),
    "a timetable in the present": ("They meet again in Vell in March.", "2026-03"),
    "a book that appears": ("Her last book appears in February.", "2026-02"),
    "hoped to": ("The army said it hoped to reopen it by Monday night.", "2025-07-14"),
    "the next cut": ("He expects the next cut in August.", "2025-08"),
    "an end to come": ("They chose three firms for a course to run through October.", "2025-10"),
    "a forecast": ("More rain is forecast for the weekend.", "2025-07-12/2025-07-13"),
}


@pytest.mark.parametrize(("text", "edtf"), AHEAD.values(), ids=AHEAD.keys())
def test_what_is_to_come_is_dated_ahead(text: str, edtf: str) -> None:
    assert [mention[3] for mention in found(text)] == [edtf]


COUNTED = {
    "days up to now": ("It rained for the last four days.", "2025-07-06/2025-07-10"),
    "weeks from now on": ("It should close within the next two weeks.", "2025-07-10/2025-07-24"),
    "a verb": ("The visit will last four days.", None),
    "of no day": ("It rained for four days.", None),
    "too many": ("It has been open for the last 400 days.", None),
}


@pytest.mark.parametrize(("text", "edtf"), COUNTED.values(), ids=COUNTED.keys())
def test_days_and_weeks_counted_from_today_are_a_stretch(text: str, edtf: str | None) -> None:
    assert [mention[3] for mention in found(text)] == [edtf]


STRETCHES = {
    "a quarter by its last month": ("Pay rose in the three months to June.", "2025-04/2025-06"),
    "months that are no quarter": ("Pay rose in the three months to May.", "2025-03/2025-05"),
    "months by last month and year": ("Pay rose in the six months through March 2024.", "2023-10/2024-03"),
}


@pytest.mark.parametrize(("text", "edtf"), STRETCHES.values(), ids=STRETCHES.keys())
def test_months_up_to_a_month_are_one_stretch(text: str, edtf: str) -> None:
    assert [mention[3] for mention in found(text)] == [edtf]


def test_on_a_monday_what_was_this_weekend_is_over() -> None:
    monday = dt.date(2025, 7, 14)
    assert [mention[3] for mention in found("They lost the match this weekend.", monday)] == ["2025-07-12/2025-07-13"]
    assert [mention[3] for mention in found("They will play this weekend.", monday)] == ["2025-07-19/2025-07-20"]
    assert [mention[3] for mention in found("They lost the match this weekend.")] == ["2025-07-12/2025-07-13"]


def test_the_following_spring_comes_after_the_year_named_last() -> None:
    assert found("It was begun in 1979 and given up the following spring.")[1][3] == "1980-21"


def test_a_season_that_belongs_to_a_name_is_no_date() -> None:
    assert found("It was cut in the spring Budget.") == []


def test_weeks_are_not_counted_from_a_year() -> None:
    assert found("In 2019 a spoon was taken and came back a week later.")[1][3] is None


def test_plans_and_upcoming_things_leave_the_tense_to_the_verb() -> None:
    assert found("They announced their plans for the upcoming play on Wednesday.")[0][3] == "2025-07-09"
