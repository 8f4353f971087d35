"""A live server that survives a site that cannot be built, and says in the open tab what is wrong.

When a rebuild raises, MkDocs answers no request any more until one works. So the exception ends here: every
address then shows what is wrong, and its page comes back by itself when the next build works.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.utils import clean_directory

from briefsite.live.failure import explain, is_in_files
from briefsite.pages import failure_page, returning
from briefsite.report import report

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.briefsite")


def guard(server: LiveReloadServer, *, config: Path) -> None:
    """Let the server go on when a build fails; `config` is the mkdocs.yml."""
    build, own_error = server.builder, server.error_handler
    failure: bytes | None = None

    def builder() -> None:
        nonlocal failure
        said = _Overheard()
        logging.getLogger("mkdocs").addHandler(said)
        try:
            build()
        except Exception as error:
            problem = explain(error, said.words, config=config)
            if is_in_files(error):
                log.error("%s", report([problem], "text").rstrip())
            else:
                log.exception("the site cannot be built: a bug of briefsite or of another plugin")
            # What is there belongs to no one site: the old pages are swept, the new ones made in part.
            clean_directory(server.root)
            failure = failure_page(problem).encode()
        else:
            failure = None
        finally:
            logging.getLogger("mkdocs").removeHandler(said)

    def error_handler(code: int) -> bytes | None:
        if failure is not None:
            return failure
        page = own_error(code)
        # A deleted page may come back, and MkDocs tells only the pages that are there of a rebuild.
        return returning(page.decode("utf-8", "replace")).encode() if page is not None else None

    server.builder = builder
    server.error_handler = error_handler


class _Overheard(logging.Handler):
    """What is logged as an error; where nothing is, as a warning (which stops a strict build)."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    @property
    def words(self) -> list[str]:
        """The messages, each once, in order."""
        worst = max((record.levelno for record in self._records), default=logging.ERROR)
        return list(dict.fromkeys(r.getMessage().strip() for r in self._records if r.levelno == worst))
