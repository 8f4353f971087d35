"""Words found in a text whatever its typography, at their place in the unaltered text.

Folded are curly and straight quotation marks, dashes of every length, spaces of every width and runs of
them (line ends included), the ellipsis and its three dots, ligatures, and accents written as one character
or two; soft hyphens and zero-width characters are ignored. Letters, their case, digits and all other
punctuation must agree, and only whole words match.

    “if they’re   implemented”  is found by  "if they're implemented"
    37,000                      is not found by  37, nor by  000

`folding` is the folded text and the way back, `whole_words` finds words in it, `retyping` tells how the same words
are typed otherwise, `likeness` where words stand that are only much like them.

Known limits: (1) spaces around a dash count: "here — there" is not "here—there"; (2) compatibility forms
beside the Latin ligatures (full-width letters, Roman numeral characters) are not folded.
"""

from __future__ import annotations

from briefsite.typography.folding import Folded, fold, folded
from briefsite.typography.likeness import nearest
from briefsite.typography.retyping import retyped
from briefsite.typography.whole_words import find_words, stands

__all__ = ["Folded", "find_words", "fold", "folded", "nearest", "retyped", "stands"]
