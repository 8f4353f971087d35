"""Frames of what is on the table: proposals, offers, talks, requests.

    Kell has proposed a bill.                      → Will Kell’s bill be passed?
    France is considering a proposal for a patrol. → Will France accept the proposal for a patrol?
    The firm is in talks to buy the yard.          → Will the firm buy the yard?
    Two sailors have asked for asylum.             → Will the two sailors get asylum?

Known limits: (1) whether a later sentence tells the outcome is not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import ADVERB, Cue, frame
from briefsite.facts.asking.grammar import finished, will
from briefsite.facts.asking.nouns import owner_of
from briefsite.facts.asking.phrases import noun_phrase_after
from briefsite.facts.asking.subjects import subject_before
from briefsite.facts.verb_forms import base_of_gerund, participle_of
from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from briefsite.facts.asking.line import Line, Stretch


def _proposed(cue: Cue) -> str | None:
    """X has proposed a bill → Will X’s bill be passed?"""
    line, subject = cue.context.line, cue.subject
    matter = noun_phrase_after(line, cue.token("what"))
    if matter is None:
        return None
    start, end = matter
    at = next((i for i in range(start, end) if line.tokens[i].lower in table("matters")), None)
    if at is None:
        return None
    done = participle_of(table("matters")[line.tokens[at].lower])
    what = re.sub("^(?:an?|the|its|his|her|their|new) ", "", line.words((start, at + 1)))
    if subject is None or " of " in subject or len(subject.split()) > 4:
        return finished(f"will the {what} be {done}") if " " in what else None
    return finished(f"will {owner_of(subject)} {what} be {done}")


def _considered(cue: Cue) -> str | None:
    """X is considering a proposal for Z → Will X accept the proposal for Z?"""
    line, subject = cue.context.line, cue.subject
    if subject is None:
        return None
    matter = noun_phrase_after(line, cue.end)
    verb = _verb_for(line, matter) if matter else None
    if matter is None or verb is None:
        return None
    return finished(f"will {subject} {verb} {re.sub('^(?:an?|some|any) ', 'the ', line.words(matter))}")


def _verb_for(line: Line, matter: Stretch) -> str | None:
    """What one does with a matter: the verb of its first noun that is decided on ("proposal" → "accept")."""
    verbs = table("matters")
    return next((verbs[token.lower] for token in line.tokens[slice(*matter)] if token.lower in verbs), None)


def _under_review(cue: Cue) -> str | None:
    """A ban is being considered → Will the ban be approved?"""
    subject, verbs = cue.subject, table("matters")
    head = next((word for word in (subject or "").lower().split() if word in verbs), None)
    if subject is None or head is None:
        return None
    return finished(f"will {re.sub('^an? ', 'the ', subject)} be {participle_of(verbs[head])}")


def _gerund(cue: Cue) -> str | None:
    """X is considering selling Y → Will X sell Y?"""
    line, subject, at = cue.context.line, cue.subject, cue.token("doing")
    base, said = base_of_gerund(line.tokens[at].lower), cue.after(at + 1)
    return will(subject, f"{base} {said}") if subject and base and said else None


def _offered(cue: Cue) -> str | None:
    """The state has offered a loan, which the firm is considering → Will the firm accept the loan?"""
    line = cue.context.line
    offer = noun_phrase_after(line, cue.token("offer"))
    who = line.words((cue.token("who"), cue.token("is")))
    if offer is None or re.match(r"(?:it|he|she|they)\b", who.lower()):
        return None
    return finished(f"will {who} accept {re.sub('^an? ', 'the ', line.words(offer))}")


def _in_talks(cue: Cue) -> str | None:
    """X is in talks to buy Y → Will X buy Y?"""
    return cue.will(cue.subject)


def _talks(cue: Cue) -> str | None:
    """Talks with Y are under way → What will the talks with Y bring?"""
    subject = cue.context.phrase(subject_before(cue.context.line, cue.token("verb")))
    if subject is None or not re.search(r"\b(?:talks|negotiations|discussions)\b", subject.lower()):
        return None
    subject = re.sub("^the ", "", subject)
    return finished(f"what will the {subject[0].lower()}{subject[1:]} bring")


def _asked_for(cue: Cue) -> str | None:
    """X has asked for asylum → Will X get asylum?"""
    line, subject = cue.context.line, cue.subject
    matter = noun_phrase_after(line, cue.end)
    if subject is None or matter is None or words("grants").isdisjoint(t.lower for t in line.tokens[slice(*matter)]):
        return None
    following = line.tokens[matter[1]].lower if matter[1] < len(line.tokens) else ""
    # "Asked for money to be paid": what is asked for is not the money alone.
    return None if following == "to" else finished(f"will {subject} get {line.words(matter)}")


def _sought(cue: Cue) -> str | None:
    """X is seeking damages → Will X get damages?"""
    line, subject = cue.context.line, cue.subject
    matter = noun_phrase_after(line, cue.end)
    return finished(f"will {subject} get {line.words(matter)}") if subject and matter else None


def _permission(cue: Cue) -> str | None:
    """The team has applied for permission to move the birds → Will the team be allowed to move the birds?"""
    subject, said = cue.subject, cue.after()
    subject = "the team" if subject is None and "team has" in cue.context.line.lowered else subject
    return finished(f"will {subject} be allowed to {said}") if subject and said else None


def _called_for(cue: Cue) -> str | None:
    """X called for an inquiry into Y → Will there be an inquiry into Y?"""
    line = cue.context.line
    matter = noun_phrase_after(line, cue.end)
    if matter is None or (matter[1] < len(line.tokens) and line.tokens[matter[1]].lower == "to"):
        return None  # "called for the army to leave"
    first = line.tokens[matter[0]]
    is_new = first.lower in ("a", "an", "more", "new") or first.lower.endswith("er")
    is_happening = any(token.lower in words("happenings") for token in line.tokens[slice(*matter)])
    is_asked = is_new or (is_happening and first.lower != "the")
    return finished(f"will there be {line.words(matter)}") if is_asked else None


FRAMES = (
    frame(
        "decision",
        1.1,
        "talks negotiations discussions",
        """
            (?:is|are|has_been|have_been) _ (?:still_|already_)? in _ (?:[a-z]+_)? (?:talks|negotiations|discussions) _
            (?: with _ [^,;]{1,50}? _ )? to _
            """,
        _in_talks,
    ),
    frame(
        "decision",
        1.2,
        "considering mulling weighing contemplating discussing thinking",
        f"""
            (?:is|are) _ {ADVERB} (?: considering|mulling|weighing|contemplating|discussing
                | thinking _ (?:about|of) ) _ (?P<doing> [a-z]+ing _ )
            """,
        _gerund,
    ),
    frame(
        "decision",
        1.1,
        "considered discussed debated reviewed consideration review",
        """
            (?:is|are) _ (?: being _ (?:considered|discussed|debated|reviewed)
                          | under _ (?:consideration|review) ) (?=_|$)
            """,
        _under_review,
    ),
    frame(
        "decision",
        1.1,
        "proposed proposes introduced introduces tabled submitted drafted",
        """
            (?:has_|have_)? (?:also_|already_)?
            (?:proposed|proposes|introduced|introduces|tabled|submitted|drafted) _
            (?P<what> (?:an?|its|his|her|their|new) _ )
            """,
        _proposed,
    ),
    frame(
        "decision",
        1.0,
        "asked applied asking applying requested",
        """
            (?:has_|have_|is_|are_)? (?:also_|already_|now_)?
            (?: (?:asked|applied|asking|applying) _ for | requested ) _ (?! [a-z]+ing _ | to _ | permission_)
            """,
        _asked_for,
    ),
    frame("decision", 0.8, "seeking seeks", "(?: (?:is|are) _ (?:also_|still_)? seeking | seeks ) _ (?!to_)", _sought),
    frame(
        "decision",
        0.85,
        "call calls called calling demand demands demanded demanding pushing pressing campaigning lobbying",
        """
            (?: call(?:s|ed|ing)? _ (?:repeatedly_|again_)? for | demand(?:s|ed|ing)?
              | (?:pushing|pressing|campaigning|lobbying) _ (?: [^,;]{1,40}? _ )?? for ) _
            """,
        _called_for,
    ),
    frame(
        "decision",
        1.0,
        "continue continues ongoing way resume resumed stalled",
        """
            (?<=[ ]) (?P<verb> (?: (?:are|have|will|is) _ )? )
            (?: continue | continuing | ongoing | under _ way | resume | stalled ) (?=_|$)
            """,
        _talks,
    ),
    frame(
        "decision",
        1.3,
        "considering weighing studying reviewing examining debating discussing mulling",
        f"""
            (?:is|are|was|were) _ {ADVERB}
            (?:considering|weighing|studying|reviewing|examining|debating|discussing|mulling) _
            """,
        _considered,
    ),
    frame(
        "decision",
        1.2,
        "considering",
        """
            (?:has|have) _ offered _ (?P<offer>an? _) [^,;]{3,50}? _ , _ which _
            (?P<who> (?:[^ ,;]+ _){1,4}?) (?P<is>is|are) _ (?:still _)? considering (?=_)
            """,
        _offered,
    ),
    frame("decision", 1.1, "permission", "(?:has|have) _ (?:applied|asked) _ for _ permission _ to _", _permission),
)
