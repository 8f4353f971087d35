"""The three-way merge of values."""

from __future__ import annotations

import pytest

from briefsite.briefing.merge.fields import merge_fields


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "is_conflict"),
    [
        ("1", "1", "1", "1", False),
        ("1", "1", "2", "2", False),
        ("1", "3", "1", "3", False),
        ("1", "3", "3", "3", False),
        ("1", "3", "2", "3", True),
        ("1", None, "1", None, False),
        ("1", None, "2", None, True),
        ("1", "3", None, "3", True),
        ("1", "1", None, None, False),
        (None, "3", None, "3", False),
        (None, "3", "2", "3", True),
        (None, None, "2", "2", False),
        (("1", "2"), ("1", "2"), "2", "2", False),
        (("1", "2"), "1", "2", "1", True),
    ],
)
def test_a_value(base: object, mine: object, theirs: object, merged: object, is_conflict: bool) -> None:
    def fields(value: object) -> dict:
        return {} if value is None else {"value": value}

    found = merge_fields(fields(base), fields(mine), fields(theirs))
    assert found.fields == fields(merged)
    assert found.conflicts == ((("value", base, theirs),) if is_conflict else ())
    again = merge_fields(found.base, found.fields, fields(theirs))
    assert (again.fields, again.conflicts) == (found.fields, found.conflicts)
    settled = merge_fields(fields(base), fields(mine), fields(theirs), keep_mine=True)
    assert settled.fields == fields(merged)
    assert merge_fields(settled.base, settled.fields, fields(theirs)).conflicts == ()


def test_a_value_that_a_person_touched_without_changing_it_stays() -> None:
    found = merge_fields({"value": "1"}, {"value": "1"}, {"value": "2"}, held={"value"})
    assert found.fields == {"value": "1"}
    assert found.conflicts == (("value", "1", "2"),)
