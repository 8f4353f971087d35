"""Lines that stand around an article and are not it: bylines, captions, calls to click, contact blocks.

Left alone: anything that reads as a sentence and does not begin with one of the known calls. A byline is
"By" and names in capitals, so "By Friday the water had gone" is text.

    By Ada Kell and Tom Brandt, Political Editor       → furniture
    Photo: Harbour Authority / Getty Images            → furniture
    Read more about the dredging plan                  → furniture
    Pictured: Ada Kell at the pier                     → furniture

Known limits: (1) a caption that is a whole sentence without a credit, or a word that points at its picture, is
taken for text; (2) a press release whose notes to editors are not parted by an end mark keeps them as text.
"""

from __future__ import annotations

import re

MAX_LENGTH = 200
"""Code points; a longer line is text, or a caption that no pattern can tell from text."""

_FURNITURE = re.compile(
    r"""
    (?: # a byline: names are in capitals, particles and "and" are not
        (?:(?:Story|Words|Report|Reporting|Written)\s)? (?:[Bb]y|BY) (?: :\s* | \s+ )
        [A-Z][\w.'’-]* (?: ,?\s+ (?: [A-Z][\w.'’-]* | and | & | de | van | von | der | el | al | bin | la ) ){1,9}
        (?: (?: ,\s | \s*\|\s* ) [^.!?]{1,60} )? [\s|.]*
      | [Bb]y \s? \.?
        # calls to click, and signs of a page
      | (?i: scroll\s+down | read\s+(?:more|also|next|the\s+full) | read: | click\s+(?:here|to) | sign\s+up | subscribe
          | share\s+this | follow\s+(?:us|\S+\s+on) | see\s+also | watch(?:\s+(?:live|now|more))?: | listen(?:\s+to)?:
          | story\s+continues | continue\s+reading | skip\s+(?:to|past) | get\s+(?:our|the)\s+(?:\w+\s+)?newsletter
          | report\s+a\s+typo ) (?!\w) [^.!?]{0,90} [.!]?
      | (?i: advertisement | sponsored\s+content | related | trending | most\s+(?:read|popular)
          | more\s+(?:from|on|about) | comments? ) (?!\w) [^.!?]{0,90}
      | (?i: advertisement ) \W .* | (?i: sources?:? | related: .* | sources?: .* )
        # captions and credits
      | \(? (?i: (?:file\s+)? (?:photo|picture|image|video|illustration|graphic|pic|photograph)s?
          (?: \s*: | \s+by\s | \s+credits?\b | \s+(?:source|caption|courtesy)\b ) ) .*
      | (?: (?: Top | Bottom | Far | Main ) \s )?
          (?: [Ll]eft | [Rr]ight | Above | Below | Inset | [Cc]entre | [Cc]enter )
          (?: \s (?: left | right | above | below ) )? [,:] \s (?: [A-Z“] | the\s | an?\s ) .*
      | Pictured (?: \s (?: left | right | above | below | here ) )? [,:] \s .*
      | .{0,120} \b (?i: getty\s+images | ap\s+photo | file\s+photo | shutterstock ) \b .{0,30}
        # when it was put out, and how long it takes to read
      | (?i: (?:first\s+)? (?:published|updated|posted|last\s+(?:updated|modified)) :? \s+ (?: (?:at|on) \s+ )?
          (?: \d | (?:mon|tues|wednes|thurs|fri|satur|sun)day
            | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) \w* ) ) .{0,60}
      | \d+ [\s-]* (?i: min(?:ute)?s?\s+read )
      | \(? (?i: (?:additional\s+)? (?:reporting|editing|writing|compiled) \s+by \s ) .*
        # the layout of a press release
      | © .* | (?: \([cC]\) | (?i:copyright) ) \s .* \d{4} .*
      | (?i: (?:news|press|media)\s+release | (?:not\s+)?for\s+(?:immediate\s+)?(?:release|publication)\b .{0,60} )
      | (?i: embargoed?\b .{0,80} | (?:media\s+|press\s+)? (?:contacts?|enquiries|inquiries) \b .{0,40} : .* )
      | (?i: (?:tel|phone|mobile|e-?mail|fax|web) \s* : .* )
        # nothing but an address, a rule, a page number, or the code of a page
      | (?: https?:// | www\. ) \S+ | [^\s@]+@[^\s@]+
      | [*\-–—_=~\#\s|.•·\]\[]+
      | (?: [Pp]age\s+ )? \d{1,3} (?: \s+of\s+\d{1,3} )?
      | [.@\#]? [\w\s.,:()@\#-]* \{ .* | \} | [\w-]+ \s*:\s* [\w\#%.\s-]+ ; | <[^<>]*> (?: <[^<>]*> | \. )* | __[A-Z]+__
    )
    """,
    flags=re.VERBOSE,
)
_END_MARK = re.compile(r"[-–—*\s]*(?:ENDS?|Ends|\#{3,}|-?\s*30\s*-)[-–—*.\s]*")


def is_furniture(words: str) -> bool:
    """Whether a line is no part of the article."""
    return len(words) <= MAX_LENGTH and _FURNITURE.fullmatch(words) is not None


def is_end_mark(words: str) -> bool:
    """Whether a line says that the article ends here: "ENDS", "###", "-30-"."""
    return len(words) <= 12 and _END_MARK.fullmatch(words) is not None
