"""How much of a source may be shown: `rights:` in the briefing or at the head of the source.

full        all of it
excerpt     the sentences that are cited, with one neighbour on either side (see `excerpt`); holds where nothing is said
link-only   the cited words alone

Anything else is the owner's own wording. It is shown as written, and counts as an excerpt, unless it is one of the
licences that let anybody republish the whole (public domain, CC0, CC BY, CC BY-SA, CC BY-ND, the Open Government
Licence). Licences with further conditions (CC BY-NC) are for a person to judge, who then writes `full`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from briefsite.pages.labels import t

if TYPE_CHECKING:
    from briefsite.briefing.anchor import VerifiedBriefing


class Rights(StrEnum):
    """How much is shown."""

    FULL = "full"
    EXCERPT = "excerpt"
    LINK_ONLY = "link-only"


# The whole text must be the licence's name: "not under CC BY" names one as well.
_REPUBLISHED = re.compile(
    r"(?: public[ ]domain | cc[ ]?0 | cc[ ]by (?:[ ](?:sa|nd))? | open[ ]government[ ]licen[cs]e | ogl )"
    r"(?: [ ]v?\d(?:\.\d)? )? (?: [ ](?:international|universal) )?",
    flags=re.VERBOSE,
)


@lru_cache(256)
def rights_in(text: str | None) -> Rights:
    """What a text about rights allows."""
    plain = " ".join((text or "").lower().replace("-", " ").replace("_", " ").split()).rstrip(".")
    if plain == "full" or _REPUBLISHED.fullmatch(plain):
        return Rights.FULL
    return Rights.LINK_ONLY if plain == "link only" else Rights.EXCERPT


def rights_of(verified: VerifiedBriefing, source: str) -> Rights:
    """What may be shown of a source of a briefing."""
    return rights_in(_written(verified, source))


def rights_words(verified: VerifiedBriefing, source: str) -> str:
    """The same for readers, the owner's own wording first."""
    written = _written(verified, source)
    rights = rights_in(written)
    said = {
        Rights.FULL: t("Shown in full"),
        Rights.EXCERPT: t("Excerpt: the cited sentences and their neighbours"),
        Rights.LINK_ONLY: t("The cited words only"),
    }[rights]
    is_ours = written is None or written.strip().lower().replace("_", "-").replace(" ", "-") in set(Rights)
    return said if is_ours else f"{written} · {said}"


def _written(verified: VerifiedBriefing, source: str) -> str | None:
    cited = next((entry for entry in verified.briefing.sources if entry.id == source), None)
    article = verified.articles.get(source)
    return (cited.rights if cited else None) or (article.metadata.rights if article else None)
