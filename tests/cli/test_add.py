"""briefsite add: from files, standard input and addresses into seeds/."""

from __future__ import annotations

import http.server
import threading
import time
from typing import TYPE_CHECKING, ClassVar

import pytest

from command import CHANNEL, SLUG, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "The bridge at Orva was closed on Monday, the council said. It will open again in June.\n"
PAGE = """<!doctype html><html><head><title>Wrong | Orva Post</title>
<meta property="og:title" content="The bridge&rsquo;s closed">
<link rel="canonical" href="https://orva.example/bridge">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Another",
"datePublished": "2026-03-02T08:00:00Z", "publisher": {"name": "Orva Post"}}]}</script>
</head><body><p>Subscribe now. The bridge is closed.</p></body></html>
"""


class Site(http.server.BaseHTTPRequestHandler):
    """Answers by path, as servers do on good days and on bad ones."""

    ANSWERS: ClassVar = {
        "/plain.txt": ("text/plain; charset=utf-8", TEXT.encode()),
        "/markdown": ("text/markdown", TEXT.encode()),
        "/unnamed": ("text/plain", "The café closed on Monday, its owner said.\n".encode()),
        "/latin": ("text/plain; charset=iso-8859-1", "The café closed – its owner said “no”.\n".encode("cp1252")),
        "/greek": ("text/plain; charset=windows-1253", b"The caf\xd2 closed on Monday.\n"),
        "/lying": ("text/plain; charset=utf-8", "The café closed on Monday.\n".encode("latin-1")),
        "/unsaid": ("text/plain", "The café closed on Monday.\n".encode("latin-1")),
        "/klingon": ("text/plain; charset=unicode_escape", TEXT.encode()),
        "/page": ("text/html; charset=utf-8", PAGE.encode()),
        "/pdf": ("application/pdf", b"%PDF-1.7"),
        "/liar": ("text/plain", b"%PDF-1.7 and so on"),
        "/huge": ("text/plain", b"word " * 500_000),
        "/empty": ("text/plain", b""),
        "/news/2026/night%20trains.txt": ("text/plain", TEXT.encode()),
    }
    REDIRECTS: ClassVar = {
        "/moved": "/plain.txt",
        "/file": "file:///etc/passwd",
        "/loop": "/loop",
        "/ftp": "ftp://x.example/",
    }

    def do_GET(self) -> None:
        if self.path in self.REDIRECTS:
            self.send_response(302)
            self.send_header("Location", self.REDIRECTS[self.path])
            self.end_headers()
        elif self.path == "/short":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(TEXT.encode())
        elif self.path == "/slow":
            time.sleep(1)
        elif self.path in self.ANSWERS:
            kind, data = self.ANSWERS[self.path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(data)
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def seeds(workspace: Path) -> list[str]:
    return sorted(path.name for path in (workspace / "seeds").iterdir())


# --- files and standard input


def test_a_text_keeps_its_words_and_gets_what_is_known_of_it(workspace: Path) -> None:
    options = ("--title", 'The "bridge": closed', "--date", "2 March 2026", "--publisher", "Orva Post")
    result = run("add", "-", *options, input=TEXT)
    assert result.exit_code == 0, result.output
    assert "seeds/2026-03-02-the-bridge-closed.txt" in result.stdout
    assert "briefing/2026-03-02-the-bridge-closed.yaml" in result.stdout
    seed = (workspace / "seeds/2026-03-02-the-bridge-closed.txt").read_text(encoding="utf-8")
    assert seed.endswith(f"---\n{TEXT}")
    briefing = (workspace / "briefing/2026-03-02-the-bridge-closed.yaml").read_text(encoding="utf-8")
    assert "publisher: Orva Post" in briefing
    assert "2026-03-02" in briefing


def test_a_file_that_says_all_of_itself_is_taken_as_it_is(workspace: Path) -> None:
    result = run("add", str(CHANNEL))
    assert result.exit_code == 0, result.output
    assert (workspace / f"seeds/{SLUG}.txt").read_bytes() == CHANNEL.read_bytes()


def test_several_files_at_once_and_a_bad_one_does_not_stop_the_others(workspace: Path, tmp_path: Path) -> None:
    for name, content in (("one", TEXT), ("two", ""), ("three", TEXT.replace("Orva", "Lode"))):
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    (tmp_path / "four.txt").write_bytes(b"\xff caf\xe9")
    paths = [str(tmp_path / f"{name}.txt") for name in ("one", "two", "missing", "four", "three")]
    result = run("add", *paths, "--date", "2026-03-02")
    assert result.exit_code == 1
    assert seeds(workspace) == ["2026-03-02-one.txt", "2026-03-02-three.txt"]
    for words in ("holds no text to read", "cannot be read: No such file", "not UTF-8"):
        assert words in result.stderr


@pytest.mark.parametrize(
    ("head", "options", "expected"),
    [
        ("---\ndate: 2026-03-02\n---\n", ("--title", "A: b"), '---\ntitle: "A: b"\ndate: 2026-03-02\n---\n'),
        ("date: 2026-03-02\n\n", ("--title", "A: b"), "title: A: b\ndate: 2026-03-02\n\n"),
        ("---\ndate: 2026-03-02\n---\n", ("--date", "2026-03-02"), "---\ndate: 2026-03-02\n---\n"),
        ("", ("--rights", "link-only"), '---\nrights: "link-only"\n---\n'),
    ],
    ids=["front matter", "bare lines", "said already", "none"],
)  # fmt: skip
def test_options_go_into_the_head_that_is_there(
    workspace: Path, head: str, options: tuple[str, ...], expected: str
) -> None:
    result = run("add", "-", "--name", "bridge", *options, input=head + TEXT)
    assert result.exit_code == 0, result.output
    assert (workspace / "seeds/bridge.txt").read_text(encoding="utf-8") == expected + TEXT


def test_an_option_that_the_head_contradicts_is_refused(workspace: Path) -> None:
    result = run("add", "-", "--date", "2026-03-03", input=f"date: 2026-03-02\n\n{TEXT}")
    assert result.exit_code == 1
    assert "its date is “2026-03-02”" in result.stderr
    assert seeds(workspace) == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--date", "soon"), "a day such as 2025-07-10 was expected, not soon"),
        (("--url", "orva.example"), "an address such as https://"),
        (("--url", "javascript:alert(1)"), "an address such as https://"),
        (("--title", "two\nlines"), "one line of text was expected"),
        (("--publisher", " "), "one line of text was expected"),
        (("-", "--title", "One title"), "--title can be true of one article only"),
    ],
)
def test_what_cannot_be_so_is_refused_before_anything_is_written(
    workspace: Path, options: tuple[str, ...], words: str
) -> None:
    result = run("add", "-", *options, input=TEXT)
    assert result.exit_code == 2
    assert words in result.stderr
    assert seeds(workspace) == []


# --- what is there already


def test_the_same_article_is_not_added_twice(workspace: Path) -> None:
    run("add", "-", "--name", "bridge", "--date", "2026-03-02", input=TEXT)
    again = run("add", "-", "--title", "Another title", input=TEXT)
    assert again.exit_code == 0
    assert "there already" in again.stdout
    assert "seeds/bridge.txt" in again.stdout
    assert seeds(workspace) == ["bridge.txt"]


def test_other_words_of_that_name_are_never_written_over_it_unasked(workspace: Path) -> None:
    run("add", "-", "--name", "bridge", input=TEXT)
    result = run("add", "-", "--name", "bridge", input=TEXT.replace("June", "July"))
    assert result.exit_code == 1
    assert "--replace" in result.stderr
    assert "June" in (workspace / "seeds/bridge.txt").read_text(encoding="utf-8")


def test_a_newer_version_takes_the_place_of_the_old_one_and_loses_nothing(workspace: Path) -> None:
    url = "https://orva.example/bridge"
    run("add", "-", "--title", "The bridge", "--date", "2026-03-02", "--url", url, input=TEXT)
    seed = workspace / "seeds/2026-03-02-the-bridge.txt"
    old = seed.read_bytes()
    newer = TEXT.replace("June", "July")
    told = run("add", "-", "--title", "Bridge shut till July", "--url", url, input=newer)
    assert told.exit_code == 1
    assert "seeds/2026-03-02-the-bridge.txt was taken from the same address" in told.stderr
    result = run("add", "-", "--title", "Bridge shut till July", "--url", url, "--replace", input=newer)
    assert result.exit_code == 0, result.output
    assert seeds(workspace) == [seed.name]
    text = seed.read_text(encoding="utf-8")
    assert text.endswith(newer)
    assert 'title: "Bridge shut till July"' in text
    assert "date: 2026-03-02" in text  # known before, and nothing else is said now
    (kept,) = (workspace / ".briefsite/replaced").iterdir()
    assert kept.read_bytes() == old
    assert "July" in (workspace / "briefing/2026-03-02-the-bridge.yaml").read_text(encoding="utf-8")


# --- addresses


@pytest.mark.parametrize(
    ("path", "seed", "words"),
    [
        ("/plain.txt", "plain.txt", TEXT),
        ("/moved", "moved.txt", TEXT),
        ("/markdown", "markdown.txt", TEXT),
        ("/unnamed", "unnamed.txt", "The café closed"),
        ("/latin", "latin.txt", "The café closed – its owner said “no”."),
        ("/news/2026/night trains.txt#top", "night-trains.txt", TEXT),
    ],
)
def test_a_text_on_the_web_is_added_with_its_address(
    workspace: Path, site: str, path: str, seed: str, words: str
) -> None:
    result = run("add", site + path)
    assert result.exit_code == 0, result.output
    text = (workspace / "seeds" / seed).read_text(encoding="utf-8")
    assert words in text
    assert f'url: "{site}{path.partition("#")[0]}"' in text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nothing", "the server answers 404 Not Found"),
        ("/pdf", "is application/pdf, not plain text"),
        ("/liar", "is a PDF, not plain text"),
        ("/huge", "is more than 2 MB"),
        ("/empty", "holds no text to read"),
        ("/lying", "is not UTF-8 text"),
        ("/unsaid", "is not UTF-8 text"),
        ("/klingon", "an encoding that is not known: unicode_escape"),
        ("/greek", "is said to be windows-1253, and is not: byte 0xd2"),
        ("/short", "ended before all of it was there"),
        ("/slow", "cannot be fetched: the server"),
        ("/file", "cannot be fetched"),
        ("/ftp", "unknown url type: ftp"),
        ("/loop", "cannot be fetched"),
    ],
)
def test_what_cannot_be_fetched_as_text_is_said_in_words(
    workspace: Path, site: str, monkeypatch: pytest.MonkeyPatch, path: str, words: str
) -> None:
    monkeypatch.setattr("briefsite.cli.fetch.TIMEOUT", 0.3)
    result = run("add", site + path)
    assert result.exit_code == 1
    assert words in result.stderr
    assert seeds(workspace) == []


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:9/x", "nobody answers at that address"),
        ("http://", "is not an address on the web"),
        ("http://[x/", "is not an address on the web"),
        ("http://me:secret@127.0.0.1/x", "holds a name or password"),
        ("file:///etc/passwd", "only http:// and https:// addresses are fetched"),
        ("ftp://127.0.0.1/x", "only http:// and https:// addresses are fetched"),
    ],
)
def test_what_is_no_address_of_a_text_is_said_in_words(workspace: Path, url: str, words: str) -> None:
    result = run("add", url)
    assert result.exit_code in {1, 2}
    assert words in result.stderr
    assert seeds(workspace) == []


def test_a_web_page_is_refused_with_what_it_says_of_itself_ready_to_use(workspace: Path, site: str) -> None:
    result = run("add", f"{site}/page")
    assert result.exit_code == 1
    assert "is a web page" in result.stderr
    assert (
        "briefsite add FILE --title 'The bridge’s closed' --date 2026-03-02 --publisher 'Orva Post' "
        "--url https://orva.example/bridge" in result.stderr
    )
    assert seeds(workspace) == []
