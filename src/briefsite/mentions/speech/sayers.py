"""Who says what a verb of saying tells: its subject, its agent, or whoever the whole clause is about.

Ada Holm told the board on Monday that …   → Ada Holm
“…,” said Ada Holm                         → Ada Holm
it was described by Jo Reyes as …          → Jo Reyes
she went on, adding …                      → she
the news prompted Ada Holm to say …        → Ada Holm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.speech.cue import Cue
from briefsite.mentions.speech.shared_subjects import clause_subject, main_subject, moved
from briefsite.mentions.speech.verb_or_noun import BE, is_passive
from briefsite.mentions.words.noun_phrases import Phrase, ending_at, forward
from briefsite.mentions.words.reporting import VerbForm, verb_forms
from briefsite.mentions.words.roles import is_role
from briefsite.mentions.words.subjects import before, opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

_PAUSES = frozenset({",", "—", "–", "--", "-", "...", "…"})
MAX_AGENT = 12
"""How many tokens before a gerund its agent may begin: "condemned by the bishops of the south, saying"."""
_PERCEIVED = frozenset({"heard", "seen", "filmed", "recorded", "overheard"})
_OBJECTS = frozenset({"me", "us", "him", "them", "you"})


def cue_at(tokens: Sequence[Token], at: int, verb: VerbForm, earlier: Sequence[Cue]) -> Cue:
    """The verb of saying at a token with who says it; `earlier` are those before it in the sentence."""
    if verb.lemma == "quote" and not is_passive(tokens, at) and (quoted := _quoted(tokens, at)):
        return Cue(at, verb, quoted)
    if at > 2 and (tokens[at - 2].lower, tokens[at - 1].lower) == ("to", "have"):
        return Cue(at, verb, before(tokens, at - 3))  # "Ada Holm is reported to have said"
    if verb.form == "finite" and is_passive(tokens, at):
        if verb.lemma == "quote" and _reaches(tokens, at, "saying"):
            return Cue(at, verb, before(tokens, at))
        return Cue(at, verb, _agent(tokens, at), passive=True)
    if verb.form == "gerund" and at and tokens[at - 1].lower in words("documents"):
        document = ending_at(tokens, at - 1)
        if document and (author := author_of(tokens, document)):
            return Cue(at, verb, author)
        if verb.lemma in ("say", "read"):
            return Cue(at, verb, document)  # "a sign saying “…”"
    if inverts(tokens, at):
        return Cue(at, verb, forward(tokens, at + 1))
    if verb.form == "gerund" and not (at and tokens[at - 1].lower in BE):
        return Cue(at, verb, _of_gerund(tokens, at, earlier))
    if verb.form == "base" and at and tokens[at - 1].lower == "to":
        if at > 1 and tokens[at - 2].lower in _OBJECTS:
            return Cue(at, verb, None)  # "People expect me to say": nobody said it
        return Cue(at, verb, moved(tokens, at - 2) or main_subject(tokens, at, earlier))
    if at and tokens[at - 1].lower in ("and", "but", "then", "or"):
        return Cue(at, verb, clause_subject(tokens, at) or main_subject(tokens, at, earlier))
    subject = before(tokens, at)
    if verb.judges and subject and _is_apposition(tokens, at, subject):
        return Cue(at, verb, _agent(tokens, at), passive=True)  # "The plan, described by Ada Holm as “a farce”, is"
    return Cue(at, verb, subject or main_subject(tokens, at, earlier))


def _of_gerund(tokens: Sequence[Token], at: int, earlier: Sequence[Cue]) -> Phrase | None:
    """Who says what a form in -ing tells: "she went on, adding", "Jo Reyes saying", "quoted her as saying"."""
    if at == 0:
        return opening(tokens, 0, len(tokens))  # "Calling it “a farce,” Ada Holm left"
    if tokens[at - 1].lower in _PERCEIVED:
        return before(tokens, at - 1)  # "the announcer can be heard saying"
    if own := _own_subject(tokens, at):
        return own
    quoting = next((cue for cue in reversed(earlier) if cue.verb.lemma == "quote"), None)
    if quoting and tokens[at - 1].lower == "as":
        return quoting.subject
    return main_subject(tokens, at, earlier)


def inverts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the subject stands behind the verb: `“…,” said Ada Holm` and `the plan is “…”, said Ada Holm`.

    Behind "told" stands who heard it: `“…,” Ada Holm, the director, told analysts`.
    """
    verb = verb_forms().get(tokens[at].lower)
    if verb is None or verb.form != "finite" or verb.judges or verb.lemma == "tell" or at + 1 >= len(tokens):
        return False
    if at == 0:  # "Continued Holm: “…”"
        subject = forward(tokens, 1)
        return subject is not None and subject.last + 1 < len(tokens) and tokens[subject.last + 1].text == ":"
    earlier, following = tokens[at - 1], tokens[at + 1]
    if following.word_class in ("preposition", "adverb", "conjunction", "auxiliary") or not following.is_word:
        return False
    if following.lower in ("that", "it", "him", "them", "me", "us", "this", "her"):
        family = following.lower == "her" and at + 2 < len(tokens) and tokens[at + 2].is_word
        if not (family and not tokens[at + 2].word_class):  # "said her family"
            return False
    if earlier.is_quote or (earlier.text in _PAUSES and at > 1 and tokens[at - 2].is_quote):
        subject = forward(tokens, at + 1)  # "who was called “a liar”, said the claim was late" goes on
        beyond = tokens[subject.last + 1] if subject and subject.last + 1 < len(tokens) else None
        return beyond is None or beyond.word_class != "auxiliary"
    # Further off, "Jo Reyes, the mayor, said Ada Holm was late" must not have Ada Holm say it.
    if earlier.text != ",":
        return False
    own, subject = before(tokens, at), forward(tokens, at + 1)
    if own and own.first == 0:  # but "The plan, said Ada Holm, was late"
        return own.last + 2 == at and subject is not None and tokens[min(subject.last + 1, len(tokens) - 1)].text == ","
    return subject is not None and (subject.last + 1 == len(tokens) or tokens[subject.last + 1].text in (",", "."))


def _is_apposition(tokens: Sequence[Token], participle: int, subject: Phrase) -> bool:
    """Whether a verb only tells of what stands before its comma: not "the mayor, Ada Holm, called it"."""
    if tokens[participle - 1].text != "," or subject.last + 2 != participle:
        return False
    return subject.first == 0 or tokens[subject.first - 1].text != ","


def _agent(tokens: Sequence[Token], at: int) -> Phrase | None:
    for place in range(at + 1, min(len(tokens) - 1, at + 8)):
        if tokens[place].lower == "by":
            return forward(tokens, place + 1)
        if tokens[place].text in (",", ";"):
            break
    return None


def _own_subject(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject right before a gerund: "Jo Reyes saying", "a petition condemned by the bishops, saying"."""
    previous = tokens[at - 1] if at else None
    if previous is None:
        return None
    if previous.is_capitalised and not previous.word_class and not previous.possessive:
        name = ending_at(tokens, at - 1)
        # "with Jo Reyes saying"; but "met Jo Reyes saying" and "wrote to Jo Reyes saying" mean somebody else
        link = tokens[name.first - 1] if name and name.first else None
        if link is None or not link.is_word:
            return name
        return name if link.lower == "with" or link.word_class in ("conjunction", "auxiliary") else None
    if not previous.word_class and (is_role(previous.lower) or previous.lower in words("organisation_words")):
        body = ending_at(tokens, at - 1)
        return body if body and body.first and tokens[body.first - 1].lower == "with" else None
    if previous.text == ",":
        for place in range(at - 2, max(0, at - MAX_AGENT), -1):
            if tokens[place].is_quote or tokens[place].text == ",":
                return None
            if tokens[place].lower == "by" and tokens[place - 1].lower.endswith("ed"):
                agent = forward(tokens, place + 1)
                return agent if agent and agent.last == at - 2 else None
    return None


def author_of(tokens: Sequence[Token], document: Phrase) -> Phrase | None:
    """Who gave out a document: of "Jo Reyes issued a statement" Jo Reyes."""
    verb = document.first - 1
    if verb > 0 and tokens[verb].lower == "out":
        verb -= 1  # "put out a statement"
    if verb < 1:
        return None
    if tokens[verb].lower in words("giving_verbs"):
        return before(tokens, verb)
    giving = tokens[verb].lower.endswith("ing") and f"{tokens[verb].lower[:-3]}ed" in words("giving_verbs")
    return opening(tokens, 0, verb) if giving else None  # "has answered, releasing a statement"


def _quoted(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Whom a paper quotes: "quoted her as saying", "“…,” the paper quoted Ada Holm."."""
    phrase = forward(tokens, at + 1)
    if phrase is None or _reaches(tokens, at, "saying"):
        return phrase
    head = tokens[phrase.head]
    person = head.word_class == "pronoun" or head.is_capitalised or is_role(head.lower)
    ends = phrase.last + 1 == len(tokens) or tokens[phrase.last + 1].text in (".", ",", ":", "as")
    return phrase if person and ends and tokens[at - 1].is_word else None


def _reaches(tokens: Sequence[Token], at: int, word: str) -> bool:
    return any(token.lower == word for token in tokens[at + 1 : at + 12])
