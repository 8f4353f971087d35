"""Who may be one person across briefings: proposals for a person to judge, from names and roles alone.

Proposed are, between two briefings,
  the same name of several words          Maud Ferrant       Maud Ferrant
  the same single name, roles that fit    Macron, president  Macron, president of France
  a surname and a full name that ends in it, roles that fit
                                          Ferrant, the chair Maud Ferrant, chair
Roles fit where the words of one are all in the other; for the same single name also where neither has a role. Two given
names, or roles that disagree, are never proposed: a wrong join costs the reader more than a missing one.

A name that could be either of two people is not proposed at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefsite.briefing.joins import Entry, Join, fold
from briefsite.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefsite.briefing.joins import Joins
    from briefsite.briefing.model import Briefing


class Named(NamedTuple):
    """Somebody as one briefing has them."""

    slug: str
    name: str
    role: str

    @property
    def entry(self) -> Entry:
        """What joins call them."""
        return Entry(self.slug, fold(self.name))


def named_in(slug: str, briefing: Briefing) -> Iterator[Named]:
    """Everybody whom a briefing lists, or quotes by a full name; each once, in the order of the file."""
    seen = set()
    listed = [(person.name, person.role or "") for person in briefing.people]
    speakers = ((quote.speaker, "") for quote in briefing.quotes if quote.speaker and is_full_name(quote.speaker))
    for name, role in (*listed, *speakers):
        if fold(name) not in seen:
            seen.add(fold(name))
            yield Named(slug, name, role)


def is_full_name(text: str) -> bool:
    """Whether a speaker is named, not described: Nora Quill, Polder & Lund; not "a mother", not "campaigners"."""
    parts = text.split()
    if len(parts) < 2 or parts[0].casefold() in words("function_words"):
        return False
    return not (parts[0][0].islower() or parts[-1][0].islower())


def proposals(named: Sequence[Named], joins: Joins) -> tuple[Join, ...]:
    """What to add to `proposed`; nothing that was accepted, proposed or refused before."""
    groups = _Groups(named, joins)
    by_surname: defaultdict[str, list[Named]] = defaultdict(list)
    for one in named:
        by_surname[fold(one.name).rpartition(" ")[2]].append(one)
    found: dict[Entry, tuple[list[Named], str]] = {}
    for namesakes in by_surname.values():
        # Full names first: a surname alone can then be seen to fit two of them, whoever is drafted first.
        namesakes.sort(key=lambda one: " " not in fold(one.name))
        # One of each name and role in a group stands for the rest: a name in a thousand briefings stays cheap.
        variants: dict[tuple[Entry, str, str], Named] = {}
        for one in namesakes:
            fitting: dict[Entry, tuple[Named, str]] = {}
            for other in variants.values():
                why = _why(one, other)
                if why and groups.may_be_one(one.entry, other.entry):
                    fitting.setdefault(groups.of(other.entry), (other, why))
            # A later briefing may be like two groups that nobody has said are one: a person has to begin there.
            if len(fitting) == 1 and groups.of(one.entry) not in fitting:
                [(other, why)] = fitting.values()
                key = groups.of(other.entry)
                fresh = found.pop(key, ([other], why))
                fresh[0].append(one)
                groups.join(other.entry, one.entry)
                found[groups.of(one.entry)] = fresh
            variants.setdefault((groups.of(one.entry), fold(one.name), one.role), one)
    return tuple(_proposal(members, why) for members, why in found.values())


def _why(one: Named, other: Named) -> str:
    """What speaks for two names being one; empty where nothing does enough."""
    a, b = fold(one.name), fold(other.name)
    if one.slug == other.slug:
        return ""
    if a == b and " " in a:
        return "the same name"
    roles = _role_words(one.role), _role_words(other.role)
    fit = all(roles) and (roles[0] <= roles[1] or roles[1] <= roles[0])
    if a == b and (fit or not any(roles)):
        return "the same name, and the roles fit" if fit else "the same name"
    if fit and " " in a + b and not (" " in a and " " in b):
        return "the same surname, and the roles fit"
    return ""


@lru_cache(maxsize=4096)
def _role_words(role: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", re.sub(r"['’]s\b", "", role.casefold()))) - words("function_words")


class _Groups:
    """Which names are one by what was accepted or proposed, and which must not be."""

    def __init__(self, named: Sequence[Named], joins: Joins) -> None:
        self._of = {one.entry: one.entry for one in named}
        self._members = {one.entry: {one.entry} for one in named}
        self._refused = [join.entries for join in joins.refused]
        for join in (*joins.accepted, *joins.proposed):
            known = sorted(entry for entry in join.entries if entry in self._of)
            for other in known[1:]:
                self.join(known[0], other)

    def of(self, entry: Entry) -> Entry:
        return self._of[entry]

    def join(self, one: Entry, other: Entry) -> None:
        kept, gone = sorted((self._of[one], self._of[other]))
        if kept != gone:
            for member in self._members[gone]:
                self._of[member] = kept
            self._members[kept] |= self._members.pop(gone)

    def may_be_one(self, one: Entry, other: Entry) -> bool:
        """Whether no refusal holds a name of the one group and a name of the other."""
        ours, theirs = self._members[self._of[one]], self._members[self._of[other]]
        return not any(refused & ours and refused & theirs for refused in self._refused)


def _proposal(members: Iterable[Named], why: str) -> Join:
    listed = sorted(members)
    named: dict[str, tuple[str, ...]] = {}
    for one in listed:
        named[one.slug] = (*named.get(one.slug, ()), one.name)
    return Join(name=max((one.name for one in listed), key=len), named=named, why=why)
