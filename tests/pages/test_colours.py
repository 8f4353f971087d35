"""Contrast of the colours themselves, light and dark: what axe cannot tell of text inside a drawing."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("briefsite.pages") / "assets/tokens.css").read_text(encoding="utf-8")
SCHEMES = {
    "light": r"^\[data-md-color-scheme\] \{(.*?)^\}",
    "dark": r"^  \[data-md-color-scheme=\"slate\"\] \{(.*?)^  \}",
}
TEXT = ("ink", "ink2", "link", "data", "ok", "warn", "bad")
GRAPHICS = ("data", "data2")


def colours(scheme: str) -> dict[str, str]:
    block = re.search(SCHEMES[scheme], CSS, flags=re.DOTALL | re.MULTILINE)
    assert block
    return dict(re.findall(r"--(?:bs-)?([\w-]+): (#\w+);", block[1]))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_and_shapes_stand_out_from_what_they_lie_on(scheme: str) -> None:
    known = colours(scheme)
    for ground in ("paper", "panel"):
        for name in TEXT:
            assert contrast(known[name], known[ground]) >= 4.5, f"{name} on {ground}"
    for name in GRAPHICS:
        assert contrast(known[name], known["paper"]) >= 3, name
    assert contrast(known["ink"], known["mark"]) >= 4.5
    kinds = [name for name in known if name.startswith("k-")]
    assert len(kinds) == 7
    for name in kinds:
        assert contrast(known[name], known["paper"]) >= 4.5, name
