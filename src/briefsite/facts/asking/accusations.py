"""Frames of what one side says of another, and of what it denies.

    Kell accused the firm of hiding the report.      → Did the firm hide the report?
    The town blames the state for the delay.         → Is the state to blame for the delay?
    The firm denied any part in the sale.            → Did the firm have any part in the sale?
    Brandt has been charged with theft.              → Will Brandt be convicted of theft?

Known limits: (1) whether a court has already ruled is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished
from briefsite.facts.asking.nouns import is_general, is_plural
from briefsite.facts.asking.phrases import noun_phrase_after, phrase_between
from briefsite.facts.verb_forms import base_of_gerund

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_OWN = re.compile(r"\b(?:his|her|its|their|him|them|it)\b")
"""Whose it is, or what, stands elsewhere."""
_COUNTS = re.compile(r"^(?:an?|one|two|three|several|multiple) counts? of ")


def _accused(cue: Cue) -> str | None:
    """X accused Y of hiding Z → Did Y hide Z?"""
    line, start = cue.context.line, cue.end
    links = [at for at in range(start + 1, min(start + 10, len(line.tokens) - 1)) if line.tokens[at].lower == "of"]
    # "accused envoys of other states of spying": the "of" before what was done.
    of = next((at for at in links if line.tokens[at + 1].lower.endswith("ing")), links[0] if links else None)
    accused = phrase_between(line, start, of) if of else None
    return _did(cue, cue.context.phrase(accused), of + 1) if of and accused and accused[1] == of else None


def _was_accused(cue: Cue) -> str | None:
    """Y has been accused of hiding Z → Did Y hide Z?"""
    return _did(cue, cue.subject, cue.end)


def _did(cue: Cue, accused: str | None, at: int) -> str | None:
    tokens = cue.context.line.tokens
    base = base_of_gerund(tokens[at].lower) if at < len(tokens) else None
    said = cue.after(at + 1 if base else at)
    if accused is None or said is None or is_general(accused):
        return None
    is_many = is_plural(accused)
    if any(owner != "their" or not is_many for owner in _OWN.findall(said)):
        return None
    if base is None:
        # "accused the firm of fraud", and of what has a verb that is not known
        return finished(f"{'are' if is_many else 'is'} {accused} guilty of {said}")
    return finished(f"did {accused} {base} {said}")


def _blamed(cue: Cue) -> str | None:
    """X blames Y for Z → Is Y to blame for Z?"""
    line, start = cue.context.line, cue.end
    link = next(
        (at for at in range(start + 1, min(start + 10, len(line.tokens))) if line.tokens[at].lower == "for"), None
    )
    blamed = phrase_between(line, start, link) if link else None
    if link is None or blamed is None or blamed[1] != link:
        return None
    matter, name = noun_phrase_after(line, link + 1), cue.context.phrase(blamed)
    if matter is None or name is None:
        return None
    is_many = is_plural(name)
    return finished(f"{'are' if is_many else 'is'} {name} to blame for {line.words(matter)}")


def _denied_part(cue: Cue) -> str | None:
    """X denied any involvement in Z → Was X involved in Z?"""
    subject, line = cue.subject, cue.context.line
    matter = noun_phrase_after(line, cue.end)
    if subject is None or matter is None:
        return None
    said = line.words(matter)
    if cue.match["what"] == "responsibility":
        return finished(f"who was responsible for {said}")
    is_many = is_plural(subject)
    return finished(f"{'were' if is_many else 'was'} {subject} involved in {said}")


def _charged(cue: Cue) -> str | None:
    """Y has been charged with Z → Will Y be convicted of Z?"""
    subject, line = cue.subject, cue.context.line
    matter = noun_phrase_after(line, cue.end)
    if subject is None or matter is None or is_general(subject):
        return None
    return finished(f"will {subject} be convicted of {_COUNTS.sub('', line.words(matter))}")


def _charges(cue: Cue) -> str | None:
    """X faces charges over Z → Will X be convicted?"""
    subject = cue.subject
    return finished(f"will {subject} be convicted") if subject and not is_general(subject) else None


def _charges_with(cue: Cue) -> str | None:
    """The state has charged Y with Z → Will Y be convicted of Z?"""
    line, start = cue.context.line, cue.end
    link = next(
        (at for at in range(start + 1, min(start + 10, len(line.tokens))) if line.tokens[at].lower == "with"), None
    )
    charged = phrase_between(line, start, link) if link else None
    if link is None or charged is None or charged[1] != link:
        return None
    matter, name = cue.after(link + 1), cue.context.phrase(charged)
    if matter is None or name is None or is_general(name) or _OWN.search(matter):
        return None
    return finished(f"will {name} be convicted of {_COUNTS.sub('', matter)}")


FRAMES = (
    frame("dispute", 1.0, "accused accuses accusing", "(?:accused|accuses|accusing) _", _accused),
    frame(
        "dispute",
        1.1,
        "accused",
        "(?:(?:has|have)_been|is|are|was|were|stands|stand) _ accused _ (?:by _ [^,;]{1,40}? _)? of _",
        _was_accused,
    ),
    frame("dispute", 1.0, "blames blamed", "(?:blames|blamed) _ (?!for_)", _blamed),
    frame(
        "dispute",
        1.1,
        "denied denies deny denying disclaimed",
        """
            (?:denied|denies|deny|denying|disclaimed) _ (?:all _|any _)?
            (?P<what>involvement|responsibility|participation|complicity) _ (?:in|for) _
            """,
        _denied_part,
    ),
    frame(
        "decision",
        0.9,
        "charged charges charge pleaded pleads pled trial",
        """
            (?: (?:(?:has|have)_been|(?:is|are)_being|is|are|was|were) _ (?:formally _)? charged _ with
              | (?:faces?|facing|faced) _ (?:[a-z]+ _)? (?:charges?|trial) _ (?:of|for)
              | (?:pleaded|pleads|pled) _ not _ guilty _ to
              | (?:is|are|goes|go|went|stands|stand) _ (?:currently_)? on _ trial _ for ) _
            """,
        _charged,
    ),
    frame(
        "decision",
        0.85,
        "charged charges facing faces",
        """
            (?: (?:(?:has|have)_been|(?:is|are)_being|is|are|was|were) _ (?:formally _)? charged
                (?=_(?:over|in|for|after|on)_|_[.,]|$)
              | (?:is|are|now)_ (?:also_|all_|both_)? facing _ (?:[a-z]+ _)? charges? (?!_of_|_for_)
              | faces? _ (?:[a-z]+ _)? charges? (?!_of_|_for_) )
            """,
        _charges,
    ),
    frame("decision", 0.85, "charged", "(?<=[ ]) (?:has_|have_)? charged _ (?!with_|over_|in_|for_)", _charges_with),
)
