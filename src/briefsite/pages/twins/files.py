"""The files beside the page of a briefing: its twins and its citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.briefing.values import Status
from briefsite.pages.language import speaking
from briefsite.pages.twins.citations import CSL_NAME, RIS_NAME, TEXT_NAME, citations, cite_text, csl_json, ris
from briefsite.pages.twins.json_twin import NAME as JSON_NAME
from briefsite.pages.twins.json_twin import json_twin
from briefsite.pages.twins.markdown_twin import NAME as MARKDOWN_NAME
from briefsite.pages.twins.markdown_twin import markdown_twin

if TYPE_CHECKING:
    from briefsite.pages.twins.record import Record


def briefing_files(record: Record) -> dict[str, str]:
    """Path under docs/ → content. Of a withdrawn briefing the twins are notices, and nothing is to be cited."""
    folder = f"b/{record.slug}"
    with speaking(record.site.language):
        files = {
            f"{folder}/{JSON_NAME}": json_twin(record),
            f"{folder}/{MARKDOWN_NAME}": markdown_twin(record),
        }
        if record.status is not Status.WITHDRAWN:
            made = citations(record)
            files |= {
                f"{folder}/{TEXT_NAME}": cite_text(made),
                f"{folder}/{RIS_NAME}": ris(made),
                f"{folder}/{CSL_NAME}": csl_json(made),
            }
    return files
