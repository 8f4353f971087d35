"""The files beside the page of a briefing, in the order in which they are offered."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from briefsite.pages.twins.citations import CSL_NAME, RIS_NAME, TEXT_NAME
from briefsite.pages.twins.json_twin import NAME as JSON_NAME
from briefsite.pages.twins.markdown_twin import NAME as MARKDOWN_NAME


class Twin(NamedTuple):
    """A file that says the same as the page."""

    title: str
    name: str
    type: str

    @property
    def href(self) -> Markup:
        """Its address beside the page, which MkDocs must be able to read."""
        return Markup(self.name)


TWINS = (
    Twin("JSON", JSON_NAME, "application/json"),
    Twin("Markdown", MARKDOWN_NAME, "text/markdown"),
)
CITATIONS = (
    Twin("Text", TEXT_NAME, "text/plain"),
    Twin("RIS", RIS_NAME, "application/x-research-info-systems"),
    Twin("CSL-JSON", CSL_NAME, "application/vnd.citationstyles.csl+json"),
)
