"""The stages over the folders of a workspace: draft, check, render. Each runs alone.

seeds/ ── draft ──▸ briefing/ ── render ──▸ docs/
"""

from briefsite.pipeline.draft import Drafting, draft
from briefsite.pipeline.intake import Added, Known, take_in
from briefsite.pipeline.load import Library, check
from briefsite.pipeline.mending import Mending, mend_briefings
from briefsite.pipeline.names import names_in
from briefsite.pipeline.people import propose_people
from briefsite.pipeline.redraft import Redraft
from briefsite.pipeline.render import Renderer, Rendering
from briefsite.pipeline.seeds import ChangedSeeds
from briefsite.pipeline.settings import read_site, site_of
from briefsite.pipeline.workspace import Workspace, is_editors_own, slug_of

__all__ = [
    "Added",
    "ChangedSeeds",
    "Drafting",
    "Known",
    "Library",
    "Mending",
    "Redraft",
    "Renderer",
    "Rendering",
    "Workspace",
    "check",
    "draft",
    "is_editors_own",
    "mend_briefings",
    "names_in",
    "propose_people",
    "read_site",
    "site_of",
    "slug_of",
    "take_in",
]
