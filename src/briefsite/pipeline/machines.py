"""What the render stage writes for machines (see `pages.twins`), made again only for briefings that changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.pages import Across, Share, Site, briefing_files, record_of, share_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pipeline.load import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The files of one briefing as it stood."""

    loaded: Loaded
    share: Share | None
    files: dict[str, str]


@dataclass
class Machines:
    """The files for machines of all briefings that are shown."""

    site: Site
    _known: dict[str, _Known] = field(default_factory=dict, init=False)
    _across: Across = field(init=False)
    _over_all: dict[str, str | bytes] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._across = Across(self.site)

    def files(self, briefings: Sequence[Loaded], slugs: Sequence[str] = ()) -> dict[str, str | bytes]:
        """Path under docs/ → content: of every briefing and over all of them; with slugs, only their own."""
        known = {loaded.slug: self._of(loaded) for loaded in briefings}
        self._known = known
        files: dict[str, str | bytes] = {}
        for slug in slugs or known:
            if slug in known:
                files |= known[slug].files
        if not slugs:
            fresh = self._across.files(one.share for one in known.values() if one.share)
            self._over_all |= fresh.made
            files |= {path: self._over_all[path] for path in fresh.paths}
        return files

    def _of(self, loaded: Loaded) -> _Known:
        known = self._known.get(loaded.slug)
        if known is None or known.loaded is not loaded:
            record = record_of(loaded.verified, self.site) if loaded.verified else None
            known = _Known(
                loaded=loaded,
                share=share_of(record) if record else None,
                files=briefing_files(record) if record else {},
            )
        return known
