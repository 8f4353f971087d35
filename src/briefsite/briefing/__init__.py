"""Facts → briefing → YAML file, and back: assembled, encoded, decoded, merged, verified against the sources."""

from briefsite.briefing.anchor import Anchor, AnchoredItem, VerifiedBriefing
from briefsite.briefing.assemble import Draft, assemble
from briefsite.briefing.decode import Decoded, decode
from briefsite.briefing.encode import encode, encode_item
from briefsite.briefing.merge import Merged, MergeError, Outcome, merge
from briefsite.briefing.model import SECTIONS, Briefing, Item
from briefsite.briefing.schema import schema
from briefsite.briefing.sidecar import Sidecar
from briefsite.briefing.verify import verify

__all__ = [
    "SECTIONS",
    "Anchor",
    "AnchoredItem",
    "Briefing",
    "Decoded",
    "Draft",
    "Item",
    "MergeError",
    "Merged",
    "Outcome",
    "Sidecar",
    "VerifiedBriefing",
    "assemble",
    "decode",
    "encode",
    "encode_item",
    "merge",
    "schema",
    "verify",
]
