"""What is certain in the problems of a file, mended: its text with those characters changed and no other.

A mend is taken only if the file, read again, has that problem no more and no new one. Where two mends want the same
characters, or would not read as meant, they are left to people. Mending what was mended changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefsite.diagnostic import Diagnostic, Fix
    from briefsite.source import Source

_MOST_ROUNDS = 5
"""Mending may uncover what else is certain: a misspelt key hides that its paragraph has moved."""
_LINE = re.compile(r"\bline \d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One file, mended."""

    source: Source
    """With the new text; the old one where nothing was certain."""
    mends: tuple[tuple[Diagnostic, Fix], ...]
    """What was mended, in order of place; spans are places in the text that each diagnostic's source holds."""
    problems: tuple[Diagnostic, ...]
    """What is left."""


def mend(source: Source, problems: Sequence[Diagnostic], check: Callable[[Source], Sequence[Diagnostic]]) -> Mended:
    """The file with what is certain mended; `check` gives all problems of a text in place of the file's."""
    done: list[tuple[Diagnostic, Fix]] = []
    for _ in range(_MOST_ROUNDS):
        fixable = _apart(problem for problem in problems if problem.fix and problem.source == source)
        source_after, problems_after, taken = _tried(source, problems, fixable, check)
        if not taken:
            break
        done += taken
        source, problems = source_after, problems_after
    return Mended(source=source, mends=tuple(done), problems=tuple(problems))


def patched(text: str, fixes: Iterable[Fix]) -> str:
    """The text with its fixes, which must not overlap, applied."""
    for fix in sorted(fixes, key=lambda fix: fix.sort_key, reverse=True):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


def _apart(problems: Iterable[Diagnostic]) -> list[tuple[Diagnostic, Fix]]:
    """The problems whose fixes nothing else contradicts, in order of place; of equal fixes, the first."""
    wanted = sorted(((problem, problem.fix) for problem in problems if problem.fix), key=lambda pair: pair[1].sort_key)
    kept: list[tuple[Diagnostic, Fix]] = []
    disputed: set[int] = set()
    for problem, fix in wanted:
        last = kept[-1][1] if kept else None
        if last == fix:
            continue
        if last and last.span.overlaps(fix.span):
            disputed.add(len(kept) - 1)
            disputed.add(len(kept))
        kept.append((problem, fix))
    return [pair for index, pair in enumerate(kept) if index not in disputed]


def _tried(
    source: Source,
    problems: Sequence[Diagnostic],
    fixable: list[tuple[Diagnostic, Fix]],
    check: Callable[[Source], Sequence[Diagnostic]],
) -> tuple[Source, Sequence[Diagnostic], list[tuple[Diagnostic, Fix]]]:
    """All fixes at once; where that does harm, each half by itself, and in the end each fix."""
    if not fixable:
        return source, problems, []
    after = type(source)(source.name, patched(source.text, (fix for _, fix in fixable)))
    left = check(after)
    if _is_better(problems, left, fixable):
        return after, left, fixable
    if len(fixable) == 1:
        return source, problems, []
    middle = len(fixable) // 2
    # The later half first: the places of the earlier ones stay true.
    source, problems, late = _tried(source, problems, fixable[middle:], check)
    source, problems, early = _tried(source, problems, fixable[:middle], check)
    return source, problems, [*early, *late]


def _is_better(before: Sequence[Diagnostic], after: Sequence[Diagnostic], fixed: list[tuple[Diagnostic, Fix]]) -> bool:
    """Whether what was fixed is gone and nothing is worse; messages tell problems apart, for lines may move."""
    old, new = _counted(before), _counted(after)
    gone = _counted([problem for problem, _ in fixed])
    if any(new[key] > old[key] - count for key, count in gone.items()):
        return False
    # What hid behind a broken key or value may come to light, and so may warnings of words that were lost. But no
    # error, and no quote that stands in the other paragraph without quotation marks: that is a look-alike.
    hidden = any(key[0][0] in "YB" for key in gone)
    worse = _counted([problem for problem in after if problem.severity is Severity.ERROR or problem.code == "A008"])
    return hidden or all(count <= old[key] for key, count in worse.items())


def _counted(problems: Sequence[Diagnostic]) -> Counter[tuple[str, str]]:
    return Counter((problem.code, _LINE.sub("line", problem.message)) for problem in problems)
