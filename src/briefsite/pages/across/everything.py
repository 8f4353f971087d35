"""The list of all briefings, by year and month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefsite.pages.across.parts import parts
from briefsite.pages.dates import month_name
from briefsite.pages.environment import front_matter, render
from briefsite.pages.labels import t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.pages.across.listing import Listing

ARCHIVE = "archive"
"""The folder of the older ones: beside b/, so that no briefing can have the same address."""


def list_pages(public: Sequence[Listing]) -> dict[str, str]:
    """The newest in b/, where there are very many the older ones in archive/."""
    cut = parts(public, lambda entry: entry.date)
    pages = {}
    for part in cut:
        is_newest = part is cut[0]
        pages["b/index.md" if is_newest else f"{ARCHIVE}/{part.file}"] = render(
            "all.md.jinja",
            front=front_matter(title=t("All briefings"), hide=["navigation"], search={"exclude": True}),
            years=_years(part.rows),
            total=len(public),
            page=part,
            parts=cut if len(cut) > 1 else (),
            to_newest=Markup("" if is_newest else "../b/"),
            to_archive=Markup(f"../{ARCHIVE}/" if is_newest else ""),
        )
    return pages


def _years(entries: Sequence[Listing]) -> list[tuple[str, list[tuple[str, list[Listing]]]]]:
    """(year, [(month, briefings)]), newest first; what has no date stands last."""
    years = []
    for year, of_year in groupby(entries, key=lambda entry: entry.date[:4]):
        months = [
            (month_name(int(month)) if month else "", list(of_month))
            for month, of_month in groupby(of_year, key=lambda entry: entry.date[5:7])
        ]
        years.append((year or t("Without a date"), months))
    return years
