"""What stands in quotation marks, and who said it.

Finds every stretch in quotation marks; tells speech from words that are merely marked; names the speaker of speech:

    “We go,” he said. “Now.”        → two segments of one utterance, speaker by what "he" means
    a “one-in, one-out” deal        → no speech

The steps, each in a module of its own: `quotation_marks` (the stretches), `tokens` (sentences with each stretch as one
word), `cues` and `attribution` (the sentence itself says who speaks), `carry` (the sentences beside it do),
`speech_or_term`, `speakers` (from "he" to a name).

In a language that is not read, segments are given, without a speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.mentions.attribution import attribute
from briefsite.mentions.carry import Heard, carry
from briefsite.mentions.cues import cues
from briefsite.mentions.mention import Quotation
from briefsite.mentions.quotation_marks import segments
from briefsite.mentions.speakers import Speakers
from briefsite.mentions.speech_or_term import MIN_UNATTRIBUTED_WORDS, is_speech
from briefsite.mentions.tokens import lines
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.article import Article
    from briefsite.mentions.mention import Entity
    from briefsite.mentions.quotation_marks import Segment
    from briefsite.mentions.tokens import Line


def find(article: Article, entities: tuple[Entity, ...]) -> tuple[Quotation, ...]:
    """Every segment in quotation marks, in order."""
    marked = segments(article.text, [paragraph.span for paragraph in article.paragraphs])
    if not marked:
        return ()
    if article.language != "en":
        return tuple(
            Quotation(
                span=segment.span,
                is_speech=len(segment.span.of(article.text).split()) >= MIN_UNATTRIBUTED_WORDS,
                continues=segment.continues,
            )
            for segment in marked
        )
    read = lines(article, marked)
    spoken = [cues(line.tokens) for line in read]
    heard: list[Heard | None] = [None] * len(marked)
    for number, line in enumerate(read):
        for at, token in enumerate(line.tokens):
            if token.is_quote and (made := attribute(line.tokens, at, spoken[number])):
                heard[token.segment] = Heard(number, made, made.rule)
    carry(read, spoken, marked, heard)
    return tuple(_quotations(article, marked, heard, read, Speakers(article.text, read, entities, spoken)))


def _quotations(
    article: Article,
    marked: Sequence[Segment],
    heard: Sequence[Heard | None],
    read: Sequence[Line],
    speakers: Speakers,
) -> list[Quotation]:
    found: list[Quotation] = []
    before: Quotation | None = None
    before_line = -2
    for number, line in enumerate(read):
        for at, token in enumerate(line.tokens):
            if not token.is_quote:
                continue
            segment, who = marked[token.segment], heard[token.segment]
            if not is_speech(segment.span.of(article.text), line.tokens, at, who.rule if who else ""):
                found.append(Quotation(span=segment.span, is_speech=False))
                continue
            quotation = Quotation(span=segment.span, is_speech=True, continues=segment.continues)
            if who:
                tokens = read[who.line].tokens
                phrase = who.attribution.phrase
                speaker = speakers.who(who.line, phrase)
                first, last = who.attribution.cue_first, who.attribution.cue_last
                continues = segment.continues or (
                    before is not None
                    and before.mention is not None
                    and before.mention.start == tokens[phrase.first].start
                    and who.rule in ("touching", "before", "paragraph")
                    and _goes_on(read, number, at, before_line)
                )
                quotation = Quotation(
                    span=segment.span,
                    is_speech=True,
                    continues=continues,
                    speaker=speaker.name,
                    mention=Span(tokens[phrase.first].start, _end(tokens[phrase.last].text, tokens[phrase.last].start)),
                    cue=Span(tokens[first].start, tokens[last].end),
                    because=speaker.because,
                    rule=who.rule,
                )
            found.append(quotation)
            before, before_line = quotation, number
    return found


def _end(text: str, start: int) -> int:
    return start + len(text)


def _goes_on(read: Sequence[Line], number: int, at: int, before_line: int) -> bool:
    """Whether a quotation goes on with the one before: only the attribution, or nothing, stands between them."""
    if before_line == number:
        return sum(token.is_quote for token in read[number].tokens[:at]) == 1 and read[number].tokens[0].is_quote
    return before_line == number - 1 and at == 0 and read[number].paragraph == read[before_line].paragraph
