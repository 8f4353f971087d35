"""What a site's map tells search engines of its pages."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import File


def listed(files: Iterable[File]) -> list[File]:
    """Those that may be found, each with the day on which it changed, not that of the build."""
    return [_dated(file) for file in files if file.page and not file.page.meta.get("unlisted")]


def _dated(file: File) -> File:
    """A file whose page has the day on which it changed, or none; the page itself keeps the day of the build."""
    dated = copy(file)
    assert dated.page
    dated.page = copy(dated.page)
    dated.page.update_date = str(dated.page.meta.get("lastmod", ""))
    return dated
