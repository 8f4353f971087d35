"""Briefing → docs/*.md: the pages that readers see. Pure functions: the same input gives the same bytes."""

from briefsite.pages.assets import assets
from briefsite.pages.briefing import briefing_pages, sources_in_full
from briefsite.pages.error import error_page, failure_page, notice, returning
from briefsite.pages.escape import escape
from briefsite.pages.facets import search_labels
from briefsite.pages.settings import Site
from briefsite.pages.site import Listing, site_pages

__all__ = [
    "Listing",
    "Site",
    "assets",
    "briefing_pages",
    "error_page",
    "escape",
    "failure_page",
    "notice",
    "returning",
    "search_labels",
    "site_pages",
    "sources_in_full",
]
