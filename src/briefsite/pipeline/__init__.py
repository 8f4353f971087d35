"""The stages over the folders of a workspace: draft, check, render. Each runs alone.

seeds/ ── draft ──▸ briefing/ ── render ──▸ docs/
"""

from briefsite.pipeline.draft import Drafting, draft
from briefsite.pipeline.load import Library, check
from briefsite.pipeline.mending import Mending, mend_briefings
from briefsite.pipeline.render import Renderer, Rendering
from briefsite.pipeline.workspace import Workspace, slug_of

__all__ = [
    "Drafting",
    "Library",
    "Mending",
    "Renderer",
    "Rendering",
    "Workspace",
    "check",
    "draft",
    "mend_briefings",
    "slug_of",
]
