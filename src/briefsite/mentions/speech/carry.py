"""Quotations whose own sentence does not say who speaks: the speaker is carried over from beside them.

    “No,” said Ada Holm. “Never.”                       from the quotation before, in the same paragraph
    Ada Holm was angry. “Never again,” …                from the sentence before
    “We waited.¶ “Nobody came.”                         a quotation that runs over paragraphs
    Ada Holm said it was late.¶ “Nobody came.”          from the paragraph before

Leaves alone words in quotation marks inside a sentence that nobody is said to say, further away than that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.mentions.speech.attribution import DASHES, Attribution, is_somebody
from briefsite.mentions.speech.frames_behind import after
from briefsite.mentions.speech.interviews import Interview
from briefsite.mentions.speech.questions import put_at
from briefsite.mentions.speech.speech_or_term import is_cried
from briefsite.mentions.words.noun_phrases import forward
from briefsite.mentions.words.subjects import opening

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.speech.quotation_marks import Segment
    from briefsite.mentions.words.noun_phrases import Phrase
    from briefsite.mentions.words.tokens import Line, Token


MAX_BRIEF = 3
"""How many tokens a sentence that is nothing but an attribution may have from its verb on: "Ada Holm said later."."""


MAX_SIGNATURE = 16
"""How many tokens the paragraph may have that signs the one before."""


class Heard(NamedTuple):
    """Who is said to speak, and in which line the words stand that say so."""

    line: int
    attribution: Attribution
    rule: str


def carry(
    lines: Sequence[Line],
    spoken: Sequence[Sequence[Cue]],
    segments: Sequence[Segment],
    heard: list[Heard | None],
    names: Set[int],
) -> None:
    """Fill in, in `heard`, the speakers that the sentences around a quotation tell.

    `spoken` are the cues by line, `names` the places where names begin.
    """
    interview = Interview(lines)
    for number, line in enumerate(lines):
        for token in line.tokens:
            if token.is_quote and heard[token.segment] is None:
                found = _from_beside(lines, spoken, segments, heard, names, interview, number, token.segment)
                heard[token.segment] = found


def _from_beside(
    lines: Sequence[Line],
    spoken: Sequence[Sequence[Cue]],
    segments: Sequence[Segment],
    heard: Sequence[Heard | None],
    names: Set[int],
    interview: Interview,
    number: int,
    segment: int,
) -> Heard | None:
    if segments[segment].continues:
        before = heard[segment - 1]
        return before._replace(rule="continued") if before else None
    if ahead := _said_later(segments, heard, segment):
        return ahead
    own = lines[number].tokens
    if own[-1].is_quote and own[-1].segment == segment and (found := _next_sentence(lines, spoken, number)):
        return found
    place = next(at for at, token in enumerate(own) if token.segment == segment)
    if is_cried(own, place) or put_at(own, place) is not None:
        return None
    talk = interview.talk
    if interview.asks(number):
        return _in_talk(talk.line, talk.asks) if talk else None
    if interview.answers(number):
        told = _in_talk(talk.line, talk.answers) if talk else None
        return told or _told_in(lines, spoken, heard, names, interview.before(number))
    alone = stands_alone(own)
    for at in range(number - 1, -1, -1):
        if lines[at].paragraph != lines[number].paragraph:
            break
        if found := _last_in(lines, spoken, heard, at):
            return found._replace(rule="paragraph")
    if not alone:
        return None
    if following := _following(lines, heard, number) or _signed(lines, number):
        return following
    if number == 0:
        return None
    if lines[number - 1].paragraph == lines[number].paragraph:
        return _subject(lines, names, number - 1)
    return _told_in(lines, spoken, heard, names, number - 1)


def _in_talk(line: int, phrase: Phrase | None) -> Heard | None:
    """One of the two who talk in an interview."""
    return Heard(line, Attribution(phrase, phrase.last, phrase.last, "across"), "across") if phrase else None


def _told_in(
    lines: Sequence[Line],
    spoken: Sequence[Sequence[Cue]],
    heard: Sequence[Heard | None],
    names: Set[int],
    last: int,
) -> Heard | None:
    """The one who speaks in the paragraph that ends with a line, or is its subject."""
    if last < 0:
        return None
    ends_open = lines[last].tokens[-1].text == ":"
    if ends_open and (found := _subject(lines, names, last)):
        return found
    for at in range(last, -1, -1):
        if lines[at].paragraph != lines[last].paragraph:
            break
        if found := _last_in(lines, spoken, heard, at):
            return found._replace(rule="across")
    return _subject(lines, names, last)


def _said_later(segments: Sequence[Segment], heard: Sequence[Heard | None], segment: int) -> Heard | None:
    """The speaker of a quotation that runs over paragraphs, where only a later one names them."""
    for later in range(segment + 1, len(segments)):
        if not segments[later].continues:
            break
        if found := heard[later]:
            return found._replace(rule="continued")
    return None


def _next_sentence(lines: Sequence[Line], spoken: Sequence[Sequence[Cue]], number: int) -> Heard | None:
    """`“Never.” Ada Holm said.` and `“Why?” Ada Holm asked again.`: the attribution as a sentence of its own."""
    at = number + 1
    if at >= len(lines) or lines[at].paragraph != lines[number].paragraph:
        return None
    tokens = lines[at].tokens
    if tokens[-1].text == ":" or any(
        token.is_quote and tokens[i - 1].text in (",", ":") for i, token in enumerate(tokens)
    ):
        return None  # “Why?” She answered, “Never.”
    made = after((lines[number].tokens[-1], *tokens), 0, [_moved(cue, 1) for cue in spoken[at]])
    if made is None:
        return None
    # After a full stop, a sentence that goes on is no attribution: “…” Ada Holm said she would leave.
    is_open = lines[number].tokens[-1].text[-1:] in "?!"
    if not is_open and (len(tokens) - made.cue_first > MAX_BRIEF or any(token.is_quote for token in tokens)):
        return None
    return Heard(
        at,
        made._replace(phrase=_shifted(made.phrase, -1), cue_first=made.cue_first - 1, cue_last=made.cue_last - 1),
        "after",
    )


def _moved(cue: Cue, by: int) -> Cue:
    return cue._replace(at=cue.at + by, subject=_shifted(cue.subject, by) if cue.subject else None)


def _shifted(phrase: Phrase, by: int) -> Phrase:
    relative = None if phrase.relative is None else phrase.relative + by
    return phrase._replace(first=phrase.first + by, last=phrase.last + by, head=phrase.head + by, relative=relative)


def stands_alone(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a quotation and next to nothing else."""
    return sum(token.is_word for token in tokens) <= 2


def _last_in(
    lines: Sequence[Line], spoken: Sequence[Sequence[Cue]], heard: Sequence[Heard | None], at: int
) -> Heard | None:
    """The one who speaks in a line: in its last quotation, or by its first verb of saying."""
    tokens = lines[at].tokens
    for token in reversed(tokens):
        if token.is_quote and (found := heard[token.segment]):
            return found
    for cue in spoken[at]:
        if cue.subject and not cue.passive:
            return Heard(at, Attribution(cue.subject, cue.at, cue.at, "before"), "before")
    return None


def _following(lines: Sequence[Line], heard: Sequence[Heard | None], number: int) -> Heard | None:
    """`“No. “Never,” said Ada Holm.`: the next sentence of the paragraph names the speaker of both."""
    at = number + 1
    if at < len(lines) and lines[at].paragraph == lines[number].paragraph and lines[at].tokens[0].is_quote:
        found = heard[lines[at].tokens[0].segment]
        if found and found.rule == "after":
            return found._replace(rule="paragraph")
    return None


def _signed(lines: Sequence[Line], number: int) -> Heard | None:
    """`“Never.”¶— Ada Holm, mayor`: the paragraph behind a quotation is its signature."""
    at = number + 1
    if at >= len(lines) or len(lines[at].tokens) > MAX_SIGNATURE:
        return None
    tokens = lines[at].tokens
    if len(tokens) < 2 or tokens[0].text not in DASHES or not tokens[1].is_capitalised:
        return None
    phrase = forward(tokens, 1)
    ends = phrase is not None and (phrase.last + 1 == len(tokens) or not tokens[phrase.last + 1].is_word)
    return Heard(at, Attribution(phrase, 0, 0, "signature"), "signature") if phrase and ends else None


def _subject(lines: Sequence[Line], names: Set[int], at: int) -> Heard | None:
    tokens = lines[at].tokens
    phrase = opening(tokens, 0, len(tokens))
    if phrase is None:
        return None
    if not is_somebody(tokens, phrase, names):
        return None
    return Heard(at, Attribution(phrase, phrase.last, phrase.last, "subject"), "subject")
