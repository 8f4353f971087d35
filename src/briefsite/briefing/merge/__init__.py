"""A new draft and a file that people edit, made one, without ever losing what a person wrote.

alignment   the sentences of the old article in the new one
matching    which item of the draft is which one of before
mine        the file as people left it
fields      the three-way merge of an item's values
layout      the lines of items, and their comments
patch       changes that touch only the lines of what they change
items       item by item: what stays, follows, leaves and comes in
outcome     what became of each item
edits       what people did since, and the conflicts that are open
presumed    the base where none is known
three_way   all of it: base, mine, theirs → the file as it should stand
"""

from briefsite.briefing.merge.edits import Edit, conflict_problems, edits, open_conflicts
from briefsite.briefing.merge.outcome import FATES, Outcome, in_one_line, shown
from briefsite.briefing.merge.three_way import Merged, MergeError, merge

__all__ = [
    "FATES",
    "Edit",
    "MergeError",
    "Merged",
    "Outcome",
    "conflict_problems",
    "edits",
    "in_one_line",
    "merge",
    "open_conflicts",
    "shown",
]
