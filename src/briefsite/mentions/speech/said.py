"""Who has spoken so far in an article, line by line: each answer helps with the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefsite.mentions.speech.cast import Speaker


class Said:
    """The speakers told so far, by line and by the token of the head that told them."""

    def __init__(self) -> None:
        self.last: Speaker | None = None
        """The last one who has a name or a description."""
        self._known: dict[int, dict[int, Speaker]] = {}

    def by(self, line: int) -> Mapping[int, Speaker]:
        """The speakers told in a line, by the token of the head."""
        return self._known.get(line, {})

    def remember(self, line: int, head: int, speaker: Speaker) -> None:
        """Take note of who speaks."""
        self._known.setdefault(line, {})[head] = speaker
        if speaker.name:
            self.last = speaker
