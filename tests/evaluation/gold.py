"""tests/articles/*.txt and *.gold.json → what a careful analyst wrote down about each article.

An annotation holds words, not positions, so that a person can read and mend it::

    {"words": "about 4,200 homes", "paragraph": 6, "value": "4200", "unit": "home", ...}

The words stand in that paragraph of the article exactly once, or `occurrence` (from 1) says which is meant. A space
in the words stands for any white space of the article: a line break of hard-wrapped text, a no-break space.
`title` and `date` at the top of a file are what is known of an article whose text does not say it.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefsite.article import read_article
from briefsite.source import Source
from briefsite.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.article import Article

SECTIONS = (
    "summary",
    "key_figures",
    "quotes",
    "not_quotes",
    "timeline",
    "background",
    "open_questions",
)
"""The sections whose items carry words; `people` are names and roles only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One annotation: where its words stand, and what else is said of them."""

    span: Span
    fields: dict[str, Any]

    def __getitem__(self, field: str) -> Any:
        return self.fields[field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """An article as the analyst annotated it."""

    slug: str
    article: Article
    items: dict[str, tuple[Item, ...]]
    people: tuple[dict[str, Any], ...]


class AnnotationError(ValueError):
    """Words that do not stand in their paragraph, or stand there more than once with nothing said about which."""


def load_folder(folder: Path) -> list[Gold]:
    """Every annotated article of a folder, by name."""
    return [load(path) for path in sorted(folder.glob("*.gold.json"))]


def load(path: Path) -> Gold:
    """The article beside a `.gold.json` file, and the annotations of that file with their positions."""
    slug = path.name.removesuffix(".gold.json")
    record = json.loads(path.read_text(encoding="utf-8"))
    date = record.get("date")
    article = read_article(
        Source.read(path.with_name(f"{slug}.txt")),
        title=record.get("title"),
        date=dt.date.fromisoformat(date) if date else None,
    )
    return Gold(
        slug=slug,
        article=article,
        items={
            section: tuple(Item(span=locate(article, fields), fields=fields) for fields in record[section])
            for section in SECTIONS
        },
        people=tuple(record["people"]),
    )


def locate(article: Article, fields: dict[str, Any]) -> Span:
    """Where an annotation's words stand in the article's text. Raises `AnnotationError` where that is not one place."""
    words, number = fields["words"], fields["paragraph"]
    if not 1 <= number <= len(article.paragraphs):
        raise AnnotationError(f"there is no paragraph {number} for “{words}”")
    paragraph = article.paragraphs[number - 1].span
    found = list(spaced(words).finditer(article.text, paragraph.start, paragraph.end))
    occurrence = fields.get("occurrence")
    if len(found) != 1 and occurrence is None:
        raise AnnotationError(f"“{words}” stands {len(found)} times in paragraph {number}: say which `occurrence`")
    if occurrence is not None and not 1 <= occurrence <= len(found):
        raise AnnotationError(f"“{words}” has no occurrence {occurrence} in paragraph {number}")
    match = found[(occurrence or 1) - 1]
    return Span(match.start(), match.end())


def spaced(words: str) -> re.Pattern[str]:
    """A pattern for words whose spaces may be any white space."""
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))
