"""The briefings for machines: twins of each page, tables, feeds, citations, and what pages say of themselves.

Files beside the pages, in docs/ like them: what every engine publishes, and none needs a plugin for.
"""

from briefsite.pages.twins.citations import citations
from briefsite.pages.twins.files import briefing_files
from briefsite.pages.twins.head import feed_links, head
from briefsite.pages.twins.json_ld import json_ld
from briefsite.pages.twins.links import CITATIONS, TWINS
from briefsite.pages.twins.record import Record, record_of
from briefsite.pages.twins.share import Share, share_of
from briefsite.pages.twins.site_files import site_files

__all__ = [
    "CITATIONS",
    "TWINS",
    "Record",
    "Share",
    "briefing_files",
    "citations",
    "feed_links",
    "head",
    "json_ld",
    "record_of",
    "share_of",
    "site_files",
]
