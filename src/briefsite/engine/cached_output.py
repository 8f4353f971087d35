"""The finished HTML of a page and its search entries, made before of all that they depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2

from briefsite.engine.cached_page import CachedPage
from briefsite.engine.key import digest
from briefsite.engine.search import PackedIndex

if TYPE_CHECKING:
    from briefsite.engine.standing import Standing
    from briefsite.engine.store import Store


class Output:
    """What was made of the pages of a build; `settings` are the templates, the configuration and the navigation."""

    def __init__(self, store: Store, settings: bytes) -> None:
        self._store = store
        self._settings = settings
        self._keys: dict[str, bytes] = {}
        self._made: dict[str, dict[str, str]] = {}

    def entries(self, page: CachedPage) -> str | None:
        """The search entries of a page; None where it has to be rendered."""
        key = self.key(page)
        if key is None:
            return None
        made = self._store.get(key)
        self._keys[page.file.src_uri] = key
        if not isinstance(made, dict):
            return None
        self._made[page.file.src_uri] = made
        return str(made["entries"])

    def key(self, page: CachedPage) -> bytes | None:
        """Of all that the output of a page depends on; None where it must not be kept."""
        if page.made_of is None:
            return None
        # The content as plugins left it; the title, because MkDocs may take it from the file's name.
        address = (page.url, page.canonical_url, page.edit_url, page.file.src_uri, page.file.inclusion.name)
        return digest(self._settings, page.made_of, page.content_digest, page.meta, str(page.title), address)

    def missing(self, page: CachedPage) -> bytes | None:
        """The key of an output that is not there yet."""
        key = self.key(page)
        return key if key is not None and key not in self._store else None

    def html(self, page: CachedPage) -> str | None:
        """What the templates make of a page that `entries` were found of."""
        made = self._made.pop(page.file.src_uri, None)
        return made["html"] if made else None

    def is_kept(self, key: bytes) -> bool:
        """Whether there is an output of that key; it is used by this build, then."""
        return self._store.touch(key)

    def leave(self, page: CachedPage) -> None:
        """The output of a page stands in the site, and is not needed."""
        self._made.pop(page.file.src_uri, None)

    def keep(self, page: CachedPage, entries: str, html: str) -> None:
        """Keep what was made."""
        if key := self._keys.get(page.file.src_uri):
            self._store.put(key, {"entries": entries, "html": html})


class CachedIndex(PackedIndex):
    """A search index that reads a page only when its entries were not made before."""

    def __init__(self, output: Output, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._output = output

    def known(self, page: Any) -> str | None:
        """The entries of a page, from the store."""
        return self._output.entries(page) if isinstance(page, CachedPage) else None


class CachedEnvironment(jinja2.Environment):
    """The environment of a theme, whose templates give back what they made before of the same page."""

    def __init__(self, env: jinja2.Environment, output: Output, index: CachedIndex | None, standing: Standing) -> None:
        super().__init__(loader=env.loader)
        self._standing = standing
        self._env = env
        self._output = output
        self._index = index

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Any:
        """A template of the theme."""
        return _CachedTemplate(self._env.get_template(name, parent, globals), self._output, self._index, self._standing)


class _CachedTemplate:
    def __init__(
        self, template: jinja2.Template, output: Output, index: CachedIndex | None, standing: Standing
    ) -> None:
        self._standing = standing
        self._template = template
        self._output = output
        self._index = index

    def render(self, context: Any) -> str:
        page = context.get("page")
        if not isinstance(page, CachedPage):
            return self._template.render(context)
        key = self._output.key(page)
        if key is None or not self._output.is_kept(key):
            self._standing.free(page.file.dest_uri)
        if key is not None and self._standing.has(page.file.dest_uri, key, page.file.src_uri):
            self._output.leave(page)
            return ""  # MkDocs writes nothing
        if self._index is None:
            self._output.entries(page)
        html = self._output.html(page)
        if html is None:
            html = self._template.render(context)
            self._output.keep(page, self._index.last if self._index else "", html)
        return html

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)
