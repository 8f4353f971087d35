from __future__ import annotations

import pytest

from briefsite.briefing import Merged, merge


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("a\n", "a\n", "b\n", Merged(text="b\n", kept_edits=False)),
        ("a\n", "b\n", "b\n", Merged(text="b\n", kept_edits=False)),
        (None, "b\n", "b\n", Merged(text="b\n", kept_edits=False)),
        ("a\n", "mine\n", "b\n", Merged(text="mine\n", kept_edits=True)),
        ("a\n", "mine\n", "a\n", Merged(text="mine\n", kept_edits=True)),
        ("a\n", "a \n", "b\n", Merged(text="a \n", kept_edits=True)),
        ("a\n", "a\r\n", "b\n", Merged(text="a\r\n", kept_edits=True)),
        ("a\n", "", "b\n", Merged(text="", kept_edits=True)),
        (None, "a\n", "b\n", Merged(text="a\n", kept_edits=True)),
    ],
    ids=[
        "untouched",
        "the same change",
        "as drafted",
        "edited",
        "edited, no news",
        "a space",
        "line ends",
        "emptied",
        "unknown",
    ],
)
def test_no_edit_is_lost(base: str | None, mine: str, theirs: str, merged: Merged) -> None:
    assert merge(base, mine, theirs) == merged
