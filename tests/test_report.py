from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from briefsite.diagnostic import CODES, Diagnostic, Severity
from briefsite.report import FORMATS, report
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


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {"rules": {"uniqueItems": True, "items": {"required": ["id"]}}},
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "items": {
                            "required": ["message"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "message": {"required": ["text"]},
                                "locations": {"items": {"required": ["physicalLocation"]}},
                            },
                        }
                    },
                },
            },
        },
    },
}


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
    assert location["artifactLocation"]["uri"] == "briefing/flood.yaml"
    assert location["region"] == {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 26}


@pytest.mark.parametrize(("form", "nothing"), [("text", ""), ("github", ""), ("json", "[]\n")])
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
