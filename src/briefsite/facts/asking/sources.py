"""Frames of who speaks without a name: critics, officials, reports.

    Critics called it unworkable.                → Who called the plan unworkable?
    A senior official said the pier was unsafe.  → Who is the senior official?
    Reports suggest that 40 boats are missing.   → Which reports suggest that 40 boats are missing?

Known limits: (1) "critics" is asked even where a later sentence names them.
"""

from __future__ import annotations

import re

from briefsite.facts.asking.frame import Cue, frame
from briefsite.facts.asking.grammar import finished, is_statement
from briefsite.facts.asking.inversion import inverted
from briefsite.facts.asking.nouns import points_elsewhere
from briefsite.facts.asking.saying import ends_noun
from briefsite.lexicon import table, words

_PEOPLE = re.compile(
    r"(?:official|source|diplomat|insider|executive|lawmaker|buyer|bidder|witness|employee|aide|adviser|advisor|caller|author|man|men|woman|women"
    r"|person|people|officer|minister|lawyer|collector|investor|critic|member|soldier|gunman|gunmen)(?:s|es)?"
)
_DOUBTS = re.compile(r"fear(?:ed)?|warn(?:ed)?|believed?|claim(?:ed)?|argued?|suggest(?:ed)?|stated")
"""Verbs that leave what they tell in doubt."""


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


def _anonymous(cue: Cue) -> str | None:
    """The official spoke on condition of anonymity → Who is the official?"""
    tokens = cue.context.line.tokens
    near = [token.lower for token in tokens if _PEOPLE.fullmatch(token.lower)]
    if not near:
        return None
    return finished(f"who {'are' if near[-1].endswith('s') else 'is'} the anonymous {near[-1]}")


def _witnesses(cue: Cue) -> str | None:
    """Witnesses have reported a fire → Who are the witnesses?"""
    return finished(f"who are the {cue.match['who']}")


def _criticised(cue: Cue) -> str | None:
    subject, said = cue.subject, cue.after(cue.token("link"))
    if subject is None or said is None or " by " in f" {said} ":
        return None
    helper = "has " if cue.match["been"].startswith("ha") else ""
    return finished(f"who {helper}{cue.match['verb']} {subject} {said}")


def _report(cue: Cue) -> str | None:
    """Reports suggest that … → Which reports suggest that …?"""
    said = cue.after()
    if said is None or points_elsewhere(said) or not is_statement(said):
        return None
    return finished(f"which {cue.match['who']} {cue.match['verb']} that {said}")


FRAMES = (
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
)
