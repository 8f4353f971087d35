"""The search of a site with many briefings (see `site_search`)."""

from briefsite.search.pagefind import PagefindError
from briefsite.search.site_search import FROM, SiteSearch

__all__ = ["FROM", "PagefindError", "SiteSearch"]
