"""Clauses → questions in plain grammar, from the sentence's own words.

    the board | vote on the plan                    → Will the board vote on the plan?
    more scrutiny is needed before the repeal       → Is more scrutiny needed before the repeal?
    how the fire started                            → How did the fire start?
    the firm uses the new system                    → Will the firm use the new system?

What would not be a question a person would leave as it is (too long, an unresolved "it", half a quotation) is
None. Known limits: (1) a clause without an auxiliary is read only where its verb is known; (2) tense follows
the sentence, not the reader's day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.phrases import phrase_between
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.verb_forms import base_of, is_finite, is_participle, is_past, is_third
from briefsite.lexicon import words as listed

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line

MIN_WORDS = 4
MAX_WORDS = 20
_MODALS = ("will", "can", "could", "should", "must", "may", "might", "would")
_PERFECT = ("has", "have", "had")
_CONTRACTIONS = {"'re": "are", "'s": "is", "'ll": "will"}
_ASKED_AS = {"may": "will", "might": "will", "would": "will", "could": "could", "must": "must"}
_NEGATIVE = re.compile(r"\b(?:not|never|no longer|n't)\b")
_COPULA = {"is": "be", "are": "be", "was": "be", "were": "be"}


def finished(question: str | None) -> str | None:
    """The question with its first letter large and its mark; None where it cannot stand as one."""
    if question is None:
        return None
    question = re.sub(r"\s+([,.;:?!])", r"\1", " ".join(question.split())).rstrip(" ,;:-–—?…")
    question = re.sub(r"[.,;]+([\"”])$", r"\1", question)
    if question.endswith(".") and not re.search(r"(?:(?:\b[A-Z]\.)+|\b[ap]\.m\.)$", question):
        question = question.rstrip(".")
    count = len(question.split())
    if not MIN_WORDS <= count <= MAX_WORDS or question.count('"') % 2 or question.count("“") != question.count("”"):
        return None
    return f"{question[0].upper()}{question[1:]}?"


def will(subject: str, said: str) -> str | None:
    """Ask "Will SUBJECT SAID?"; what is said begins with the base form of its verb."""
    first = said.split()[0].lower()
    if _NEGATIVE.match(said.lower()) or not _is_base(first, said) or subject.split()[0].lower() in listed("crowds"):
        return None
    if " " not in said and first not in listed("verbs_alone"):
        return None  # "Will the agency conduct?"
    if any(is_finite(word.lower()) for word in said.split()[1:] if word != "May"):
        return None  # "NASA’s plans to return by 2020 have been derided": no verb, but a noun
    if first in ("vote", "rule", "decide", "respond", "react") and " " in said and " to " not in said:
        return finished(f"how will {subject} {said}")
    return finished(f"will {subject} {said}")


def is_statement(said: str) -> bool:
    """Whether words hold a finite verb behind their first, and so are a clause of their own."""
    lowered = said.lower().split()
    return any(is_finite(word) or is_past(word) or is_third(word) for word in lowered[1:]) and not is_finite(lowered[0])


def _is_base(first: str, words: str) -> bool:
    """Whether a word can be the base form of a verb: "to the council" and "to Ohio" have none."""
    if first in ("be", "have", "do"):
        return True
    return (
        not words[0].isupper() and first not in listed("stop_words") and first.isalpha() and not first.endswith("ing")
    )


def inverted(line: Line, start: int, *, subject: str | None = None, is_future: bool = False) -> str | None:
    """The clause that begins at token `start` as a yes-or-no question: "Is more scrutiny needed?".

    `subject` stands for a pronoun at its head. With `is_future`, a clause in the present asks for what will
    be: "if the device is released" → "Will the device be released?".
    """
    split = _split(line, start, subject)
    if split is None:
        return None
    noun, verb, at = split
    # "how the fire started": nothing need follow the verb.
    is_bare = at >= len(line.tokens) or line.tokens[at].text in (".", ",", ";")
    predicate = None if is_bare else predicate_after(line, at)
    if (
        (predicate is None and not is_bare)
        or noun.split()[0].lower() in listed("crowds")
        or (noun == "there" and is_future)
    ):
        return None
    rest = line.words(predicate) if predicate else ""
    rest = re.sub(r"^(?:not|been no|no) ", lambda match: "been " if match[0] == "been no " else "", rest)
    if verb in _PERFECT and not is_participle(rest.lower().partition(" ")[0]):
        is_plain = True  # "has no intention" is no perfect: "Does it have no intention …"
    else:
        is_plain = not is_finite(verb)
    if is_future:
        if verb in _MODALS:
            return finished(f"{_ASKED_AS.get(verb, verb)} {noun} {rest}")
        base = _COPULA.get(verb) or base_of(verb)
        return finished(f"will {noun} {base} {rest}") if base and not is_past(verb) else None
    if not is_plain:
        return finished(f"{_ASKED_AS.get(verb, verb)} {noun} {rest}")
    base = base_of(verb)
    if base is None:
        return None
    helper = "did" if is_past(verb) or verb == "had" else "does" if verb.endswith("s") else "do"
    return finished(f"{helper} {noun} {base} {rest}")


def embedded(line: Line, start: int) -> str | None:
    """An indirect question that begins at token `start` ("whether …", "how many …") as a direct one."""
    tokens = line.tokens
    if start + 2 >= len(tokens):
        return None
    opener = tokens[start].lower
    if opener in ("whether", "if"):
        return inverted(line, start + 1)
    if tokens[start + 1].lower == "else":
        return None
    lead = opener
    at = start + 1
    if opener == "how" and tokens[at].lower in ("many", "much", "long", "far", "soon", "quickly", "often"):
        lead = f"{opener} {tokens[at].lower}"
        at += 1
    if opener in ("who", "what", "which") or lead in ("how many", "how much"):
        # The asked-for thing is the subject: "how many people were hurt", "what caused the fire".
        verb = next((i for i in range(at, min(at + 9, len(tokens))) if _is_verb(line, i)), None)
        if verb is not None and (verb == at or opener in ("which", "how")):
            predicate = predicate_after(line, verb)
            between = f"{line.words((at, verb))} " if verb > at else ""
            return finished(f"{lead} {between}{line.words(predicate)}") if predicate else None
    if lead == "how" and not (tokens[at].lower in listed("phrase_openers") or tokens[at].text[0].isupper()):
        return None  # "how well the samples represent …": what is asked for is not "how" alone
    question = inverted(line, at)
    return finished(f"{lead} {question[0].lower()}{question[1:]}") if question else None


def _split(line: Line, start: int, subject: str | None) -> tuple[str, str, int] | None:
    """The subject of the clause at token `start`, its finite verb, and the token after that."""
    tokens = line.tokens
    if start >= len(tokens):
        return None
    if tokens[start].lower == "there":
        subject = "there"
    if subject is not None:
        head = tokens[start].lower
        for contraction, verb in _CONTRACTIONS.items():
            if head.endswith(contraction):
                return subject, verb, start + 1
        if start + 1 < len(tokens):
            return subject, tokens[start + 1].lower, start + 2
        return None
    for at in range(start + 1, min(start + 12, len(tokens))):
        if _is_verb(line, at):
            phrase = phrase_between(line, start, at)
            if phrase is None or phrase[1] != at:
                return None
            return line.words(phrase), tokens[at].lower, at + 1
        if not tokens[at].is_word:
            return None
    return None


def _is_verb(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if is_finite(token.lower):
        return True
    if not token.text.islower() or base_of(token.lower) is None:
        return False
    # "the plans", "the press" and "proposed changes" are no verbs.
    before = line.tokens[at - 1].lower if at else ""
    if token.lower == base_of(token.lower) and not before.endswith("s"):
        return False
    return before not in ("the", "a", "an", "his", "her", "its", "their", "any", "no", "of", "in", "to", "for", "and")
