"""The site that was served last counts only while it is what a build of now would begin from."""

from __future__ import annotations

import signal
import urllib.request
from typing import TYPE_CHECKING

import pytest

from briefsite.live import InUseError, LastServed
from browser.serving import Live, free_port, make_workspace, serving

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = {"docs/index.md": (1, 2)}


def whole(folder: Path) -> Path:
    """A site that was served, by a server that has ended."""
    with LastServed(folder) as last:
        site = last.place()
        last.begin(site)
        (site / "index.html").write_text("old", encoding="utf-8")
        last.complete(site, "settings", SOURCES)
    return site


def found(folder: Path, settings: str = "settings") -> object:
    """What the next server finds."""
    with LastServed(folder) as last:
        return last.find(settings)


def test_a_whole_site_is_found_again_with_what_it_was_made_of(tmp_path: Path) -> None:
    site = whole(tmp_path)
    assert found(tmp_path) == (site, SOURCES)


def test_with_other_settings_it_is_not_and_goes(tmp_path: Path) -> None:
    site = whole(tmp_path)
    with LastServed(tmp_path) as last:
        assert last.find("others") is None
        last.place()
    assert not site.exists()


def test_a_build_beside_it_that_is_cut_short_leaves_it(tmp_path: Path) -> None:
    site = whole(tmp_path)
    with LastServed(tmp_path) as last:
        last.find("settings")
        last.begin(last.place())
    assert found(tmp_path) == (site, SOURCES)


def test_a_build_in_its_own_place_that_is_cut_short_does_not(tmp_path: Path) -> None:
    with LastServed(tmp_path) as last:
        site = last.place()
        last.complete(site, "settings", SOURCES)
        last.begin(site)
    assert found(tmp_path) is None


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"site": "..", "made_with": "settings", "sources": {}}'])
def test_a_record_that_cannot_be_read_is_none(tmp_path: Path, record: str) -> None:
    whole(tmp_path)
    (tmp_path / "whole.json").write_text(record, encoding="utf-8")
    assert found(tmp_path) is None


def test_one_server_has_it(tmp_path: Path) -> None:
    with LastServed(tmp_path), pytest.raises(InUseError):
        LastServed(tmp_path)


# --- a real server

SLOW = "import time\n\n\ndef on_pre_build(config):\n    while HOLD.exists():\n        time.sleep(0.05)\n"


def page(live: Live, path: str, timeout: float = 20) -> str:
    with urllib.request.urlopen(live.address + path, timeout=timeout) as answer:
        return str(answer.read(), "utf-8")


def test_the_next_server_shows_the_old_site_while_it_builds_and_no_page_that_changed(tmp_path: Path) -> None:
    root, port = make_workspace(tmp_path / "workspace"), free_port()
    hold = tmp_path / "hold"
    (root / "hook.py").write_text(f"from pathlib import Path\n\nHOLD = Path({str(hold)!r})\n{SLOW}", encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text("hooks:\n  - hook.py\n" + config.read_text(encoding="utf-8"), encoding="utf-8")
    about = root / "docs/about.md"
    about.write_text("# Then\n", encoding="utf-8")
    with serving(root, "briefsite", "serve", port=port) as live:
        assert ">Then" in page(live, "/about/")
        live.process.send_signal(signal.SIGINT)
        live.process.wait(timeout=20)
    about.write_text("# Now\n", encoding="utf-8")
    (root / "docs/new.md").write_text("# New\n", encoding="utf-8")
    hold.touch()
    with serving(root, "briefsite", "serve", port=port) as live:
        assert live.builds == 0
        assert "Night trains" in page(live, "/b/")
        for path in ("/about/", "/about/index.html", "/new/"):
            with pytest.raises(TimeoutError):
                page(live, path, timeout=0.5)
        hold.unlink()
        assert ">Now" in page(live, "/about/")
        assert ">New" in page(live, "/new/")
        assert live.builds == 1
        live.settle()
        about.write_text("# Later\n", encoding="utf-8")
        live.settle()
        assert ">Later" in page(live, "/about/")
        assert len(list((root / ".briefsite/served").glob("*/"))) == 1
