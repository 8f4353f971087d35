"""What an editor tells of the keys of a briefing beside their descriptions: examples, choices, items to start from."""

from __future__ import annotations

from typing import Any

CHOICES: dict[str, dict[str, str]] = {
    "Status": {
        "draft": "Written by the machine or being worked on; the page says so.",
        "reviewed": "A person stands for it; open questions past their day and quotes without a speaker are told.",
        "embargoed": "Ready, and not published.",
        "withdrawn": "Taken back: the page says so and shows nothing else.",
    },
    "Qualifier": {
        "exact": "Just this number.",
        "about": "About, around, nearly so much.",
        "more_than": "More than, over.",
        "less_than": "Less than, under, fewer than.",
        "at_least": "At least, or more.",
        "up_to": "Up to, at most.",
        "between": "From one number to another: 100-1000.",
        "vague": "The source gives no number, only words such as “dozens”; value is left out.",
    },
    "QuestionKind": {
        "decision": "Somebody has still to decide.",
        "dispute": "Named sides say different things.",
        "condition": "It hangs on something that may or may not happen.",
        "imprecise": "A number that is given too roughly to use.",
        "unattributed": "A claim of which the source does not say whose it is.",
        "upcoming": "An event that is announced.",
    },
    "QuestionStatus": {
        "open": "Nobody knows yet.",
        "answered": "Settled; answer says how.",
        "dropped": "No longer worth following.",
    },
    "KeyFigure.change": {"up": "A rise.", "down": "A fall."},
    "Change.what": {
        "value": "One of its values was changed.",
        "reworded": "The source says it in other words.",
        "gone": "It was taken out.",
        "new": "It came in.",
    },
}
"""Each value to choose from, in words, under the name of its type, or of its model and key."""

EXAMPLES: dict[str, tuple[Any, ...]] = {
    "source": ("p6", "s2:p6", ["p22", "p23"], "editor"),
    "evidence": ("About 37,000 people were detected crossing the channel in 2024",),
    "note": ("Confirmed by phone on 14 July.",),
    "Briefing.title": ("Night trains to return in December",),
    "Briefing.topics": (["Railways", "Public transport"],),
    "date": ("2025-07-10", "2024-07", "2018~", "2025-01/2025-06"),
    "due": ("2026-06", "2026-06-30"),
    "period": ("2024", "2025-01/2025-06"),
    "SourceFile.id": ("s1",),
    "SourceFile.file": ("seeds/2025-07-10-channel-crossings.txt",),
    "SourceFile.rights": ("full", "excerpt", "link-only"),
    "KeyFigure.label": ("people detected crossing the channel",),
    "KeyFigure.value": (37000, "2.5", "100-1000"),
    "KeyFigure.unit": ("people", "percent", "euro", "kilometre"),
    "KeyFigure.written_as": ("hundreds of millions of pounds",),
    "Quote.text": ("We were slow to hear it.", ["We had twenty minutes", "not two hours."]),
    "Quote.written_as": ("he", "the ministry"),
    "Event.written_as": ("Wednesday", "last year"),
    "Change.field": ("speaker", "value", "date"),
    "OpenQuestion.question": ("Will the trains stop in Brask?",),
    "Person.role": ("director",),
}
"""By model and key, or by key wherever it stands."""


def _start(label: str, description: str, /, **body: str) -> dict[str, Any]:
    return {"label": label, "description": description, "body": body}


STARTS: dict[str, dict[str, Any]] = {
    "sources": _start("source", "Another article", id="${1:s2}", file="seeds/${2:article.txt}"),
    "summary": _start("point", "A sentence of the source, or your own with evidence", text="$1", source="p$2"),
    "key_figures": _start(
        "figure", "A number with what it counts", label="$1", value="$2", evidence="$3", source="p$4"
    ),
    "quotes": _start("quote", "Somebody's words, verbatim", speaker="$1", text="$2", source="p$3"),
    "timeline": _start("event", "Something on the calendar", date="$1", text="$2", source="p$3"),
    "background": _start("point", "How it came to this", text="$1", source="p$2"),
    "open_questions": _start(
        "question", "What the source leaves open", question="$1", kind="${2:decision}", evidence="$3", source="p$4"
    ),
    "people": _start("person", "Who matters in it", name="$1", role="$2", source="p$3"),
}
"""By section: what an editor puts in for a new item, with the places to fill in."""
