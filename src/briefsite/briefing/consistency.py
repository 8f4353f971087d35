"""What the items of a briefing say against each other, against the calendar, or twice.

Nothing here needs a source: two items that say the same, a question without its answer or past its day, a quote
that nobody speaks, an event on a day that its own words contradict. All of it is warned of, and nothing of a draft that
its machine wrote: a speaker whom nobody can tell, and a question past its day, are only told where somebody has
called the briefing more than a draft.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefsite.briefing.edtf import last_day, points
from briefsite.briefing.item_place import ItemPlace
from briefsite.briefing.items import Event, KeyFigure, OpenQuestion, Person, Point, Quote
from briefsite.briefing.own_words.dates import parts
from briefsite.briefing.syntax import in_words
from briefsite.briefing.values import QuestionStatus, Status
from briefsite.span import Span
from briefsite.typography import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from briefsite.briefing.decode import Decoded
    from briefsite.briefing.items import Item
    from briefsite.briefing.model import Briefing
    from briefsite.diagnostic import Diagnostic

_NAMES = {
    "summary": "point",
    "key_figures": "figure",
    "quotes": "quote",
    "timeline": "event",
    "background": "point",
    "open_questions": "question",
    "people": "person",
}
_EDGE = " .,;:!?\"'-"


def consistency_problems(decoded: Decoded, briefing: Briefing, today: dt.date | None) -> Iterator[Diagnostic]:
    """Every such problem; questions are overdue as of `today`, none without it."""
    # Of a draft nobody has said yet that it is whole, or that its questions are being followed.
    followed = briefing.status not in (Status.DRAFT, Status.WITHDRAWN)
    for section, items in briefing.sections().items():
        seen: dict[Hashable, int] = {}
        for index, item in zip(decoded.indices[section], items, strict=True):
            place = ItemPlace(decoded, section, index)
            yield from _twice(place, item, seen)
            if isinstance(item, Quote) and followed and not item.speaker and not item.is_editors:
                message = "nobody is named as the speaker of this quote"
                yield place.warning("A014", message, "speaker: …, if the source tells", "text")
            elif isinstance(item, OpenQuestion):
                yield from _question(place, item, today if followed else None)
            elif isinstance(item, Event):
                yield from _event(place, item)


# --- said twice --------------------------------------------------------------------------------------------


def _twice(place: ItemPlace, item: Item, seen: dict[Hashable, int]) -> Iterator[Diagnostic]:
    key, said = _said(item)
    if said not in seen:
        seen[said] = place.index
        return
    line = ItemPlace(place.decoded, place.section, seen[said]).line
    message = f"the {_NAMES[place.section]} in line {line} says the same"
    yield place.warning("A013", message, "delete one of the two", key)


def _said(item: Item) -> tuple[str, Hashable]:
    """The key that shows it, and what an item says with its typography, capitals and end marks folded."""
    match item:
        case Quote():
            return "text", (item.source, *map(_plain, item.text))  # a refrain is quoted wherever it stands
        case KeyFigure():
            own = (item.value or _plain(item.written_as or ""), _plain(item.unit or ""), item.change)
            return "label", (*own, _plain(item.label), item.period)
        case Event():
            return "text", (item.date, _plain(item.text))
        case OpenQuestion():
            return "question", _plain(item.question)
        case Person():
            return "name", _plain(item.name)
        case Point():
            return "text", _plain(item.text)
    raise TypeError(f"no item: {item!r}")


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split()).strip(_EDGE)


# --- questions ---------------------------------------------------------------------------------------------


def _question(place: ItemPlace, question: OpenQuestion, today: dt.date | None) -> Iterator[Diagnostic]:
    if question.status is QuestionStatus.ANSWERED and not question.answer:
        help = "answer: … (what settled it, in your own words)"
        yield place.warning("A016", "the question is answered, but its answer is missing", help, "status")
    if question.answer and question.status is not QuestionStatus.ANSWERED:
        message = f"the question has an answer, but its status is {question.status}"
        yield place.warning("A016", message, "status: answered", "answer")
    if question.status is not QuestionStatus.OPEN or question.answer or not question.due or not today:
        return
    due = last_day(question.due)
    if due and due < today:
        message = f"an answer was expected by {due.isoformat()}, and the question is still open"
        help = "status: answered, with answer: …; or another due; or status: dropped"
        yield place.warning("A015", message, help, "due")


# --- events ------------------------------------------------------------------------------------------------


def _event(place: ItemPlace, event: Event) -> Iterator[Diagnostic]:
    if not event.written_as or any(mark in event.date for mark in "~?%"):
        return
    for part in parts(event.written_as, Span(0, len(event.written_as))):
        if _contradicts(part.kind, part.number, event.date):
            said = in_words(part.span.of(event.written_as))
            message = f"the event is on {event.date}, but its words say “{said}”"
            help = "mend the date, or the words that the source gives it in"
            yield place.warning("A017", message, help, "date")
            return


def _contradicts(kind: str, number: int, date: str) -> bool:
    """Whether a part of a date in words cannot be meant by a date of the calendar."""
    found = points(date)
    years = [point.year for point in found if point.year is not None]
    if kind == "year":
        # “2018 to 2024” holds 2020 as well, and an open stretch holds nearly anything.
        return len(years) == date.count("/") + 1 and not min(years) <= number <= max(years)
    if len(found) != 1 or "/" in date:
        return False
    (point,) = found
    if point.year is None or point.month is None or point.month > 12:  # a season, a quarter
        return False
    if kind == "month":
        return point.month != number
    if point.day is None:
        return False
    if kind == "day":
        return point.day != number
    # The calendar of Python begins with the year 1.
    return point.year > 0 and dt.date(point.year, point.month, point.day).weekday() != number
