"""A frame: the cue of something open, and the grammar that makes a question of the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.facts.asking.antecedents import antecedent_before, owned_before, speaker_before
from briefsite.facts.asking.grammar import will
from briefsite.facts.asking.line import Line
from briefsite.facts.asking.nouns import owner_of
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.asking.referents import HEADS
from briefsite.facts.asking.saying import is_saying
from briefsite.facts.asking.subjects import past_adverbs, subject_before, subject_of
from briefsite.facts.verb_forms import is_past

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefsite.facts.asking.line import Stretch
    from briefsite.facts.fact import QuestionKind
    from briefsite.facts.reading import Reading


_HELPERS = frozenset({"has", "have", "is", "are", "been", "being", "was", "were", "today", "yesterday", "repeatedly"})
"""What may stand between a subject and a cue: "the board | has today agreed"."""
_PAST = frozenset({"was", "were", "did", "Was", "Were", "Did"})
_PAST_OPENERS = ("when", "after", "because", "since", "although", "though")
"""First words of a clause that only leads up to the news."""
_LEADS_IN = ("but", "and", "yet", "so", "still")
"""First words of a sentence that its subject may follow."""
_POINTS = re.compile(r"^(?:this|these|those) ")
_WEEKDAY = re.compile(r"(?<! of)(?<! on) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
"""When, and not who: "President Kell Saturday vowed to …"."""
_COUNTS = re.compile(r"^(?=(?:two|three|four|five|six|seven|eight|nine|ten) (?!of ))", flags=re.IGNORECASE)
"""Named before by the article: "Two pilots have asked for asylum" → "the two pilots"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A question that a sentence raises."""

    question: str
    kind: QuestionKind
    strength: float
    """How surely the sentence leaves it open, from 0 to about 1.5."""
    is_past: bool
    """Whether its cue tells what somebody did, or it asks for what was: a day far back then settles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A sentence, and what a frame may know beside it."""

    line: Line
    name: Callable[[str], str]
    """A phrase as it reads in the middle of a sentence: "The board" → "the board"."""
    meant_by: Callable[[str], str | None] = lambda _: None
    """Whom a pronoun at the head of the sentence stands for, by name; None where that is not sure."""
    reading_before: Reading | None = None
    """The sentence before; None where there is none."""

    @property
    def before(self) -> str:
        """The sentence before, in lower case; "" where there is none."""
        return self.reading_before.text.lower() if self.reading_before else ""

    @property
    def line_before(self) -> Line | None:
        """The line of the sentence before."""
        return Line.of(self.line.source, self.reading_before.tokens) if self.reading_before else None

    def phrase(self, stretch: Stretch | None) -> str | None:
        """The words of a stretch as they read in the middle of a sentence."""
        if stretch is None:
            return None
        # "These limits" points at the sentence before, which a question does not have.
        return _WEEKDAY.sub("", _POINTS.sub("the ", _COUNTS.sub("the ", self.name(self.line.words(stretch)))))

    def subject(self, at: int) -> str | None:
        """The subject before token `at`; that of the first clause where "and" or "but" joins the verb to it."""
        stretch = subject_before(self.line, at) or antecedent_before(self.line, at)
        # "Kell said the fine was a mistake and would be paid back": the fine would.
        is_reported = any(is_saying(token) for token in self.line.tokens[:at])
        if stretch is None and self._is_joined(at) and not is_reported:
            stretch = subject_of(self.line)
        return self.phrase(stretch or speaker_before(self.line, at)) or self._owned(at) or self._meant_before(at)

    def _owned(self, at: int) -> str | None:
        """What a speaker owns, before token `at`: "the firm believes its crane | could …" → "the firm’s crane"."""
        found = owned_before(self.line, past_adverbs(self.line.tokens, at))
        return f"{owner_of(self.phrase(found[0]) or '')} {self.line.words(found[1])}" if found else None

    def _meant_before(self, at: int) -> str | None:
        """Whom the pronoun before token `at` means, where it begins the sentence, or stands for what begins it.

        "She said that she will sell it": the second "she" is the first one, unless somebody else is named between.
        """
        tokens = self.line.tokens
        first = 1 if len(tokens) > 1 and tokens[0].lower in _LEADS_IN else 0
        pronoun = tokens[first].lower
        at = past_adverbs(tokens, at)
        is_head = at == first + 1 or self._is_joined(at) or (at > first + 1 and tokens[at - 1].lower == pronoun)
        is_alone = not any(token.is_capitalised for token in tokens[first + 1 : at])
        if self._is_joined(at) and any(is_saying(token) for token in tokens[first + 1 : at]):
            return None  # "She said her father has the yard, and will sell it": he will
        return self.meant_by(pronoun) if is_head and is_alone and pronoun in HEADS else None

    def _is_joined(self, at: int) -> bool:
        tokens = self.line.tokens
        at = past_adverbs(tokens, at)
        return at > 0 and tokens[at - 1].lower in ("and", "but")


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a frame's pattern stands in a line, in tokens."""

    context: Context
    match: re.Match[str]

    @property
    def start(self) -> int:
        """The first token of the cue."""
        return self.token("")

    @property
    def end(self) -> int:
        """The token after the cue; its number may be that of no token."""
        return self.context.line.index(self.match.end())

    def token(self, group: str) -> int:
        """The token at which a named group of the pattern begins."""
        return self.context.line.index(self.match.start(group) if group else self.match.start())

    @property
    def subject(self) -> str | None:
        """Whose act the cue begins: "the board | has agreed to …"."""
        tokens, at = self.context.line.tokens, past_adverbs(self.context.line.tokens, self.start)
        while at and tokens[at - 1].lower in _HELPERS:
            at = past_adverbs(tokens, at - 1)
        return self.context.subject(at)

    def after(self, at: int | None = None) -> str | None:
        """What is said from token `at` on (from the end of the cue where none is given), to the end of its clause."""
        line = self.context.line
        stretch = predicate_after(line, self.end if at is None else at)
        return line.words(stretch) if stretch else None

    def will(self, subject: str | None, at: int | None = None) -> str | None:
        """Ask "Will SUBJECT …?" with what stands from token `at` on."""
        said = self.after(at)
        return will(subject, said) if subject and said else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way in which a sentence leaves something open."""

    kind: QuestionKind
    strength: float
    triggers: frozenset[str]
    """One of these words stands in every sentence that the pattern can match: looked for first, for speed."""
    pattern: re.Pattern[str]
    """Searched in the line's lower-case tokens."""
    ask: Callable[[Cue], str | None]
    """The question that a cue raises; None where no good one can be built."""

    def find(self, context: Context) -> Iterator[Candidate]:
        """The questions that the frame builds from a sentence."""
        first, last = context.line.quoted
        for match in self.pattern.finditer(context.line.lowered):
            cue = Cue(context, match)
            # What somebody says they will do is theirs; a condition set in a quotation still hangs over all.
            if first <= cue.start < last and self.kind != "condition":
                continue
            if self.kind in ("decision", "upcoming") and _is_over(context.line, cue.start):
                continue
            if question := self.ask(cue):
                told = is_past(match.group().split()[0]) or not _PAST.isdisjoint(question.split())
                yield Candidate(question=question, kind=self.kind, strength=self.strength, is_past=told)


def _is_over(line: Line, at: int) -> bool:
    """Whether a cue at token `at` tells what is past: "he had asked them to go", "when Kell said they would go, …"."""
    tokens = line.tokens
    if at and tokens[at - 1].lower == "had":
        return True
    return tokens[0].lower in _PAST_OPENERS and all(token.text != "," for token in tokens[:at])


def frame(
    kind: QuestionKind,
    strength: float,
    triggers: str | frozenset[str],
    pattern: str,
    ask: Callable[[Cue], str | None],
) -> Frame:
    """A frame; in its pattern, `_` stands for the one space between two tokens."""
    return Frame(
        kind=kind,
        strength=strength,
        triggers=frozenset(triggers.split()) if isinstance(triggers, str) else triggers,
        pattern=re.compile(rf"(?<![^ ])(?:{pattern.replace('_', '[ ]')})", flags=re.VERBOSE),
        ask=ask,
    )


ADVERB = "(?: (?:also|now|currently|still|likely|already|widely|reportedly|again|being|next) _ )?"
"""A word that may stand inside a verb."""
