"""Facts → briefing → YAML file, and back: assembled, encoded, decoded, merged, verified against the sources."""

from briefsite.briefing.anchor import Anchor, AnchoredItem, VerifiedBriefing
from briefsite.briefing.assemble import Draft, assemble
from briefsite.briefing.decode import Decoded, decode
from briefsite.briefing.encode import encode, encode_item
from briefsite.briefing.items import Item
from briefsite.briefing.joins import Entry, Join, Joins, fold, read_joins, unknown_names
from briefsite.briefing.merge import Merged, MergeError, Outcome, merge
from briefsite.briefing.model import SECTIONS, Briefing
from briefsite.briefing.namesakes import Named, is_full_name, named_in, proposals
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
    "Entry",
    "Item",
    "Join",
    "Joins",
    "MergeError",
    "Merged",
    "Named",
    "Outcome",
    "Sidecar",
    "VerifiedBriefing",
    "assemble",
    "decode",
    "encode",
    "encode_item",
    "fold",
    "is_full_name",
    "merge",
    "named_in",
    "proposals",
    "read_joins",
    "schema",
    "unknown_names",
    "verify",
]
