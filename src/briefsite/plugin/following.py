"""A live server's site follows what people edit: what is watched, when it is built, which pages are loaded again."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from briefsite.live import Bell, Reload, Watch, guard, look, show_heads

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs.livereload import LiveReloadServer

    from briefsite.engine import Followed
    from briefsite.live import Look
    from briefsite.plugin.plugin import BriefsitePlugin


class Following:
    """Brings docs/ up to date after an edit, and rings for the server: for the edited briefing, then for the rest."""

    def __init__(self, plugin: BriefsitePlugin) -> None:
        self._plugin = plugin
        self._watch: Watch | None = None
        self._bell: Bell | None = None
        self._reload: Reload | None = None
        self._lock = Lock()
        self._edits: list[Path] | None = None
        """Files that changed since the last build and that the bell was rung for, the last edit's first; None where it
        was not."""
        self._rung = 0
        self._is_for_all = False
        """Whether every open page is to be loaded again: what stands at the head of all of them has changed."""

    @property
    def has_server(self) -> bool:
        """Whether there is somebody to ring for."""
        return self._bell is not None

    @property
    def has_edits(self) -> bool:
        """Whether there are edits that the site has yet to follow."""
        return self._edits is not None

    def attach(self, server: LiveReloadServer, config: Path) -> None:
        """Let this server's site be the one that follows; `config` is the mkdocs.yml."""
        self._bell = Bell(server)
        whole = server.builder
        server.builder = lambda: self._bring_site_up_to_date(whole)
        guard(server, config=config)
        show_heads(server, self.notice_at)
        self._reload = Reload(server)

    def watch(self, *, tell: bool = False) -> None:
        """Follow what is edited from now on; `tell`: have open browsers load what was built."""
        self._watch = Watch(self._plugin.folders, self.see)
        self._watch.start()
        if tell:
            self._ring(set(), for_all=True)

    def begin_anew(self) -> None:
        """All of the site is being built: what was edited before is in it."""
        if self._watch:
            self._watch.folders = self._plugin.folders
        with self._lock:
            self._edits = None

    def stop(self) -> None:
        """Follow nothing any more."""
        if self._watch:
            self._watch.stop()
            self._watch = None

    def see(self, changed: frozenset[Path] | None) -> bool:
        """Bring docs/ up to date after an edit, and have the site follow where that changed anything; whether it did.

        `changed` are the files that changed since the last time, None where that is not known.
        """
        with self._plugin.lock:
            current = self._plugin.current
            assert current
            problems, rung = current.problems, self._rung
            edits = current.bring_up_to_date(changed, early=self._ring)
            is_told = problems != current.problems  # at the head of every page
            if edits or is_told:
                self._ring(edits, for_all=is_told)
            return self._rung > rung

    def follow_edits(self) -> Followed | None:
        """What of the site has followed the edits since its last build; None where all of it must be built.

        Pages that are left wait until those that somebody edited meanwhile have followed.
        """
        with self._lock:
            edits, self._edits = self._edits, None
        followed = None if edits is None else self._plugin.follow(edits)
        if followed and followed.left:
            with self._lock:
                self._edits = list(dict.fromkeys([*(self._edits or []), *followed.left]))
            if self._bell:
                self._bell.ring()
        return followed

    def sources(self) -> Look | None:
        """All files as the served site shows them; None where it has yet to follow an edit."""
        current = self._plugin.current
        if current is None or self._edits is not None:
            return None
        return look(self._plugin.folders[:2]) | current.seen

    def notice_at(self, address: str) -> str:
        """What is wrong that the page at an address does not show itself: HTML for its head."""
        return self._plugin.current.notice_at(address) if self._plugin.current else ""

    def _ring(self, edits: set[Path], *, for_all: bool = False) -> None:
        with self._lock:
            self._edits = list(dict.fromkeys([*sorted(edits), *(self._edits or [])]))
            self._rung += 1
            self._is_for_all = self._is_for_all or for_all
        if self._bell:
            self._bell.ring()

    def _bring_site_up_to_date(self, whole: Callable[[], object]) -> None:
        """Follow the edits, or build all of the site; then have open pages loaded again that changed."""
        assert self._reload
        is_for_all, self._is_for_all = self._is_for_all, False
        addresses = None
        try:
            if followed := self.follow_edits():
                # A style or a picture shows on pages that are as they were; a briefing's other files do not.
                is_shown = any(not path.startswith(("b/", "llms.txt")) for path in followed.copied)
                addresses = None if is_for_all or is_shown else followed.addresses
            else:
                whole()
        finally:
            self._reload.built(addresses)
