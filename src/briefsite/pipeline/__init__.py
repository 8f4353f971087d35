"""The stages over the folders of a workspace: draft, check, render. Each runs alone.

seeds/ ── draft ──▸ briefing/ ── render ──▸ docs/
"""

from briefsite.pipeline.draft import Drafting, draft
from briefsite.pipeline.load import Library, check
from briefsite.pipeline.people import propose_people
from briefsite.pipeline.render import Renderer, Rendering
from briefsite.pipeline.settings import read_site, site_of
from briefsite.pipeline.workspace import Workspace, slug_of

__all__ = [
    "Drafting",
    "Library",
    "Renderer",
    "Rendering",
    "Workspace",
    "check",
    "draft",
    "propose_people",
    "read_site",
    "site_of",
    "slug_of",
]
