"""The search of a site with many briefings: Pagefind, behind the theme's own search box.

records, spool   a page → what Pagefind is given of it, held in a file
pagefind         the program
joined           the indexes of the pieces of a site → one
whole            the index of all pages, kept from build to build
edited           while the site is served: a small index of what changed beside it
site_search      the events of a build → the above
"""

from briefsite.search.edited import BUNDLE
from briefsite.search.pagefind import PagefindError
from briefsite.search.site_search import FROM, SiteSearch

__all__ = ["BUNDLE", "FROM", "PagefindError", "SiteSearch"]
