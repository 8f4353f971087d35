"""Editing while the site is served: what the person at the open page sees."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browser.serving import Live, make_workspace, serving
from command import SLUG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser
SOON = 15_000
"""Milliseconds within which an edit must show; the machine that runs the tests may be slow."""
IDLE = float(os.environ.get("BRIEFSITE_IDLE_SECONDS", "4"))
"""How long nothing may happen while nobody edits; at least five looks at the folders."""
COMMANDS = {
    "briefsite": ["briefsite", "serve"],
    # MkDocs' own command line may come with live reload switched off (some versions of click), so it is named.
    "mkdocs": ["mkdocs", "serve", "--livereload"],
}
ARTICLE = (
    "title: {title}\ndate: 2026-01-05\n\nThe mill in Harlow Bridge closed on Monday after 90 years, its owner said.\n"
)


def workspace(root: Path) -> Path:
    """A workspace whose theme is overridden, as people do it."""
    make_workspace(root)
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n"), "utf-8")
    (root / "overrides").mkdir()
    (root / "overrides/main.html").write_text('{% extends "base.html" %}\n', encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Served by `mkdocs serve`."""
    with serving(workspace(tmp_path_factory.mktemp("bare") / "workspace"), *COMMANDS["mkdocs"]) as live:
        yield live


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Served by `briefsite serve`."""
    with serving(workspace(tmp_path_factory.mktemp("ours") / "workspace"), *COMMANDS["briefsite"]) as live:
        yield live


@pytest.fixture(params=["ours", "bare"])
def live(request: pytest.FixtureRequest) -> Live:
    return request.getfixturevalue(request.param)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def opened(live: Live, page: Page, path: str = f"/b/{SLUG}/") -> Page:
    page.goto(live.address + path)
    return page


def expect_words(page: Page, words: str) -> None:
    expect(page.locator("body")).to_contain_text(words, timeout=SOON)


def expect_no_words(page: Page, words: str) -> None:
    expect(page.locator("body")).not_to_contain_text(words, timeout=SOON)


def expect_title(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_contain_text(words, timeout=SOON)


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON / 1000
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


# --- editing a briefing


def test_an_edit_shows_in_the_open_page_by_itself(live: Live, page: Page) -> None:
    opened(live, page)
    expect_title(page, "Channel crossings")
    edit(live.root / f"briefing/{SLUG}.yaml", "title: Channel crossings", "title: A deal in sight")
    expect_title(page, "A deal in sight")
    edit(live.root / f"briefing/{SLUG}.yaml", "title: A deal in sight", "title: Channel crossings")
    expect_title(page, "Channel crossings")


def test_broken_yaml_shows_its_place_and_mending_it_brings_the_page_back(live: Live, page: Page) -> None:
    path = live.root / f"briefing/{SLUG}.yaml"
    good = path.read_text(encoding="utf-8")
    line = good.splitlines().index("title: Channel crossings") + 1
    opened(live, page)
    path.write_text(good.replace("title: Channel crossings", "title: Crossings: a deal"), encoding="utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"briefing/{SLUG}.yaml", timeout=SOON)
    expect(alert).to_contain_text(f"line {line}")
    expect(alert).to_contain_text("column")
    path.write_text(good, encoding="utf-8")
    expect_title(page, "Channel crossings")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_whoever_has_another_page_open_is_led_to_the_broken_one(ours: Live, page: Page) -> None:
    path = ours.root / f"briefing/{SLUG}.yaml"
    good = path.read_text(encoding="utf-8")
    opened(ours, page, "/about/")
    path.write_text(good.replace("title: Channel crossings", "title: Crossings: a deal"), encoding="utf-8")
    page.get_by_role("alert").get_by_role("link", name=f"briefing/{SLUG}.yaml").click(timeout=SOON)
    expect(page.get_by_role("alert")).to_have_count(1)
    expect(page).to_have_url(f"{ours.address}/b/{SLUG}/")
    path.write_text(good, encoding="utf-8")
    expect_title(page, "Channel crossings")


def test_an_altered_quote_is_marked_where_it_stands(ours: Live, page: Page) -> None:
    path = ours.root / f"briefing/{SLUG}.yaml"
    opened(ours, page)
    edit(path, "cat and mouse", "dog and mouse")
    expect_words(page, "nearest words in the source")
    edit(path, "dog and mouse", "cat and mouse")
    expect_no_words(page, "nearest words in the source")


# --- the ways in which editors save


def by_rename(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def by_truncating(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.flush()
        time.sleep(0.03)
        file.write(text[:200])
        file.flush()
        time.sleep(0.03)
        file.write(text[200:])


def with_a_backup(path: Path, text: str) -> None:
    path.with_name("4913").touch()  # Vim tries so whether it may write here
    path.with_name("4913").unlink()
    path.replace(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")


def several_files(path: Path, text: str) -> None:
    page = path.parent.parent / "docs/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    other = path.with_name("2026-03-02-night-trains.yaml")
    other.write_text(other.read_text(encoding="utf-8") + "# a comment\n", encoding="utf-8")


@pytest.mark.parametrize("save", [by_rename, by_truncating, with_a_backup, several_files])
def test_one_edit_is_one_rebuild_however_it_is_saved(bare: Live, page: Page, save: Callable[[Path, str], None]) -> None:
    path = bare.root / f"briefing/{SLUG}.yaml"
    good = path.read_text(encoding="utf-8")
    opened(bare, page)
    builds = bare.settle()
    save(path, good.replace("title: Channel crossings", "title: Once only"))
    expect_title(page, "Once only")
    save(path, good)
    expect_title(page, "Channel crossings")
    assert bare.settle() == builds + 2
    path.with_name(f"{path.name}~").unlink(missing_ok=True)


def test_a_page_of_ones_own_and_the_theme_are_followed_with_one_rebuild_each(bare: Live, page: Page) -> None:
    opened(bare, page, "/about/")
    builds = bare.settle()
    edit(bare.root / "docs/about.md", "# ", "# Told by ")
    expect_title(page, "Told by")
    edit(bare.root / "overrides/main.html", "\n", '\n{% block footer %}<p class="mine">Our footer</p>{% endblock %}\n')
    expect(page.locator(".mine")).to_be_attached(timeout=SOON)
    assert bare.settle() == builds + 2


def test_what_does_not_change_a_page_rebuilds_nothing(bare: Live) -> None:
    builds = bare.settle()
    briefing = bare.root / f"briefing/{SLUG}.yaml"
    briefing.touch()
    for path in (briefing, bare.root / f"seeds/{SLUG}.txt", bare.root / "docs/about.md"):
        path.with_name(f"{path.name}~").write_text("an editor's copy", encoding="utf-8")
    assert bare.settle() == builds
    assert not (bare.root / f"briefing/{SLUG}-txt.yaml").exists()
    for path in bare.root.glob("*/*~"):
        path.unlink()


# --- seeds and briefings that come, change and go


def test_a_seed_dropped_in_becomes_a_page_and_goes_with_its_briefing(live: Live, page: Page) -> None:
    opened(live, page, "/")
    seed = live.root / "seeds/another.txt"
    seed.write_text(ARTICLE.format(title="Another day"), encoding="utf-8")
    expect_words(page, "Another day")
    seed.unlink()
    for name in ("another.yaml", "another.lock.json"):
        (live.root / "briefing" / name).unlink()
    expect_no_words(page, "Another day")


BAD_SEEDS = [
    ("title: Caf\xe9\n\nThe caf\xe9 closed on Monday.\n".encode("latin-1"), "not UTF-8"),
    (b"\n", "no text"),
    (b"---\ntitle: One: two\n---\nThe mill closed on Monday.\n", "front matter cannot be read"),
    (b"PK\x03\x04 and so on", "a ZIP archive"),
]


def test_a_bad_seed_is_told_of_on_the_open_page_until_it_is_mended(ours: Live, page: Page) -> None:
    opened(ours, page, "/")
    seed = ours.root / "seeds/mill.txt"
    alert = page.get_by_role("alert")
    for content, words in BAD_SEEDS:
        seed.write_bytes(content)
        expect(alert).to_contain_text(words, timeout=SOON)
        expect(alert).to_contain_text("seeds/mill.txt")
    seed.write_text(ARTICLE.format(title="The mill"), encoding="utf-8")
    expect_words(page, "The mill")
    expect(page.get_by_role("alert")).to_have_count(0)
    seed.unlink()
    for name in ("mill.yaml", "mill.lock.json"):
        (ours.root / "briefing" / name).unlink()
    expect_no_words(page, "The mill")


def test_a_deleted_briefing_goes_stays_away_and_can_come_back(ours: Live, page: Page) -> None:
    path = ours.root / f"briefing/{SLUG}.yaml"
    good = path.read_text(encoding="utf-8")
    opened(ours, page)
    path.unlink()
    expect_words(page, "404")
    other = page.context.new_page()
    opened(ours, other, "/b/")
    expect_no_words(other, "Channel crossings")
    edit(ours.root / "docs/about.md", "# ", "# Still ")  # whatever is edited next, it stays deleted
    ours.settle()
    assert not path.exists()
    path.write_text(good, encoding="utf-8")
    page.bring_to_front()
    expect_title(page, "Channel crossings")
    other.bring_to_front()
    expect_words(other, "Channel crossings")
    other.close()


def test_a_renamed_seed_keeps_its_briefing(ours: Live, page: Page) -> None:
    old, new = ours.root / "seeds/2026-03-02-night-trains.txt", ours.root / "seeds/trains.txt"
    briefing = ours.root / "briefing/2026-03-02-night-trains.yaml"
    opened(ours, page, "/b/2026-03-02-night-trains/")
    for there, here in ((old, new), (new, old)):
        there.rename(here)
        until(lambda here=here: f"file: seeds/{here.name}" in briefing.read_text(encoding="utf-8"))
        ours.settle()
        expect(page.get_by_role("alert")).to_have_count(0)
        assert not (ours.root / "briefing/trains.yaml").exists()


def test_a_deleted_seed_is_an_error_on_its_page_with_a_way_out(ours: Live, page: Page) -> None:
    seed = ours.root / f"seeds/{SLUG}.txt"
    content = seed.read_bytes()
    opened(ours, page)
    seed.unlink()
    expect_words(page, f"seeds/{SLUG}.txt cannot be read")
    expect_words(page, "put the file back")
    seed.write_bytes(content)
    expect_no_words(page, "cannot be read")
    expect_title(page, "Channel crossings")


def test_a_seed_that_changes_is_followed_and_no_edit_is_lost(ours: Live, page: Page) -> None:
    seed, briefing = ours.root / "seeds/ferry.txt", ours.root / "briefing/ferry.yaml"
    seed.write_text(ARTICLE.format(title="A ferry"), encoding="utf-8")
    until(briefing.exists)
    opened(ours, page, "/b/ferry/")
    expect_title(page, "A ferry")
    edit(seed, "90 years", "95 years")
    until(lambda: "95 years" in briefing.read_text(encoding="utf-8"))
    expect_words(page, "95 years")
    edit(briefing, "title: A ferry", "title: My ferry")
    expect_title(page, "My ferry")
    said = ours.log.count("briefing/ferry.yaml")
    edit(seed, "95 years", "97 years")
    until(lambda: ours.log.count("briefing/ferry.yaml") > said)
    ours.settle()
    expect_title(page, "My ferry")
    for path in (seed, briefing, briefing.with_name("ferry.lock.json")):
        path.unlink()


# --- a site that cannot be built

BASE = '{% extends "base.html" %}\n'


@pytest.mark.parametrize(
    ("name", "broken", "words", "line"),
    [
        (
            "overrides/main.html",
            '{% extends "base.html" %}\n{% block content %}\n{{ page.title }\n',
            "Unexpected '}'",
            3,
        ),
        (
            "overrides/main.html",
            '{% extends "base.html" %}\n{% block footer %}\n{{ nobody.knows }}{% endblock %}',
            "undefined",
            3,
        ),
        ("docs/about.md", "---\ntemplate: nowhere.html\n---\n# About\n", "nowhere.html", None),
        ("mkdocs.yml", "site_name: A site\nplugins: [search\ntheme:\n", "not valid YAML", 3),
        ("mkdocs.yml", "site_name: A site\ntheme:\n  name: nosuchtheme\n", "nosuchtheme", None),
    ],
    ids=["template syntax", "template name", "a page", "mkdocs.yml syntax", "mkdocs.yml value"],
)
def test_what_breaks_the_whole_site_is_told_in_the_open_tab_until_it_is_mended(
    bare: Live, page: Page, name: str, broken: str, words: str, line: int | None
) -> None:
    path = bare.root / name
    good = path.read_bytes()
    opened(bare, page)
    path.write_text(broken, encoding="utf-8")
    try:
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("The site cannot be built", timeout=SOON)
        expect(alert).to_contain_text(words)
        expect(alert).to_contain_text(name)
        if line:
            expect(alert).to_contain_text(f"line {line},")
    finally:
        path.write_bytes(good)
    expect_title(page, "Channel crossings")
    assert "Traceback" not in bare.log


# --- the server itself


def test_an_idle_server_rebuilds_nothing(live: Live) -> None:
    builds = live.settle()
    time.sleep(IDLE)
    assert live.builds == builds


@pytest.mark.parametrize("command", COMMANDS)
def test_a_busy_port_is_said_in_words(ours: Live, command: str) -> None:
    host = ours.address.removeprefix("http://")
    result = subprocess.run(
        [sys.executable, "-m", *COMMANDS[command], "--dev-addr", host],
        cwd=ours.root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert f"cannot serve on {host}: Address already in use; choose another address" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("command", COMMANDS)
def test_control_c_ends_it_and_leaves_nothing_behind(tmp_path: Path, command: str) -> None:
    (tmp_path / "tmp").mkdir()
    root = workspace(tmp_path / "workspace")
    with serving(root, *COMMANDS[command], TMPDIR=str(tmp_path / "tmp")) as live:
        live.process.send_signal(signal.SIGINT)
        assert live.process.wait(timeout=20) == 0
        assert "Traceback" not in live.log
        assert list((tmp_path / "tmp").iterdir()) == []
