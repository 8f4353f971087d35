"""What the search of a large site costs: Pagefind's index beside that of the theme, on invented briefings.

    python scripts/benchmark_search.py [1000 5000]

Each size is one run: both indexes of the same pages, their size and the time to make them, then what a browser loads
from a plain web server (nothing compressed) until the first answer is there, and how long that takes. The pages are the
same in every run.
"""

from __future__ import annotations

import functools
import http.server
import random
import sys
import tempfile
import threading
import time
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from briefsite.search.pagefind import write_index
from briefsite.search.records import Record
from briefsite.search.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTIONS = {"Key points": 5, "Key figures": 10, "Who said what": 9, "Timeline": 8, "Background": 5, "Questions": 6}
ASK = """async words => {
    const start = performance.now();
    const search = await import("/pagefind/pagefind.js");
    await search.options({ noWorker: true });
    const found = await search.search(words);
    await Promise.all(found.results.slice(0, 6).map(result => result.data()));
    return [performance.now() - start, found.results.length];
}"""


def briefings(count: int) -> Iterator[Record]:
    """Pages with as many items as ours have, of words as frequent as words of a language are."""
    rng = random.Random(count)
    syllables = [c + v for c in [*"bdfgklmnprstvz", "st", "tr", "ch", "sh"] for v in [*"aeiou", "ai", "ou"]]
    words = ["".join(rng.choices(syllables, k=rng.choice([1, 2, 2, 3, 3, 4]))) for _ in range(40_000)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(words))))

    def said(least: int, most: int) -> str:
        return " ".join(rng.choices(words, cum_weights=weights, k=rng.randint(least, most))).capitalize()

    for number in range(count):
        people = [said(2, 2).title() for _ in range(4)]
        html = [f'<h1 id="the_briefing">{said(6, 9)}</h1>']
        for place, (name, items) in enumerate(SECTIONS.items()):
            html.append(f'<h2 id="section-{place}">{name}</h2>')
            html += [
                f'<h3 id="i-{place}-{item}">{rng.choice(people)}</h3><p>{said(12, 30)}, {rng.randint(2, 99_999):,}.</p>'
                for item in range(items)
            ]
        yield Record(
            place=f"b/{number}/",
            title=said(6, 9),
            content="\n".join(html),
            facets={"person": people, "topic": [f"Topic {rng.randrange(60)}"], "year": [str(2015 + number % 11)]},
        )


def theme_index(records: list[Record]) -> int:
    """The size of the index that the theme makes of the same pages."""
    from material.plugins.search.plugin import SearchIndex

    index: Any = SearchIndex(lang=["en"], separator=r"[\s\-]+", pipeline=["stemmer"], fields={})
    for record in records:
        index.add_entry_from_context(
            SimpleNamespace(meta={}, content=record.content, toc=[], url=record.place, title=record.title)
        )
    return len(index.generate_search_index(None).encode())


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


def first_answers(site: Path, queries: list[str]) -> Iterator[tuple[str, int, float, int]]:
    """(words, bytes loaded, milliseconds, results), each in a browser that has loaded nothing yet."""
    sys.path.insert(0, str(Path(__file__).parent))
    import browser

    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        for words in queries:
            context = chromium.new_context()
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            sizes: list[int] = []
            page.on("response", lambda response, sizes=sizes: sizes.append(int(response.headers["content-length"])))
            took, results = page.evaluate(ASK, words)
            yield words, sum(sizes), took, results
            context.close()
        chromium.close()
        server.shutdown()


def main() -> None:
    """Print a table for each size."""
    for count in [int(argument) for argument in sys.argv[1:]] or [1000, 5000]:
        records = list(briefings(count))
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            (site / "index.html").write_text('<!doctype html><html lang="en"><title>Search</title>', encoding="utf-8")
            start = time.perf_counter()
            with closing(Spool("en")) as spool:
                for record in records:
                    spool.put(record)
                write_index(spool.pages(spool.digests()), site / "pagefind", language="en")
            made = time.perf_counter() - start
            start = time.perf_counter()
            theirs = theme_index(records)
            made_theirs = time.perf_counter() - start
            files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
            print(f"{count:,} briefings")
            print(f"  theme:    {theirs / 1e6:6.1f} MB, all of it loaded; made in {made_theirs:.1f} s")
            print(f"  Pagefind: {sum(files) / 1e6:6.1f} MB in {len(files):,} files; made in {made:.1f} s")
            common, rare = records[7].content.split("<p>")[1].split()[:2], records[7].facets["person"][0]
            for words, loaded, took, results in first_answers(site, [common[1], " ".join(common), rare]):
                print(f"  “{words}”: {results:,} pages, {loaded / 1000:.0f} kB, {took:.0f} ms")


if __name__ == "__main__":
    main()
