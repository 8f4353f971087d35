r"""schema.org's description of a briefing, for search engines: JSON-LD in a `<script>` of its page.

A briefing is an Article based on its sources; a quotation is a Quotation by its speaker. Whether a speaker is a person
or a body is not known, so it is a Thing; nothing is guessed.

Inside `<script>` no reference is read, so what could end it, or mean something to Markdown or a template, is written as
JSON writes it: `<` as `\u003c`. Everything but letters, digits and a few harmless marks is.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from briefsite.briefing.values import Status
from briefsite.pages.escape import markup
from briefsite.pages.twins.places import first_source, paragraphs, source_line
from briefsite.pages.twins.shown_text import shown

if TYPE_CHECKING:
    from briefsite.pages.twins.record import ItemRecord, Record, SourceRecord

_RISKY = re.compile(r"[^\w \-.,:;/?=%+()]")


def json_ld(record: Record) -> Markup:
    """The whole element; nothing for a withdrawn briefing, which nobody is to find."""
    if record.status is Status.WITHDRAWN:
        return Markup("")
    return markup(f'<script type="application/ld+json">{_inert(_article(record))}</script>')


def _inert(data: object) -> str:
    """JSON on one line whose texts hold no character with a meaning outside of it."""
    if isinstance(data, dict):  # its keys are ours
        return "{" + ",".join(f'"{key}":{_inert(value)}' for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ",".join(map(_inert, data)) + "]"
    if isinstance(data, str):
        return '"' + _RISKY.sub(lambda match: _reference(match[0]), data) + '"'
    return json.dumps(data)


def _reference(character: str) -> str:
    """As JSON refers to it: two of them beyond the first 65,536 code points."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _article(record: Record) -> dict[str, Any]:
    # Without a known address these ids are read against that of the page.
    url = record.address if record.site.url else ""
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "@id": f"{url}#the_briefing",
            "url": url,
            "mainEntityOfPage": url,
            "headline": shown(record.title) or record.slug,  # a title may be of characters that nobody sees
            "description": shown(record.bottom_line),
            "datePublished": iso_day(record.date),
            "dateModified": iso_day(record.modified),
            "creativeWorkStatus": "Draft" if record.status is Status.DRAFT else "Published",
            "keywords": [shown(topic) for topic in record.topics],
            "inLanguage": record.site.language,
            "author": _organisation(record.site.name, record.site.url),
            "publisher": _organisation(record.site.name, record.site.url),
            "isBasedOn": [_source(url, source) for source in record.sources],
            "hasPart": [_quotation(record, url, item) for item in record.of("quotes") if item.is_source],
        }
    )


def _source(url: str, source: SourceRecord) -> dict[str, Any]:
    return _known(
        {
            "@type": "Article",
            "@id": f"{url}#source-{source.id}",
            "headline": shown(source.title),
            "url": source.url,
            "datePublished": iso_day(source.date),
            "publisher": _organisation(source.publisher, ""),
            "author": _known({"@type": "Thing", "name": shown(source.byline)}) if source.byline else None,
            "inLanguage": source.language,
        }
    )


def _quotation(record: Record, url: str, item: ItemRecord) -> dict[str, Any]:
    source = first_source(record, item)
    speaker = shown(item.item.speaker)
    where = ", ".join(part for part in (source_line(source) if source else "", paragraphs(record, item)) if part)
    return _known(
        {
            "@type": "Quotation",
            "@id": f"{url}#{item.id}",
            "text": shown(item.text),
            "creator": {"@type": "Thing", "name": speaker} if speaker else None,
            "citation": where,
            "isBasedOn": {"@id": f"{url}#source-{source.id}"} if source else None,
            "inLanguage": source.language if source else "",
        }
    )


def _organisation(name: str, url: str) -> dict[str, Any] | None:
    return _known({"@type": "Organization", "name": shown(name), "url": url}) if name else None


def iso_day(edtf: str) -> str:
    """A date that ISO 8601 has as well: a day, month or year; "" for what it has not."""
    return edtf if re.fullmatch(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", edtf) else ""


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}
