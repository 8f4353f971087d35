"""llms.txt as https://llmstxt.org describes it."""

from __future__ import annotations

import json
import re

from pages.sample import BRIEFING
from pages.twins.published import HOSTILE, SITE, files, record, without_url

WITHDRAWN = BRIEFING.replace("reviewed", "withdrawn").replace("A ferry for", "No ferry for")


def test_it_has_a_heading_a_summary_and_lists_of_links() -> None:
    made = files(record(), record(WITHDRAWN, slug="gone"))["llms.txt"]
    assert made.startswith("# Loe Briefings\n\n> Briefings of source articles.")
    headings = re.findall(r"^#.*", made, flags=re.MULTILINE)
    assert headings == ["# Loe Briefings", "## Briefings", "## Optional"]
    lists = [line for line in made.splitlines() if line.startswith("-")]
    assert all(re.fullmatch(r"- \[[^\]]+\]\(https://example\.org/loe/\S+\)(?:: .+)?", line) for line in lists)
    assert lists[0].startswith(
        "- [A ferry for Inish Loe](https://example.org/loe/b/ferry/briefing.txt): 12 March 2026. "
    )
    assert "No ferry" not in made


def test_every_link_is_a_file_that_is_there() -> None:
    for site in (SITE, without_url()):
        made = files(record(site=site), site=site)
        linked = re.findall(r"\]\(([^)]+)\)", made["llms.txt"])
        assert linked
        assert {address.removeprefix(site.url) for address in linked} <= set(made)


def test_an_empty_site_has_one_too() -> None:
    assert "## Briefings" not in files()["llms.txt"]
    assert "## Optional" in files()["llms.txt"]


def test_a_hostile_title_is_no_link_of_its_own() -> None:
    made = files(record(BRIEFING.replace("title: A ferry for Inish Loe", f"title: {json.dumps(HOSTILE)}")))["llms.txt"]
    assert "<script" not in made
    assert "\\[link\\](javascript:1)" in made
