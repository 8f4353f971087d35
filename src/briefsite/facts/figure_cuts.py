"""A clause too long for a label → whole phrases of it around the figure, with "…" where others are left out.

    The board gave the ferry company 300 life jackets of the newest kind after a long dispute about who should pay …
    → The board gave the ferry company 300 life jackets of the newest kind …

Cuts behind the figure first, so that the label keeps its subject; only where the figure stands far from the start it
opens with a later phrase. Never cuts a number from what it is measured from ("five days after"), a verb from what it
needs ("failed to"), nor, where the clause is not endless, leaves out a word that turns what is said: "deny that",
"unless" (`turning_words`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefsite.facts.figure_clauses import outside
from briefsite.lexicon import words
from briefsite.mentions.numbers import word_kinds
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WORDS = 18
"""Of a clause that is shown whole; a longer one is cut to `_CUT_TO`, so that no cut saves a word or two."""

_CUT_TO = 15
_FAR_CUT_TO = 20
"""The same where the number stands far from the start."""
_MOST_TURNED = 28
"""Words of a clause that is shown whole, as a cut would turn what it says."""

_JOINT = re.compile(
    r"""
    (?= [,\s] ) (?:
      ,\s+ (?: (?:and|but|or)\s+ )? | \s+(?= \( ) | \s+(?:[–—-]|--)\s+
    | \s+(?= (?: in | on | at | by | for | from | to | with | that | which | who | where | when | while | after | before
             | because | since | until | unless | if | as | and | but | or | over | under | between | during | against
             | despite | amid | including | following ) \s )
    )
    """,
    flags=re.VERBOSE,
)


_CLAUSE_WORD = re.compile(r"(?:that|which|who|where|when|while|after|before|because|since|until|unless|if|as)\s")
_BINDING = frozenset(
    ("no", "not", "n't", "n’t", "never", "none", "nobody", "neither", "nor", "hardly", "without", "cannot",
     "if", "unless", "until", "except", "excluding", "only", "than", "provided", "instead", "rather",
     "false", "untrue")
)  # fmt: skip
"""Words that turn what is said from wherever they stand."""


def cut(text: str, start: int, end: int, quantity: Span) -> str:
    """Whole phrases around the quantity, few words unless the quantity alone has more."""
    if _length(text, start, end) <= MOST_WORDS:
        return text[start:end]
    joints = list(_joints(text, Span(start, end), quantity))
    # From the start where the number still finds its place, else from a clause on, else from a phrase on
    most = _CUT_TO if _length(text, start, quantity.end) <= _CUT_TO - 2 else _FAR_CUT_TO
    first = start if _length(text, start, quantity.end) <= most - 2 else _opening(text, start, quantity, joints)
    ends = [*(at for at, _ in joints if at >= quantity.end and _may_close(text, at, quantity)), end]
    # the last that fits, else the first
    last = next((at for at in reversed(ends) if _length(text, first, at) <= most), ends[0])
    if _length(text, first, last) > _MOST_TURNED:
        last = next((at for at, _ in joints if at >= quantity.end), quantity.end)
    is_turned = binds(text, last, end) or not words("turning_words").isdisjoint(_words(text, start, first))
    if is_turned and _length(text, start, end) <= _MOST_TURNED:
        return text[start:end]
    return ("… " if first > start else "") + text[first:last].rstrip(" ,") + (" …" if last < end else "")


def binds(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a word that turns what is said before or behind it: "no study showed that"."""
    return not _BINDING.isdisjoint(_words(text, start, end))


def _opening(text: str, start: int, quantity: Span, joints: list[tuple[int, int]]) -> int:
    """Where a label may open that cannot begin with its clause."""
    fitting = [to for _, to in joints if to <= quantity.start and _length(text, to, quantity.end) <= _FAR_CUT_TO - 2]
    clauses = [to for to in fitting if _CLAUSE_WORD.match(text, to) or _is_behind_comma(text, to)]
    return next(iter((*clauses, *fitting)), None) or _few_before(text, start, quantity)


def _may_close(text: str, at: int, quantity: Span) -> bool:
    """Whether a label may end at a joint: not behind a verb ("failed …"), nor with the number ("five days …")."""
    if at == quantity.end:
        return text[at] == ","
    last = _LAST_WORD.search(text, quantity.end, at)
    if last is None:
        return True
    return not (
        word_kinds.is_verb(last[0], at_start=False) or last[0].endswith(("ing", "ly")) or last[0] in _OPEN_WORDS
    )


_LAST_WORD = re.compile(r"[a-z]+\Z")
_OPEN_WORDS = frozenset(("able", "bound", "due", "go", "not", "ready", "set", "some", "those", "up", "which"))
"""Words that what follows completes: "were able to", "a quarter of those in"."""


def _is_behind_comma(text: str, at: int) -> bool:
    """Whether a phrase behind a comma may open a label: no second name ("Paris, France"), no verb without subject."""
    word = _PLAIN_WORD.match(text, at)
    return "," in text[max(0, at - 3) : at] and bool(
        word and word.group().islower() and not word_kinds.is_verb(word.group(), at_start=False)
    )


def _words(text: str, start: int, end: int) -> list[str]:
    return [word.lower() for word in _PLAIN_WORD.findall(text, start, end)]


_PLAIN_WORD = re.compile(r"[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|[^\W\d_]+")


def _few_before(text: str, start: int, quantity: Span) -> int:
    """Where a few words before the quantity begin, for a label that no phrase opens: a number alone says nothing."""
    found = list(_ANY_WORD.finditer(text, start, quantity.start))[-_CUT_TO // 3 :]
    return found[0].start() if found else quantity.start


_ANY_WORD = re.compile(r"\S+")


def _joints(text: str, clause: Span, quantity: Span) -> Iterator[tuple[int, int]]:
    joints = list(_JOINT.finditer(text, clause.start, clause.end))
    free = outside(text, clause, [joint.end() for joint in joints])
    for joint in joints:
        inside = joint.start() < quantity.end and quantity.start < joint.end()
        is_open = _OPEN.search(text, max(clause.start, joint.start() - 30), joint.start() + 1)
        if not inside and not is_open and joint.end() in free:
            yield joint.span()


_OPEN = re.compile(r"\s(?:in|on|at|by|for|from|to|of|with|than|the|a|an)(?:\s|\s[a-z]+,)\Z")
"""What a phrase cannot end with: "a year in", "in small" (overcrowded boats)."""


def _length(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())
