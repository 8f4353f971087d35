"""What only the machine needs of a briefing, in a committed file beside it: `briefing/<slug>.lock.json`.

It holds the machine's last draft, which merging needs as the base, the digests of the sources it was made
from, and where each item's words stand. One item a line, so that a change of one sentence is a small diff.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefsite.briefing.assemble import Draft

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """The machine's memory of one briefing."""

    sha256: Mapping[str, str]
    """By source id: the digest of the bytes it was drafted from, in hexadecimal."""
    text: str
    """The YAML as it was drafted."""
    spans: Mapping[str, tuple[Span, ...]]
    """By item id: where its words stood in the source."""

    @classmethod
    def of(cls, draft: Draft, *, text: str, sha256: Mapping[str, str]) -> Sidecar:
        """The sidecar of a new draft whose YAML is `text`."""
        return cls(sha256=dict(sha256), text=text, spans=dict(draft.spans))

    @classmethod
    def load(cls, path: Path) -> Sidecar | None:
        """The sidecar in a file; None where there is none, or none that can be read.

        Without it nothing is lost: what people have written then counts as edited, and stays.
        """
        try:
            return cls._read(json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None

    @classmethod
    def _read(cls, data: Any) -> Sidecar:
        draft = data["draft"]
        is_text = isinstance(draft, list) and all(isinstance(line, str) for line in draft)
        if data["version"] != VERSION or not is_text:
            raise ValueError("another version")
        return cls(
            sha256={str(source): str(digest) for source, digest in data["sha256"].items()},
            text="".join(f"{line}\n" for line in draft),
            spans={
                str(item): tuple(Span(int(start), int(end)) for start, end in places)
                for item, places in data["spans"].items()
            },
        )

    def dump(self) -> str:
        """The file's text, the same bytes for the same content."""
        lines = self.text.removesuffix("\n").split("\n")
        digests = ",\n".join(f"    {_json(source)}: {_json(self.sha256[source])}" for source in sorted(self.sha256))
        spans = ",\n".join(
            f"    {_json(item)}: {_json([[span.start, span.end] for span in self.spans[item]])}"
            for item in sorted(self.spans)
        )
        draft = ",\n".join(f"    {_json(line)}" for line in lines)
        return (
            f'{{\n  "version": {VERSION},\n  "sha256": {{\n{digests}\n  }},\n'
            f'  "spans": {{\n{spans}\n  }},\n  "draft": [\n{draft}\n  ]\n}}\n'
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
