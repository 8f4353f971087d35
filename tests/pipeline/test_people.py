"""briefing/people.yml in a workspace: proposals are added, and what a person wrote stays byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefsite.pages import Site
from briefsite.pipeline import Renderer, Workspace
from briefsite.pipeline import made as making
from command import run
from pages.sample_site import BRIEFING, DEFAULTS, SPEECH

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def two(workspace: Path) -> Path:
    """Two briefings that name Nora Quill."""
    for slug, verb in (("ferry", "mend"), ("pier", "keep")):
        values = DEFAULTS | {"slug": slug, "verb": verb, "title": f"The {slug}"}
        (workspace / f"seeds/{slug}.txt").write_text(SPEECH.format(**values), encoding="utf-8")
        (workspace / f"briefing/{slug}.yaml").write_text(BRIEFING.format(**values), encoding="utf-8")
    return workspace


def people(workspace: Path) -> Path:
    return workspace / "briefing/people.yml"


def test_drafting_proposes_once_and_rendering_reads_what_was_accepted(two: Path) -> None:
    assert "1 person or organisation in several briefings" in run("draft").stdout
    text = people(two).read_text("utf-8")
    assert "ferry: Nora Quill" in text
    run("render")
    assert (two / "docs/people/nora-quill-in-pier.md").exists()
    assert "several briefings" not in run("draft").stdout
    assert people(two).read_text("utf-8") == text
    head, entry = text.split("proposed:\n")
    people(two).write_text(head.replace("accepted:\n", f"accepted:\n{entry}") + "proposed:\n", encoding="utf-8")
    run("render")
    assert not (two / "docs/people/nora-quill-in-pier.md").exists()
    assert "keep the pier" in (two / "docs/people/nora-quill.md").read_text("utf-8")


def test_a_plan_writes_nothing(two: Path) -> None:
    assert "1 person" in run("draft", "--plan").stdout
    assert not people(two).exists()


@pytest.mark.parametrize(
    "written",
    [
        "# mine\n",
        "accepted:\n  # nobody yet\n",
        "proposed: []  # mine\naccepted: []\n",
        "proposed:\n- name: X Y   # mine\n  named: {pier: X Y}\nrefused: []\n",
        "proposed:\n    - {name: X Y, named: {pier: X Y}}   # mine\n\n\n# the end",
    ],
)
def test_what_a_person_wrote_stays(two: Path, written: str) -> None:
    people(two).write_text(written, encoding="utf-8")
    assert "1 person" in run("draft").stdout
    now = people(two).read_text("utf-8")
    assert "ferry: Nora Quill" in now
    rest = iter(now.splitlines())
    kept = [line.replace("[]  #", " #") if line.startswith("proposed: []") else line for line in written.splitlines()]
    assert all(any(line.split() == other.split() for other in rest) for line in kept), now


def test_a_list_that_no_line_can_be_added_to_is_left_alone(two: Path) -> None:
    written = "proposed: [{name: X Y, named: {pier: X Y}}]\n"
    people(two).write_text(written, encoding="utf-8")
    result = run("draft")
    assert "P003" in result.stderr
    assert people(two).read_text("utf-8") == written


def test_a_broken_list_is_told_at_its_place_and_stops_nothing(two: Path) -> None:
    written = "accepted:\n  - name: Nora Quill\n    named: nobody: knows\n"
    people(two).write_text(written, encoding="utf-8")
    for command in ("draft", "render"):
        result = run(command)
        assert result.exit_code == 1
        assert "briefing/people.yml:3:" in result.stderr
    assert people(two).read_text("utf-8") == written
    assert (two / "docs/people/nora-quill.md").exists()


def test_an_embargoed_briefing_leaves_no_trace_across(two: Path) -> None:
    path = two / "briefing/pier.yaml"
    path.write_text(path.read_text("utf-8").replace("reviewed", "embargoed"), encoding="utf-8")
    run("draft")
    run("render")
    everything = "".join(page.read_text("utf-8") for page in (two / "docs").rglob("*.md"))
    assert "mend the pier" in everything
    assert "keep the pier" not in everything
    assert "b/pier" not in everything


def test_only_what_changed_is_made_again(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    real = making.briefing_pages
    monkeypatch.setattr(making, "briefing_pages", lambda one, record: made.append(one.slug) or real(one, record))
    renderer = Renderer(Workspace.at(two), Site())
    renderer.render()
    assert made == ["ferry", "pier"]
    made.clear()
    assert renderer.render().written == ()
    assert made == []
    path = two / "briefing/pier.yaml"
    path.write_text(path.read_text("utf-8").replace("The pier", "The old pier"), encoding="utf-8")
    written = renderer.render().written
    assert made == ["pier"]
    assert "b/ferry/index.md" not in written
    assert {"b/pier/index.md", "index.md"} <= set(written)
