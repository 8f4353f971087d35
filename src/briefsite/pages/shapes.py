"""Rectangles of a drawing. Their looks are classes, so that the dark scheme, forced colours and paper follow.

What fades does so in steps: a gradient would need an id of the page's own, and prints badly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefsite.pages.escape import markup

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle, in the units of its drawing."""

    kind: str
    """Its class, after `bs-`."""
    x: str
    y: str
    width: str
    height: str
    opacity: str = "1"


def rect(kind: str, x: float, y: float, width: float, height: float, opacity: float = 1) -> Rect:
    """The rectangle, with numbers as an SVG has them."""
    return Rect(
        kind=kind,
        x=number(x),
        y=number(y),
        width=number(width),
        height=number(height),
        opacity=markup(f"{opacity:.2g}"),
    )


def faded(kind: str, x: float, y: float, width: float, height: float) -> tuple[Rect, ...]:
    """A stretch that begins as good as invisible and is full at its end."""
    steps = (0.15, 0.3, 0.5, 0.75, 1)
    step = width / len(steps)
    return tuple(rect(kind, x + step * place, y, step, height, opacity) for place, opacity in enumerate(steps))


def soft(kind: str, x: float, y: float, width: float, height: float) -> tuple[Rect, ...]:
    """A stretch that is full in its middle and thin at both ends."""
    return tuple(
        rect(kind, x + width * edge, y, width * (1 - 2 * edge), height, opacity)
        for edge, opacity in ((0.0, 0.3), (0.15, 0.45), (0.3, 1))
    )


def number(value: float) -> Markup:
    """At most one decimal, no trailing zero; markup, because a digit and a stop need no escaping."""
    return markup(f"{value:.1f}".removesuffix(".0"))
