"""Who said a quotation, from the sentence that holds it: frames tried in the order in which they can be trusted.

    “…,” said Ada Holm.                     after the quotation
    Ada Holm said: “…”                      touching it
    Ada Holm said the plan is “…”           before it
    the plan “…”, Ada Holm said.            at the end of the sentence
    According to Ada Holm, “…”              according to
    “…” — Ada Holm                          a signature

Each attribution names the rule that found it; rules differ in how often they err (measured on news: after the
quotation 2 %, touching or before it 6 %, carried over within a paragraph 5 %, across paragraphs 16 %).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefsite.lexicon import words
from briefsite.mentions.speech.cues import inverts
from briefsite.mentions.words.noun_phrases import Phrase, ending_at, forward
from briefsite.mentions.words.reporting import is_reporting
from briefsite.mentions.words.roles import is_role
from briefsite.mentions.words.subjects import before, opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.speech.cues import Cue
    from briefsite.mentions.words.tokens import Token

_LINKS = frozenset({":", ",", "(", "[", "—", "–", "-", "that", "as", "it", "him", "her", "them", "to", "how"})
"""What may stand between a verb of saying and its quotation, beside the classes of small words."""
_DASHES = frozenset(["—", "–", "--", "-"])
_LEADS = frozenset({"that", "of", "as", "for", "to", ":", ","})
"""What leads from a noun of saying to its quotation."""
MAX_REACH = 45
"""How many tokens may stand between a quotation and the verb behind it: a name and a long apposition."""


class Attribution(NamedTuple):
    """Who said it, in the tokens of one line."""

    phrase: Phrase
    cue_first: int
    cue_last: int
    rule: str


def attribute(tokens: Sequence[Token], quote: int, found: Sequence[Cue]) -> Attribution | None:
    """The speaker of the quotation that is token `quote`, as its own sentence tells; None where it does not."""
    earlier = [cue for cue in found if cue.at < quote and not cue.passive]
    return (
        _after(tokens, quote, found)
        or _touching(tokens, quote, earlier)
        or _noun_of_saying(tokens, quote, earlier)
        or _at_end(tokens, quote, found)
        or _according_first(tokens)
        or _before(tokens, quote, earlier)
        or _passive(tokens, quote, found)
        or _according(tokens, quote)
        or _colon(tokens, quote)
        or _signature(tokens, quote)
    )


def _made(cue: Cue, rule: str) -> Attribution | None:
    return Attribution(cue.subject, cue.at, cue.at, rule) if cue.subject else None


def _touching(tokens: Sequence[Token], quote: int, earlier: Sequence[Cue]) -> Attribution | None:
    """`Ada Holm said: “…”`, `called it “…”`: nothing but small words between verb and quotation."""
    if made := _unlisted_verb_before(tokens, quote):
        return made
    if not earlier:
        return None
    cue = earlier[-1]
    between = tokens[cue.at + 1 : quote]
    colon = bool(between) and between[-1].text == ":"
    if len(between) > (12 if colon else 6):
        return None
    if not colon and not all(
        token.lower in _LINKS or token.word_class in ("adverb", "pronoun", "auxiliary") for token in between
    ):
        return None
    return _made(cue, "touching")


def _after(tokens: Sequence[Token], quote: int, found: Sequence[Cue]) -> Attribution | None:
    """`“…,” said Ada Holm`, `“…,” Ada Holm, a researcher, said`."""
    at = quote + 1
    if at < len(tokens) and (tokens[at].text in (",", "...", "…") or tokens[at].text in _DASHES):
        at += 1
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    token = tokens[at]
    if token.lower in ("according", "per"):
        return _according_at(tokens, at)
    if token.lower in ("that", "which", "who"):
        return None
    while at < len(tokens) - 1 and tokens[at].lower in ("as", "is", "was", "how", "what"):
        at += 1
    if inverts(tokens, at) and (phrase := forward(tokens, at + 1)):
        return Attribution(_named_behind(tokens, phrase), at, at, "after")
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
            return _made(cue, "after")  # “…,” the paper quoted her as saying
        if cue.at - at > MAX_REACH or any(token.is_quote for token in tokens[at : cue.at]):
            return None
        own = cue.subject
        # "the mayor, Ada Holm, said": the name behind the comma is the same person
        if own and at <= own.first <= subject.last + 2 and cue.verb.form != "gerund":
            return Attribution(own, cue.at, cue.at, "after")
        if own is None or own.first > subject.last + 2:
            break
    return _unlisted_verb(tokens, quote, subject)


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
    if verb >= len(tokens) or subject.first > quote + 2:
        return None
    token = tokens[verb]
    past = token.is_word and token.lower.endswith(("ed", "t", "s")) and not token.word_class
    # After a comma inside the marks an attribution has to come; else the verb must be all there is.
    comma = tokens[quote].text.endswith(",")
    ends = comma or verb + 1 >= len(tokens) or tokens[verb + 1].text in (".", ",", ":")
    if past and ends and not token.is_capitalised:
        return Attribution(subject, verb, verb, "after")
    return None


def _unlisted_verb_before(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """`She deadpanned, “…”`: any verb will do between a subject and a comma or colon before the quotation."""
    verb = quote - 2
    if verb < 1 or tokens[quote - 1].text not in (",", ":"):
        return None
    token = tokens[verb]
    if not token.lower.endswith("ed") or is_reporting(token.lower) or token.is_capitalised:
        return None
    subject = before(tokens, verb)
    if subject is None or subject.last != verb - 1:
        return None
    head = tokens[subject.head]
    if not (head.is_capitalised or head.lower in ("he", "she", "they") or is_role(head.lower)):
        return None
    return Attribution(subject, verb, verb, "touching")


def _noun_of_saying(tokens: Sequence[Token], quote: int, earlier: Sequence[Cue]) -> Attribution | None:
    """`over her claim that the plan was “…”`: a noun of saying between the last verb and the quotation."""
    floor = max(earlier[-1].at + 1 if earlier else 0, quote - 14)
    for at in range(quote - 1, floor, -1):
        if tokens[at].is_quote:
            return None
        if tokens[at].lower not in words("nominal_cues"):
            continue
        if not (tokens[at + 1].is_quote or tokens[at + 1].lower in _LEADS):
            return None  # "said the firm’s answer was “late”"
        owner = at - 1
        while owner > floor and tokens[owner].is_word and not (tokens[owner].word_class or tokens[owner].possessive):
            owner -= 1  # "her own recent claim"
        if tokens[owner].lower in ("his", "her", "their"):
            return Attribution(Phrase(owner, owner, owner), at, at, "noun")
        if tokens[owner].possessive and (phrase := ending_at(tokens, owner)):
            return Attribution(phrase, at, at, "noun")
        return None
    return None


def _at_end(tokens: Sequence[Token], quote: int, found: Sequence[Cue]) -> Attribution | None:
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
        if comma.text not in (",", "—", "–", "--") or any(token.is_quote for token in tokens[quote + 1 : cue.at]):
            continue
        if all(not token.is_word or _is_aside(token) for token in rest[:3]):
            return Attribution(subject, cue.at, cue.at, "end")
    return None


def _is_aside(token: Token) -> bool:
    """A word that may follow a final attribution: "said on Monday", "said in a statement"."""
    return token.word_class in ("preposition", "adverb", "determiner") or token.lower in (
        words("calendar_words") | words("documents") | {"week", "month", "year"}
    )


def _before(tokens: Sequence[Token], quote: int, earlier: Sequence[Cue]) -> Attribution | None:
    """`Ada Holm said the board, which called for peace, was “…”`: the verb of the clause that holds the others."""
    candidates = [cue for cue in earlier if cue.subject]
    if not candidates:
        return None
    chosen = candidates[-1]
    for cue in reversed(candidates[:-1]):
        if not _coordinated(tokens, cue, chosen):
            chosen = cue
    return _made(chosen, "before")


def _coordinated(tokens: Sequence[Token], outer: Cue, inner: Cue) -> bool:
    """Whether the second verb stands in a clause of its own beside the first, not inside it."""
    if inner.verb.form == "gerund" or inner.subject == outer.subject:
        return True
    assert inner.subject is not None
    start = inner.subject.first
    opens = tokens[0].word_class in ("conjunction", "preposition")
    if opens and any(token.text == "," for token in tokens[outer.at : start]):
        return True  # "While Ada Holm praised it, Jo Reyes says it is “…”"
    lead = tokens[max(outer.at + 1, start - 3) : start]
    texts = [token.lower for token in lead]
    if any(token.is_quote for token in tokens[outer.at + 1 : start]):
        return True
    return any(text in (";", "while", "but") for text in texts) or (
        len(texts) >= 2 and texts[-1] == "and" and texts[-2] == ","
    )


def _passive(tokens: Sequence[Token], quote: int, found: Sequence[Cue]) -> Attribution | None:
    """`the plan was described by Ada Holm as “…”`."""
    for cue in found:
        if cue.passive and cue.subject and cue.verb.lemma not in ("tell", "ask"):
            return _made(cue, "passive")
    return None


def _according_first(tokens: Sequence[Token]) -> Attribution | None:
    return _according_at(tokens, 0) if tokens[0].lower == "according" else None


def _according(tokens: Sequence[Token], quote: int) -> Attribution | None:
    for at, token in enumerate(tokens):
        if token.lower == "according" and (made := _according_at(tokens, at)):
            return made
    return None


def _according_at(tokens: Sequence[Token], at: int) -> Attribution | None:
    start = at + 1
    if start < len(tokens) and tokens[start].lower == "to":
        start += 1
    phrase = forward(tokens, start)
    return Attribution(phrase, at, start - 1, "according") if phrase else None


def _colon(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """`Her message was plain: “…”`: the subject of the sentence that the colon ends."""
    if quote == 0 or tokens[quote - 1].text != ":":
        return None
    phrase = opening(tokens, 0, quote - 1)
    return Attribution(phrase, quote - 1, quote - 1, "colon") if phrase else None


def _signature(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """`“…” — Ada Holm`."""
    at = quote + 1
    if at + 1 < len(tokens) and tokens[at].text in _DASHES and tokens[at + 1].is_capitalised:
        phrase = forward(tokens, at + 1)
        if phrase and len(tokens) - phrase.last < 14:
            return Attribution(phrase, at, at, "signature")
    return None
