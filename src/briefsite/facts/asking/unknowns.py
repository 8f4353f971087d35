"""Frames of what the article does not say: numbers left vague, claims without a name behind them.

    Dozens of people have died.                  → How many people have died?
    The town has paid the firm millions of euros → How much has the town paid the firm?
    Critics called it unworkable.                → Who called the plan unworkable?
    Analysts fear the yard could close.          → Could the yard close?
    It is estimated that 300 are missing.        → Who estimates that 300 are missing?
    It is unclear how the fire started.          → How did the fire start?

Known limits: (1) "critics" is asked even where a later sentence names them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.asking.frame import frame
from briefsite.facts.asking.grammar import embedded, finished, inverted, is_statement
from briefsite.facts.asking.predicates import is_saying
from briefsite.facts.verb_forms import base_of, is_participle, is_past, of_class
from briefsite.lexicon import table, words

if TYPE_CHECKING:
    from briefsite.facts.asking.frame import Cue
    from briefsite.mentions.words.tokens import Token

_PEOPLE = re.compile(
    r"(?:official|source|donor|buyer|bidder|witness|employee|aide|adviser|advisor|caller|author|man|men|woman|women"
    r"|person|people|officer|minister|lawyer|collector|investor|critic|member|soldier|gunman|gunmen)(?:s|es)?"
)
_SEES = {"seen": "sees", "viewed": "views", "regarded": "regards", "described": "describes"}
_DOUBTS = re.compile(r"fear(?:ed)?|warn(?:ed)?|believed?|claim(?:ed)?|argued?|suggest(?:ed)?|stated")
"""Verbs that leave what they tell in doubt."""
_OWNED = re.compile(r"\b(?:his|her|their|its)\b")
"""Whose it is stands in the sentence before."""
_TOLL = re.compile(
    r"\b(?:died|dead|killed|missing|injured|hurt|wounded|homeless|displaced|drowned|trapped|arrested|detained|fled)\b"
)
"""What one counts: that "thousands came" is told well enough."""
_IN_DOUBT = re.compile(
    r"\b(?:unclear|unknown|uncertain|estimated?|estimates|feared|may|might|possibly|perhaps|no figure|exact|disputed)\b"
)
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


def _embedded(cue: Cue) -> str | None:
    return embedded(cue.context.line, cue.token("what"))


def _how_many(cue: Cue) -> str | None:
    line, said = cue.context.line, cue.after()
    before = line.tokens[cue.start - 1].lower if cue.start else ","
    # "the marriages of thousands of couples": only the subject of a clause can be asked for with these words.
    if said is None or not (_TOLL.search(line.lowered) or _IN_DOUBT.search(line.lowered)):
        return None
    if before not in (",", ";", "and", "but", "that") or not is_statement(f"people {said}"):
        return None
    return finished(f"how many {'' if cue.match['of'] else 'people '}{said}")


def _how_much(cue: Cue) -> str | None:
    subject, line = cue.subject, cue.context.line
    done = line.words((cue.token("done"), cue.token("amount")))
    return finished(f"how much {cue.match['has']} {subject} {done}") if subject else None


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
    if subject is None or said is None:
        return None
    is_plural = cue.match["is"] in ("are", "were")
    if cue.match["to"] == "have" and not is_participle(said.lower().partition(" ")[0]):
        return finished(f"{'do' if is_plural else 'does'} {subject} have {said}")
    helper = {"be": ("is", "are"), "have": ("has", "have")}[cue.match["to"]][is_plural]
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
    while end < len(tokens) and tokens[end].is_word and not _ends_noun(tokens[end]):
        end += 1
    if end - cue.start < 2 or not _PEOPLE.fullmatch(tokens[end - 1].lower):
        return None  # "the anonymous media story"
    verb = "are" if tokens[end - 1].lower.endswith("s") else "is"
    return finished(f"who {verb} the {line.words((cue.start, end))}")


def _ends_noun(token: Token) -> bool:
    small = of_class("link") | of_class("boundary") | of_class("auxiliary")
    return token.lower in small or is_saying(token) or is_past(token.lower)


def _counted(cue: Cue) -> str | None:
    """The army attacked hundreds of people → How many people did the army attack?"""
    line, subject = cue.context.line, cue.subject
    base = base_of(cue.match["verb"]) if is_past(cue.match["verb"]) else None
    end = at = cue.end
    while end < len(line.tokens) and line.tokens[end].is_word and not _ends_noun(line.tokens[end]):
        end += 1
    if (
        subject is None
        or base is None
        or end == at
        or not _IN_DOUBT.search(line.lowered)
        or line.tokens[at].lower in ("thousands", "millions", "billions")
        or " by " in f" {subject} "
    ):
        return None
    return finished(f"how many {line.words((at, end))} did {subject} {base}")


def _suggested(cue: Cue) -> str | None:
    """Suggestions were made that he knew → Who suggested that he knew?"""
    said = cue.after()
    return finished(f"who {_SUGGESTED[cue.match['noun']]} that {said}") if said and not _OWNED.search(said) else None


FRAMES = (
    frame(
        "imprecise",
        1.3,
        "how who what why where which",
        """
            (?: unclear | unknown | uncertain | (?:declined|refused|yet) _ to _ (?:say|disclose|explain)
              | (?:not|n't) _ (?:yet _|immediately _)? (?:known|clear|say|said|specify|disclose|explain)
              | questions _ (?:remain(?:ed)? _)? (?:about|over|as _ to) | doubts? _ (?:about|over)
              | (?:to|will|must) _ (?:determine|establish|find _ out) | investigating | examining ) _
            (?: (?:on|about|exactly) _ )? (?P<what> (?:how|who|what|why|where|which) (?=_) )
            """,
        _embedded,
    ),
    frame(
        "imprecise",
        0.8,
        "dozens hundreds thousands millions scores tens",
        """
            (?: dozens | hundreds | thousands | scores(?=_of) | millions | (?:tens|hundreds) _ of _ thousands ) _
            (?:more _)? (?P<of> of _ )? (?= [^,]{0,50}? (?:have|has|were|are|had|died|fled|lost|took|remain) _ )
            """,
        _how_many,
    ),
    frame(
        "imprecise",
        1.0,
        "tens hundreds thousands millions billions",
        """
            (?P<has>has|have) _ (?P<done> [a-z]+ _ (?: [^,;]{1,40}? _ )? )
            (?P<amount> (?:tens|hundreds|thousands|millions|billions) _ of _ (?:(?:thousands|millions|billions) _ of _)?
                (?:pounds|dollars|euros|yen|francs|rupees|rubles|roubles|pesos) )
            """,
        _how_much,
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
        "imprecise",
        0.75,
        "dozens hundreds thousands millions",
        "(?P<verb>[a-z]+) _ (?:dozens|hundreds|thousands|millions) _ of _",
        _counted,
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
    frame(
        "unattributed",
        1.0,
        "unnamed anonymous unidentified",
        "(?:unnamed|anonymous|unidentified) _",
        _unnamed,
    ),
)
