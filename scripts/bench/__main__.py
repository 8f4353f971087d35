"""How fast briefsite is with many articles, against the tools that one would use instead, on the same pages.

Usage: python scripts/bench [--sizes 100 1000 5000] [--repeat 3] [--live] [--only-build] [--folder DIR] [--note TEXT]
       python scripts/bench --report        writes the table and plots of docs/handbook/speed.md anew

Workspaces of invented articles are made, and every step is a command of its own, as a person would type it. Steps that
are compared run one after the other, round by round, and medians are given: a machine differs from hour to hour, so
compare the ratios within one run. Zensical and Hugo are measured where they are installed. What was measured is
added to docs/handbook/speed/results.json.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from commands import REPOSITORY, Cost, FailedError, briefsite, cost, mkdocs
from figures import write_report

from articles import write_seeds
from live import edit_to_visible

RESULTS = REPOSITORY / "docs/handbook/speed/results.json"
STOCK = "stock.yml"


def main() -> int:
    """Measure, and write down what was measured; return 1 where a step failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--repeat", type=int, default=3, help="rounds of what is compared (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--live", action="store_true", help="edit → visible as well")
    parser.add_argument("--only-build", action="store_true", help="the full build and stock MkDocs, and nothing else")
    parser.add_argument("--folder", type=Path, help="where the workspaces are made (default: one that is taken away)")
    parser.add_argument("--note", default="", help="what is to be known of the machine while this ran")
    parser.add_argument("--report", action="store_true", help="measure nothing")
    options = parser.parse_args()
    results: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    failed = False
    for size in [] if options.report else options.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            folder = (options.folder or Path(scratch)) / str(size)
            try:
                make_workspace(folder, size)
                bench = Bench(folder, size, options.repeat, options.jobs)
                found = bench.only_build() if options.only_build else bench.everything(live=options.live)
            except FailedError as error:
                print(error, file=sys.stderr)
                failed = True
                continue
            results[str(size)] = {"machine": machine(options.note), **found}
            RESULTS.parent.mkdir(parents=True, exist_ok=True)
            RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    write_report(results, REPOSITORY / "docs/handbook")
    return int(failed)


class Bench:
    """What is measured for one number of articles; of many, what is long is measured once."""

    def __init__(self, folder: Path, size: int, repeat: int, jobs: int) -> None:
        self.folder = folder
        self.size = size
        self.repeat = repeat
        self.jobs = ["--jobs", str(jobs)]
        self.often = range(repeat if size <= 1000 else 1)
        self.steps: dict[str, list[Cost]] = {}

    def everything(self, *, live: bool) -> dict[str, Any]:
        """Every command, and the rivals."""
        for _ in self.often:
            empty(self.folder / "briefing", self.folder / ".briefsite")
            self.step("draft, one process", briefsite("draft"))
            empty(self.folder / "briefing", self.folder / ".briefsite")
            self.step(f"draft, {self.jobs[1]} processes", briefsite("draft", *self.jobs))
        self.nothing_changed("draft")
        for _ in self.often:
            empty(self.folder / "docs/b", *self.kept())
            self.step(f"render, {self.jobs[1]} processes", briefsite("render", *self.jobs))
        self.nothing_changed("render")
        rivals = {"stock mkdocs build": mkdocs("build", "-q", "-f", STOCK, "-d", "site-stock")}
        if zensical := shutil.which("zensical"):
            rivals["zensical build"] = [zensical, "build", "-f", "zensical.yml"]
        if hugo := shutil.which("hugo"):
            rivals["hugo build"] = [hugo, "--contentDir", "docs", "--destination", "site-hugo", "--quiet"]
        for _ in self.often:
            self.builds()
            for name, command in rivals.items():
                self.step(name, command)
        return self.found() | ({"live": self.live()} if live else {})

    def only_build(self) -> dict[str, Any]:
        """The full build and stock MkDocs, of briefings that are drafted."""
        self.step(f"draft, {self.jobs[1]} processes", briefsite("draft", *self.jobs))
        self.step(f"render, {self.jobs[1]} processes", briefsite("render", *self.jobs))
        for _ in self.often:
            self.builds()
            self.step("stock mkdocs build", mkdocs("build", "-q", "-f", STOCK, "-d", "site-stock"))
        return self.found()

    def builds(self) -> None:
        """The site of what is drafted and rendered: when no build has made a page before, and when one has."""
        empty(self.folder / "site", self.folder / ".briefsite/pages.sqlite")
        self.step("build, cold", briefsite("build", *self.jobs))
        self.step("build, warm", briefsite("build", *self.jobs))

    def nothing_changed(self, command: str) -> None:
        """A run that has nothing to do; the first one still settles what the last one wrote."""
        cost(briefsite(command), self.folder)
        for _ in range(self.repeat):
            self.step(f"{command}, nothing changed", briefsite(command))

    def kept(self) -> list[Path]:
        """What rendering keeps from one run to the next."""
        return [self.folder / ".briefsite" / name for name in ("made.sqlite", "rendered.json")]

    def step(self, name: str, command: list[str]) -> None:
        """Run a command and note what it cost."""
        last = cost(command, self.folder)
        self.steps.setdefault(name, []).append(last)
        shown = f"{last.seconds:8.2f} s {last.cpu:8.2f} s cpu {last.megabytes:6.0f} MB"
        print(f"{self.size:6} {name:28} {shown}", flush=True)

    def found(self) -> dict[str, Any]:
        """All that was measured."""
        index = (self.folder / "site/search/search_index.json").read_bytes()
        pages = list((self.folder / "docs").rglob("*.md"))
        return {
            "steps": {name: [one.as_json() for one in costs] for name, costs in self.steps.items()},
            "search index": {"bytes": len(index), "gzip": len(gzip.compress(index, 6))},
            "pages": len(pages),
            "bytes of Markdown": sum(path.stat().st_size for path in pages),
        }

    def live(self) -> dict[str, Any]:
        """From saving a file to the page that shows it: of a briefing for ours, of its page for stock MkDocs."""
        slug = sorted(path.stem for path in (self.folder / "briefing").glob("*.yaml"))[self.size // 2]
        page = f"b/{slug}/"
        ours = self.folder / f"briefing/{slug}.yaml"
        theirs = self.folder / f"docs/b/{slug}/index.md"
        stock = mkdocs("serve", "-q", "-f", STOCK, "--livereload")
        edits = max(3, self.repeat)
        edit_to_visible(briefsite("serve"), self.folder, ours, page, 1, 8137)  # what a second start finds
        found = {"briefsite serve": edit_to_visible(briefsite("serve"), self.folder, ours, page, edits, 8137)}
        if self.size <= 1000:  # of more, it is one of the builds above, after each edit
            found["stock mkdocs serve"] = edit_to_visible(stock, self.folder, theirs, page, 1, 8138)
        return found


def make_workspace(folder: Path, size: int) -> None:
    """A workspace of so many articles, and the settings with which stock MkDocs builds its pages."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "briefing").mkdir(parents=True)
    (folder / "docs").mkdir()
    shutil.copy(REPOSITORY / "src/briefsite/workspace/mkdocs.yml", folder)
    (folder / "docs/about.md").write_text("# About\n", encoding="utf-8")
    write_seeds(folder / "seeds", size)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    stock = settings.replace("  - briefsite\n", "")
    (folder / STOCK).write_text(stock, encoding="utf-8")
    (folder / "zensical.yml").write_text(stock + "\nsite_dir: site-zensical\n", encoding="utf-8")
    (folder / "hugo.toml").write_text('baseURL = "/"\ndisableKinds = ["taxonomy"]\n', encoding="utf-8")


def empty(*paths: Path) -> None:
    """Take files and folders away; `briefing/` itself stays."""
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        if path.name == "briefing":
            path.mkdir()


def machine(note: str) -> dict[str, Any]:
    """What ran it."""
    return {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": [round(of, 1) for of in os.getloadavg()],
        "note": note,
    }


if __name__ == "__main__":
    sys.exit(main())
