"""Words in a page of somebody else's: `https://example.org/ferry#:~:text=a%20boat` scrolls to them and marks them.

The form is `text=[prefix-,]start[,end][,-suffix]` (https://wicg.github.io/scroll-to-text-fragment/); browsers that do
not know it open the page. Long words are given by their start and end. Where the same words stand more than once, words
beside them tell which are meant, but only such as our own page shows: an address must not publish more of a source.

Known limit: the live page may have been edited since; the link then opens it at the top.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from briefsite.pages.evidence import sentences_around
from briefsite.pages.rights import Rights
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefsite.article import Article

WHOLE = 12
"""Words up to which all of them are given: a shorter start and end would save nothing."""
_BESIDE = range(1, 7)
"""How many words of context are tried, the fewest first."""
_WORD = re.compile(r"\S+")


def text_fragment(url: str, article: Article, span: Span, rights: Rights) -> str:
    """The address with the words of a span; without them where they cannot be told apart. "" for no web address."""
    if not url.startswith(("https://", "http://")):
        return ""
    directive = next(_directives(article, span, rights), None)
    if directive is None:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _directives(article: Article, span: Span, rights: Rights) -> Iterator[str]:
    """Every way that finds these words and no others, the shortest first."""
    text = article.text
    words = _words(text, span.start, span.end)
    if not words:
        return
    is_one_block = "\n" not in span.of(text).strip()
    ways: list[tuple[Span, Span | None]] = [(span, None)]
    if len(words) > WHOLE or not is_one_block:
        counts = [count for count in (4, 6, 8) if 2 * count <= len(words)] or [max(1, len(words) // 2)]
        ways = [(words[0].to(words[count - 1]), words[-count].to(words[-1])) for count in counts]
        ways += [(span, None)] if is_one_block else []
    for start, end in ways:
        if _finds(text, start, end):
            yield _written(text, start, end)
    if rights is Rights.LINK_ONLY:
        return
    around = sentences_around(article, span)
    before, after = _words(text, around.start, span.start), _words(text, span.end, around.end)
    start, end = ways[0]
    for count in _BESIDE:
        prefix = before[-count].to(before[-1]) if count <= len(before) else None
        suffix = after[0].to(after[count - 1]) if count <= len(after) else None
        for left, right in ((prefix, None), (None, suffix), (prefix, suffix)):
            if (left or right) and _is_only_one(text, start, left, None if end else right):
                yield _written(text, start, end, left, None if end else right)


def _words(text: str, start: int, end: int) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(text, start, end)]


def _finds(text: str, start: Span, end: Span | None) -> bool:
    """Whether a browser that looks for the start, and then for the end behind it, comes to these spans."""
    if len(_places(text, start.of(text))) != 1:
        return False
    if end is None:
        return True
    behind = _places(text[start.end :], end.of(text))
    return bool(behind) and start.end + behind[0] == end.start


def _is_only_one(text: str, start: Span, before: Span | None, after: Span | None) -> bool:
    whole = (before or start).to(after or start)
    return len(_places(text, whole.of(text))) == 1


def _places(text: str, words: str) -> list[int]:
    """Where words stand: as a browser looks, whatever their case and the white space between them, as whole words."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [match.start() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, flags=re.IGNORECASE)]


def _written(text: str, start: Span, end: Span | None, before: Span | None = None, after: Span | None = None) -> str:
    parts = [f"{_encoded(before.of(text))}-"] if before else []
    parts.append(_encoded(start.of(text)))
    parts += [_encoded(end.of(text))] if end else []
    parts += [f"-{_encoded(after.of(text))}"] if after else []
    return ",".join(parts)


def _encoded(words: str) -> str:
    """Percent-encoded; the hyphen too, which stands for a prefix or suffix here."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
