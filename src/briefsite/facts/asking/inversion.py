"""A clause as a yes-or-no question: its auxiliary, or that of its verb, before its subject.

    more scrutiny is needed before the repeal       → Is more scrutiny needed before the repeal?
    the firm uses the new system                    → Will the firm use the new system?

Known limits: (1) a clause without an auxiliary is read only where its verb is known; (2) tense follows the
sentence, not the reader's day.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefsite.facts.asking.grammar import finished, will
from briefsite.facts.asking.nouns import is_general, is_plural, owner_of
from briefsite.facts.asking.phrases import phrase_between
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.verb_forms import base_of, base_of_participle, is_finite, is_participle, is_past, is_third
from briefsite.lexicon import words as listed

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line

OWNS = ("its", "their", "his", "her")
_MODALS = ("will", "can", "could", "should", "must", "may", "might", "would", "shall")
_PERFECT = ("has", "have", "had")
_CONTRACTIONS = {"'re": "are", "'s": "is", "'ll": "will"}
_ASKED_AS = {"may": "will", "might": "will", "would": "will", "could": "could", "must": "must", "shall": "will"}
_OPENERS = frozenset(
    {
        "that",
        "who",
        "which",
        "whose",
        "what",
        "where",
        "when",
        "whether",
        "if",
        "how",
        "why",
        "than",
        "as",
        "and",
        "but",
    }
)
"""Words behind which a second verb may stand."""
_NOT = {"won't": "will", "can't": "can", "cannot": "can"}
"""What is left of a verb that is denied: one asks for what it denies."""
_COPULA = {"is": "be", "are": "be", "was": "be", "were": "be"}


def inverted(line: Line, start: int, *, subject: str | None = None, is_future: bool = False) -> str | None:
    """The clause that begins at token `start` as a yes-or-no question: "Is more scrutiny needed?".

    `subject` stands for a pronoun at its head, and owns what begins with "its" or "their". With `is_future`,
    a clause in the present asks for what will
    be: "if the device is released" → "Will the device be released?".
    """
    split = _split(line, start, subject)
    if split is None:
        return None
    noun, verb, at = split
    if is_future and noun.startswith("no "):
        noun = f"any {noun[3:]}"  # "if no cracks are found": whether any will be
    elif is_general(noun):
        return None
    verb = _NOT.get(verb, verb.removesuffix("n't"))
    # "how the fire started": nothing need follow the verb.
    is_bare = at >= len(line.tokens) or line.tokens[at].text in (".", ",", ";")
    predicate = None if is_bare else predicate_after(line, at)
    if (predicate is None and not is_bare) or (noun == "there" and is_future):
        return None
    rest = line.words(predicate) if predicate else ""
    # "He had no choice" is asked of as "Had he any choice", what is denied as what is.
    rest = re.sub("^(been )?no (?!longer)", r"\1any ", re.sub("^(?:not|no longer) ", "", rest))
    if rest.endswith("no longer") or (not rest and verb in _MODALS):
        return None  # "if they can’t, the board will"
    if _holds_second_verb(rest) or (verb in _COPULA and rest.startswith("to ")):
        return None  # "the price is to sell it"
    if verb in _PERFECT and not is_participle(rest.lower().partition(" ")[0]):
        is_plain = True  # "has no intention" is no perfect: "Does it have no intention …"
    else:
        is_plain = not is_finite(verb)
        if verb == "had":
            return _before_that(noun, rest)
    if is_future and verb in _COPULA and rest.partition(" ")[0].endswith("ing"):
        is_future = False  # "if children are being left behind": that is so, or not
    if is_future:
        if verb in _MODALS:
            return finished(f"{_ASKED_AS.get(verb, verb)} {noun} {rest}")
        if verb in ("do", "does"):
            return will(noun, rest)  # "if the firm does not pay": the question is whether it will
        base = _COPULA.get(verb) or base_of(verb)
        return finished(f"will {noun} {base} {rest}") if base and not is_past(verb) else None
    if not is_plain:
        return finished(f"{_ASKED_AS.get(verb, verb)} {noun} {rest}")
    base = base_of(verb)
    if base is None:
        return None
    helper = "did" if is_past(verb) or verb == "had" else "does" if verb.endswith("s") else "do"
    return finished(f"{helper} {noun} {base} {rest}")


def _before_that(noun: str, rest: str) -> str | None:
    """What had been done, as what was: "that the firm had hidden it" → "Did the firm hide it?"."""
    done, _, after = rest.partition(" ")
    if done == "been":
        return finished(f"{'were' if is_plural(noun) else 'was'} {noun} {after}")
    base = base_of_participle(done.lower())
    return finished(f"did {noun} {base} {after}") if base else None


def _holds_second_verb(rest: str) -> bool:
    """Whether what follows a verb has another of its own, so that the clause was read wrongly, or says nothing.

    "Anyone claiming that the economy is in decline is peddling fiction"
    """
    first, *others = ["" if word == "May" else word.lower() for word in rest.split()] or [""]
    if first == "what":
        return True
    if any(before == "or" and is_third(word) for before, word in pairwise(others)):
        return True  # "whether the firm recovers or falls"
    finite = next((at for at, word in enumerate(others) if is_finite(word)), None)
    return finite is not None and _OPENERS.isdisjoint(others[:finite])


def _split(line: Line, start: int, subject: str | None) -> tuple[str, str, int] | None:
    """The subject of the clause at token `start`, its finite verb, and the token after that."""
    tokens = line.tokens
    if start >= len(tokens):
        return None
    if tokens[start].lower == "there":
        subject = "there"
    owner = ""
    if subject is not None and tokens[start].lower in OWNS:
        owner, start = f"{owner_of(subject)} ", start + 1
    elif subject is not None:
        head = tokens[start].lower
        for contraction, verb in _CONTRACTIONS.items():
            if head.endswith(contraction):
                return subject, verb, start + 1
        if start + 1 < len(tokens):
            return subject, tokens[start + 1].lower, start + 2
        return None
    for at in range(start + 1, min(start + 12, len(tokens))):
        if is_verb(line, at):
            phrase = phrase_between(line, start, at)
            if phrase is None or phrase[1] != at:
                return None
            said = line.words(phrase)
            if start == 0 and tokens[0].lower in listed("phrase_openers"):
                said = f"{said[0].lower()}{said[1:]}"
            return owner + said, tokens[at].lower, at + 1
        if not tokens[at].is_word:
            return None
    return None


def is_verb(line: Line, at: int) -> bool:
    """Whether token `at` is the verb of its clause: an auxiliary, or a form of a known verb that is no noun here."""
    token = line.tokens[at]
    if is_finite(token.lower):
        return True
    if not token.text.islower() or base_of(token.lower) is None:
        return False
    if at + 1 < len(line.tokens) and is_finite(line.tokens[at + 1].lower):
        return False  # "their shares will", "the comments are"
    # "the plans", "the press" and "proposed changes" are no verbs.
    before = line.tokens[at - 1].lower if at else ""
    if token.lower == base_of(token.lower) and not before.endswith("s"):
        return False
    return before not in ("the", "a", "an", "his", "her", "its", "their", "any", "no", "of", "in", "to", "for", "and")
