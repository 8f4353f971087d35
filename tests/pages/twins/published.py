"""The small made-up briefing as machines get it."""

from __future__ import annotations

from dataclasses import replace

from briefsite.pages.settings import Site
from briefsite.pages.twins import Record, briefing_files, record_of, share_of, site_files
from pages.sample import ARTICLE, BRIEFING, verified

SITE = Site(name="Loe Briefings", url="https://example.org/loe/")
HOSTILE = (
    "</script><img src=x onerror=alert(1)> \"quoted\" & 'so' ]]> "
    "{{ page }} `code` *bold* [link](javascript:1) \u202eevil"
)
CHANGES = """\
changes:
  - {date: 2026-03-14, item: people-there, what: value, field: value, old: "430", new: "340"}
  - {date: 2026-03-15, item: q-gone, what: gone, old: The fare will be two pounds}
"""


def record(briefing: str = BRIEFING, article: str = ARTICLE, *, slug: str = "ferry", site: Site = SITE) -> Record:
    """What is published of a briefing that is not under embargo."""
    made = record_of(verified(briefing, article, slug=slug), site)
    assert made is not None
    return made


def without_url() -> Site:
    """A site of which nobody said where it stands."""
    return replace(SITE, url="")


def files(*records: Record, site: Site = SITE) -> dict[str, str]:
    """Every file for machines: path → content."""
    made = {
        path: content.decode() if isinstance(content, bytes) else content
        for path, content in site_files([share_of(one) for one in records], site).items()
    }
    for one in records:
        made |= briefing_files(one)
    return made
