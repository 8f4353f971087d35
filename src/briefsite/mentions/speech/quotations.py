"""What stands in quotation marks, and who said it.

Finds every stretch in quotation marks; tells speech from words that are merely marked; names the speaker of speech:

    “We go,” he said. “Now.”        → two segments of one utterance, speaker by what "he" means
    a “one-in, one-out” deal        → no speech

The steps, each in a module of its own: `quotation_marks` (the stretches), `tokens` (sentences with each stretch as one
word), `cues` and `frames` (the sentence itself says who speaks), `carry` (the sentences beside it do),
`speech_or_term`, `speakers` (from "he" to a name).

In a language that is not read, segments are given, without a speaker.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefsite.mentions.mention import Quotation
from briefsite.mentions.speech.attribution import holds
from briefsite.mentions.speech.carry import Heard, carry
from briefsite.mentions.speech.cues import cues
from briefsite.mentions.speech.frames import attribute
from briefsite.mentions.speech.quotation_marks import segments
from briefsite.mentions.speech.speakers import Speakers
from briefsite.mentions.speech.speech_or_term import CARRIED, is_speech
from briefsite.mentions.words.tokens import lines
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from briefsite.article import Article
    from briefsite.mentions.mention import Entity
    from briefsite.mentions.speech.quotation_marks import Segment
    from briefsite.mentions.words.noun_phrases import Phrase
    from briefsite.mentions.words.tokens import Line, Token


MIN_FOREIGN_WORDS = 3
MIN_UNSPACED = 6
"""Characters of a script without spaces; fewer are a term."""


def find(article: Article, entities: tuple[Entity, ...]) -> tuple[Quotation, ...]:
    """Every segment in quotation marks, in order."""
    marked = segments(article.text, [paragraph.span for paragraph in article.paragraphs])
    if not marked:
        return ()
    if article.language != "en":
        return tuple(
            Quotation(
                span=segment.span,
                is_speech=_is_long_enough(segment.span.of(article.text)),
                continues=segment.continues,
            )
            for segment in marked
        )
    read = lines(article, marked)
    spoken = [cues(line.tokens) for line in read]
    names = {mention.start for entity in entities for mention in entity.mentions}
    heard: list[Heard | None] = [None] * len(marked)
    for number, line in enumerate(read):
        for at, token in enumerate(line.tokens):
            made = attribute(line.tokens, at, spoken[number]) if token.is_quote else None
            if made and holds(line.tokens, made, names):
                heard[token.segment] = Heard(number, made, made.rule)
    carry(read, spoken, marked, heard, names)
    headings = {index for index, paragraph in enumerate(article.paragraphs) if paragraph.kind != "text"}
    speakers = Speakers(article.text, read, entities, spoken)
    return tuple(_quotations(article.text, marked, heard, read, speakers, headings))


def _is_long_enough(words: str) -> bool:
    """Whether words in a language that is not read are more than a marked term; some scripts put no spaces."""
    unspaced = sum("\u3040" <= character <= "\u9fff" for character in words)
    return len(words.split()) >= MIN_FOREIGN_WORDS or unspaced >= MIN_UNSPACED


def _quotations(
    text: str,
    marked: Sequence[Segment],
    heard: Sequence[Heard | None],
    read: Sequence[Line],
    speakers: Speakers,
    headings: Set[int],
) -> Iterator[Quotation]:
    """The quotations in order: speakers are asked in the order of the text, since each helps with the next."""
    before: Quotation | None = None
    before_line = -1
    for number, line in enumerate(read):
        for at, token in enumerate(line.tokens):
            if not token.is_quote:
                continue
            segment, who = marked[token.segment], heard[token.segment]
            rule = who.rule if who else ""
            # A headline shortens what was said: its words are the editor's.
            if line.paragraph in headings or not is_speech(segment.span.of(text), line.tokens, at, rule):
                yield Quotation(span=segment.span, is_speech=False)
                continue
            quotation = Quotation(span=segment.span, is_speech=True, continues=segment.continues)
            if who:
                quotation = _attributed(text, quotation, who, read[who.line].tokens, speakers)
                if before and before.mention == quotation.mention and _goes_on(read, number, at, before_line):
                    quotation = replace(quotation, continues=True)
            yield quotation
            before, before_line = quotation, number


def _attributed(text: str, quotation: Quotation, who: Heard, tokens: Sequence[Token], speakers: Speakers) -> Quotation:
    speaker = speakers.who(who.line, who.attribution.phrase)
    # “Ada Holm came last.¶ “We tried,” Holm said.”: a report put into marks. Nobody speaks of themselves by full name.
    is_of_them = speaker.name is not None and " " in speaker.name and speaker.name in quotation.span.of(text)
    if is_of_them and who.rule in CARRIED:
        return quotation
    return replace(
        quotation,
        speaker=speaker.name,
        mention=_mention(tokens, who.attribution.phrase),
        cue=Span(tokens[who.attribution.cue_first].start, tokens[who.attribution.cue_last].end),
        because=speaker.because,
        rule=who.rule,
    )


def _mention(tokens: Sequence[Token], phrase: Phrase) -> Span:
    """The words beside the quotation that point at the speaker, without a possessive ending."""
    first = phrase.first if phrase.relative is None else phrase.relative
    last = tokens[phrase.last if phrase.relative is None else phrase.relative]
    return Span(tokens[first].start, last.start + len(last.text))


def _goes_on(read: Sequence[Line], number: int, at: int, before_line: int) -> bool:
    """Whether a quotation goes on with the one before: only the attribution, or nothing, stands between them."""
    if before_line == number:
        return sum(token.is_quote for token in read[number].tokens[:at]) == 1 and read[number].tokens[0].is_quote
    return before_line == number - 1 and at == 0 and read[number].paragraph == read[before_line].paragraph
