from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefsite.article import Article, read_article
from briefsite.briefing import Draft, assemble, decode, encode, verify
from briefsite.briefing.values import Qualifier
from briefsite.facts.fact import Event, Facts, KeyFigure, OpenQuestion, Person, Point, Quote
from briefsite.mentions.mention import Quantity
from briefsite.source import Source
from briefsite.span import Span

TEXT = """\
The river Merrin rose by 2.5 metres on Monday, and about 1,200 homes\r
lost power. Nobody was hurt, but the road to the coast is under water\r
and the trains stand still, as they did in the winter of 1953, when\r
the dam broke.\r

“We are tired,” said Mayor Ada Kell, “and we go on. ”

Dozens of people left. It will be settled by 5 May.
"""


def article(text: str = TEXT, **known) -> Article:
    return read_article(Source("seeds/flood.txt", text), **known)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def drafted(facts: Facts, text: str = TEXT, slug: str = "2026-03-02-high-water", **known) -> Draft:
    return assemble(article(text, **known), facts, slug=slug, file="seeds/flood.txt")


def figure(words: str, number: str, value, **rest) -> KeyFigure:
    quantity = Quantity(span=at(words), number=at(number), value=value, **rest)
    return KeyFigure(quantity=quantity, evidence=at(words), label="homes without power")


# the head --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("2025-07-10-channel-crossings", "Channel crossings"),
        ("2025-07-10", "2025 07 10"),
        ("flood", "Flood"),
        ("2026-floods", "Floods"),
        ("-", "-"),
        ("", "Untitled"),
    ],
)
def test_an_article_without_a_headline_is_called_after_its_file(slug: str, title: str) -> None:
    assert drafted(Facts(), slug=slug).briefing.title == title


def test_a_heading_before_any_text_is_the_title() -> None:
    assert drafted(Facts(), "High water in the valley\n\nThe river rose. It fell.\n").briefing.title == (
        "High water in the valley"
    )


def test_a_heading_between_texts_is_not() -> None:
    assert drafted(Facts(), "The river rose. It fell.\n\nWhat next\n\nNobody knows.\n").briefing.title == "High water"


def test_a_known_title_and_date_stand_first() -> None:
    briefing = drafted(Facts(), title="Known", date=dt.date(2026, 3, 2)).briefing
    assert briefing.title == "Known"
    assert briefing.date == "2026-03-02"
    (source,) = briefing.sources
    assert (source.id, source.file, source.title, source.date) == ("s1", "seeds/flood.txt", "Known", "2026-03-02")


def test_nothing_unknown_is_said() -> None:
    briefing = drafted(Facts()).briefing
    assert briefing.date is None
    assert briefing.topics == ()
    (source,) = briefing.sources
    assert (source.title, source.publisher, source.byline, source.date, source.url, source.rights) == (None,) * 6


def test_metadata_is_kept() -> None:
    text = "---\npublisher: The Vale Post\nbyline: Jo Lind\nrights: CC-BY\n---\nThe river rose.\n"
    (source,) = drafted(Facts(), text).briefing.sources
    assert (source.publisher, source.byline, source.rights) == ("The Vale Post", "Jo Lind", "CC-BY")


# the items -------------------------------------------------------------------------------------------------


def test_words_keep_everything_but_their_line_ends() -> None:
    span = at("about 1,200 homes\r\nlost power")
    (point,) = drafted(Facts(summary=(Point(span=span),))).briefing.summary
    assert point.text == "about 1,200 homes lost power"
    assert point.source == ("p1",)
    assert point.evidence is None


def test_spaces_inside_a_line_stay_as_they_are() -> None:
    text = "The  river\u00a0rose. It fell.\n"
    (point,) = drafted(Facts(summary=(Point(span=at("The  river\u00a0rose.", text)),)), text).briefing.summary
    assert point.text == "The  river\u00a0rose."


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1200"), "1200"),
        (Decimal("1.2E+3"), "1200"),
        (Decimal("2.50"), "2.5"),
        (Decimal("0"), "0"),
        (Decimal("-3"), "-3"),
        ((Decimal("100"), Decimal("1000")), "100-1000"),
        (None, None),
        (Decimal("1E+999999"), None),
        (Decimal("NaN"), None),
    ],
)
def test_values_are_plain_digits(value, written: str | None) -> None:
    fact = figure("about 1,200 homes", "1,200", value, unit="home", qualifier="about")
    (shown,) = drafted(Facts(key_figures=(fact,))).briefing.key_figures
    assert shown.value == written
    assert shown.qualifier == (Qualifier.ABOUT if written else Qualifier.VAGUE)
    assert shown.written_as == (None if written else "about 1,200 homes")
    assert shown.evidence == ("about 1,200 homes",)


def test_what_is_counted_stands_in_the_plural_of_the_article() -> None:
    fact = figure("about 1,200 homes", "1,200", Decimal(1200), unit="home", noun=at("homes"))
    (shown,) = drafted(Facts(key_figures=(fact,))).briefing.key_figures
    assert shown.unit == "homes"


@pytest.mark.parametrize(("unit", "shown"), [("metre", "metre"), ("-", None)])
def test_a_measure_is_called_by_its_name(unit: str, shown: str | None) -> None:
    fact = figure("rose by 2.5 metres", "2.5 metres", Decimal("2.5"), unit=unit, change="up")
    (made,) = drafted(Facts(key_figures=(fact,))).briefing.key_figures
    assert made.unit == shown
    assert made.change == "up"


def test_a_comma_of_the_attribution_is_no_part_of_the_quotation() -> None:
    fact = Quote(segments=(at("We are tired,"), at("and we go on. ")), speaker="Ada Kell", written_as=at("Ada Kell"))
    draft = drafted(Facts(quotes=(fact,)))
    (quote,) = draft.briefing.quotes
    assert quote.text == ("We are tired", "and we go on.")
    assert quote.written_as is None
    assert draft.spans[quote.id or ""] == (at("We are tired"), at("and we go on."))


def test_a_quotation_over_paragraphs_names_both() -> None:
    fact = Quote(segments=(at("We are tired"), at("Dozens of people left.")), speaker=None, written_as=at("Mayor"))
    (quote,) = drafted(Facts(quotes=(fact,))).briefing.quotes
    assert quote.source == ("p2", "p3")
    assert quote.written_as == "Mayor"
    assert quote.speaker is None


def test_a_name_that_stands_nowhere_as_it_is_brings_its_evidence() -> None:
    whole = Person(name="Ada Kell", mention=at("Ada Kell"), role=at("Mayor"))
    pieced = Person(name="Ada Merrin Kell", mention=at("Ada Kell"))
    one, two = drafted(Facts(people=(whole, pieced))).briefing.people
    assert (one.name, one.role, one.evidence) == ("Ada Kell", "Mayor", None)
    assert two.evidence == ("Ada Kell",)


def test_a_date_that_no_calendar_has_leaves_the_event_out() -> None:
    good, bad = (Event(date=date, written_as=at("Monday"), text=at("The river")) for date in ("2026-03-02", "soon"))
    assert [event.date for event in drafted(Facts(timeline=(bad, good))).briefing.timeline] == ["2026-03-02"]


def test_a_question_keeps_its_kind_and_the_day_it_is_due() -> None:
    fact = OpenQuestion(
        question="Will it?", kind="upcoming", evidence=at("It will be settled by 5 May."), due="2026-05-05"
    )
    (question,) = drafted(Facts(open_questions=(fact,))).briefing.open_questions
    assert (question.kind.value, question.due, question.status.value) == ("upcoming", "2026-05-05", "open")


def test_the_same_facts_give_the_same_bytes() -> None:
    facts = Facts(summary=(Point(span=at("Dozens of people left.")),))
    assert encode(drafted(facts).briefing) == encode(drafted(facts).briefing)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(alphabet=st.characters(codec="utf-8"), min_size=2, max_size=80) | st.just(TEXT))
    starts = st.integers(0, len(text) - 1)
    spans = draw(st.lists(st.tuples(starts, starts), min_size=1, max_size=6))
    return text, [Span(min(pair), max(pair) + 1) for pair in spans]


@settings(max_examples=80, deadline=None)
@given(texts_with_spans())
def test_any_spans_give_a_briefing_that_reads_back(made: tuple[str, list[Span]]) -> None:
    text, spans = made
    facts = Facts(
        summary=tuple(Point(span=span) for span in spans),
        quotes=(Quote(segments=tuple(spans), speaker=text, because=spans[0]),),
        timeline=tuple(Event(date="2026", written_as=span, text=span) for span in spans),
        open_questions=tuple(OpenQuestion(question=text, kind="decision", evidence=span) for span in spans),
        people=tuple(Person(name=span.of(text), mention=span, role=span) for span in spans),
    )
    draft = drafted(facts, text)
    assert decode(Source("b.yaml", encode(draft.briefing))).briefing == draft.briefing
    ids = [item.id for items in draft.briefing.sections().values() for item in items]
    assert set(draft.spans) == set(ids)
    assert len(set(ids)) == len(ids)


def test_half_a_surrogate_pair_is_replaced() -> None:
    text = "The \ud83d river rose. It fell.\n"
    (point,) = drafted(Facts(summary=(Point(span=at("The \ud83d river rose.", text)),)), text).briefing.summary
    assert point.text == "The \N{REPLACEMENT CHARACTER} river rose."


def test_what_is_drafted_is_found_again_where_it_was() -> None:
    facts = Facts(
        summary=(
            Point(span=at("The river Merrin rose by 2.5 metres on Monday, and about 1,200 homes\r\nlost power.")),
        ),
        quotes=(Quote(segments=(at("We are tired,"), at("and we go on.")), speaker="Ada Kell"),),
        people=(Person(name="Ada Kell", mention=at("Ada Kell"), role=at("Mayor")),),
    )
    draft = drafted(facts)
    decoded = decode(Source("b.yaml", encode(draft.briefing)))
    verified = verify(decoded, slug="flood", articles={"s1": article()})
    assert verified.problems == ()
    for item, found in verified.items.items():
        assert found.state == "verified"
        assert tuple(anchor.span for anchor in found.anchors) == draft.spans[item]
