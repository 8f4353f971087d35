"""`extract` and `mentions`: the JSON contract that scripts rely on."""

from __future__ import annotations

import json

import pytest

from command import CHANNEL, run

ARTICLE = (
    "The ferry line Nordvik will cut its fares by 15% on 3 May, it said on Monday.\n\n"
    "“Nobody should have to choose between the sea and the rent,” said Hanne Brekke, its director. "
    "About 4,200 people cross every day.\n"
)
RECORD = {"id": "ferry", "text": ARTICLE, "title": "Ferry fares fall", "date": "2026-04-14"}


def lines(*records: object) -> str:
    return "".join((record if isinstance(record, str) else json.dumps(record)) + "\n" for record in records)


def answers(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_mentions_have_exactly_the_keys_of_the_contract() -> None:
    result = run("mentions", "--from", "jsonl", "-", input=lines(RECORD))
    assert result.exit_code == 0
    (answer,) = answers(result.stdout)
    assert list(answer) == ["id", "quotations", "quantities", "dates"]
    assert answer["id"] == "ferry"
    (quotation,) = answer["quotations"]
    assert set(quotation) == {"start", "end", "speaker", "speaker_start", "speaker_end"}
    assert {key for quantity in answer["quantities"] for key in quantity} == {
        "start",
        "end",
        "value",
        "unit",
        "change",
        "concept",
    }
    assert {key for date in answer["dates"] for key in date} == {"start", "end", "value", "type"}


def test_offsets_are_code_points_into_the_text_as_given() -> None:
    text = "🚢 " + ARTICLE.replace("\n\n", "\r\n\r\n")
    (answer,) = answers(run("mentions", "--from", "jsonl", input=lines({"id": "x", "text": text})).stdout)
    (quotation,) = answer["quotations"]
    assert text[quotation["start"] : quotation["end"]].rstrip(",") == (
        "Nobody should have to choose between the sea and the rent"
    )
    assert text[quotation["speaker_start"] : quotation["speaker_end"]] == "Hanne Brekke"
    assert quotation["speaker"] == "Hanne Brekke"


def test_extract_gives_a_briefing_with_spans_on_each_item() -> None:
    (answer,) = answers(run("extract", "--from", "jsonl", input=lines(RECORD)).stdout)
    assert list(answer) == ["id", "briefing"]
    briefing = answer["briefing"]
    assert briefing["title"] == "Ferry fares fall"
    assert briefing["date"] == "2026-04-14"
    items = [item for value in briefing.values() if isinstance(value, list) for item in value if "spans" in item]
    assert items
    for item in items:
        for start, end in item["spans"]:
            assert 0 <= start < end <= len(ARTICLE)
            assert ARTICLE[start:end].strip()


@pytest.mark.parametrize(
    ("bad", "name", "says"),
    [
        ("{not json", None, "not a JSON object"),
        ("[1, 2]", None, "an object"),
        ('{"text": "No id."}', None, '"id"'),
        ('{"id": 7, "text": "A number."}', None, '"id"'),
        ('{"id": "a"}', "a", '"text"'),
        ('{"id": "a", "text": ["x"]}', "a", '"text"'),
        ('{"id": "a", "text": ""}', "a", "no text to read"),
        ('{"id": "a", "text": " \\n "}', "a", "no text to read"),
        ('{"id": "a", "text": "Fine.", "date": "last week"}', "a", "a day such as 2025-07-10"),
        ('{"id": "a", "text": "half \\ud83d a pair"}', "a", "surrogate"),
        ("[" * 100_000, None, "not a JSON object"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "mentions"])
def test_one_bad_line_never_stops_the_others(command: str, bad: str, name: str | None, says: str) -> None:
    result = run(command, "--from", "jsonl", input=lines(RECORD, bad, {**RECORD, "id": "second"}))
    first, middle, last = answers(result.stdout)
    assert first["id"] == "ferry"
    assert set(middle) == {"id", "error"}
    assert middle["id"] == name
    assert says in middle["error"]
    assert last["id"] == "second"
    assert result.exit_code == 1


@pytest.mark.parametrize("date", ["2026-04-14", "2026-04-14T09:30:00+02:00", "14 April 2026", "April 14, 2026"])
def test_a_date_may_be_written_as_people_and_feeds_write_it(date: str) -> None:
    (answer,) = answers(run("extract", "--from", "jsonl", input=lines({**RECORD, "date": date})).stdout)
    assert answer["briefing"]["date"] == "2026-04-14"


def test_answers_keep_the_order_and_the_bytes_on_several_processes() -> None:
    records = lines(*({**RECORD, "id": f"r{number}"} if number % 7 else "broken" for number in range(60)))
    one = run("extract", "--from", "jsonl", input=records)
    several = run("extract", "--from", "jsonl", "--jobs", "2", input=records)
    assert one.stdout == several.stdout
    assert len(one.stdout.splitlines()) == 60


def test_a_file_named_jsonl_is_read_as_json_lines(tmp_path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(lines(RECORD), encoding="utf-8")
    assert run("extract", str(path)).stdout == run("extract", "--from", "jsonl", input=lines(RECORD)).stdout


def test_plain_text_becomes_yaml_that_reads_back(tmp_path) -> None:
    from briefsite.briefing import decode, encode
    from briefsite.source import Source

    result = run("extract", str(CHANNEL))
    assert result.exit_code == 0
    decoded = decode(Source("out.yaml", result.stdout))
    assert decoded.problems == ()
    assert decoded.briefing is not None
    assert encode(decoded.briefing) == result.stdout


def test_a_file_that_cannot_be_read_does_not_stop_the_next(tmp_path) -> None:
    result = run("extract", "--format", "jsonl", str(tmp_path / "missing.txt"), str(CHANNEL))
    missing, good = answers(result.stdout)
    assert "cannot be read" in missing["error"]
    assert "briefing" in good
    assert result.exit_code == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    assert run("extract", str(CHANNEL)).stdout == run("extract", str(CHANNEL)).stdout


def test_schema_prints_a_json_schema_that_knows_every_section() -> None:
    from briefsite.briefing.model import SECTIONS

    schema = json.loads(run("schema").stdout)
    assert set(SECTIONS) <= set(schema["properties"])
