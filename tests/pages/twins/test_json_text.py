"""JSON as Python's own encoder indents it, made faster."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from briefsite.briefing.values import Qualifier
from briefsite.pages.twins.json_text import written

VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.sampled_from(Qualifier)
DATA = st.recursive(
    VALUES, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner)
)


@given(DATA)
def test_it_is_what_the_encoder_of_python_writes(data: object) -> None:
    expected = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    assert written(data) == expected.encode("utf-8", "backslashreplace").decode("utf-8")


def test_half_a_pair_of_surrogates_can_be_written() -> None:
    assert written(["a\ud800"]) == '[\n "a\\ud800"\n]\n'
