"""Changes of a file that touch only the lines of what they change."""

from __future__ import annotations

import pytest

from briefsite.briefing import decode
from briefsite.briefing.merge.layout import Layout, UnpatchableError
from briefsite.briefing.merge.patch import Patch
from briefsite.source import Source

HEAD = "title: T\nsources: [{file: a}]\n"
TWO = f"{HEAD}summary:\n  - text: One.\n    source: p1\n  - text: Two.\n    source: p2\n"


def patch(text: str) -> Patch:
    decoded = decode(Source("x", text))
    assert decoded.briefing is not None, [problem.message for problem in decoded.problems]
    return Patch(decoded)


@pytest.mark.parametrize(
    ("item", "changes", "expected"),
    [
        ("- text: One.\n  source: p1", {"text": "Other."}, "- text: Other.\n  source: p1"),
        ("- text: 'One.'   # why\n  source: p1", {"text": "A: b"}, '- text: "A: b"   # why\n  source: p1'),
        ("- text: >-\n    One\n    and two.\n  source: p1", {"text": "Other."}, "- text: Other.\n  source: p1"),
        ("- text: One\n    and two.\n  source: p1", {"text": "Other."}, "- text: Other.\n  source: p1"),
        ("- text: One.\n  source: [p1, p2]", {"source": "p3"}, "- text: One.\n  source: p3"),
        ("- text: One.\n  source: p1", {"source": ("p3", "p4")}, "- text: One.\n  source: [p3, p4]"),
        (
            "- text: One.\n  source: p1",
            {"evidence": ("a", "b")},
            "- text: One.\n  evidence:\n    - a\n    - b\n  source: p1",
        ),
        ("- text: One.\n  evidence:\n  - a\n  - b\n  source: p1", {"evidence": None}, "- text: One.\n  source: p1"),
        ("- evidence: a\n  text: One.\n  source: p1", {"evidence": None}, "- text: One.\n  source: p1"),
        ("- source: p1\n  text: One.", {"evidence": "a"}, "- source: p1\n  text: One.\n  evidence: a"),
        ("- text: One.\n  source: p1\n  note:", {"note": "Mine."}, "- text: One.\n  source: p1\n  note: Mine."),
        ("- text: One.\n  source: p1\n\n\n# end", {"id": "s-1"}, "- text: One.\n  source: p1\n  id: s-1\n\n\n# end"),
        ("-\n  text: One.\n  source: p1", {"text": "Other."}, "-\n  text: Other.\n  source: p1"),
        ("- {text: One., source: p1}", {"text": "A, b"}, '- {text: "A, b", source: p1, id: s-1}'),
        ('- "text" : One.\n  source: p1', {"text": "Other."}, '- "text" : Other.\n  source: p1'),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_values_of_an_item(item: str, changes: dict[str, object], expected: str, newline: str) -> None:
    before, after = (f"{HEAD}summary:\n{lines}\n".replace("\n", newline) for lines in (item, expected))
    changed = patch(before)
    whole = {"text": "One.", "source": "p1", **changes, "id": "s-1"}
    changed.set_item("summary", 0, changes, whole)
    assert changed.text() == after


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        (TWO, 0, TWO.replace("  - text: One.\n    source: p1\n", "")),
        (
            TWO.replace("  - text: Two", "\n  # two\n  - text: Two"),
            0,
            f"{HEAD}summary:\n\n  # two\n  - text: Two.\n    source: p2\n",
        ),
        (TWO.replace("source: p2\n", "source: p2"), 1, TWO.replace("  - text: Two.\n    source: p2\n", "")),
        (f"{HEAD}\nsummary:\n- text: A\n  source: p1\n\nbackground: []\n", 0, f"{HEAD}\nbackground: []\n"),
        (f"{HEAD}summary: # mine\n- text: A\n  source: p1\n", 0, f"{HEAD}summary: # mine\n"),
        (
            f"{HEAD}summary: [{{text: A, source: p1}}, {{text: B, source: p1}}]\n",
            0,
            f"{HEAD}summary: [{{text: B, source: p1}}]\n",
        ),
    ],
    ids=["first", "comment of the next", "no line end", "the only one", "the only one, commented", "between brackets"],
)
def test_an_item_taken_out(text: str, index: int, expected: str) -> None:
    changed = patch(text)
    changed.remove_item("summary", index)
    assert changed.text() == expected


NEW = {"text": "New.", "source": "p9", "id": "s-9"}
LINES = "  - text: New.\n    source: p9\n    id: s-9\n"


@pytest.mark.parametrize(
    ("text", "behind", "expected"),
    [
        (TWO, 0, TWO.replace("  - text: Two", f"{LINES}  - text: Two")),
        (TWO, 1, f"{TWO}{LINES}"),
        (TWO, -1, TWO.replace("summary:\n", f"summary:\n{LINES}")),
        (TWO.rstrip("\n"), 1, f"{TWO}{LINES}".rstrip("\n")),
        (HEAD, -1, f"{HEAD}\nsummary:\n{LINES}"),
        (HEAD.rstrip("\n"), -1, f"{HEAD}\nsummary:\n{LINES}".rstrip("\n")),
        (
            f"{HEAD}people:\n- name: A\n  source: p1\n",
            -1,
            f"{HEAD}\nsummary:\n{LINES}people:\n- name: A\n  source: p1\n",
        ),
        (f"{HEAD}summary:  # none yet\n", -1, f"{HEAD}summary:  # none yet\n{LINES}"),
        (f"{HEAD}summary: []\n", -1, f"{HEAD}summary:\n{LINES}"),
        (f"{HEAD}notes:\n  # later\n# end\n", -1, f"{HEAD}notes:\n  # later\n\nsummary:\n{LINES}# end\n"),
        (
            f"{HEAD}summary:\n- text: A\n  source: p1  # here\n# end\n",
            0,
            f"{HEAD}summary:\n- text: A\n  source: p1  # here\n- text: New.\n  source: p9\n  id: s-9\n# end\n",
        ),
        (
            f"{HEAD}summary: [{{text: A, source: p1}}]\n",
            0,
            f'{HEAD}summary: [{{text: A, source: p1}}, {{text: "New.", source: p9, id: s-9}}]\n',
        ),
    ],
)
def test_an_item_put_in(text: str, behind: int, expected: str) -> None:
    changed = patch(text)
    changed.add_item("summary", behind, dict(NEW))
    assert changed.text() == expected


def test_several_changes_at_one_place_keep_their_order() -> None:
    changed = patch(TWO)
    changed.add_item("summary", 0, dict(NEW))
    changed.add_item("summary", 0, NEW | {"text": "Newer.", "id": "s-8"})
    changed.set_item("summary", 0, {"id": "s-1"}, {})
    changed.remove_item("summary", 1)
    lines = LINES.replace("New", "Newer").replace("s-9", "s-8")
    assert changed.text() == f"{HEAD}summary:\n  - text: One.\n    source: p1\n    id: s-1\n{LINES}{lines}"


def test_a_last_line_that_nothing_ends_may_change_and_be_followed() -> None:
    changed = patch(f"{HEAD}summary:\n  - {{text: One., source: p1}}")
    changed.set_item("summary", 0, {"source": "p2"}, {"text": "One.", "source": "p2"})
    changed.add_item("summary", 0, dict(NEW))
    assert changed.text() == f'{HEAD}summary:\n  - {{text: "One.", source: p2}}\n{LINES}'.rstrip("\n")


def test_the_head() -> None:
    changed = patch("# mine\ntitle: T  # short\nsources: [{file: a}]\n")
    changed.set_head({"title": "Longer", "date": "2026-03-02"})
    assert changed.text() == "# mine\ntitle: Longer  # short\ndate: 2026-03-02\nsources: [{file: a}]\n"


@pytest.mark.parametrize("section", ["summary", "people"])
def test_what_cannot_be_changed_in_places_is_refused(section: str) -> None:
    changed = patch("{title: T, sources: [{file: a}]}\n")
    changed.add_item(section, -1, {"text": "New.", "name": "N", "source": "p1"})
    with pytest.raises(UnpatchableError):
        changed.text()


@pytest.mark.parametrize(
    ("item", "belongs"),
    [
        ("  - text: One.\n    source: p1\n", False),
        ("  - text: 'a # b'\n    source: p1\n", False),
        ("  - text: a#b\n    source: p1\n", False),
        ("# of the section\nbackground:\n  - text: One.\n    source: p1\n", False),
        ("  - text: |-\n      # no comment\n    source: p1\n", False),
        ("  - text: One.\n    source: p1\n# below\n", False),
        ("  # above, parted by a line\n\n  - text: One.\n    source: p1\n", False),
        ("  - text: One.\n    source: p1\n  # of the next\n", False),
        ("  - text: One.\n    source: p1\n    # of this one\n", True),
        ("  - text: One.\n    source: p1\n    # of this one\n    # too\n  - text: Two.\n    source: p1\n", True),
        ("  # above\n  - text: One.\n    source: p1\n", True),
        ("# above, at the edge\n  - text: One.\n    source: p1\n", True),
        ("  - text: One.  # behind\n    source: p1\n", True),
        ("  - text: One.\n    source: p1  # behind the last\n", True),
        ("  - # first\n    text: One.\n    source: p1\n", True),
        ("  - text: |-  # folded?\n      One.\n    source: p1\n", True),
        ("  - {text: One.,  # inside\n     source: p1}\n", True),
    ],
)
def test_which_comments_belong_to_an_item(item: str, belongs: bool) -> None:
    section = "background" if "background" in item else "summary"
    text = f"{HEAD}{item}" if section == "background" else f"{HEAD}summary:\n{item}"
    decoded = decode(Source("x", text))
    assert decoded.briefing is not None
    assert Layout(decoded).has_comment(section, 0) is belongs


def test_a_comment_belongs_to_one_item() -> None:
    above, below = "    # of the first\n", "  # of the second\n"
    text = TWO.replace("  - text: Two", f"{above}{below}  - text: Two").replace("Two.\n", "Two.\n    # in the second\n")
    layout = Layout(decode(Source("x", text)))
    assert text[slice(*layout.lines("summary", 0))].endswith(above)
    assert layout.has_comment("summary", 1)
    parted = Layout(decode(Source("x", TWO.replace("  - text: Two", f"{above}  - text: Two"))))
    assert [parted.has_comment("summary", index) for index in (0, 1)] == [True, False]


@pytest.mark.parametrize(
    ("item", "key", "removed", "held"),
    [
        ("- text: One.  # why\n  source: p1", "text", False, False),
        ("- text: One.\n  evidence: a  # why\n  source: p1", "evidence", False, False),
        ("- text: One.\n  evidence: a  # why\n  source: p1", "evidence", True, True),
        ("- text: One.\n  evidence:\n    - a  # why\n    - b\n  source: p1", "evidence", False, True),
        ("- text: One.\n  evidence:  # why\n    - a\n  source: p1", "evidence", False, True),
        ("- evidence: a\n  # why\n  text: One.\n  source: p1", "evidence", True, True),
        ("- evidence: a\n  text: One.\n  source: p1", "evidence", True, False),
        ("- {text: One.,  # why\n   source: p1}", "text", False, True),
    ],
)
def test_a_value_is_never_replaced_with_a_comment_in_it(item: str, key: str, removed: bool, held: bool) -> None:
    layout = Layout(decode(Source("x", f"{HEAD}summary:\n{item}\n")))
    assert (key in layout.held(("summary", 0), [key], [key] if removed else [])) is held
