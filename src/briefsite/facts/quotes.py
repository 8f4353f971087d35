"""Who said what: every quoted speech with its speaker, in the order of the article.

Joins what is one utterance: the parts that an attribution interrupts, and paragraphs of one quotation.

    “We go,” said Ada Holm. “Now.”     → segments "We go," and "Now.", speaker Ada Holm
    “No,” he said.                     → written as "he", because "Jo Reyes came back from Lyon"

Leaves out words merely in quotation marks. What the article writes beside the quotation is shown only where it is not
the name itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts.fact import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article
    from briefsite.mentions.mention import Mentions, Quotation


def find(article: Article, mentions: Mentions) -> tuple[Quote, ...]:
    """The quotes in order of position; words that a paragraph has twice, from one speaker, are one quote."""
    found: dict[tuple[int, str, str | None], Quote] = {}
    for parts in _utterances(mentions.quotations):
        quote = _quote(article.text, parts)
        paragraph = article.paragraph_at(parts[0].span.start)
        said = " ".join(part.span.of(article.text).strip(" .,!?").casefold() for part in parts)
        found.setdefault((paragraph.number if paragraph else 0, said, quote.speaker), quote)
    return tuple(found.values())


def _utterances(quotations: tuple[Quotation, ...]) -> Iterator[list[Quotation]]:
    """The segments of speech, those together that continue one another."""
    parts: list[Quotation] = []
    for quotation in quotations:
        if not quotation.is_speech:
            continue
        if parts and not (quotation.continues and quotation.speaker == parts[0].speaker):
            yield parts
            parts = []
        parts.append(quotation)
    if parts:
        yield parts


def _quote(text: str, parts: list[Quotation]) -> Quote:
    # An utterance that runs over paragraphs may say who speaks at its beginning only, or at its end.
    told = next((part for part in parts if part.mention), parts[0])
    # "Prime Minister Ada Holm" and "The Times" beside the quotation are the name already.
    is_name = told.mention is not None and (told.speaker or "\0") in " ".join(told.mention.of(text).split())
    return Quote(
        segments=tuple(part.span for part in parts),
        speaker=told.speaker,
        written_as=None if is_name else told.mention,
        because=None if is_name else told.because,
        cue=told.cue,
    )
