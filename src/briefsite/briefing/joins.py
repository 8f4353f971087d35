"""briefing/people.yml: which names of which briefings are one person or organisation. A person says so.

    accepted:
      - name: Maud Ferrant
        named:
          2026-03-12-flood: Maud Ferrant
          2026-03-26-inquiry: [Maud Ferrant, Ferrant]
        by: R. Amsel
        date: 2026-03-28

`proposed` is where the program writes what may be one (see `namesakes`), `refused` what was found not to be. Entries of
the three lists look alike, so that accepting one is moving it. Two accepted entries that share a name of a briefing are
one person.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from briefsite import typography
from briefsite.briefing.plain_data import read_plain_data
from briefsite.briefing.syntax import in_words
from briefsite.briefing.values import Edtf  # noqa: TC001 (pydantic looks its types up)
from briefsite.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from briefsite.briefing.plain_data import Path, PlainData
    from briefsite.source import Source
    from briefsite.span import Span

_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Names = Annotated[
    tuple[_Name, ...],
    Field(min_length=1),
    BeforeValidator(lambda value: (value,) if isinstance(value, str) else value),
]


class Entry(NamedTuple):
    """A name in a briefing: what is joined."""

    slug: str
    name: str
    """As `people:` or `speaker:` of the briefing write it, folded by `fold`."""


@lru_cache(maxsize=16384)  # a name is compared with all that are like it
def fold(name: str) -> str:
    """A name as names are compared: case and typography tell no two people apart."""
    return " ".join(typography.fold(name).casefold().split())


class Join(BaseModel):
    """One entry of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Name
    """What the page of the person is called."""
    named: dict[str, _Names] = Field(min_length=1)
    """By briefing (its file name without .yaml): the names in it that are meant."""
    why: _Name | None = None
    """For a proposal: what speaks for it."""
    by: _Name | None = None
    """Who accepted or refused it."""
    date: Edtf | None = None
    """When."""
    note: _Name | None = None
    """Anything else worth keeping; shown nowhere."""

    @property
    def entries(self) -> frozenset[Entry]:
        """The names that it is about."""
        return frozenset(Entry(slug, fold(name)) for slug, names in self.named.items() for name in names)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    accepted: tuple[Join, ...] = ()
    proposed: tuple[Join, ...] = ()
    refused: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins:
    """What the file says; of a file that cannot be read, nothing but what is wrong with it."""

    accepted: tuple[Join, ...] = ()
    proposed: tuple[Join, ...] = ()
    refused: tuple[Join, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    places: Mapping[Path, Span] | None = None
    """Where each value stands in the file."""

    @property
    def is_readable(self) -> bool:
        """Whether nothing was wrong with the file."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def read_joins(source: Source) -> Joins:
    """The joins of the file, or every problem of it at its place. Never raises."""
    read = read_plain_data(source)
    problems = list(read.problems)
    if read.root is None and not problems:
        return Joins()  # nothing but comments
    if not isinstance(read.root, dict):
        if not problems:
            said = "lists were expected, named accepted, proposed and refused"
            problems.append(_problem(source, read.places.get(()), said, "briefsite draft writes the file anew"))
        return Joins(problems=tuple(problems))
    if not any(problem.severity is Severity.ERROR for problem in problems):
        try:
            known = _File.model_validate(read.root)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=False)
            problems.extend(dict.fromkeys(_shape(source, read, detail) for detail in details))
        else:
            return Joins(
                accepted=known.accepted,
                proposed=known.proposed,
                refused=known.refused,
                problems=tuple(problems),
                places=read.places,
            )
    return Joins(problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)))


def unknown_names(source: Source, joins: Joins, known: frozenset[Entry]) -> tuple[Diagnostic, ...]:
    """A warning for each accepted name that no briefing has: a misspelt one joins nobody, silently."""
    slugs = {entry.slug for entry in known}
    found = []
    for number, join in enumerate(joins.accepted):
        for slug, names in join.named.items():
            place = (joins.places or {}).get(("accepted", number, "named", slug))
            if slug not in slugs:
                close = get_close_matches(slug, slugs, n=1)
                said, help = f"there is no briefing “{in_words(slug)}”", f"did you mean {close[0]}?" if close else ""
                found.append(_problem(source, place, said, help, Severity.WARNING, "P002"))
                continue
            for name in names:
                if Entry(slug, fold(name)) not in known:
                    said = f"the briefing {slug} has no person or speaker “{in_words(name)}”"
                    help = "write the name as its people: or speaker: has it"
                    found.append(_problem(source, place, said, help, Severity.WARNING, "P002"))
    return tuple(found)


_EXPECTED = {
    "named": "briefings with the name in each were expected: 2026-03-12-flood: Maud Ferrant",
    "date": "a date such as 2026-03-28 was expected",
}


def _shape(source: Source, read: PlainData, detail: ErrorDetails) -> Diagnostic:
    path = tuple(detail["loc"])
    while path and path not in read.places and path not in read.keys and path not in read.heads:
        path = path[:-1]
    place = read.places.get(path) or read.heads.get(path) or read.keys.get(path)
    key = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    if detail["type"] == "extra_forbidden":
        known = list(_File.model_fields if len(path) < 2 else Join.model_fields)
        close = get_close_matches(str(key), known, n=1)
        help = f"did you mean “{close[0]}”?" if close else f"known here: {', '.join(known)}"
        return _problem(source, read.keys.get(path) or place, f"“{in_words(key)}” is no key here", help)
    if detail["type"] == "missing":
        return _problem(source, place, f"this entry needs “{key}”", _EXPECTED.get(key, f"{key}: …"))
    if key in _File.model_fields:
        return _problem(source, place, f"“{key}” is a list of entries, each with name and named", "")
    if isinstance(detail["input"], dict) and "named" not in detail["loc"]:
        return _problem(source, place, "an entry has name and named", "")
    owner = "named" if "named" in detail["loc"] else key
    return _problem(source, place, _EXPECTED.get(owner, f"a text was expected for “{key}”"), "")


def _problem(
    source: Source, span: Span | None, message: str, help: str, severity: Severity = Severity.ERROR, code: str = "P001"
) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message, source=source, span=span, help=help)
