"""How to cite a briefing, and each of its quotations: a line of text, RIS, and CSL-JSON.

A citation of a quotation names the speaker, the source it was said in with publisher, date and paragraph, and the
permalink of the item. The speaker is written as the briefing has the name: nobody can tell a given name from a surname,
or a ministry from a person, so names are given whole ("literal") and never turned round.

RIS: https://en.wikipedia.org/wiki/RIS_(file_format)    CSL: https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefsite.pages.dates import date_words
from briefsite.pages.labels import t
from briefsite.pages.twins.json_text import written
from briefsite.pages.twins.places import first_source, paragraphs, sentences, source_line
from briefsite.pages.twins.shown_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.pages.twins.record import ItemRecord, Record

RIS_NAME, CSL_NAME, TEXT_NAME = "cite.ris", "cite.csl.json", "cite.txt"
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One thing to cite. Every text is one line."""

    id: str
    """The slug of the briefing; of a quotation with its id behind: `ferry/promise`."""
    kind: str
    """webpage, or article-newspaper for words that stand in an article: CSL's names."""
    authors: tuple[str, ...]
    title: str
    """Of a briefing its title, of a quotation its words."""
    container: str
    publisher: str
    date: str
    """EDTF."""
    place: str
    """¶2; "" for a whole briefing."""
    source: str
    """What a briefing is made from, or a quotation is quoted in."""
    url: str
    """Empty where nobody knows where the site stands: a path is no address to cite."""
    language: str
    line: str
    """The citation as text."""
    original: str = ""
    """Of a quotation, the address of the original at its words; empty where none is known."""

    @property
    def parts(self) -> tuple[str, str, str]:
        """The line, cut before and behind the title: of a quotation, that is in the language of its source."""
        return self.line.partition(self.title)


def citations(record: Record) -> list[Citation]:
    """That of the briefing, then one for each quotation whose words were found, in their order."""
    return [_of_briefing(record), *(_of_quote(record, item) for item in record.of("quotes") if item.is_source)]


def _of_briefing(record: Record) -> Citation:
    sources = "; ".join(source_line(source) for source in record.sources)
    title, name, day = shown(record.title), shown(record.site.name), date_words(record.date) if record.date else ""
    url = record.address if record.site.url else ""
    parts = (
        t("“{words}”", words=title),
        ", ".join(part for part in (name, day) if part),
        t("Made from {source}", source=sources) if sources else "",
        url,
    )
    return Citation(
        id=record.slug,
        kind="webpage",
        authors=(),
        title=title,
        container=name,
        publisher=name,
        date=record.date,
        place="",
        source=sources,
        url=url,
        language=record.site.language,
        line=sentences(parts),
    )


def _of_quote(record: Record, item: ItemRecord) -> Citation:
    source = first_source(record, item)
    words, speaker, place = shown(item.text), shown(item.item.speaker), paragraphs(record, item)
    said = t("“{words}”", words=words)
    quoted_in = source_line(source) if source else ""
    where = ", ".join(part for part in (quoted_in, place) if part)
    url = item.permalink if record.site.url else ""
    site = ", ".join((t("“{words}”", words=shown(record.title)), shown(record.site.name)))
    parts = (f"{speaker}: {said}" if speaker else said, t("Quoted in {source}", source=where), site, url)
    return Citation(
        id=f"{record.slug}/{item.id}",
        kind="article-newspaper",
        authors=(speaker,) if speaker else (),
        title=words,
        container=(shown(source.publisher) or shown(source.title)) if source else "",
        publisher=shown(source.publisher) if source else "",
        date=(source.date if source else "") or record.date,
        place=place,
        source=where,
        url=url,
        language=source.language if source else "",
        line=sentences(parts),
        original=next((one.original for one in item.evidence if one.original), ""),
    )


def cite_text(made: list[Citation]) -> str:
    """The citations as text, an empty line between two."""
    return "\n\n".join(citation.line for citation in made) + "\n"


def ris(made: list[Citation]) -> str:
    """The citations as RIS; lines end as the format says, in CR and LF."""
    return "".join(f"{line}\r\n" for citation in made for line in _ris_record(citation))


def _ris_record(citation: Citation) -> Iterator[str]:
    day = _DAY.match(citation.date)
    tags: list[tuple[str, str]] = [
        ("TY", "ELEC" if citation.kind == "webpage" else "NEWS"),
        ("ID", citation.id),
        *(("AU", author) for author in citation.authors),
        ("TI", citation.title),
        ("T2", citation.container),
        ("PB", citation.publisher),
        ("PY", day[1] if day else ""),
        ("DA", "/".join(part for part in day.groups() if part) if day else ""),
        ("SP", citation.place),
        ("N1", citation.source),
        ("LA", citation.language),
        ("UR", citation.url),
    ]
    for tag, value in tags:
        if value:
            yield f"{tag}  - {value}"
    yield "ER  - "


def csl_json(made: list[Citation]) -> str:
    """The citations as CSL-JSON: what Zotero, pandoc and citeproc read."""
    return written([_csl(citation) for citation in made])


def _csl(citation: Citation) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": citation.id,
        "type": citation.kind,
        "author": [{"literal": author} for author in citation.authors],
        "title": citation.title,
        "container-title": citation.container,
        "publisher": citation.publisher,
        "page": citation.place,
        "note": citation.source,
        "language": citation.language,
        "URL": citation.url,
    }
    if day := _DAY.match(citation.date):
        fields["issued"] = {"date-parts": [[int(part) for part in day.groups() if part]]}
        # A part of a year, which EDTF numbers from 21, is no month.
        if len(parts := fields["issued"]["date-parts"][0]) > 1 and parts[1] > 12:
            fields["issued"] = {"date-parts": [parts[:1]]}
    return {key: value for key, value in fields.items() if value}
