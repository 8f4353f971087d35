"""Why MkDocs could not build the site: an exception → what is wrong, in which file, at which line."""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from mkdocs.exceptions import MkDocsException

import briefsite
from briefsite.diagnostic import BriefsiteError, Diagnostic, Severity
from briefsite.source import Source
from briefsite.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

_PACKAGE = Path(briefsite.__file__).parent
HELP = "mend the file and save it; of a change that you did not mean: `git diff`"


class Overheard(logging.Handler):
    """What MkDocs logs meanwhile as an error; where nothing is, as a warning (which stops a strict build)."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []

    def __enter__(self) -> Self:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self._records.append(record)

    @property
    def words(self) -> list[str]:
        """The messages, each once, in order."""
        worst = max((record.levelno for record in self._records), default=logging.ERROR)
        return list(dict.fromkeys(r.getMessage().strip() for r in self._records if r.levelno == worst))


def is_in_files(error: BaseException) -> bool:
    """Whether the error lies in somebody's files: their templates, pages or configuration. Else it is a bug."""
    return isinstance(error, (MkDocsException, TemplateError, yaml.YAMLError, OSError, UnicodeError))


def explain(error: Exception, said: Sequence[str], *, config: Path) -> Diagnostic:
    """What an exception of a build means for the person who edits the site.

    `said` is what MkDocs logged as wrong before; `config` is the mkdocs.yml.
    """
    if isinstance(error, BriefsiteError):
        return error.diagnostic
    root = config.parent
    path, line = _place(error, root) or (_page_named(said, root / "docs") or config, 0)
    try:
        name = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        name = str(path)
    source, span = Source(name, ""), None
    try:
        source = Source.read(path, name)
        span = _line(source, line) if line else None
    except BriefsiteError:
        pass  # the file is gone, or is not text: then it is named without a line
    return Diagnostic(
        code="W006",
        severity=Severity.ERROR,
        message=_message(error, said),
        source=source,
        span=span,
        help=HELP,
    )


def _message(error: Exception, said: Sequence[str]) -> str:
    mark = _yaml_error(error)
    if mark is not None:
        return f"is not valid YAML: {mark.problem or mark.context or 'it cannot be read'}"
    if isinstance(error, TemplateNotFound):
        words = f"there is no template “{error.name}”"
        return "; ".join([words, *said])
    if isinstance(error, TemplateError):
        return error.message or type(error).__name__
    if isinstance(error, MkDocsException):
        return "; ".join(said) or str(error)
    words = f"{type(error).__name__}: {error}"
    return "; ".join([*(line for line in said if str(error) not in line), words])


def _place(error: Exception, root: Path) -> tuple[Path, int] | None:
    """The file of the site and the line (from 1) where it went wrong."""
    mark = _yaml_error(error)
    if mark is not None and mark.problem_mark:
        return Path(mark.problem_mark.name), mark.problem_mark.line + 1
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    # Jinja writes its templates' names and lines into the traceback; hooks and macros stand there as Python.
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        is_theirs = (
            path.is_relative_to(root) and not path.is_relative_to(_PACKAGE) and "site-packages" not in path.parts
        )
        if is_theirs and frame.lineno:
            return path, frame.lineno
    return None


def _page_named(said: Sequence[str], docs: Path) -> Path | None:
    """The page that MkDocs names in its words, which it logs before it raises the error of something else."""
    names = (name for line in said for name in re.findall(r"[^\s'\"]+\.md\b", line))
    return next((page for name in names if (page := docs / name).is_file()), None)


def _yaml_error(error: BaseException | None) -> yaml.MarkedYAMLError | None:
    """MkDocs raises an error of its own while it handles that of YAML, which alone knows the place."""
    while error is not None and not isinstance(error, yaml.MarkedYAMLError):
        error = error.__context__
    return error


def _line(source: Source, number: int) -> Span | None:
    """The words of a line (from 1), without the space before and behind them."""
    lines = source.text.split("\n")
    if number > len(lines) or not (words := lines[number - 1].strip()):
        return None
    start = sum(len(line) + 1 for line in lines[: number - 1]) + lines[number - 1].index(words)
    return Span(start, start + len(words))
