"""MkDocs made fast, through its public interfaces: an edit rebuilds what it changes, and nothing else.

    understood   whether this is a site whose pages depend on nothing that we do not know
    kept         what the last whole build leaves behind: files, navigation, templates, who links to what
    search       the search index, kept page by page
    edits        changed files → the pages that they change, rendered as MkDocs does it
    behind       what may follow a moment later: the search index, the sitemap
    engine       the events of MkDocs → the above

    key          all that a page's output depends on
    store        what was made once, by the digest of all that it was made of
    light_page   a page that holds its words only while it is read or written
    cached_page, cached_output   a page's HTML, and what the templates make of it, made or taken from the store
    standing     the files of the last build that are still right, and stay where they are
    warm         the events of MkDocs → the above

What is not understood is built by MkDocs alone: slower, never wrong.
"""

from briefsite.engine.edits import Followed
from briefsite.engine.engine import Engine
from briefsite.engine.key import of_site
from briefsite.engine.standing import Standing
from briefsite.engine.warm import Warm

__all__ = ["Engine", "Followed", "Standing", "Warm", "of_site"]
