"""Editing while the site is served: what the person at the open page sees."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.serving import make_workspace, serving
from command import CHANNEL, SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
SOON = 15_000
"""Milliseconds within which an edit must show; the machine that runs the tests may be slow."""


@pytest.fixture(scope="module", params=["briefsite", "mkdocs"])
def live(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    root = make_workspace(tmp_path_factory.mktemp("live") / "workspace")
    # MkDocs' own command line may come with live reload switched off (some versions of click), so it is named.
    command = ["briefsite", "serve"] if request.param == "briefsite" else ["mkdocs", "serve", "--livereload"]
    with serving(root, *command) as address:
        yield root, address


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_shows_in_the_open_page_by_itself(live: tuple[Path, str], page: Page) -> None:
    root, address = live
    page.goto(f"{address}/b/{SLUG}/")
    expect(page.locator("h1")).to_contain_text("Channel crossings")
    edit(root / f"briefing/{SLUG}.yaml", "title: Channel crossings", "title: A deal in sight")
    expect(page.locator("h1")).to_contain_text("A deal in sight", timeout=SOON)
    edit(root / f"briefing/{SLUG}.yaml", "title: A deal in sight", "title: Channel crossings")
    expect(page.locator("h1")).to_contain_text("Channel crossings", timeout=SOON)


def test_broken_yaml_shows_its_place_and_mending_it_brings_the_page_back(live: tuple[Path, str], page: Page) -> None:
    root, address = live
    path = root / f"briefing/{SLUG}.yaml"
    good = path.read_text(encoding="utf-8")
    line = good.splitlines().index("title: Channel crossings") + 1
    page.goto(f"{address}/b/{SLUG}/")
    path.write_text(good.replace("title: Channel crossings", "title: Crossings: a deal"), encoding="utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"briefing/{SLUG}.yaml", timeout=SOON)
    expect(alert).to_contain_text(f"line {line}")
    expect(alert).to_contain_text("column")
    path.write_text(good, encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("Channel crossings", timeout=SOON)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_an_altered_quote_is_marked_where_it_stands(live: tuple[Path, str], page: Page) -> None:
    root, address = live
    path = root / f"briefing/{SLUG}.yaml"
    page.goto(f"{address}/b/{SLUG}/")
    edit(path, "cat and mouse", "dog and mouse")
    expect(page.locator("main")).to_contain_text("nearest words in the source", timeout=SOON)
    edit(path, "dog and mouse", "cat and mouse")
    expect(page.locator("main")).not_to_contain_text("nearest words in the source", timeout=SOON)


def test_a_seed_dropped_in_becomes_a_page_and_goes_with_its_briefing(live: tuple[Path, str], page: Page) -> None:
    root, address = live
    page.goto(address)
    seed = root / "seeds/another.txt"
    seed.write_text("title: Another day\ndate: 2026-01-05\n\nThe mill closed on Monday, its owner said.\n")
    expect(page.locator("main")).to_contain_text("Another day", timeout=SOON)
    seed.unlink()
    (root / "briefing/another.yaml").unlink()
    expect(page.locator("main")).not_to_contain_text("Another day", timeout=SOON)


def test_an_idle_server_rebuilds_nothing(live: tuple[Path, str]) -> None:
    root, _ = live
    time.sleep(3)  # let the edits of the tests before this one settle
    log = root / "serve.log"
    builds = log.read_text().count("Building documentation")
    time.sleep(6)
    assert log.read_text().count("Building documentation") == builds


def test_one_edit_is_one_rebuild(live: tuple[Path, str], page: Page) -> None:
    root, address = live
    log = root / "serve.log"
    page.goto(f"{address}/b/{SLUG}/")
    builds = log.read_text().count("Building documentation")
    edit(root / f"briefing/{SLUG}.yaml", "title: Channel crossings", "title: Once only")
    expect(page.locator("h1")).to_contain_text("Once only", timeout=SOON)
    time.sleep(3)
    assert log.read_text().count("Building documentation") == builds + 1
    shutil.copy(CHANNEL, root / "seeds")
    edit(root / f"briefing/{SLUG}.yaml", "title: Once only", "title: Channel crossings")
    expect(page.locator("h1")).to_contain_text("Channel crossings", timeout=SOON)
