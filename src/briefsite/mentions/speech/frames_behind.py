"""Frames behind a quotation, which say who spoke it.

“…,” said Ada Holm.                     after it
“…,” Ada Holm, a researcher, said.      after it
the plan “…”, Ada Holm said.            at the end of the sentence
“…” — Ada Holm                          a signature
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.speech.attribution import DASHES, Attribution, according_at, by_cue
from briefsite.mentions.speech.sayers import inverts
from briefsite.mentions.words.noun_phrases import TIMES, Phrase, forward
from briefsite.mentions.words.roles import is_abstract, is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.words.tokens import Token

MAX_REACH = 45
"""How many tokens may stand between a quotation and the verb behind it: a name and a long apposition."""


def after(tokens: Sequence[Token], quote: int, found: Sequence[Cue]) -> Attribution | None:
    """`“…,” said Ada Holm`, `“…,” Ada Holm, a researcher, said`."""
    at = quote + 1
    if at < len(tokens) and (tokens[at].text in (",", "...", "…") or tokens[at].text in DASHES):
        at += 1
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    token = tokens[at]
    if token.lower in ("according", "per", "in") and (made := according_at(tokens, at)):
        return made
    if token.lower in ("that", "which", "who"):
        return None
    while at < len(tokens) - 1 and tokens[at].lower in ("as", "is", "was", "how", "what"):
        at += 1
    if inverts(tokens, at) and (phrase := forward(tokens, at + 1)):
        return Attribution(_named_behind(tokens, phrase), at, at, "after")
    if _inverts_unlisted(tokens, quote, at) and (phrase := forward(tokens, at + 1)):
        return Attribution(phrase, at, at, "after")
    # the subject, and then the verb
    subject = forward(tokens, at)
    if subject is None:
        return None
    parted = tokens[quote + 1].text in (",", "—", "–", "--", "-") or tokens[quote].text[-1:] in ",.?!…-—"
    if not parted and not (tokens[subject.head].is_capitalised or tokens[subject.head].word_class == "pronoun"):
        return None  # the “old” member states: no attribution
    for cue in found:
        if cue.at <= at:
            continue
        if cue.verb.lemma == "quote" and cue.subject and cue.subject.first > subject.last:
            return by_cue(cue, "after")  # “…,” the paper quoted her as saying
        if cue.at - at > MAX_REACH or any(token.is_quote for token in tokens[at : cue.at]):
            return None
        own = cue.subject
        # "the mayor, Ada Holm, said": the name behind the comma is the same person
        beside = subject.last + (2 if tokens[min(subject.last + 1, cue.at)].text == "," else 1)
        if own and at <= own.first <= beside and cue.verb.form != "gerund":
            return Attribution(own, cue.at, cue.at, "after")
        if not cue.passive and (own is None or own.first > beside):
            break
    return _unlisted_verb(tokens, quote, subject) if parted else None


def _inverts_unlisted(tokens: Sequence[Token], quote: int, at: int) -> bool:
    """`“How fine!” beamed Ada Holm`: any verb will do between the end of a quotation and a name."""
    if at + 1 >= len(tokens) or tokens[quote].text[-1:] not in ",.?!…" or tokens[at].word_class:
        return False
    verb = tokens[at].text.endswith("ed") and tokens[at].text[0].islower()
    return verb and tokens[at + 1].is_capitalised and tokens[at + 1].lower not in words("calendar_words")


def _named_behind(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """`said the company’s director, Ada Holm.`: the name behind the role."""
    if not is_role(tokens[phrase.head].lower):
        return phrase
    first = phrase.last + 1
    while first < min(len(tokens), phrase.last + 8) and tokens[first].is_word:
        first += 1  # "the ambassador to Canada, Jo Reyes"
    first += 1
    if first >= len(tokens) or tokens[first - 1].text != ",":
        return phrase
    named = forward(tokens, first)
    if named is None or not all(token.is_capitalised for token in tokens[named.first : named.last + 1]):
        return phrase
    return named


def _unlisted_verb(tokens: Sequence[Token], quote: int, subject: Phrase) -> Attribution | None:
    """`“…,” she deadpanned.`: any verb will do where nothing but it and the subject follow the quotation."""
    verb = subject.last + 1
    if verb >= len(tokens) or subject.first > quote + 3:
        return None
    token = tokens[verb]
    head = tokens[subject.head]
    if is_abstract(head.lower) and not head.is_capitalised:
        return None  # “…,” a sentiment shared by others
    past = token.lower.endswith("ed") or token.lower in words("irregular_past")
    # “…,” she deadpans; but “…,” the Netflix series
    alone = subject.first == subject.head and (head.is_capitalised or head.word_class == "pronoun")
    present = alone and token.lower.endswith("s") and not token.lower.endswith("ss")
    # After a comma inside the marks an attribution has to come; else the verb must be all there is.
    begins = quote == 0 or not tokens[quote - 1].is_word
    comma = begins and tokens[quote].text.endswith(",")
    ends = comma or verb + 1 >= len(tokens) or tokens[verb + 1].text in (".", ",", ":")
    if tokens[subject.first - 1].lower == "as":  # "as Holm couched it", not "as Holm left"
        ends = verb + 1 < len(tokens) and tokens[verb + 1].lower == "it"
    if (past or present) and ends and token.is_word and not (token.word_class or token.is_capitalised):
        return Attribution(subject, verb, verb, "after")
    return None


def by_agent(tokens: Sequence[Token], quote: int, found: Sequence[Cue]) -> Attribution | None:
    """`the plan, described as “…” by Ada Holm, is`: a participle, the quotation, and who says so."""
    if quote + 2 >= len(tokens) or tokens[quote + 1].lower != "by":
        return None
    participle = next((cue.at for cue in reversed(found) if cue.at < quote), None)
    if participle is None or not tokens[participle].lower.endswith("ed"):
        return None
    if any(token.lower not in ("as", "a", "an", "the", ",", ":") for token in tokens[participle + 1 : quote]):
        return None
    agent = forward(tokens, quote + 2)
    head = tokens[agent.head] if agent else None
    if agent is None or head is None or not (head.is_capitalised or is_role(head.lower)):
        return None
    return Attribution(agent, participle, quote + 1, "passive")


def at_end(tokens: Sequence[Token], quote: int, found: Sequence[Cue]) -> Attribution | None:
    """`… “…” of gangs, the mayor’s office said.`: the attribution ends the sentence, behind a comma."""
    for cue in reversed(found):
        if cue.at < quote or cue.passive:
            return None
        if tokens[cue.at - 1].text == "," and inverts(tokens, cue.at):
            speaker = forward(tokens, cue.at + 1)
            return Attribution(_named_behind(tokens, speaker), cue.at, cue.at, "end") if speaker else None
        subject = cue.subject
        if subject is None or cue.verb.form == "gerund" or subject.first <= quote:
            continue
        comma = tokens[subject.first - 1]
        rest = tokens[cue.at + 1 :]
        if cue.verb.judges and rest and rest[0].is_quote:
            continue  # "a clause on “acts of God”, which Ada Holm called “an insult”": only the insult is hers
        if comma.lower == "as" and subject.first > quote + 2:
            comma = tokens[subject.first - 2]  # "is “late”, as a spokesman said"
        if comma.text not in (",", "—", "–", "--") or any(token.is_quote for token in tokens[quote + 1 : cue.at]):
            continue
        if all(not token.is_word or _is_aside(token) for token in rest[:3]):
            return Attribution(subject, cue.at, cue.at, "end")
    return None


def _is_aside(token: Token) -> bool:
    """A word that may follow a final attribution: "said on Monday", "said in a statement"."""
    if token.word_class in ("preposition", "adverb", "determiner", "possessive") or token.lower in TIMES:
        return True
    return token.lower in words("calendar_words") or token.lower in words("documents")


def signature(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """`“…” — Ada Holm`."""
    at = quote + 1
    if at + 1 < len(tokens) and tokens[at].text in DASHES and tokens[at + 1].is_capitalised:
        phrase = forward(tokens, at + 1)
        if phrase and len(tokens) - phrase.last < 14:
            return Attribution(phrase, at, at, "signature")
    return None
