"""How fast articles are read: against stock parts in the same run, by length, and in memory over a long run.

Usage: python scripts/benchmark_reading.py [--data FILE.jsonl] [--seconds N] [--long-run N]

FILE.jsonl holds {"id", "text", "date"?} a line; by default the annotated articles of tests/articles are read. Each
reader goes over the articles again and again until its seconds are up; all run in this one process, on one core. The
stock parts are the packages of the dependency group `bench` (pip install quantulum3 dateparser sumy); one that is not
installed is left out and named.

Compare ratios, not seconds: machines differ, and one machine differs from hour to hour.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import re
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "src"))

from briefsite.cli.batch import extracted  # noqa: E402 (the path comes first)
from briefsite.cli.records import Failed, Record, read_records  # noqa: E402
from briefsite.running.collecting import collect_rarely  # noqa: E402

LONGEST = 50_000
"""Characters of the longest article whose time is promised."""
Reader = Callable[[Record], object]
Extract = Callable[[Record | Failed], object]


@dataclass(frozen=True, slots=True)
class Speed:
    """What one reader did in its time."""

    articles: int
    characters: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Characters a second: readers need not have come equally far."""
        return self.characters / self.seconds


def main() -> int:
    """Print the tables; return 2 where there is nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--seconds", type=float, default=10.0, help="for each reader (default: %(default)s)")
    parser.add_argument("--long-run", type=int, default=10_000, metavar="N", help="articles read for the memory")
    options = parser.parse_args()
    inputs = [options.data] if options.data else sorted((REPOSITORY / "tests/articles").glob("*.txt"))
    records = [record for record in read_records(list(map(str, inputs)), None) if isinstance(record, Record)]
    if not records:
        print("no article to read", file=sys.stderr)
        return 2
    mean = sum(len(record.text) for record in records) / len(records)
    print(f"{len(records)} articles, {mean:,.0f} characters on average; one process, one core\n")
    extract = extracted("jsonl")
    collect_rarely()  # as the command does
    print_memory(records, extract, options.long_run)  # first: the stock parts' own memory would be counted
    print_by_length(records, extract)
    print_speeds(records, extract, options.seconds, mean)
    return 0


def print_speeds(records: list[Record], extract: Extract, seconds: float, mean: float) -> None:
    """Briefings against the stock parts, each on the same articles."""
    ours = measure(records, extract, seconds)
    print(f"\n{'':38} articles/s   time of a whole briefing = 1")
    print(f"{'whole briefings (extract)':38} {ours.per_second / mean:10.1f}   {1:8.2f}")
    together = 0.0
    for name, load in STOCK.items():
        try:
            reader = load()
        except ImportError as error:
            print(f"{name:38} not installed ({error.name})")
            continue
        theirs = measure(records, reader, seconds)
        together += ours.per_second / theirs.per_second
        print(f"{name:38} {theirs.per_second / mean:10.1f}   {ours.per_second / theirs.per_second:8.2f}")
    if together:
        print(f"{'these stock parts in turn':38} {ours.per_second / mean / together:10.1f}   {together:8.2f}")


def measure(records: list[Record], reader: Reader, seconds: float) -> Speed:
    """One reader over the articles, round and round, for about so many seconds of this process's own time."""
    for record in records[:3]:
        reader(record)
    articles = characters = 0
    begun = time.process_time()
    for record in cycle(records):
        reader(record)
        articles += 1
        characters += len(record.text)
        taken = time.process_time() - begun
        if taken >= seconds:
            break
    return Speed(articles, characters, taken)


def print_by_length(records: list[Record], extract: Extract) -> None:
    """Time against length: the articles as they are, and longer and longer ones made of them."""
    print("\nlength of the article     milliseconds   per 1,000 characters")
    for length in (1_000, 5_000, 15_000, LONGEST, 4 * LONGEST):
        article = Record(id=f"{length}", text=long_text(records, length), date=dt.date(2025, 7, 10))
        taken = min(timed(extract, article) for _ in range(3))
        print(f"{len(article.text):12,} characters   {taken * 1000:10.1f}   {taken * 1e6 / len(article.text):12.2f}")
    slowest = max(
        (record for record in records if len(record.text) < LONGEST), key=lambda record: timed(extract, record)
    )
    taken = min(timed(extract, slowest) for _ in range(3))
    print(f"slowest of those given: {slowest.id}, {len(slowest.text):,} characters, {taken * 1000:.1f} ms")


def long_text(records: list[Record], length: int) -> str:
    """Paragraphs of the articles, one article after the other, up to about a length."""
    paragraphs: list[str] = []
    total = 0
    for record in cycle(records):
        for paragraph in re.split(r"\n\s*\n", record.text):
            paragraphs.append(paragraph)
            total += len(paragraph) + 2
            if total >= length:
                return "\n\n".join(paragraphs)
    raise AssertionError("unreachable")


def timed(extract: Extract, record: Record) -> float:
    """Seconds of this process for one article."""
    begun = time.process_time()
    extract(record)
    return time.process_time() - begun


def print_memory(records: list[Record], extract: Extract, long_run: int) -> None:
    """The highest memory of the process as articles go by; every text is a new one, so that nothing is remembered."""
    print("articles read   highest memory")
    marks = {long_run // 10, long_run // 2, long_run}
    for number, record in enumerate(islice(cycle(records), long_run), start=1):
        extract(Record(id=record.id, text=f"{record.text}\n\nThis is number {number}.", date=record.date))
        if number in marks:
            # ru_maxrss counts kilobytes on Linux and bytes on macOS
            unit = 1024 if sys.platform != "darwin" else 1
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
            print(f"{number:13,} {peak:13.1f} MB", flush=True)


def quantulum() -> Reader:
    """Quantities, by quantulum3."""
    parse = importlib.import_module("quantulum3.parser").parse
    return lambda record: parse(record.text)


def search_dates() -> Reader:
    """Dates, by dateparser."""
    search = importlib.import_module("dateparser.search").search_dates
    return lambda record: search(record.text, languages=["en"])


def lexrank() -> Reader:
    """A summary of five sentences, by sumy's LexRank, over plainly split sentences: its own splitter is a download."""
    summarizer = importlib.import_module("sumy.summarizers.lex_rank").LexRankSummarizer()
    parser = importlib.import_module("sumy.parsers.plaintext").PlaintextParser

    class Plain:
        def to_sentences(self, paragraph: str) -> tuple[str, ...]:
            return tuple(re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", paragraph))

        def to_words(self, sentence: str) -> tuple[str, ...]:
            return tuple(re.findall(r"\w+", sentence.lower()))

    return lambda record: summarizer(parser.from_string(record.text, Plain()).document, 5)


STOCK: dict[str, Callable[[], Reader]] = {
    "quantulum3: quantities": quantulum,
    "dateparser search_dates: dates": search_dates,
    "sumy LexRank: a summary": lexrank,
}


if __name__ == "__main__":
    sys.exit(main())
