"""The stages over the folders of a workspace: draft, check, render. Each runs alone.

seeds/ ── draft ──▸ briefing/ ── render ──▸ docs/
"""

from briefsite.pipeline.draft import Drafting, draft
from briefsite.pipeline.load import Library, check
from briefsite.pipeline.redraft import Redraft
from briefsite.pipeline.render import Renderer, Rendering
from briefsite.pipeline.workspace import Workspace, slug_of

__all__ = ["Drafting", "Library", "Redraft", "Renderer", "Rendering", "Workspace", "check", "draft", "slug_of"]
