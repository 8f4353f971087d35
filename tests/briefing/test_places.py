"""Where the parts of a file stand."""

from __future__ import annotations

import pytest

from briefsite.briefing.places import Places
from briefsite.span import Span


def test_a_place_is_a_span_of_the_file() -> None:
    places = Places({("title",): (7, 12), ("quotes", 0): (20, 31)}, 1)  # behind a byte order mark
    assert places["title",] == Span(8, 13)
    assert ("quotes", 0) in places
    assert ("quotes", 1) not in places
    assert places.get(("quotes", 1)) is None
    assert dict(places) == {("title",): Span(8, 13), ("quotes", 0): Span(21, 32)}
    with pytest.raises(KeyError):
        places["quotes", 1]
