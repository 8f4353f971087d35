"""What pages need to know of the site that they are part of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The settings of `mkdocs.yml` that pages are made with: others make other pages of the same briefing."""

    name: str = "Briefings"
    url: str = ""
    """Where it will stand, with a slash at the end; empty where that is not known."""
    language: str = "en"
    """What it speaks, as HTML writes it: `en`, `de`, `pt-BR`."""


DEFAULT = Site()
"""What pages are made with where nothing is configured."""
