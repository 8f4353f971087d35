"""One test for each promise of merging; tests/briefing/test_merge_properties.py holds them in any combination."""

from __future__ import annotations

import pytest

from briefsite.briefing import MergeError, decode, merge
from briefsite.briefing.merge import edits, open_conflicts
from briefsite.source import Source
from desk import Desk, fates, read

RISE = "The river Orva rose by 2 metres near the old mill on Monday night."
POWER = "About 40 homes in the valley were left without power until noon."
PUMPS = "“We need more pumps,” said Mara Lind."
LEVEE = "The county will spend more on the levee at Calder Bend next year."
SCHOOL = "The school in Mill Lane stays closed until the end of the week."


def article(*sentences: str) -> str:
    return "\n\n".join(sentences) + "\n"


ALL = article(RISE, POWER, PUMPS, LEVEE)


@pytest.fixture
def desk() -> Desk:
    return Desk.of(ALL)


def texts(desk: Desk) -> list[str]:
    return [point.text for point in desk.briefing.summary]


# --- what is left alone ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "edit",
    [
        ("title: The river rises", "title: My headline"),
        ("title: The river rises", 'title:   "The river rises"   # fine'),
        ("status: draft\n", "status: draft\n\n\n# a remark\n"),
        (f"  - text: {RISE}\n    source: p1\n", f"  - source:  [ p1 ]\n    text: '{RISE}'\n"),
        (f"  - text: {LEVEE}\n", f"  - text: >-\n      {LEVEE[:30]}\n      {LEVEE[31:]}\n"),
        ("    speaker: Mara Lind", "    speaker: Mara J. Lind"),
        ("\n\nkey_figures:", "\n    # more to come\n\nkey_figures:"),
    ],
)
def test_a_draft_without_news_changes_nothing(desk: Desk, edit: tuple[str, str]) -> None:
    if edit[0].startswith("    speaker"):
        edit = ("- speaker: Mara Lind", "- speaker: Mara J. Lind")
    before = desk.edit(*edit).text
    assert desk.draft(ALL).text == before


@pytest.mark.parametrize(
    "change", [lambda t: t.replace("\n", "\r\n"), lambda t: t.rstrip("\n"), lambda t: f"# mine\n{t}"]
)
def test_line_ends_and_the_end_of_the_file_stay(desk: Desk, change) -> None:
    desk.text = change(desk.text)
    before = desk.text
    after = desk.draft(article(RISE, POWER.replace("40", "41"), PUMPS, LEVEE)).text
    assert after == before.replace("40", "41")


def test_a_file_with_errors_is_not_merged(desk: Desk) -> None:
    draft, read_as = read(ALL)
    for text in ("", "title: [", "title: a\nsumary: []\n", "- a\n", desk.text.replace("\n", "\x85")):
        with pytest.raises(MergeError):
            merge(desk.sidecar, decode(Source("x", text)), draft, read_as, sha256="0" * 64, today="2026-03-09")


# --- value by value --------------------------------------------------------------------------------------


def test_an_edited_value_stays_and_the_others_follow(desk: Desk) -> None:
    desk.edit("- label: homes\n    value: 40", "- label: homes without power\n    value: 40")
    desk.draft(article(RISE, POWER.replace("40", "41"), PUMPS, LEVEE))
    figure = desk.briefing.key_figures[1]
    assert (figure.label, figure.value) == ("homes without power", "41")


def test_an_edit_against_a_changed_value_is_a_conflict_and_the_persons_stands_until_it_is_settled(desk: Desk) -> None:
    news = article(RISE, POWER.replace("40", "41"), PUMPS, LEVEE)
    desk.edit("value: 40", "value: 44")
    for _ in range(2):
        (conflict,) = desk.draft(news).conflicts
        assert (conflict.field, conflict.base, conflict.theirs) == ("value", "40", "41")
        assert desk.briefing.key_figures[1].value == "44"
    assert len(open_conflicts(desk.sidecar, decode(Source("x", desk.text)))) == 1


def test_taking_the_machines_value_settles_a_conflict(desk: Desk) -> None:
    news = article(RISE, POWER.replace("40", "41"), PUMPS, LEVEE)
    desk.edit("value: 40", "value: 44").draft(news)
    desk.edit("value: 44", "value: 41")
    assert open_conflicts(desk.sidecar, decode(Source("x", desk.text))) == ()
    assert desk.draft(news).conflicts == ()


def test_keeping_mine_settles_a_conflict_for_good(desk: Desk) -> None:
    news = article(RISE, POWER.replace("40", "41"), PUMPS, LEVEE)
    desk.edit("value: 40", "value: 44").draft(news)
    assert desk.draft(news, keep_mine=True).conflicts == ()
    assert desk.draft(news).conflicts == ()
    assert desk.briefing.key_figures[1].value == "44"
    assert len(desk.draft(article(RISE, POWER.replace("40", "42"), PUMPS, LEVEE)).conflicts) == 1


def test_values_that_make_no_item_together_are_not_mixed(desk: Desk) -> None:
    """A person gave a vague figure a number; without its own qualifier it would be none."""
    desk.edit("    value: 40\n", "    value: 40\n    qualifier: about\n")
    draft, read_as = read(ALL)
    vague = draft.briefing.key_figures[1].model_copy(update={"value": None, "qualifier": "vague", "written_as": "many"})
    draft = type(draft)(
        briefing=draft.briefing.model_copy(update={"key_figures": (draft.briefing.key_figures[0], vague)}),
        spans=draft.spans,
    )
    decoded = decode(Source("x", desk.text))
    merged = merge(desk.sidecar, decoded, draft, read_as, sha256=desk.sidecar.sha256["s1"], today="2026-03-09")
    assert decode(Source("x", merged.text)).briefing == decoded.briefing


def test_a_value_with_a_comment_in_it_counts_as_edited(desk: Desk) -> None:
    lines = "    text:  # heard it on tape\n      - We need more pumps\n"
    desk.edit("    text: We need more pumps\n", lines)
    (conflict,) = desk.draft(article(RISE, POWER, PUMPS.replace("more pumps", "many more pumps"), LEVEE)).conflicts
    assert conflict.theirs == "We need many more pumps"
    assert lines in desk.text


def test_the_head_of_the_file_is_merged_alike(desk: Desk) -> None:
    desk.edit("title: The river rises", "title: My headline").edit("status: draft", "status: embargoed")
    desk.draft(ALL, date="2026-03-04")
    assert (desk.briefing.title, desk.briefing.date, desk.briefing.status) == ("My headline", "2026-03-04", "embargoed")


# --- items -----------------------------------------------------------------------------------------------


def test_a_deleted_item_stays_deleted(desk: Desk) -> None:
    desk.edit(f"  - text: {POWER}\n    source: p2\n    id: {desk.briefing.summary[1].id}\n", "")
    for news in (
        ALL,
        article(RISE, POWER.replace("40", "41"), PUMPS),
        article(RISE),
        ALL,
        article(SCHOOL, POWER, RISE),
    ):
        desk.draft(news)
        assert "homes in the valley" not in " ".join(texts(desk))


def test_what_a_person_wrote_again_after_deleting_it_stays(desk: Desk) -> None:
    lines = f"  - text: {POWER}\n    source: p2\n    id: {desk.briefing.summary[1].id}\n"
    desk.edit(lines, "").draft(ALL)
    desk.edit("summary:\n", f"summary:\n{lines}").draft(ALL, unseen="valley")
    assert texts(desk)[0] == POWER


def test_a_deleted_item_stays_deleted_while_the_reader_misses_it(desk: Desk) -> None:
    desk.edit(f"  - text: {POWER}\n    source: p2\n    id: {desk.briefing.summary[1].id}\n", "")
    desk.draft(ALL, unseen="valley")
    desk.draft(ALL)
    assert POWER not in texts(desk)


def test_an_untouched_item_that_is_not_proposed_any_more_leaves_and_may_come_back_under_its_id(desk: Desk) -> None:
    id = desk.briefing.summary[1].id
    desk.edit("title: The river rises", "title: My headline")
    assert "gone" in fates(desk.draft(ALL, unseen="valley"))
    assert POWER not in texts(desk)
    desk.draft(ALL)
    assert {point.id: point.text for point in desk.briefing.summary}[id] == POWER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"  - text: {POWER}", f"  # ask the grid\n  - text: {POWER}"),
        (f"  - text: {POWER}", f"  - text: {POWER}  # ask the grid"),
        (f"  - text: {POWER}\n    source: p2", f"  - text: {POWER}\n    # ask the grid\n    source: p2"),
        (f"  - text: {POWER}\n    source: p2", f"  - text: {POWER}\n    source: p2\n    note: Ask the grid."),
        (f"  - text: {POWER}", "  - text: Many were left without power until noon."),
    ],
    ids=["a comment above", "behind", "inside", "a note", "an edit"],
)
def test_a_touched_item_that_is_not_proposed_any_more_stays(desk: Desk, old: str, new: str) -> None:
    desk.edit(old, new)
    before = desk.text
    desk.draft(ALL, unseen="valley")
    assert new in desk.text
    assert before.split("key_figures:")[0] == desk.text.split("key_figures:")[0]


def test_an_item_put_somewhere_else_stays_there_though_it_is_not_proposed_any_more(desk: Desk) -> None:
    id = desk.briefing.summary[3].id
    lines = f"  - text: {LEVEE}\n    source: p4\n    id: {id}\n"
    desk.edit(lines, "").edit("summary:\n", f"summary:\n{lines}")
    for _ in range(2):
        desk.draft(article(RISE, POWER, PUMPS, SCHOOL))
        assert texts(desk)[0] == LEVEE


def test_a_persons_own_items_stay_where_they_were_put(desk: Desk) -> None:
    desk.edit("summary:\n", "summary:\n  - text: I was there.\n    source: editor\n")
    desk.draft(article(SCHOOL, RISE, POWER))
    assert texts(desk) == ["I was there.", SCHOOL, RISE, POWER]


def test_an_item_without_an_id_gets_one_line_and_keeps_it(desk: Desk) -> None:
    before = desk.edit("summary:\n", "summary:\n  - text: I was there.\n    source: editor\n").text
    desk.draft(ALL)
    (line,) = set(desk.text.splitlines()) - set(before.splitlines())
    assert desk.text.replace(f"{line}\n", "", 1) == before
    desk.edit("I was there.", "I was there at noon.").draft(ALL)
    assert f"- text: I was there at noon.\n    source: editor\n{line}\n" in desk.text


def test_what_the_machine_finds_later_is_the_item_that_a_person_wrote_before(desk: Desk) -> None:
    desk.edit("summary:\n", f"summary:\n  - text: {SCHOOL}\n    source: p5\n")
    desk.draft(ALL)
    desk.draft(article(RISE, POWER, PUMPS, LEVEE, SCHOOL))
    assert texts(desk).count(SCHOOL) == 1


def test_a_new_item_stands_behind_the_one_that_precedes_it_in_the_article(desk: Desk) -> None:
    lines = [f"  - text: {POWER}\n    source: p2\n    id: {desk.briefing.summary[1].id}\n"]
    desk.edit(lines[0], "").edit("summary:\n", f"summary:\n{lines[0]}")
    desk.draft(article(RISE, POWER, SCHOOL, PUMPS, LEVEE))
    assert texts(desk)[:3] == [POWER, SCHOOL, RISE]


def test_a_new_item_takes_no_comment_over(desk: Desk) -> None:
    desk.edit("summary:\n", "summary:\n      # of the first\n")
    for _ in range(2):
        desk.draft(article(SCHOOL, RISE, POWER, PUMPS, LEVEE))
        assert f"summary:\n      # of the first\n  - text: {RISE}\n" in desk.text


def test_a_section_that_was_not_there_comes_at_its_place(desk: Desk) -> None:
    start, end = desk.text.index("key_figures:"), desk.text.index("quotes:")
    figures = desk.text[start:end]
    desk.sidecar = None
    desk.text = desk.text.replace(figures, "")
    desk.draft(ALL)
    desk.draft(article("Some 9 roads were closed to all traffic.", RISE, POWER, PUMPS, LEVEE))
    assert desk.text.index("summary:") < desk.text.index("key_figures:") < desk.text.index("quotes:")
    assert [figure.value for figure in desk.briefing.key_figures] == ["9"]


def test_reordering_stays_but_an_untouched_file_follows_the_article(desk: Desk) -> None:
    turned = article(LEVEE, RISE, POWER, PUMPS)
    edited = Desk.of(ALL).edit("title: The river rises", "title: My headline")
    edited.draft(turned)
    assert texts(edited) == [RISE, POWER, PUMPS, LEVEE]
    desk.draft(turned)
    assert texts(desk) == [LEVEE, RISE, POWER, PUMPS]


def test_without_a_memory_everything_counts_as_a_persons(desk: Desk) -> None:
    desk.sidecar = None
    desk.edit(f"  - text: {POWER}\n    source: p2\n    id: {desk.briefing.summary[1].id}\n", "")
    before = desk.edit(f"text: {RISE}", "text: It rained.").text
    assert desk.draft(ALL).text == before
    assert (
        desk.draft(article(RISE, POWER, PUMPS, LEVEE, SCHOOL)).text.replace(
            f"  - text: {SCHOOL}\n    source: p5\n    id: {desk.briefing.summary[-1].id}\n", ""
        )
        == before
    )


# --- the article changed ---------------------------------------------------------------------------------


def test_an_item_keeps_its_id_when_its_sentence_is_reworded(desk: Desk) -> None:
    ids = [point.id for point in desk.briefing.summary]
    merged = desk.draft(article(RISE.replace("2 metres", "3 metres"), POWER, PUMPS, LEVEE))
    assert fates(merged) == ["reworded", "kept", "kept", "kept"]
    assert [point.id for point in desk.briefing.summary] == ids
    assert desk.briefing.key_figures[0].value == "3"


def test_an_item_moves_with_its_sentence(desk: Desk) -> None:
    merged = desk.draft(article(SCHOOL, LEVEE, RISE, POWER, PUMPS))
    assert fates(merged) == ["moved", "moved", "moved", "moved", "new"]
    assert {point.text: point.source[0] for point in desk.briefing.summary}[LEVEE] == "p2"


def test_a_look_alike_elsewhere_is_gone_and_new() -> None:
    desk = Desk.of(article(RISE, POWER, PUMPS, LEVEE, SCHOOL)).edit("title: The river rises", "title: Mine")
    id = desk.briefing.summary[0].id
    merged = desk.draft(article(POWER, PUMPS, LEVEE, SCHOOL, RISE.replace("2 metres", "3 metres")))
    assert sorted(fates(merged)) == ["gone", "moved", "moved", "moved", "moved", "new"]
    assert id not in {point.id for point in desk.briefing.summary}


def test_the_same_words_said_by_others_elsewhere_are_another_quote() -> None:
    desk = Desk.of(article("“No,” said Mara Lind.", RISE, POWER)).edit("title: The river rises", "title: Mine")
    id = desk.briefing.quotes[0].id
    desk.draft(article(RISE, POWER, "“No,” said Jon Brekke."))
    assert [quote.speaker for quote in desk.briefing.quotes] == ["Jon Brekke"]
    assert desk.briefing.quotes[0].id != id


def test_reverting_the_article_restores_the_anchors(desk: Desk) -> None:
    desk.edit("title: The river rises", "title: Mine")
    before = desk.text
    for news in (
        article(SCHOOL, RISE.replace("2 metres", "3 metres"), POWER, LEVEE),
        article(SCHOOL, RISE.replace("rose by 2 metres near the old mill", "came over its banks"), POWER, LEVEE),
        ALL,
    ):
        desk.draft(news)
    assert sorted(desk.text.splitlines()) == sorted(before.splitlines())


def test_a_better_reader_changes_values_and_no_id(desk: Desk) -> None:
    ids = [figure.id for figure in desk.briefing.key_figures]
    merged = desk.draft(ALL, label="households")
    assert [figure.label for figure in desk.briefing.key_figures] == ["households", "households"]
    assert [figure.id for figure in desk.briefing.key_figures] == ids
    assert set(fates(merged, "key_figures")) == {"reworded"}


def test_another_source_put_first_leaves_the_paragraphs_of_ours_as_they_are_named(desk: Desk) -> None:
    desk.text = desk.text.replace("source: p", "source: s1:p")
    desk.edit("sources:\n", "sources:\n  - id: s2\n    file: seeds/other.txt\n")
    before = desk.text
    assert desk.draft(ALL).text == before
    desk.draft(article(SCHOOL, RISE, POWER, PUMPS, LEVEE))
    assert [point.source[0] for point in desk.briefing.summary] == ["s1:p1", "s1:p2", "s1:p3", "s1:p4", "s1:p5"]


def test_a_person_may_call_our_source_otherwise(desk: Desk) -> None:
    before = desk.edit("  - id: s1\n", "  - id: wire\n").text
    assert desk.draft(ALL).text == before
    desk.draft(article(SCHOOL, RISE, POWER, PUMPS, LEVEE))
    assert [point.source[0] for point in desk.briefing.summary] == ["p1", "p2", "p3", "p4", "p5"]
    assert desk.sidecar.conflicts == ()


# --- published briefings ---------------------------------------------------------------------------------


def test_what_changes_in_a_published_briefing_is_recorded_with_old_and_new_words(desk: Desk) -> None:
    desk.edit("status: draft", "status: reviewed")
    desk.draft(article(SCHOOL, RISE.replace("2 metres", "3 metres"), PUMPS, LEVEE))
    found = {(change.what, change.field): (change.old, change.new) for change in desk.briefing.changes}
    assert found["reworded", None][1] == RISE.replace("2 metres", "3 metres")
    assert found["value", "value"] == ("2", "3")
    assert found["new", None] == (None, SCHOOL)
    assert ("gone", None) in found
    assert {change.date for change in desk.briefing.changes} == {"2026-03-09"}
    ids = {item.id for items in desk.briefing.sections().values() for item in items}
    assert {change.item for change in desk.briefing.changes if change.what != "gone"} <= ids


def test_changes_carry_the_date_of_the_article_where_it_has_a_new_one(desk: Desk) -> None:
    desk.edit("status: draft", "status: reviewed")
    desk.draft(article(RISE, POWER.replace("40", "41"), PUMPS, LEVEE), date="2026-03-05")
    assert {change.date for change in desk.briefing.changes} == {"2026-03-05"}


def test_changes_carry_the_day_on_which_the_article_says_it_was_updated(desk: Desk) -> None:
    desk.edit("status: draft", "status: reviewed")
    head = "---\nupdated: 2026-03-07\n---\n"
    desk.draft(head + article(RISE, POWER.replace("40", "41"), PUMPS, LEVEE), date="2026-03-05")
    assert {change.date for change in desk.briefing.changes} == {"2026-03-07"}


def test_changes_are_added_to_and_never_rewritten(desk: Desk) -> None:
    desk.edit("status: draft", "status: reviewed")
    desk.draft(article(RISE, POWER.replace("40", "41"), PUMPS, LEVEE))
    first = desk.briefing.changes
    desk.draft(article(RISE, POWER.replace("40", "42"), PUMPS, LEVEE))
    assert desk.briefing.changes[: len(first)] == first
    assert len(desk.briefing.changes) == 2 * len(first)


@pytest.mark.parametrize("news", [ALL, article(SCHOOL.replace("school", "road"), RISE, POWER, PUMPS, LEVEE)])
def test_a_draft_records_no_changes(desk: Desk, news: str) -> None:
    desk.draft(news)
    assert desk.briefing.changes == ()


def test_that_words_stand_in_another_paragraph_is_no_change_to_a_reader(desk: Desk) -> None:
    desk.edit("status: draft", "status: reviewed")
    desk.draft(article(LEVEE, RISE, POWER, PUMPS))
    assert desk.briefing.changes == ()


# --- what people did -------------------------------------------------------------------------------------


def test_edits_are_told_by_item_and_value(desk: Desk) -> None:
    assert edits(desk.sidecar, decode(Source("x", desk.text))) == ()
    id = desk.briefing.summary[1].id
    desk.edit(f"  - text: {POWER}\n    source: p2\n    id: {id}\n", "").edit("value: 2\n", "value: 3\n")
    desk.edit("summary:\n", "summary:\n  - text: I was there.\n    source: editor\n")
    found = edits(desk.sidecar, decode(Source("x", desk.text)))
    assert [(edit.what, edit.group, edit.old, edit.new) for edit in found] == [
        ("added", "summary", None, None),
        ("changed", "key_figures", "2", "3"),
        ("deleted", "summary", None, None),
    ]
