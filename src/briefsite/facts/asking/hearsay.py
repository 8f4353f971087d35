"""Frames of what is told, and by nobody: what is believed, alleged, feared.

    It is estimated that 300 are missing.              → Who estimates that 300 are missing?
    The fire is believed to have been set by children. → Has the fire been set by children?
    The firm allegedly paid the mayor for it.          → Did the firm pay the mayor for it?
    Amid fears that the dam could break, …             → Could the dam break?

Known limits: (1) an allegation that the next sentence proves or refutes is asked all the same.
"""

from __future__ import annotations

from briefsite.facts.asking.frame import Cue, frame
from briefsite.facts.asking.grammar import finished, is_statement
from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.nouns import is_general, is_plural, points_elsewhere
from briefsite.facts.verb_forms import base_of, is_participle, is_past

_SEES = {
    "seen": "sees",
    "viewed": "views",
    "regarded": "regards",
    "described": "describes",
    "recognised": "recognises",
    "recognized": "recognizes",
    "hailed": "hails",
    "considered": "considers",
    "deemed": "deems",
    "rated": "rates",
}
_CLAIMS = ("speculation", "rumours", "rumors", "fear", "fears", "hope", "hopes", "concern", "concerns", "suspicions",
           "suspicion", "belief", "possibility", "prospect", "likelihood", "accusation", "accusations", "allegation",
           "theory", "prediction", "predictions", "warning", "expectation", "expectations")  # fmt: skip
"""Nouns for what may be so, or not."""
_VALUES = {"estimated": "estimates", "valued": "values", "put": "puts"}
_HELPERS = {"be": ("is", "are"), "have": ("has", "have")}
"""For one, and for many."""
_SUGGESTED = {
    "suggestions": "suggested",
    "allegations": "alleged",
    "claims": "claimed",
    "reports": "reported",
    "complaints": "complained",
    "warnings": "warned",
}
_SAYS = {
    "said": "says",
    "speculated": "speculates",
    "rumoured": "says",
    "rumored": "says",
    "suggested": "suggests",
    "expected": "expects",
    "hoped": "hopes",
    "argued": "argues",
    "assumed": "assumes",
    "predicted": "predicts",
    "thought": "thinks",
    "understood": "understands",
    "estimated": "estimates",
    "believed": "believes",
    "reported": "reports",
    "alleged": "alleges",
    "claimed": "claims",
    "feared": "fears",
}


def _seen_as(cue: Cue) -> str | None:
    subject, said = cue.subject, cue.after(cue.token("link"))
    verb = _SEES[cue.match["as"] or cue.match["bare"]]
    return finished(f"who {verb} {subject} {said}") if subject and said else None


def _it_is_said(cue: Cue) -> str | None:
    said = cue.after()
    verb = cue.match["verb"] if cue.match["was"] == "was" else _SAYS[cue.match["verb"]]
    return finished(f"who {verb} that {said}") if said and is_statement(said) and not points_elsewhere(said) else None


def _is_said_to(cue: Cue) -> str | None:
    """The attack is believed to have been planned abroad → Has the attack been planned abroad?"""
    subject, said = cue.subject, cue.after()
    if subject is None or said is None or " " not in said or is_general(subject):
        return None
    is_many = cue.match["is"] in ("are", "were")
    if cue.match["to"] is None:
        is_verb = base_of(said.split()[0]) == said.split()[0]
        return finished(f"{'do' if is_many else 'does'} {subject} {said}") if is_verb else None
    if cue.match["to"] == "have" and not is_participle(said.lower().partition(" ")[0]):
        return finished(f"{'do' if is_many else 'does'} {subject} have {said}")
    is_over = cue.match["is"] in ("was", "were")
    helper = cue.match["is"] if is_over and cue.match["to"] == "be" else _HELPERS[cue.match["to"]][is_many]
    return finished(f"{helper} {subject} {said}")


def _appears(cue: Cue) -> str | None:
    """X appears to be safe → Is X safe?  X appears to hold → Does X hold?"""
    subject, said = cue.subject, cue.after()
    if subject is None or said is None or is_general(subject) or points_elsewhere(said):
        return None
    is_many = is_plural(subject)
    first, _, rest = said.partition(" ")
    if cue.match.group().startswith("appeared"):
        return finished(f"{('was', 'were')[is_many]} {subject} {rest}") if first == "be" and rest else None
    if first in _HELPERS and rest:
        return finished(f"{_HELPERS[first][is_many]} {subject} {rest}")
    return finished(f"{'do' if is_many else 'does'} {subject} {said}") if base_of(first) == first else None


def _reportedly(cue: Cue) -> str | None:
    """X allegedly hid Z → Did X hide Z?  X has reportedly hidden Z → Has X hidden Z?"""
    line, at = cue.context.line, cue.end
    if at >= len(line.tokens):
        return None
    helper = line.tokens[cue.start - 1].lower if cue.start else ""
    if helper in ("has", "have", "is", "are", "was", "were"):
        subject, said = cue.context.subject(cue.start - 1), cue.after()
        is_asked = subject and said and not is_general(subject) and not points_elsewhere(said)
        return finished(f"{helper} {subject} {said}") if is_asked else None
    verb, subject, said = line.tokens[at].lower, cue.subject, cue.after(at + 1)
    if subject is None or said is None or not is_past(verb) or is_general(subject) or points_elsewhere(said):
        return None
    return finished(f"did {subject} {base_of(verb)} {said}")


def _rumoured(cue: Cue) -> str | None:
    """Amid fears that the dam could break → Could the dam break?"""
    question = inverted(cue.context.line, cue.end)
    return question if question and not points_elsewhere(question) else None


def _suggested(cue: Cue) -> str | None:
    """Suggestions were made that he knew → Who suggested that he knew?"""
    said, line = cue.after(), cue.context.line
    # "The Times reports that …": a verb.
    if cue.start and not (line.tokens[cue.start - 1].is_word and line.tokens[cue.start - 1].text.islower()):
        return None
    return finished(f"who {_SUGGESTED[cue.match['noun']]} that {said}") if said and not points_elsewhere(said) else None


def _valued(cue: Cue) -> str | None:
    """X is estimated at Z → Who estimates X at Z?"""
    subject, said = cue.subject, cue.after(cue.token("link"))
    if subject is None or said is None or is_general(subject):
        return None
    return finished(f"who {_VALUES[cue.match['verb']]} {subject} {said}")


FRAMES = (
    frame(
        "unattributed",
        0.8,
        frozenset(_VALUES),
        "(?:is|are|was|were|has_been|have_been) _ (?:now_)? (?P<verb>estimated|valued|put) _ (?P<link>)at _",
        _valued,
    ),
    frame(
        "unattributed",
        0.9,
        "allegedly reportedly purportedly supposedly",
        "(?:allegedly|reportedly|purportedly|supposedly) _",
        _reportedly,
    ),
    frame("unattributed", 0.8, "appears appear appeared seems seem", "(?:appears?|appeared|seems?) _ to _", _appears),
    frame(
        "unattributed",
        0.9,
        frozenset(_CLAIMS),
        f"(?:{'|'.join(_CLAIMS)}) _ that _",
        _rumoured,
    ),
    frame(
        "unattributed",
        0.9,
        frozenset(_SEES),
        """
            (?:is|are|has_been|have_been) _ (?:(?:also|widely|generally|often) _)?
            (?: (?P<as>seen|viewed|regarded|described|recogni[sz]ed|hailed|rated) _ (?=as_)
              | (?P<bare>considered|deemed) _ (?!by_) ) (?P<link>)
            """,
        _seen_as,
    ),
    frame(
        "unattributed",
        1.0,
        "it",
        f"""
            it _ (?P<was> is | was | has _ (?:also_)? been ) _ (?:(?:also|widely|being|now) _)*
            (?P<verb>{"|".join(_SAYS)}) _
            (?: that _ | (?= (?:the|a|an) _ ) )
            """,
        _it_is_said,
    ),
    frame(
        "unattributed",
        0.9,
        "said believed thought reported alleged rumoured rumored understood feared estimated suspected",
        """
            (?P<is>is|are|was|were) _ (?:(?:also|widely) _)?
            (?:said|believed|thought|reported|alleged|rumou?red|understood|feared|estimated|suspected) _ (?:not_)? to _
            (?: (?P<to>be|have) _ | (?P<plain>) (?=[a-z]) )
            """,
        _is_said_to,
    ),
    frame(
        "unattributed",
        1.0,
        frozenset(_SUGGESTED),
        rf"""
            (?P<noun>{"|".join(_SUGGESTED)}) _
            (?: (?: (?:were|have_been) _ (?:made|raised|published) | emerged | surfaced | spread ) _ )? that _
            """,
        _suggested,
    ),
)
