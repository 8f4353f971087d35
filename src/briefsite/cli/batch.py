"""One article in, what is printed for it out; a record that cannot be read is answered by saying so."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefsite.article import read_article
from briefsite.briefing import encode
from briefsite.cli.records import Failed, Record, records_of
from briefsite.diagnostic import Severity
from briefsite.mentions import find_mentions, with_concepts
from briefsite.pipeline import slug_of
from briefsite.pipeline.draft import draft_article
from briefsite.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefsite.article import Article
    from briefsite.briefing import Draft
    from briefsite.mentions import Mentions
    from briefsite.running.parts import Part
    from briefsite.span import Span

FORMATS = ("yaml", "json", "jsonl")


class Answer(NamedTuple):
    """What is printed for one record."""

    text: str
    """On standard output."""
    has_failed: bool = False
    message: str = ""
    """On standard error, where standard output has no place for it."""


def extracted(form: str) -> Callable[[Record | Failed], Answer]:
    """What `extract` prints for a record, in one of FORMATS."""
    return partial(_answer, _as_yaml if form == "yaml" else _extract, form)


def mentioned(record: Record | Failed) -> Answer:
    """What `mentions` prints for a record."""
    return _answer(_mention, "jsonl", record)


def answered(answer: Callable[[Record | Failed], Answer], form: str | None, part: Part) -> Iterator[Answer]:
    """What is written for each article of a part."""
    return map(answer, records_of(form, part))


def given_up(answer: Callable[[Record | Failed], Answer], record: Record | Failed) -> Answer:
    """What is printed for a record that took its process down with it."""
    return answer(Failed(id=record.id, error="the process that read it was ended from outside, twice"))


def _answer(read: Callable[[Article, str], dict[str, Any] | str], form: str, record: Record | Failed) -> Answer:
    if isinstance(record, Record):
        try:
            article = read_article(Source(record.id, record.text), title=record.title, date=record.date)
            errors = [problem.message for problem in article.problems if problem.severity is Severity.ERROR]
            if not errors:
                answer = read(article, record.id)
                return Answer(answer if isinstance(answer, str) else _json({"id": record.id, **answer}, form))
        except Exception as error:  # a bug of ours must not cost the other 9,999 articles
            errors = [f"internal error, please report it: {type(error).__name__}: {error}"]
        record = Failed(id=record.id, error="; ".join(errors))
    if form == "yaml":
        return Answer("", has_failed=True, message=f"{record.id}: {record.error}")
    return Answer(_json({"id": record.id, "error": record.error}, form), has_failed=True)


def _drafted(article: Article, name: str) -> Draft:
    path = Path(name)
    return draft_article(article, slug=slug_of(path.stem), file=path.as_posix())


def _as_yaml(article: Article, name: str) -> str:
    return encode(_drafted(article, name).briefing)


def _extract(article: Article, name: str) -> dict[str, Any]:
    return {"briefing": briefing_as_json(_drafted(article, name))}


def _mention(article: Article, name: str) -> dict[str, Any]:
    return mentions_as_json(with_concepts(article, find_mentions(article)))


def briefing_as_json(drafted: Draft) -> dict[str, Any]:
    """The briefing as plain data, with the `spans` of each item."""
    data: dict[str, Any] = drafted.briefing.model_dump(mode="json", exclude_none=True, exclude={"changes"})
    for section in drafted.briefing.sections():
        for item in data[section]:
            item["spans"] = [[span.start, span.end] for span in drafted.spans[item["id"]]]
    return data


def mentions_as_json(mentions: Mentions) -> dict[str, Any]:
    """The mentions as plain data: offsets are code points into the article's text, half open."""
    return {
        "quotations": [
            {
                **_place(quotation.span),
                "speaker": quotation.speaker,
                "speaker_start": quotation.mention.start if quotation.mention else None,
                "speaker_end": quotation.mention.end if quotation.mention else None,
            }
            for quotation in mentions.quotations
            if quotation.is_speech
        ],
        "quantities": [
            {
                **_place(quantity.measure),
                # Of "hundreds" only the order of magnitude is known: 100 to 1000.
                "value": _number(quantity.magnitude if quantity.value is None else quantity.value),
                "unit": quantity.unit,
                "change": quantity.change,
                "concept": quantity.concept,
            }
            for quantity in mentions.quantities
        ],
        "dates": [{**_place(date.span), "value": date.value, "type": date.type} for date in mentions.dates],
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _number(value: Any) -> str | None:
    if value is None:
        return None
    return "-".join(f"{part:f}" for part in value) if isinstance(value, tuple) else f"{value:f}"


def _json(data: dict[str, Any], form: str) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2 if form == "json" else None) + "\n"
