"""Frames before a quotation, which say who speaks it.

Ada Holm said: “…”                      touching it
Ada Holm said the plan is “…”           before it
over her claim that the plan is “…”     a noun of saying
Her message was plain: “…”              a colon
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.speech.attribution import Attribution, by_cue
from briefsite.mentions.speech.sayers import author_of
from briefsite.mentions.speech.shared_subjects import coordinated
from briefsite.mentions.words.noun_phrases import Phrase, ending_at
from briefsite.mentions.words.reporting import is_reporting
from briefsite.mentions.words.roles import is_abstract, is_role
from briefsite.mentions.words.subjects import before as subject_before
from briefsite.mentions.words.subjects import opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.words.tokens import Token

_LINKS = frozenset({":", ",", "(", "[", "—", "–", "-", "that", "as", "it", "him", "her", "them", "to", "how"})
"""What may stand between a verb of saying and its quotation, beside the classes of small words."""
MAX_LEAD = 9
"""How many tokens the clause that leads into a quotation may have: "Ada Holm fired back forcefully:"."""
_LEADS = frozenset({"that", "of", "as", "for", "to", ":", ","})
"""What leads from a noun of saying to its quotation."""


def touching(tokens: Sequence[Token], quote: int, earlier: Sequence[Cue]) -> Attribution | None:
    """`Ada Holm said: “…”`, `called it “…”`: nothing but small words between verb and quotation."""
    if made := _unlisted_verb_before(tokens, quote):
        return made
    if earlier and (made := _last_clause(tokens, quote, earlier[-1])):
        return made
    if not earlier or (len(earlier) > 1 and not _speaks(tokens, earlier[-1])):
        return None  # "Ada Holm says evidence suggests “…”"
    cue = earlier[-1]
    between = tokens[cue.at + 1 : quote]
    leads_in = bool(between) and between[-1].text == ":"
    if len(between) > (12 if leads_in else 6):
        return None
    if not leads_in and not all(
        token.lower in _LINKS or token.word_class in ("adverb", "pronoun", "auxiliary") for token in between
    ):
        return None
    return by_cue(cue, "touching")


def judged(tokens: Sequence[Token], quote: int, earlier: Sequence[Cue]) -> Attribution | None:
    """`In a film that Jo Reyes called “dull,” Ada Holm said she sang`: only the one who judges says the words."""
    if not earlier or not earlier[-1].verb.judges or quote + 1 >= len(tokens) or not tokens[quote + 1].is_word:
        return None
    made = touching(tokens, quote, earlier)
    return made if made and made.cue_first == earlier[-1].at else None


def _unlisted_verb_before(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """`She deadpanned, “…”`: any verb will do between a subject and a comma or colon before the quotation."""
    verb = quote - 2
    if verb < 1 or tokens[quote - 1].text not in (",", ":"):
        return None
    token = tokens[verb]
    if not token.lower.endswith("ed") or is_reporting(token.lower) or token.is_capitalised:
        return None
    subject = subject_before(tokens, verb)
    if subject is None or subject.last != verb - 1:
        return None
    head = tokens[subject.head]
    if not (head.is_capitalised or head.lower in ("he", "she", "they") or is_role(head.lower)):
        return None
    return Attribution(subject, verb, verb, "touching")


def after_noun_of_saying(tokens: Sequence[Token], quote: int, earlier: Sequence[Cue]) -> Attribution | None:
    """`over her claim that the plan was “…”`: a noun of saying between the last verb and the quotation."""
    floor = max(earlier[-1].at + 1 if earlier else 0, quote - 14)
    for at in range(quote - 1, floor, -1):
        if tokens[at].is_quote:
            return None
        if tokens[at].lower not in words("nominal_cues"):
            continue
        if not (tokens[at + 1].is_quote or tokens[at + 1].lower in _LEADS):
            return None  # "said the firm’s answer was “late”"
        if earlier and (tokens[at + 1].is_quote or tokens[at + 1].lower == "as"):
            return None  # "denounced her remarks as “cruel”", "found her letter “troubling”"
        owner = at - 1
        while owner > floor and tokens[owner].is_word and not (tokens[owner].word_class or tokens[owner].possessive):
            owner -= 1  # "her own recent claim"
        if tokens[owner].lower in ("his", "her", "their"):
            return Attribution(Phrase(owner, owner, owner), at, at, "noun")
        if tokens[owner].possessive and (phrase := ending_at(tokens, owner)):
            return Attribution(phrase, at, at, "noun")
        if tokens[owner].word_class == "determiner" and (author := author_of(tokens, Phrase(owner, at, at))):
            return Attribution(author, at, at, "noun")  # "Ada Holm issued a statement to “…”"
        return _with_noun(tokens, at, owner)
    return None


def _with_noun(tokens: Sequence[Token], noun: int, before: int) -> Attribution | None:
    """`Ada Holm fired back with the claim that it was “…”`; but "Holm rejected claims that it was “…”"."""
    link = before - 1 if tokens[before].word_class == "determiner" else before
    if tokens[link].lower != "with" or tokens[noun + 1].lower != "that":
        return None
    subject = opening(tokens, 0, link)
    head = tokens[subject.head] if subject else None
    if subject is None or head is None or not (head.is_capitalised or is_role(head.lower)):
        return None
    return Attribution(subject, noun, noun, "noun")


def before(tokens: Sequence[Token], quote: int, earlier: Sequence[Cue]) -> Attribution | None:
    """`Ada Holm said the board, which called for peace, was “…”`: the verb of the clause that holds the others."""
    named = [cue for cue in earlier if cue.subject]
    candidates = [cue for cue in named if _speaks(tokens, cue)] or named
    if not candidates:
        return None
    chosen = candidates[-1]
    for cue in reversed(candidates[:-1]):
        beside = coordinated(tokens, cue, chosen) or _relays(cue, chosen) or _in_relative(tokens, cue, chosen, quote)
        if not beside:
            chosen = cue
    return by_cue(chosen, "before")


def _relays(outer: Cue, inner: Cue) -> bool:
    """Whether the outer one only reports what the inner says: "The Tide reported that Jo Reyes said it was “late”"."""
    return outer.verb.lemma == "report" and inner.verb.lemma in ("say", "tell", "write") and not inner.passive


def _in_relative(tokens: Sequence[Token], outer: Cue, inner: Cue, quote: int) -> bool:
    """Whether the quotation is what somebody says of whom a clause tells: "rebuked critics who say it is “late”".

    But "told a man who asked her that it was “late”" and "said the board, which called for peace, was “late”" go on.
    """
    who = inner.subject.relative if inner.subject else None
    if who is None or tokens[who].lower != "who" or inner.verb.judges:
        return False
    goes_on = any(token.text == "," or token.is_quote for token in tokens[inner.at : quote])
    return not goes_on and (outer.verb.judges or tokens[who - 1].text == ",")


def _speaks(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the subject of a verb of saying can speak."""
    head = tokens[cue.subject.head] if cue.subject else None
    return head is None or head.is_capitalised or not is_abstract(head.lower)


def _last_clause(tokens: Sequence[Token], quote: int, cue: Cue) -> Attribution | None:
    """`When Jo Reyes called it late, Ada Holm shot back: “…”`: the clause that leads in has a subject of its own."""
    if tokens[quote - 1].text not in (":", ","):
        return None
    comma = next((at for at in range(quote - 2, cue.at, -1) if tokens[at].text == "," or tokens[at].is_quote), None)
    if comma is None or tokens[comma].is_quote or not tokens[0].word_class:
        return None
    subject = opening(tokens, comma + 1, quote - 1)
    if subject is None or subject.first != comma + 1 or subject.last + 1 >= quote - 1:
        return None
    head, verb = tokens[subject.head], tokens[subject.last + 1]
    if not (head.is_capitalised or head.lower in ("he", "she", "they")) or quote - comma > MAX_LEAD:
        return None
    if verb.word_class == "auxiliary":
        return None  # "Ada Holm was asked,"
    return Attribution(subject, subject.last + 1, quote - 2, "touching")


def colon(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """`Her message was plain: “…”`: the subject of the sentence that the colon ends."""
    if quote == 0 or tokens[quote - 1].text != ":":
        return None
    phrase = opening(tokens, 0, quote - 1)
    return Attribution(phrase, quote - 1, quote - 1, "colon") if phrase else None
