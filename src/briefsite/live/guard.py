"""A live server that survives a site that cannot be built, and says in the open tab what is wrong.

When a rebuild raises, MkDocs answers no request any more until one works. So the exception ends here: every
address then shows what is wrong, and its page comes back by itself when the next build works.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.utils import clean_directory

from briefsite.live.failure import Overheard, explain, is_in_files
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
        try:
            with Overheard() as said:
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

    def error_handler(code: int) -> bytes | None:
        if failure is not None:
            return failure
        page = own_error(code)
        # A deleted page may come back, and MkDocs tells only the pages that are there of a rebuild.
        return returning(page.decode("utf-8", "replace")).encode() if page is not None else None

    server.builder = builder
    server.error_handler = error_handler
