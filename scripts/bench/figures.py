"""The table and the plot of docs/handbook/speed.md, from what was measured."""

from __future__ import annotations

import math
import re
import statistics
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

STOCK = "stock mkdocs build"
MARKS = "<!-- measured: written by make bench -->", "<!-- end of what was measured -->"
PICTURE = "![Seconds by number of briefings, both in powers of ten](speed/seconds.svg)"
LINES = {
    STOCK: "5 4",
    "build, cold": "",
    "build, warm": "1 3",
    "zensical build": "8 3 2 3",
    "render, 2 processes": "",
    "draft, nothing changed": "1 3",
}
"""What the plot shows, and how each line is dashed."""
WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT = 640, 380, 56, 36, 170


def write_report(results: dict[str, Any], folder: Path) -> None:
    """Write the table between the marks of speed.md, and the plot beside it."""
    page = folder / "speed.md"
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    shown = table(results)
    if len(results) > 1:  # of one size there is no line to draw
        shown += f"\n{PICTURE}\n"
        (folder / "speed").mkdir(exist_ok=True)
        (folder / "speed/seconds.svg").write_text(plot(results), encoding="utf-8")
    page.write_text(f"{before}{MARKS[0]}\n\n{shown}\n{MARKS[1]}{after}", encoding="utf-8")


def table(results: dict[str, Any]) -> str:
    """Medians of seconds on the clock, and what stock MkDocs takes for the pages as 1."""
    sizes = sorted(results, key=int)
    names = list(dict.fromkeys(name for size in sizes for name in sorted(results[size]["steps"], key=_order)))
    head = "| briefings |" + "".join(f" {int(size):,} | of stock |" for size in sizes)
    rows = [head, "|---|" + "---:|---:|" * len(sizes)]
    for name in names:
        cells = []
        for size in sizes:
            found, stock = (median(results, size, which) for which in (name, STOCK))
            cells.append(f" {found:.1f} s | {found / stock:.2f} |" if found and stock else " – | – |")
        rows.append(f"| {name} |" + "".join(cells))
    for kind in ("build, cold", "build, warm", STOCK):
        cells = [f" {_memory(results, size, kind):.0f} MB | |" for size in sizes]
        rows.append(f"| memory of {kind} |" + "".join(cells))
    cells = [f" {results[size]['search index']['bytes'] / 1e6:.1f} MB | |" for size in sizes]
    rows.append("| search index, loaded with every page |" + "".join(cells))
    for server in ("briefsite serve", "stock mkdocs serve"):
        live = [results[size].get("live", {}).get(server) for size in sizes]
        if any(live):
            rows_of = {"edit → visible": "edit to visible", "edit → found": "edit to found", "first page": "first page"}
            for row, key in rows_of.items():
                cells = [f" {_median(one[key]):.2f} s | |" if one and key in one else " – | |" for one in live]
                rows.append(f"| {row}, {server} |" + "".join(cells))
    notes = []
    for size in sizes:
        ran, pages = results[size]["machine"], results[size]["pages"]
        kilobytes = results[size]["bytes of Markdown"] / pages / 1000
        notes.append(
            f"{int(size):,} briefings: {pages:,} pages of {kilobytes:.0f} kB of Markdown on average; Python "
            f"{ran['python']}, {ran['cores']} cores, load {ran['load'][0]} at the end. {ran['note']}"
        )
    return "\n".join(rows) + "\n\n" + "\n\n".join(note.strip() for note in notes) + "\n"


def median(results: dict[str, Any], size: str, name: str) -> float | None:
    """Seconds on the clock; None where it was not measured."""
    costs = results[size]["steps"].get(name)
    return statistics.median(one["seconds"] for one in costs) if costs else None


def plot(results: dict[str, Any]) -> str:
    """Seconds against briefings, both in powers of ten, as SVG that takes its colours from the page."""
    sizes = sorted(results, key=int)
    points = {name: [(int(size), found) for size in sizes if (found := median(results, size, name))] for name in LINES}
    points = {name: line for name, line in points.items() if line}
    seconds = [found for line in points.values() for _, found in line] or [1.0]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds) * 1.01))
    left, right = math.log10(int(sizes[0])) if sizes else 0, math.log10(int(sizes[-1])) if sizes else 1

    def x(size: float) -> float:
        return LEFT + (math.log10(size) - left) / ((right - left) or 1) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (math.log10(value) - low) / (high - low) * (HEIGHT - BOTTOM - 12)

    marks = [
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(10**power):.1f}" y2="{y(10**power):.1f}" opacity=".2"/>'
        f'<text x="{LEFT - 6}" y="{y(10**power) + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>'
        for power in range(low, high + 1)
    ]
    marks += [
        f'<text x="{x(int(size)):.1f}" y="{HEIGHT - 12}" text-anchor="middle">{int(size):,}</text>' for size in sizes
    ]
    taken: list[float] = []
    for name, line in sorted(points.items(), key=lambda item: -item[1][-1][1]):
        path = " ".join(f"{x(size):.1f},{y(found):.1f}" for size, found in line)
        dashes = f' stroke-dasharray="{LINES[name]}"' if LINES[name] else ""
        marks.append(f'<polyline points="{path}" fill="none" stroke-width="2"{dashes}/>')
        at = max([y(line[-1][1]) + 4, *(one + 14 for one in taken[-1:])])
        taken.append(at)
        marks.append(f'<text x="{x(line[-1][0]) + 8:.1f}" y="{at:.1f}">{name}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img"><title>Seconds by number of briefings</title>\n<style>svg {{ stroke: #555; fill: #555; '
        f"font: 12px sans-serif }} text {{ stroke: none }} polyline {{ fill: none }}</style>\n"
        + "\n".join(marks)
        + "\n</svg>\n"
    )


def _median(measured: float | list[float]) -> float:
    return statistics.median(measured) if isinstance(measured, list) else measured


def _memory(results: dict[str, Any], size: str, name: str) -> float:
    return max(one["megabytes"] for one in results[size]["steps"][name])


def _order(name: str) -> tuple[int, str]:
    """As the work goes; the rivals last."""
    starts = ("draft", "render", "build", "stock", "zensical", "hugo")
    return next(at for at, start in enumerate(starts) if re.match(start, name)), name
