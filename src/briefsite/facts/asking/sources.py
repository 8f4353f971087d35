"""Frames of claims without a name behind them.

    Critics called it unworkable.                → Who called the plan unworkable?
    Analysts fear the yard could close.          → Could the yard close?
    It is estimated that 300 are missing.        → Who estimates that 300 are missing?

Known limits: (1) "critics" is asked even where a later sentence names them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import finished, inverted, is_general, is_statement
from briefsite.facts.asking.predicates import ends_noun
from briefsite.facts.verb_forms import base_of, is_participle, is_past
from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue

_PEOPLE = re.compile(
    r"(?:official|source|diplomat|insider|executive|lawmaker|buyer|bidder|witness|employee|aide|adviser|advisor|caller|author|man|men|woman|women"
    r"|person|people|officer|minister|lawyer|collector|investor|critic|member|soldier|gunman|gunmen)(?:s|es)?"
)
_SEES = {"seen": "sees", "viewed": "views", "regarded": "regards", "described": "describes"}
_DOUBTS = re.compile(r"fear(?:ed)?|warn(?:ed)?|believed?|claim(?:ed)?|argued?|suggest(?:ed)?|stated")
"""Verbs that leave what they tell in doubt."""
_OWNED = re.compile(r"\b(?:his|her|their|its|it|they|he|she|\w+sel(?:f|ves))\b")
"""Whose it is stands in the sentence before."""
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
    "thought": "thinks",
    "understood": "understands",
    "estimated": "estimates",
    "believed": "believes",
    "reported": "reports",
    "alleged": "alleges",
    "claimed": "claims",
    "feared": "fears",
}


def _criticised(cue: Cue) -> str | None:
    subject, said = cue.subject, cue.after(cue.token("link"))
    if subject is None or said is None or " by " in f" {said} ":
        return None
    helper = "has " if cue.match["been"].startswith("ha") else ""
    return finished(f"who {helper}{cue.match['verb']} {subject} {said}")


def _seen_as(cue: Cue) -> str | None:
    subject, said = cue.subject, cue.after(cue.token("link"))
    return finished(f"who {_SEES[cue.match['verb']]} {subject} {said}") if subject and said else None


def _it_is_said(cue: Cue) -> str | None:
    said = cue.after()
    verb = cue.match["verb"] if cue.match["was"] == "was" else _SAYS[cue.match["verb"]]
    return finished(f"who {verb} that {said}") if said and not _OWNED.search(said) else None


def _is_said_to(cue: Cue) -> str | None:
    """The attack is believed to have been planned abroad → Has the attack been planned abroad?"""
    subject, said = cue.subject, cue.after()
    if subject is None or said is None or " " not in said:
        return None
    is_plural = cue.match["is"] in ("are", "were")
    if cue.match["to"] == "have" and not is_participle(said.lower().partition(" ")[0]):
        return finished(f"{'do' if is_plural else 'does'} {subject} have {said}")
    is_over = cue.match["is"] in ("was", "were")
    helper = cue.match["is"] if is_over and cue.match["to"] == "be" else _HELPERS[cue.match["to"]][is_plural]
    return finished(f"{helper} {subject} {said}")


def _vague_source(cue: Cue) -> str | None:
    """Analysts fear the dam could break → Could the dam break?"""
    line, at = cue.context.line, cue.token("verb")
    following = line.tokens[at + 1].lower if at + 1 < len(line.tokens) else ""
    if line.tokens[at].lower == "called" and following == "it":
        matter, said = _matter(cue.context.before), cue.after(at + 2)
        return finished(f"who called {matter} {said}") if matter and said else None
    if not _DOUBTS.fullmatch(line.tokens[at].lower):
        return None  # "officials said": what they said is told, and which of them is not what one asks
    question = inverted(line, at + 1 + (following == "that"))
    # "His" and "it" are somebody of the sentence before.
    return question if question and not re.search(r"\b(?:his|her|its|their|it|they|he|she)\b", question) else None


def _matter(sentence: str) -> str | None:
    """The one thing decided on that a sentence names, as "the plan"; None where it names none or several."""
    named = {word for word in re.findall(r"[a-z]+", sentence) if word in table("matters")}
    return f"the {named.pop()}" if len(named) == 1 else None


def _unnamed(cue: Cue) -> str | None:
    line = cue.context.line
    tokens, end = line.tokens, cue.start + 1
    while end < len(tokens) and tokens[end].is_word and not ends_noun(tokens[end]):
        end += 1
    if end - cue.start < 2 or not _PEOPLE.fullmatch(tokens[end - 1].lower):
        return None  # "the anonymous media story"
    verb = "are" if tokens[end - 1].lower.endswith("s") else "is"
    return finished(f"who {verb} the {line.words((cue.start, end))}")


def _unnamed_speaker(cue: Cue) -> str | None:
    """A senior official said … → Who is the senior official?"""
    line = cue.context.line
    said = line.words((cue.token("who"), cue.token("end")))
    return finished(f"who is the {said}") if 2 <= len(said.split()) <= 9 else None


def _reportedly(cue: Cue) -> str | None:
    """X allegedly hid Z → Did X hide Z?  X has reportedly hidden Z → Has X hidden Z?"""
    line, at = cue.context.line, cue.end
    if at >= len(line.tokens):
        return None
    helper = line.tokens[cue.start - 1].lower if cue.start else ""
    if helper in ("has", "have", "is", "are", "was", "were"):
        subject, said = cue.context.subject(cue.start - 1), cue.after()
        is_asked = subject and said and not is_general(subject) and not _OWNED.search(said)
        return finished(f"{helper} {subject} {said}") if is_asked else None
    verb, subject, said = line.tokens[at].lower, cue.subject, cue.after(at + 1)
    if subject is None or said is None or not is_past(verb) or is_general(subject) or _OWNED.search(said):
        return None
    return finished(f"did {subject} {base_of(verb)} {said}")


def _rumoured(cue: Cue) -> str | None:
    """Amid fears that the dam could break → Could the dam break?"""
    question = inverted(cue.context.line, cue.end)
    return question if question and not _OWNED.search(question) else None


def _witnesses(cue: Cue) -> str | None:
    """Witnesses have reported a fire → Who are the witnesses?"""
    return finished(f"who are the {cue.match['who']}")


def _anonymous(cue: Cue) -> str | None:
    """The official spoke on condition of anonymity → Who is the official?"""
    tokens = cue.context.line.tokens
    near = [token.lower for token in tokens if _PEOPLE.fullmatch(token.lower)]
    if not near:
        return None
    return finished(f"who {'are' if near[-1].endswith('s') else 'is'} the anonymous {near[-1]}")


def _report(cue: Cue) -> str | None:
    """Reports suggest that … → Which reports suggest that …?"""
    said = cue.after()
    if said is None or _OWNED.search(said) or not is_statement(said):
        return None
    return finished(f"which {cue.match['who']} {cue.match['verb']} that {said}")


def _suggested(cue: Cue) -> str | None:
    """Suggestions were made that he knew → Who suggested that he knew?"""
    said, line = cue.after(), cue.context.line
    # "The Times reports that …": a verb.
    if cue.start and not (line.tokens[cue.start - 1].is_word and line.tokens[cue.start - 1].text.islower()):
        return None
    return finished(f"who {_SUGGESTED[cue.match['noun']]} that {said}") if said and not _OWNED.search(said) else None


FRAMES = (
    frame(
        "unattributed",
        0.9,
        "allegedly reportedly purportedly supposedly",
        "(?:allegedly|reportedly|purportedly|supposedly) _",
        _reportedly,
    ),
    frame(
        "unattributed",
        0.9,
        "speculation rumours rumors fears concerns suspicions",
        "(?:speculation|rumou?rs|fears|concerns|suspicions) _ that _",
        _rumoured,
    ),
    frame(
        "unattributed",
        0.6,
        "witnesses eyewitnesses insiders",
        "(?P<who>(?:eye)?witnesses|insiders) _ (?:have _)? (?:also _)? "
        "(?:said|say|report|reported|told|claim|claimed|described) _",
        _witnesses,
    ),
    frame(
        "unattributed",
        0.6,
        "official source diplomat aide insider witness officer executive adviser advisor lawmaker",
        """
            (?:an?|another) _ (?P<who> (?: (?:[a-z][a-z'.-]* _) ){0,4}?
                (?:official|source|diplomat|aide|insider|witness|officer|executive|adviser|advisor|lawmaker) _ )
            (?: (?:in|from|at|within|with|close_to|familiar_with) _ (?: (?!has_|have_|had_|who_) [^ ,;]+ _ ){1,5}? )??
            (?P<end>) (?:has_|have_|had_)? (?:also_)?
            (?P<verb>said|says|told|warned|claimed|suggested|confirmed|reported) _
            """,
        _unnamed_speaker,
    ),
    frame(
        "unattributed",
        1.0,
        "anonymity anonymous named identified",
        """
            (?: condition _ of _ anonymity | to _ remain _ anonymous
              | (?:ask|declin|refus)(?:ed|ing) _ (?:not_)? to _ (?:not_)? be _ (?:named|identified) ) (?=_|$)
            """,
        _anonymous,
    ),
    frame(
        "unattributed",
        0.8,
        "reports report rumours rumors",
        """
            (?P<who> (?:media_|press_|local_|unconfirmed_|early_|some_)? (?:reports|rumours|rumors) ) _
            (?P<verb>say|said|suggest|suggested|claim|claimed|stated|indicate|indicated) _ (?:that_)?
            """,
        _report,
    ),
    frame(
        "unattributed",
        1.0,
        "criticised criticized accused condemned blamed attacked",
        """
            (?P<been>has_been|have_been|was|were) _ (?:(?:widely|heavily|sharply) _)?
            (?P<verb>criticised|criticized|accused|condemned|blamed|attacked) _ (?= (?P<link>for|of|over) _ )
            """,
        _criticised,
    ),
    frame(
        "unattributed",
        0.9,
        "seen viewed regarded described",
        """
            (?:is|are|has_been) _ (?:widely _)? (?P<verb>seen|viewed|regarded|described) _ (?= (?P<link>as) _ )
            """,
        _seen_as,
    ),
    frame(
        "unattributed",
        1.0,
        "it",
        f"""
            it _ (?P<was>is|was) _ (?:(?:also|widely) _)? (?P<verb>{"|".join(_SAYS)}) _ that _
            """,
        _it_is_said,
    ),
    frame(
        "unattributed",
        0.9,
        "said believed thought reported alleged rumoured rumored understood feared",
        """
            (?P<is>is|are|was|were) _ (?:(?:also|widely) _)?
            (?:said|believed|thought|reported|alleged|rumou?red|understood|feared) _ to _ (?P<to>be|have) _
            """,
        _is_said_to,
    ),
    frame(
        "unattributed",
        0.85,
        words("vague_sources"),
        f"""
            (?P<who> (?:{"|".join(sorted(words("vague_sources")))}) ) _
            (?:(?:have|also) _)?
            (?P<verb> said | say | call(?:ed)? | warn(?:ed)? | fear(?:ed)? | believed? | claim(?:ed)? | argued?
              | suggest(?:ed)? | expect(?:ed)? | stated? ) _
            """,
        _vague_source,
    ),
    frame(
        "unattributed",
        1.0,
        "unnamed anonymous unidentified",
        "(?:unnamed|anonymous|unidentified) _",
        _unnamed,
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
