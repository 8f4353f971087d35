"""Whose a verb of saying is that has no subject of its own: it shares that of another verb, or of the whole clause.

Ada Holm said she was glad when Jo Reyes came, adding      → Ada Holm
When Jo Reyes came, Ada Holm laughed and said              → Ada Holm
The storm prompted Ada Holm to say                         → Ada Holm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.speech.verb_or_noun import is_passive
from briefsite.mentions.words.noun_phrases import Phrase, forward
from briefsite.mentions.words.roles import is_role
from briefsite.mentions.words.subjects import before, opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.speech.cue import Cue
    from briefsite.mentions.words.tokens import Token

_TURNS = frozenset({"but", "while", "whereas", "though", "although"})
_MOVES = frozenset(
    {"for", "moved", "prompted", "led", "forced", "caused", "inspired", "provoked", "drove", "compelled"}
)


def main_subject(tokens: Sequence[Token], at: int, earlier: Sequence[Cue]) -> Phrase | None:
    """The subject that a verb without one of its own shares: that of the cue before, or of the whole clause."""
    start = max((i + 1 for i in range(at) if tokens[i].text == ";"), default=0)
    # "the north objected, but the south supported them, saying": the south
    turn = max((i for i in range(start, at - 1) if tokens[i].text == "," and tokens[i + 1].lower in _TURNS), default=0)
    if turn and not any(cue.at > turn for cue in earlier) and (own := opening(tokens, turn + 2, at)):
        return own
    if start < at and tokens[start].is_quote:
        start += 1
    if earlier and tokens[start].word_class in ("preposition", "conjunction"):
        comma = next((i for i in range(start, at) if tokens[i].text == ","), 0)
        main = opening(tokens, start, at) if comma > earlier[-1].at else None
        if main:
            return main  # "As the crowd chanted, she stopped and said": she
    saying = [cue for cue in earlier if cue.subject and not cue.passive]
    if not saying:
        return _sent_out(tokens, start, at) or opening(tokens, start, at)
    chosen = saying[-1]
    if tokens[at - 1].text == ",":  # "Ada Holm said she was glad when Jo Reyes told her, adding": Ada Holm
        for cue in reversed(saying[:-1]):
            if not coordinated(tokens, cue, chosen):
                chosen = cue
    return chosen.subject


def coordinated(tokens: Sequence[Token], outer: Cue, inner: Cue) -> bool:
    """Whether the second verb stands in a clause of its own beside the first, not inside it."""
    if inner.verb.form == "gerund" or inner.subject == outer.subject:
        return True
    assert inner.subject is not None
    start = inner.subject.first
    if start < outer.at and outer.subject and start < outer.subject.first:
        return True  # "Jo Reyes, whom Ada Holm called “late”, said": the outer one is inside
    opens = tokens[0].word_class in ("conjunction", "preposition") or tokens[0].lower.endswith("ing")
    if opens and any(token.text == "," for token in tokens[outer.at : start]):
        return True  # "While Ada Holm praised it, Jo Reyes says it is “…”"
    lead = tokens[max(outer.at + 1, start - 3) : start]
    texts = [token.lower for token in lead]
    if any(token.is_quote for token in tokens[outer.at + 1 : start]):
        return True
    if texts[-2:] == ["only", "for"]:
        return True  # "said all was well, only for Ada Holm to write"
    return any(text in (";", "while", "but") for text in texts) or (
        len(texts) >= 2 and texts[-1] == "and" and texts[-2] == ","
    )


def clause_subject(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject of the verb that "and" joins with this one: "When Jo Reyes came, Ada Holm laughed and said"."""
    comma = next((i for i in range(at - 2, 0, -1) if tokens[i].text in (",", ";") or tokens[i].is_quote), 0)
    if not comma or tokens[comma].is_quote or comma == at - 2:
        return None
    phrase = forward(tokens, comma + 1)
    if phrase is None or phrase.last + 1 >= at - 1:
        return None
    head, joined = tokens[phrase.head], tokens[phrase.last + 1]
    speaks = head.is_capitalised or head.lower in ("he", "she", "they", "it") or is_role(head.lower)
    past = joined.lower.endswith("ed") or joined.lower in words("irregular_past") or joined.word_class == "auxiliary"
    return phrase if speaks and past and joined.is_word else None


def moved(tokens: Sequence[Token], last: int) -> Phrase | None:
    """Who is brought to say something: "the news prompted Ada Holm to say"."""
    if last < 1 or not tokens[last].is_capitalised:
        return _is_moved(tokens, last)
    first = last
    while first > 1 and (tokens[first - 1].is_capitalised or is_role(tokens[first - 1].lower)):
        first -= 1
    return Phrase(first, last, last) if tokens[first - 1].lower in _MOVES else None


def _is_moved(tokens: Sequence[Token], participle: int) -> Phrase | None:
    """Who is brought to say something, in the passive: "Ada Holm was prompted to say"."""
    if participle < 1 or not tokens[participle].lower.endswith(("ed", "ven")) or not is_passive(tokens, participle):
        return None
    return before(tokens, participle)


def _sent_out(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Who is brought to put words out: "the storm has prompted the ministers to issue a statement, saying"."""
    for at in range(start, end - 3):
        if tokens[at].lower in _MOVES and tokens[at].lower != "for" and (moved := forward(tokens, at + 1)):
            return moved if tokens[min(moved.last + 1, end)].lower == "to" else None
    return None
