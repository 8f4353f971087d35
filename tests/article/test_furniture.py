import pytest

from briefsite.article.furniture import is_end_mark, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the water had gone down.",
        "By then Kell had left",
        "Sources said the bridge would stay shut.",
        "Related programmes were cut in March.",
        "Updated plans show two more pumps.",
        "Comments on the bill were mixed.",
        "Photographs showed the pier in pieces.",
        "Contact between the two crews was lost.",
        "More than 40 boats were lost.",
        "The email: a history of one idea",
        "Copyright law will be reviewed.",
        "2025 was the driest year on record.",
        "Left alone, the pier will fall.",
        "Above all, the town wants a pier.",
    ],
)
def test_leaves_alone(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Kell",
        "By Ada Kell and Tom Brandt, Political Editor",
        "BY ADA KELL",
        "By Maria van der Berg | The Harbour Post",
        "Scroll down for video",
        "Read more about the dredging plan",
        "Photo: Harbour Authority",
        "Image caption The pier before the storm",
        "Left, the pier before the storm",
        "Pictured: Ada Kell at the pier.",
        "Top right: The pier in 2019.",
        "The pier in 2019. Getty Images.",
        "(Reporting by Ada Kell; editing by Tom Brandt)",
        "Published 10 July 2025",
        "Updated on Thursday at 9 a.m.",
        "5 min read",
        "FOR IMMEDIATE RELEASE",
        "Media contact: press@harbour.example",
        "Tel: 020 0000 0000",
        "© 2025 The Harbour Post",
        "https://harbour.example/plan",
        "* * *",
        "___.",
        "Page 3 of 12",
        ".caption {",
        "float: left;",
        "Sources",
        "Advertisement - story continues below.",
    ],
)
def test_finds(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["By " + "a" * 190, "By A" + " A" * 90, "<" * 180, "a: " * 60, "[" * 199 + "x"])
def test_a_hostile_line_is_read_at_once(line: str) -> None:
    assert is_furniture(line) in (True, False)


@pytest.mark.parametrize("line", ["ENDS", "- ENDS -", "###", "-30-", "Ends."])
def test_an_end_mark(line: str) -> None:
    assert is_end_mark(line)


@pytest.mark.parametrize("line", ["The end", "30", "Ends here", "#"])
def test_no_end_mark(line: str) -> None:
    assert not is_end_mark(line)
