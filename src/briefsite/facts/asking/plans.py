"""Frames of what somebody is to do: announcements, plans, requests.

    The board will vote on the plan.            → How will the board vote on the plan?
    Kell urged the board to reopen the pier.    → Will the board reopen the pier?
    Kell plans to sell the yard to the state.   → Will Kell sell the yard to the state?

Known limits: (1) a request that the next words say was granted is still asked; (2) "will" in a general truth
("water will boil") is taken for an announcement.
"""

from __future__ import annotations

import re

from briefsite.facts.asking.frame import ADVERB, Cue, frame
from briefsite.facts.asking.grammar import will
from briefsite.facts.asking.nouns import is_plural
from briefsite.facts.asking.phrases import phrase_between
from briefsite.facts.asking.predicates import is_saying
from briefsite.facts.verb_forms import base_of, is_participle
from briefsite.lexicon import table, words

_NOUNS_TOO = ("plans", "hopes", "hope", "aims", "aim", "promises", "pledges", "want", "wants")

_STEPS = re.compile(
    r"""
    \b (?: be \s (?:held|launched|lifted|published|announced) | meet | vote | decide | rule | hear | publish
      | announce | give \s evidence | speak | appear | resume | respond | return | reopen | review | consider
      | investigate | face | unveil | present | sign | elect | go \s to \s trial ) \b
    """,
    flags=re.VERBOSE,
)
"""Acts with an outcome that the announcement does not give away."""


_TO_BE_DONE = re.compile("^have been ")
_RECKONS = (
    "estimates",
    "estimate",
    "estimated",
    "expects",
    "expected",
    "predicts",
    "predicted",
    "hopes",
    "hoped",
    "fears",
)
"""What reports a reckoning, as a verb of saying does."""
_STATES = re.compile(r"(?:mean|have|become|take|need|make|add|help|save|last|remain|result|lead|end|like|keep|know)\b")
"""Verbs of an effect or a state, which hangs on a condition."""
_RECKONED = re.compile(r"(?:mean|like|keep|know|want|need|include|reflect)\b")
"""Verbs of what is expected to come about by itself."""
_ANSWERS = re.compile(
    r"(?:comment|say|confirm|answer|elaborate|discuss|give|name|speak|be|see|look|feel|know|understand|think|ensure|avoid|learn)\b"
)
_DAY = re.compile(
    r"\b(?:\d{4}|tomorrow|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august"
    r"|september|october|november|december|soon|end of|this (?:week|month|year|spring|summer|autumn|fall|winter))\b"
)
_DOCUMENTS = words("documents") | table("matters").keys()
_OPEN = ("open", "ready", "available", "able", "free", "back")


def _is_state(said: str) -> bool:
    """Whether words after "will" tell what something is: "be aware of it", but not "be closed in May"."""
    first, _, rest = said.partition(" ")
    second = rest.partition(" ")[0].rstrip(",.")
    return first == "be" and not (is_participle(second) or second.endswith("ly") or second in _OPEN)


def _announced(cue: Cue) -> str | None:
    """X will hold a vote → Will X hold a vote?"""
    said = cue.after()
    if said is None or _RECKONED.match(said) or ("whether" in cue.context.line.lowered and said.startswith("decide")):
        return None
    return cue.will(cue.subject)


def _possible(cue: Cue) -> str | None:
    """The prize could be paid → Could the prize be paid?  It may be paid in May → Will it be paid in May?"""
    subject, said = cue.subject, cue.after()
    if subject is None or said is None:
        return None
    question = cue.will(subject)
    return f"Could{question.removeprefix('Will')}" if question and cue.match["modal"] == "could" else question


def _intended_by_many(cue: Cue) -> str | None:
    """The towns plan to do Z → Will the towns do Z?  But "the plan to sell" is a noun."""
    subject = cue.subject
    is_many = subject is not None and is_plural(subject)
    return _intended(cue) if is_many else None


def _plainly(cue: Cue) -> str | None:
    """X was asked to do Z → Will X do Z?"""
    said = cue.after()
    return None if said is None or _is_state(said) else cue.will(cue.subject)


def _must(cue: Cue) -> str | None:
    """The board must approve it → Will the board approve it?  But "500 people have to eat" leaves nothing open."""
    subject, said = cue.subject, cue.after()
    if subject is None or said is None or _is_state(said):
        return None
    return will(subject, _TO_BE_DONE.sub("be ", said))


def _intended(cue: Cue) -> str | None:
    """X plans to do Z → Will X do Z?  But "Kell’s bold plans to sell" are a noun."""
    subject = cue.subject
    said = cue.after()
    # "Declined to comment" is an answer.
    if said is None or _is_state(said) or _ANSWERS.match(said):
        return None
    # "The law aims to raise taxes" tells what it says.
    if subject and not _DOCUMENTS.isdisjoint(subject.lower().split()[-1:]):
        return None
    is_noun = subject and re.search(r"['’]s\b", subject) and cue.match.group().split()[0] in _NOUNS_TOO
    return None if is_noun else cue.will(subject)


def _is_base(word: str) -> bool:
    return word in ("be", "have", "do") or base_of(word) == word


def _due(cue: Cue) -> str | None:
    """X is due to do Z → Will X do Z?  But "was due to pilot error" is a cause."""
    line = cue.context.line
    if "due" in cue.match.group() and cue.end < len(line.tokens) and not _is_base(line.tokens[cue.end].lower):
        return None
    # "She was due to speak when it rained" is over; "Kell said that she was due to speak" is not.
    is_past = cue.match.group().startswith("w")
    if is_past and not any(is_saying(token) for token in line.tokens[: cue.start]):
        return None
    said = cue.after()
    return None if said is None or _RECKONED.match(said) else cue.will(cue.subject)


def _would(cue: Cue) -> str | None:
    """Kell said the board would vote → Will the board vote?  Elsewhere "would" hangs on a condition."""
    line = cue.context.line
    is_reported = any(is_saying(token) or token.lower in _RECKONS for token in line.tokens[: cue.start])
    said = cue.after()
    if said is None or _STATES.match(said):
        return None
    return cue.will(cue.subject) if is_reported and "if" not in line.lowered.split() else None


def _request(cue: Cue) -> str | None:
    """X asked Y to do Z → Will Y do Z?"""
    line, start = cue.context.line, cue.end
    to = next((at for at in range(start + 1, min(start + 9, len(line.tokens))) if line.tokens[at].lower == "to"), None)
    if to is None:
        return None
    asked = phrase_between(line, start, to)
    said = cue.after(to + 1)
    # "Urged all visitors to be careful": nobody will ask whether they were.
    if asked is None or asked[1] != to or said is None or _is_state(said):
        return None
    return cue.will(cue.context.phrase(asked), to + 1)


def _had_intended(cue: Cue) -> str | None:
    """X said that it hoped to do Z → Will X do Z?  But "hoped to" outside a report is over."""
    is_reported = any(is_saying(token) for token in cue.context.line.tokens[: cue.start])
    return _intended(cue) if is_reported else None


FRAMES = (
    frame(
        "decision",
        0.9,
        "hoped planned intended wanted aimed",
        "(?:hoped|planned|intended|wanted|aimed) _ to _",
        _had_intended,
    ),
    frame("upcoming", 0.7, "would", f"would _ (?!not_|have_|be_a) {ADVERB}", _would),
    frame(
        "decision",
        0.8,
        "may might could",
        "(?P<modal>may|might|could) _ (?!not_|have_(?!an?_|the_|to_)|be_seen|only_)",
        _possible,
    ),
    frame("upcoming", 0.75, "will", f"will _ (?!not_) {ADVERB}", _announced),
    frame(
        "upcoming",
        0.75,
        "expects expect predicts predict forecasts forecast",
        """
            (?:expects?|predicts?|forecasts?) _ (?!to_)
            """,
        _request,
    ),
    frame(
        "upcoming",
        1.0,
        "expected due set scheduled slated planned likely unlikely poised about prepared supposed projected "
        "predicted forecast tipped certain required ready hoped obliged",
        f"""
            (?:is|are|was|were|been) _ {ADVERB}
            (?: (?:be _)? (?:expected|due|set|scheduled|slated|planned|likely|unlikely|poised|about|prepared|supposed|projected
                 |predicted|forecast|tipped|certain|required|ready|hoped|obliged) ) _ to _
            """,
        _due,
    ),
    frame(
        "decision",
        0.95,
        "hoping planning aiming seeking preparing threatening refusing trying attempting working fighting hope hopes plans intend intends "
        "aim aims vows vowed promises promised pledges pledged proposes proposed threatens threatened "
        "seeks refuses offered expects want wants agreed",
        f"""
            (?: (?:is|are|was|were) _ {ADVERB} (?:hoping|planning|aiming|seeking|preparing|threatening|refusing
                |trying|attempting|working|fighting)
              | hopes? | plans | intends? | aims? | vow(?:s|ed) | promise[sd] | pledge[sd] | propose[sd]
              | threaten(?:s|ed) | seeks | refuses | offered | expects | wants? | agreed ) _ to _
            """,
        _intended,
    ),
    frame(
        "decision",
        0.95,
        "plan plans intention intentions proposal proposals bid",
        """
            (?: announc(?:ed|es) | unveil(?:ed|s) | reveal(?:ed|s) | confirm(?:ed|s) | outlin(?:ed|es) | has | have
              | dropped | abandoned | delayed | postponed ) _
            (?: [a-z]+ _ )? (?:plans?|intentions?|proposals?|bid) _ to _
            """,
        _intended,
    ),
    frame(
        "decision", 0.95, "plan intend hope aim vow seek", "(?:plan|intend|hope|aim|vow|seek) _ to _", _intended_by_many
    ),
    frame(
        "decision",
        0.85,
        "asked urge urges urged urging call calls called calling pressed pressing pushing want "
        "wants demanding lobbying pressuring",
        """
            (?: (?:has|have) _ asked | urg(?:e[sd]|ing) | call(?:s|ed|ing)? _ (?:for|on|upon) | press(?:ed|ing)
              | pushing _ for               | wants? | demanding | lobbying | pressuring ) _
            """,
        _request,
    ),
    frame(
        "decision",
        0.9,
        "asked urged invited called",
        """
            (?:was|were|is|are|has_been|have_been) _ (?:asked|urged|invited|called_on) _
            (?: by _ [^,;]{1,60}? _ )? to _
            """,
        _plainly,
    ),
    frame(
        "decision",
        1.3,
        "whether",
        f"""
            (?: (?:is|are|was|were) _ {ADVERB}
                (?:considering|weighing|studying|reviewing|examining|debating|discussing|mulling)
              | (?:will|to) _ (?:decide|determine) ) _ whether _ to _
            """,
        _plainly,
    ),
    frame(
        "decision", 0.75, "must has have needs need", "(?:must|(?:has|have|needs?)_to) _ (?!not_|say_|admit_)", _must
    ),
)
