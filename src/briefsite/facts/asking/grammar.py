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
from itertools import pairwise
from typing import TYPE_CHECKING

from briefsite.facts.asking.nouns import is_general, is_plural, owner_of
from briefsite.facts.asking.phrases import phrase_between
from briefsite.facts.asking.predicates import predicate_after
from briefsite.facts.verb_forms import base_of, is_finite, is_participle, is_past, is_third, of_class
from briefsite.lexicon import words as listed

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line

MIN_WORDS = 3
MAX_WORDS = 20
_MODALS = ("will", "can", "could", "should", "must", "may", "might", "would", "shall")
_PERFECT = ("has", "have", "had")
_OWNS = ("its", "their", "his", "her")
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
_OWNED = re.compile(r"\b(?:his|her|its|their)\b")
_POINTS = re.compile(
    r"\b(?:this|these|those) (?=[a-z])"
    r"(?!(?:day|week|weekend|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|season)\b)"
)
"""What points at the sentence before, which a question does not have: "these rules" are "the rules"."""
_NEGATIVE = re.compile(r"\b(?:not|never|no longer|n't)\b")
_NOT = {"won't": "will", "can't": "can", "cannot": "can"}
"""What is left of a verb that is denied: one asks for what it denies."""
_DONE = ("open", "ready", "available", "able", "free", "back")
"""What something comes to be, as it comes to be closed."""
_COPULA = {"is": "be", "are": "be", "was": "be", "were": "be"}


def finished(question: str | None) -> str | None:
    """The question with its first letter large and its mark; None where it cannot stand as one."""
    if question is None:
        return None
    question = re.sub(r"\s+([,.;:?!])", r"\1", " ".join(question.split())).rstrip(" ,;:-–—?…")
    question = re.sub(r"[.,;]+([\"”])$", r"\1", question)
    question = _POINTS.sub("the ", re.sub(r" (?:as well|too|also|though|however)$", "", question))
    if question.endswith(".") and not re.search(r"(?:(?:\b[A-Z]\.)+|\b[ap]\.m\.)$", question):
        question = question.rstrip(".")
    count = len(question.split())
    if count == MIN_WORDS and question.split()[-1].lower() in listed("verbs_of_course"):
        return None  # "Will dinner begin?"
    if not MIN_WORDS <= count <= MAX_WORDS or question.count('"') % 2 or question.count("“") != question.count("”"):
        return None
    return f"{question[0].upper()}{question[1:]}?"


def will(subject: str, said: str) -> str | None:
    """Ask "Will SUBJECT SAID?"; what is said begins with the base form of its verb."""
    first = said.split()[0].lower()
    if _NEGATIVE.match(said.lower()) or not _is_base(first, said) or is_general(subject):
        return None
    if " " not in said and first not in listed("verbs_alone"):
        return None  # "Will the agency conduct?"
    if any(is_finite(word.lower()) for word in said.split()[1:] if word != "May"):
        return None  # "NASA’s plans to return by 2020 have been derided": no verb, but a noun
    if first == "have" and (is_participle(said.split()[1].lower()) or said.split()[1].lower() in ("not", "already")):
        return None  # "William is likely to have seen it" is over
    if said.startswith("rule out "):
        return finished(f"will {subject} {said}")  # it gives no ruling
    if any(is_past(word, regular=False) and not is_participle(word) for word in said.lower().split()[1:]):
        return None  # "the idea that the tool could be used came up"
    if said.endswith((" no longer", " doing")):
        return None
    if re.match(r"do (?:in|on|at|by|for|to)\b", said):
        return None  # "the damage that the ban would do in May"
    if first in ("vote", "rule", "decide", "respond", "react") and " " in said and " to " not in said:
        return finished(f"how will {subject} {said}")
    return finished(f"will {subject} {said}")


def is_state(said: str) -> bool:
    """Whether words after "will" tell what something is: "be aware of it", but not "be closed in May"."""
    first, _, rest = said.partition(" ")
    second = rest.partition(" ")[0].rstrip(",.")
    return first == "be" and not (is_participle(second) or second.endswith("ly") or second in _DONE)


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
    if _holds_second_verb(rest):
        return None
    if verb in _PERFECT and not is_participle(rest.lower().partition(" ")[0]):
        is_plain = True  # "has no intention" is no perfect: "Does it have no intention …"
    else:
        is_plain = not is_finite(verb)
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


def _holds_second_verb(rest: str) -> bool:
    """Whether what follows a verb has another of its own, so that the clause was read wrongly, or says nothing.

    "Anyone claiming that the economy is in decline is peddling fiction", "the price is to sell it"
    """
    first, *others = ["" if word == "May" else word.lower() for word in rest.split()] or [""]
    if first in ("to", "what"):
        return True
    if any(before == "or" and is_third(word) for before, word in pairwise(others)):
        return True  # "whether the firm recovers or falls"
    finite = next((at for at, word in enumerate(others) if is_finite(word)), None)
    return finite is not None and _OPENERS.isdisjoint(others[:finite])


def embedded(line: Line, start: int, *, owner: str | None = None) -> str | None:
    """An indirect question that begins at token `start` ("whether …", "how many …") as a direct one.

    `owner` is whose "his" or "its" in it is: "Kell has not said what prompted his decision".
    """
    question = _direct(line, start)
    owned = _OWNED.findall(question or "")
    if question is None or not owned:
        return question
    head = line.tokens[start + 1]
    if owner is None and len(owned) == 1 and (head.lower == "the" or head.is_capitalised):
        return question  # "when the board will publish its report"
    # Two may own, and "their" may be anybody's.
    if owner is None or len(owned) > 1 or (owned[0] == "their") != is_plural(owner):
        return None
    return finished(_OWNED.sub(owner_of(owner), question))


def _direct(line: Line, start: int) -> str | None:
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
    is_subject = tokens[at].lower not in of_class("determiner") | set(_OWNS)
    if is_subject and (opener in ("who", "what", "which") or lead in ("how many", "how much")):
        # The asked-for thing is the subject: "how many people were hurt", "what caused the fire".
        verb = next((i for i in range(at, min(at + 9, len(tokens))) if _is_verb(line, i)), None)
        if verb is not None and (verb == at or opener in ("which", "how")):
            predicate = predicate_after(line, verb)
            between = f"{line.words((at, verb))} " if verb > at else ""
            return finished(f"{lead} {between}{line.words(predicate)}") if predicate else None
    following = tokens[at + 1].lower
    is_asked_noun = tokens[at].text.islower() and tokens[at].lower not in listed("phrase_openers")
    if opener in ("what", "which") and is_asked_noun and following in of_class("determiner"):
        lead, at = f"{lead} {tokens[at].lower}", at + 1  # "what impact the sale would have"
    if lead == "how" and not (tokens[at].lower in listed("phrase_openers") or tokens[at].text[0].isupper()):
        return None  # "how well the samples represent …": what is asked for is not "how" alone
    question = inverted(line, at)
    if question is None:
        return None
    return finished(f"{lead} {_POINTS.sub('the ', f'{question[0].lower()}{question[1:]}')}")


def _split(line: Line, start: int, subject: str | None) -> tuple[str, str, int] | None:
    """The subject of the clause at token `start`, its finite verb, and the token after that."""
    tokens = line.tokens
    if start >= len(tokens):
        return None
    if tokens[start].lower == "there":
        subject = "there"
    owner = ""
    if subject is not None and tokens[start].lower in _OWNS:
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
        if _is_verb(line, at):
            phrase = phrase_between(line, start, at)
            if phrase is None or phrase[1] != at:
                return None
            return owner + line.words(phrase), tokens[at].lower, at + 1
        if not tokens[at].is_word:
            return None
    return None


def _is_verb(line: Line, at: int) -> bool:
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
