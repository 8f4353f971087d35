"""The list of all briefings, by year and month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.pages.across.index import Index
from briefsite.pages.across.parts import Part, links, parts
from briefsite.pages.dates import month_name
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t
from briefsite.pages.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.index import Edit
    from briefsite.pages.across.listing import Head
    from briefsite.pages.across.parts import Link

ARCHIVE = "archive"
"""The folder of the older ones: beside b/, so that no briefing can have the same address."""


class Everything:
    """The list, kept from one edit to the next."""

    def __init__(self) -> None:
        self._days: Index[str, None] = Index(lambda entry: ((entry.date, None),))
        self._cut: list[Part[tuple[None, Head]]] = []

    def bring(self, edit: Edit) -> None:
        """Follow an edit."""
        if self._days.bring(edit) or not self._cut:
            self._cut = parts(self._days.groups)

    def sheets(self, briefings: int) -> list[Sheet[str]]:
        """The newest in b/, where there are very many the older ones in archive/."""
        return [
            Sheet(_path(part), _page, (part, beside, briefings if part.is_newest else 0))
            for part, beside in links(self._cut, t("All briefings"))
        ]


def _path(part: Part[tuple[None, Head]]) -> str:
    return "b/index.md" if part.is_newest else f"{ARCHIVE}/{part.file}"


def _page(page: Part[tuple[None, Head]], beside: tuple[Link, ...], briefings: int) -> str:
    return render(
        "all.md.jinja",
        front=front_matter(title=t("All briefings"), hide=["navigation"], search={"exclude": True}),
        years=_years([head for _, head in page.rows]),
        total=briefings if page.is_newest else len(page.rows),
        page=page,
        parts=[page if link.file == page.file else link for link in beside],
        to_newest=Markup("" if page.is_newest else "../b/"),
        to_archive=Markup(f"../{ARCHIVE}/" if page.is_newest else ""),
    )


def _years(entries: Sequence[Head]) -> list[tuple[str, list[tuple[str, list[Head]]]]]:
    """(year, [(month, briefings)]), newest first; what has no date stands last."""
    years = []
    for year, of_year in groupby(entries, key=lambda entry: entry.date[:4]):
        months = [
            (month_name(int(month)) if month else "", list(of_month))
            for month, of_month in groupby(of_year, key=lambda entry: entry.date[5:7])
        ]
        years.append((year or t("Without a date"), months))
    return years
