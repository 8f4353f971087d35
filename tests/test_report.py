from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from briefsite.diagnostic import CODES, REMEDIES, Diagnostic, Fix, Severity
from briefsite.report import FORMATS, mends_as_text, report
from briefsite.source import Source
from briefsite.span import Span

TEXT = "title: Flood\n\tnote: “two hundred homes”, they said\nlast: 被災した家 x\n"


def problem(words: str | None = "two hundred homes", text: str = TEXT, **changed) -> Diagnostic:
    span = Span(text.index(words), text.index(words) + len(words)) if words else None
    given = {
        "code": "A001",
        "severity": Severity.ERROR,
        "message": "these words do not stand in p6",
        "source": Source("briefing/flood.yaml", text),
        "span": span,
        "help": "nearest: “two hundred houses” (p7)",
    }
    return Diagnostic(**(given | changed))


# text ------------------------------------------------------------------------------------------------------


def test_text_shows_the_place_the_line_and_what_to_do() -> None:
    assert report([problem()]) == (
        "briefing/flood.yaml:2:9: error[A001]: these words do not stand in p6\n"
        "  |\n"
        "2 |     note: “two hundred homes”, they said\n"
        "  |            ^^^^^^^^^^^^^^^^^\n"
        "  = help: nearest: “two hundred houses” (p7)\n"
    )


def test_carets_stand_below_wide_characters() -> None:
    shown = report([problem("た家 x", help="")]).splitlines()
    assert shown[2:] == ["3 | last: 被災した家 x", "  |             ^^^^^^"]


def test_the_whole_file_has_no_line() -> None:
    assert report([problem(None)]) == (
        "briefing/flood.yaml: error[A001]: these words do not stand in p6\n"
        "  = help: nearest: “two hundred houses” (p7)\n"
    )


def test_a_span_over_lines_shows_the_first() -> None:
    lines = report([problem("said\nlast", help="")]).splitlines()
    assert lines[2].endswith("they said")
    assert lines[3].endswith("^^^^")
    assert lines[3].count("^") == 4


def test_a_problem_at_the_end_of_a_line_has_a_caret() -> None:
    assert report([problem("\nlast", help="")]).splitlines()[3].endswith(" ^")


def test_several_problems_are_parted_by_a_blank_line() -> None:
    assert report([problem(None, help=""), problem(None, help="")]).count("\n\n") == 1


@pytest.mark.parametrize("at", [0, 60, 5000, 9990])
def test_a_long_line_is_cut_round_its_place(at: int) -> None:
    text = "".join(f"{number:04} " for number in range(2000))
    shown = report([Diagnostic("A001", Severity.ERROR, "x", Source("a", text), Span(at, at + 9))]).splitlines()
    assert all(len(line) <= 110 for line in shown)
    column = shown[3].index("^")
    assert shown[2][column : column + 9] == text[at : at + 9]
    assert shown[3].count("^") == 9
    assert ("…" in shown[2][:6]) == (at > 0)


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x1b", "<U+001B>"),
        ("\u202e", "<U+202E>"),
        ("\u200b", "<U+200B>"),
        ("\x07", "<U+0007>"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_characters_that_a_terminal_obeys_or_hides_are_shown(character: str, shown: str) -> None:
    text = f"title: a{character}b here"
    lines = report([problem("here", text, message=f"bad {character}", help=f"see {character}")]).splitlines()
    assert not any(character in line for line in lines)
    assert lines[0].endswith(f"bad {shown}")
    assert lines[2] == f"1 | title: a{shown}b here"
    assert lines[3].index("^") == lines[2].index("here")


def test_colours_only_when_asked() -> None:
    assert "\x1b" not in report([problem()])
    assert "\x1b[1;31merror[A001]\x1b[0m" in report([problem()], colour=True)
    assert "\x1b" not in report([problem()], "json", colour=True)


def test_what_can_be_mended_says_so() -> None:
    shown = report([problem(fix=Fix(Span(0, 5), "x"))])
    assert shown.startswith(
        "briefing/flood.yaml:2:9: error[A001]: these words do not stand in p6 [fixable with --fix]\n"
    )


@pytest.mark.parametrize(
    ("before", "place"), [("e\u0301 ", 2), ("👩‍👩‍👧 ", 7), ("ｆｕｌｌ ", 9), ("\t", 4), ("한국 ", 5), ("abc ", 4)]
)
def test_carets_stand_below_the_place_whatever_stands_before_it(before: str, place: int) -> None:
    """A column for a letter and its accent, two for a wide one; joiners and variation selectors take none."""
    lines = report([problem("here", f"{before}here", help="")]).splitlines()
    assert lines[3] == "  | " + " " * place + "^^^^"


def test_mends_are_shown_as_a_small_difference() -> None:
    long = f"text: {'word ' * 60}it's {'word ' * 60}\n  id: q-1\nlast: x\n"
    at, line = long.index("'"), long.index("  id")
    mends = [
        (problem("it's", long), Fix(Span(at, at + 1), "’")),
        (problem("q-1", long, code="B005"), Fix(Span(line, long.index("last")), "")),
    ]
    shown = mends_as_text(mends).splitlines()
    assert shown[0] == "briefing/flood.yaml:1: mended[A001]: these words do not stand in p6"
    assert [line[:5] for line in shown[1:3]] == ["  - …", "  + …"]
    assert all(len(line) < 100 and line.endswith("…") for line in shown[1:3])
    assert "it's" in shown[1]
    assert "it’s" in shown[2]
    assert shown[3:] == ["briefing/flood.yaml:2: mended[B005]: these words do not stand in p6", "  -   id: q-1"]
    assert "\x1b[31m" in mends_as_text(mends, colour=True)


# other forms -----------------------------------------------------------------------------------------------


def test_github_gets_a_command_a_line() -> None:
    assert report([problem(), problem(None, severity=Severity.WARNING, help="")], "github") == (
        "::error file=briefing/flood.yaml,line=2,col=9,endLine=2,endColumn=26,title=A001"
        "::these words do not stand in p6%0Ahelp: nearest: “two hundred houses” (p7)\n"
        "::warning file=briefing/flood.yaml,title=A001::these words do not stand in p6\n"
    )


def test_github_commands_cannot_be_broken_out_of() -> None:
    hostile = problem(None, message="100%\n::error::x\r", source=Source("a,b:c%\n::x.yaml", ""), help="")
    assert (
        report([hostile], "github") == "::error file=a%2Cb%3Ac%25 %3A%3Ax.yaml,title=A001::100%25 ::error::x<U+000D>\n"
    )


def test_json_holds_every_field() -> None:
    (first, second) = json.loads(report([problem(), problem(None)], "json"))
    assert first == {
        "file": "briefing/flood.yaml",
        "code": "A001",
        "severity": "error",
        "message": "these words do not stand in p6",
        "help": "nearest: “two hundred houses” (p7)",
        "line": 2,
        "column": 9,
        "end_line": 2,
        "end_column": 26,
    }
    assert "line" not in second
    assert "fix" not in first


def test_json_holds_what_would_be_mended() -> None:
    at = TEXT.index("last: ")
    (shown,) = json.loads(report([problem(fix=Fix(Span(at, len(TEXT)), "end: x\n"))], "json"))
    assert shown["fix"] == {"line": 3, "column": 1, "end_line": 4, "end_column": 1, "replacement": "end: x\n"}


def test_gitlab_knows_a_problem_again_when_its_line_has_moved() -> None:
    moved = f"# one line more\n{TEXT}"
    shown, again, other = json.loads(report([problem(), problem(text=moved), problem("Flood")], "gitlab"))
    assert shown == {
        "description": "these words do not stand in p6 (nearest: “two hundred houses” (p7))",
        "check_name": "A001",
        "fingerprint": shown["fingerprint"],
        "severity": "major",
        "location": {"path": "briefing/flood.yaml", "lines": {"begin": 2}},
    }
    assert again["location"]["lines"]["begin"] == 3
    assert again["fingerprint"] == shown["fingerprint"] != other["fingerprint"]


_REGION = {
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": False,
    "properties": {
        key: {"type": "integer", "minimum": 1} for key in ("startLine", "startColumn", "endLine", "endColumn")
    },
}
_MESSAGE = {"required": ["text"], "additionalProperties": False, "properties": {"text": {"type": "string"}}}
_ARTIFACT = {
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {"uri": {"type": "string", "format": "uri-reference"}, "uriBaseId": {"type": "string"}},
}
_REPLACEMENT = {
    "required": ["deletedRegion"],
    "additionalProperties": False,
    "properties": {"deletedRegion": _REGION, "insertedContent": _MESSAGE},
}
_RULE = {
    "required": ["id"],
    "additionalProperties": False,
    "properties": {"id": {"type": "string"}, "shortDescription": _MESSAGE, "help": _MESSAGE},
}
_RESULT = {
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": _MESSAGE,
        "locations": {
            "items": {
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "required": ["artifactLocation"],
                        "additionalProperties": False,
                        "properties": {"artifactLocation": _ARTIFACT, "region": _REGION},
                    }
                },
            }
        },
        "fixes": {
            "items": {
                "required": ["artifactChanges"],
                "additionalProperties": False,
                "properties": {
                    "description": _MESSAGE,
                    "artifactChanges": {
                        "minItems": 1,
                        "items": {
                            "required": ["artifactLocation", "replacements"],
                            "additionalProperties": False,
                            "properties": {
                                "artifactLocation": _ARTIFACT,
                                "replacements": {"minItems": 1, "items": _REPLACEMENT},
                            },
                        },
                    },
                },
            }
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {"rules": {"uniqueItems": True, "items": _RULE}},
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "originalUriBaseIds": {"additionalProperties": {"properties": {"description": _MESSAGE}}},
                    "results": {"items": _RESULT},
                },
            },
        },
    },
}
"""The part of the SARIF 2.1.0 schema that we write, with nothing allowed beside it."""


def test_sarif_names_rules_and_places() -> None:
    shown = [problem(), problem(None, code="B001", severity=Severity.NOTE), problem()]
    data = json.loads(report(shown, "sarif"))
    Draft7Validator(SARIF).validate(data)
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["A001", "B001"]
    assert rules[0]["shortDescription"]["text"] == CODES["A001"]
    for result, diagnostic in zip(run["results"], shown, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == diagnostic.code
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert rules[0]["help"]["text"].endswith(f"{REMEDIES['A001']}.")
    assert location["artifactLocation"] == {"uri": "briefing/flood.yaml", "uriBaseId": "%SRCROOT%"}
    assert run["originalUriBaseIds"].keys() == {"%SRCROOT%"}
    assert "fixes" not in run["results"][0]
    assert location["region"] == {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 26}


def test_sarif_carries_what_would_be_mended() -> None:
    text = "a: 👩 x\nid: q-1\nb: y\n"
    at = text.index("x")
    shown = [problem("x", text, fix=Fix(Span(at, at + 1), "z")), problem("q-1", text, fix=Fix(Span(7, 15), ""))]
    data = json.loads(report(shown, "sarif"))
    Draft7Validator(SARIF).validate(data)
    replacements = [
        result["fixes"][0]["artifactChanges"][0]["replacements"][0] for result in data["runs"][0]["results"]
    ]
    # In code points, as the run says of itself: the emoji counts as one.
    assert data["runs"][0]["columnKind"] == "unicodeCodePoints"
    assert replacements == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 7},
            "insertedContent": {"text": "z"},
        },
        {
            "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 1},
            "insertedContent": {"text": ""},
        },
    ]


def test_every_code_says_what_to_do() -> None:
    assert REMEDIES.keys() == CODES.keys()


@pytest.mark.parametrize(("form", "nothing"), [("text", ""), ("github", ""), ("gitlab", "[]\n"), ("json", "[]\n")])
def test_no_problem_is_no_words(form: str, nothing: str) -> None:
    assert report([], form) == nothing


def test_sarif_without_problems_is_still_sarif() -> None:
    data = json.loads(report([], "sarif"))
    Draft7Validator(SARIF).validate(data)
    assert data["runs"][0]["results"] == []


def test_an_unknown_format_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        report([], "xml")


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1), st.data())
def test_any_place_of_any_text_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = Diagnostic("A001", Severity.ERROR, text, Source(text, text), Span(start, end), text)
    for form in FORMATS:
        report([shown], form).encode("utf-8")
    lines = report([shown]).split("\n")
    assert len(lines) == 6
    assert "^" in lines[3]
