"""Briefing → docs/*.md: the pages that readers see. Pure functions: the same input gives the same bytes."""

from briefsite.pages.across import Across, Elsewhere, Fresh, Listing, figures_elsewhere, site_pages
from briefsite.pages.assets import assets
from briefsite.pages.briefing import briefing_pages, complete_pages, sources_in_full
from briefsite.pages.error import error_page, failure_page, notice, returning
from briefsite.pages.escape import escape
from briefsite.pages.facets import search_labels
from briefsite.pages.settings import Site
from briefsite.pages.slot import with_elsewhere
from briefsite.pages.twins import Record, Share, briefing_files, feed_links, record_of, share_of, site_files

__all__ = [
    "Across",
    "Elsewhere",
    "Fresh",
    "Listing",
    "Record",
    "Share",
    "Site",
    "assets",
    "briefing_files",
    "briefing_pages",
    "complete_pages",
    "error_page",
    "escape",
    "failure_page",
    "feed_links",
    "figures_elsewhere",
    "notice",
    "record_of",
    "returning",
    "search_labels",
    "share_of",
    "site_files",
    "site_pages",
    "sources_in_full",
    "with_elsewhere",
]
