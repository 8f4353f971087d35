"""A text from anywhere → seeds/: named, told from what is there already, and never written over it unasked."""

from __future__ import annotations

import dataclasses
import datetime as dt  # noqa: TC003 (a dataclass's field)
import hashlib
import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal

from briefsite.article import Metadata, read_article
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.pipeline.seeds import seeds_by_slug
from briefsite.pipeline.workspace import slug_of
from briefsite.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from briefsite.article import Article
    from briefsite.pipeline.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an article beside its text; each None where it is not."""

    title: str | None = None
    date: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    rights: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a text."""

    fate: Literal["added", "replaced", "there already"]
    seed: Path
    slug: str
    """Of its briefing."""
    kept: Path | None = None
    """Where the version before stands now; only of a seed that was replaced."""


def take_in(
    workspace: Workspace,
    source: Source,
    known: Known,
    *,
    called: str = "",
    taken_from: str | None = None,
    name: str | None = None,
    replace: bool = False,
) -> Added:
    """Put a text into seeds/, with what is known of it at its head.

    It is named by its date and its title; `called` stands before the title of its own head, and `name` before
    all. `taken_from` is its address where neither `known` nor its head says another. A text that is there already
    is left alone. With `replace`, one of the same address or name makes room; what was known of it stays known.

    Raises:
        BriefsiteError: it holds no article; its own head says something else than `known`; another text of
            that address or name is there.
    """
    article = _sound(read_article(source))
    seeds = seeds_by_slug(workspace, [])
    there = {slug: _read(workspace, seed) for slug, seed in seeds.items()}
    for slug, other in there.items():
        if other and _body(other) == _body(article):
            return Added(fate="there already", seed=seeds[slug], slug=slug)
    known = dataclasses.replace(known, url=known.url or article.metadata.url or taken_from)
    date, title = known.date or article.date, known.title or called or article.metadata.title or "article"
    dated = date and not title.startswith(date.isoformat())
    slug = slug_of(name or (f"{date.isoformat()}-{title}" if date and dated else title))
    same_url = [s for s, other in there.items() if other and known.url and other.metadata.url == known.url]
    before = slug if slug in seeds else same_url[0] if same_url and not name else None
    if before is None:
        seed = workspace.seeds / f"{slug}.txt"
        workspace.write(seed, _with_head(article, known))
        return Added(fate="added", seed=seed, slug=slug)
    if not replace:
        raise _taken(workspace, source, seeds[before], is_same_url=before in same_url)
    seed, old = seeds[before], there[before]
    content = _with_head(article, _known_of(article, known, old) if old else known)
    kept = _put_aside(workspace, seed)
    workspace.write(seed, content)
    return Added(fate="replaced", seed=seed, slug=before, kept=kept)


def _sound(article: Article) -> Article:
    for problem in article.problems:
        if problem.severity is Severity.ERROR:
            raise BriefsiteError(problem)
    return article


def _read(workspace: Workspace, seed: Path) -> Article | None:
    try:
        return read_article(Source.read(seed, workspace.name(seed)))
    except BriefsiteError:
        return None


def _body(article: Article) -> str:
    if not article.paragraphs:
        return ""
    return article.text[article.paragraphs[0].span.start : article.paragraphs[-1].span.end]


def _known_of(article: Article, known: Known, old: Article) -> Known:
    """What is known now, and what was known of the version before where nothing new is said."""
    said = (known, article.metadata, old.metadata)
    return Known(**{f.name: next(filter(None, (getattr(of, f.name) for of in said)), None) for f in fields(Known)})


def _with_head(article: Article, known: Known) -> str:
    """The text with what is known at its head, in the form of a head that it has already."""
    new = {}
    for key in (f.name for f in fields(Known)):
        value, stated = getattr(known, key), getattr(article.metadata, key)
        if value and stated and value != stated:
            help = "leave the option away, or mend the head"
            raise BriefsiteError(_problem(article.source, f"says at its head that its {key} is “{stated}”", help))
        if value and not stated:
            new[key] = value
    text, start = article.text, len(article.text) - len(article.text.lstrip())
    if not new:
        return text
    if any(getattr(article.metadata, f.name) for f in fields(Metadata)):
        if text.startswith("---", start):
            fence = text.index("\n", start) + 1
            return text[:fence] + _yaml_lines(new) + text[fence:]
        return "".join(f"{key}: {value}\n" for key, value in new.items()) + text
    return f"---\n{_yaml_lines(new)}---\n{text}"


def _yaml_lines(values: dict[str, str | dt.date]) -> str:
    return "".join(f"{key}: {_yaml(value)}\n" for key, value in values.items())


def _yaml(value: str | dt.date) -> str:
    # A JSON string is a YAML string, whatever stands in it.
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else value.isoformat()


def _put_aside(workspace: Workspace, seed: Path) -> Path:
    data = seed.read_bytes()
    kept = workspace.scratch / "replaced" / f"{seed.stem}.{hashlib.sha256(data).hexdigest()[:8]}{seed.suffix}"
    workspace.write(kept, data)
    return kept


def _taken(workspace: Workspace, source: Source, seed: Path, *, is_same_url: bool) -> BriefsiteError:
    what = "was taken from the same address" if is_same_url else "has that name"
    return BriefsiteError(
        _problem(
            source,
            f"was not added: {workspace.name(seed)} {what}, and holds other words",
            "a newer version of that article: add it with `--replace`, and what people wrote in its briefing stays; "
            "another article: give it a `--name` of its own",
            code="W007",
        )
    )


def _problem(source: Source, message: str, help: str, code: str = "S006") -> Diagnostic:
    return Diagnostic(
        code=code, severity=Severity.ERROR, message=message, source=Source(source.name, ""), span=None, help=help
    )
