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
FEW = 3
"""Words that a start or end has at least: fewer stand anywhere."""
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
    whole = span if "\n" not in span.of(text).strip() else None
    if whole and len(words) <= WHOLE and _is_only_one(text, whole):
        yield _written(text, whole, None)
    for start, end in _starts_and_ends(text, words):
        if _comes_first(text, start, end):
            yield _written(text, start, end)
    if whole and _is_only_one(text, whole):
        yield _written(text, whole, None)
    if rights is Rights.LINK_ONLY:
        return
    around = sentences_around(article, span)
    before, after = _words(text, around.start, span.start), _words(text, span.end, around.end)
    for count in _BESIDE if whole and len(words) <= WHOLE else ():
        prefix = before[-count].to(before[-1]) if count <= len(before) else None
        suffix = after[0].to(after[count - 1]) if count <= len(after) else None
        for left, right in ((prefix, None), (None, suffix), (prefix, suffix)):
            if whole and (left or right) and _is_only_one(text, (left or whole).to(right or whole)):
                yield _written(text, whole, None, left, right)


def _words(text: str, start: int, end: int) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(text, start, end)]


def _starts_and_ends(text: str, words: list[Span]) -> Iterator[tuple[Span, Span]]:
    """The few first words that no others begin like, and a few of the last; neither over the end of a line."""
    starts = (words[0].to(word) for word in words[FEW - 1 : WHOLE])
    start = next((start for start in starts if _is_only_one(text, start)), None)
    if start:
        for word in reversed(words[-WHOLE : 1 - FEW]):
            end = word.to(words[-1])
            if start.end <= end.start and "\n" not in start.of(text) + end.of(text):
                yield start, end


def _is_only_one(text: str, span: Span) -> bool:
    return len(_places(text, span.of(text))) == 1


def _comes_first(text: str, start: Span, end: Span) -> bool:
    """Whether a browser that looks for the end behind the start comes to this one."""
    behind = _places(text[start.end :], end.of(text))
    return bool(behind) and start.end + behind[0] == end.start


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
