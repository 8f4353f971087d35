"""Facts of the extractor against the annotations of a careful analyst: how much was found, how much of it is right.

What meets what, one to one, the best match first:

- summary, background, open_questions: the two sentences share at least half of the shorter. The summary's precision
  counts sentences of either level, its recall the essential ones. `kind`: the right kind, among those met.
- key_figures: spans touch, and the values are equal (a gold without a value: the found one has none either).
  `key_recall`: the share of the figures marked `key` among the first six found. `unit`, `qualifier`: right among those
  met.
- quotes: segments overlap by half of their union, marks trimmed. `speaker`: the names share a word; `full_name`: every
  word of the analyst's name is in the found one; `mention`: the found mention holds the analyst's words.
  `not_speech`: the share of terms, titles and scare quotes that were left alone.
- timeline: spans touch, and the dates are the same EDTF.
- people: the same last word of the name. `role`: at least half of the words of the role, where one is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.facts import find_facts
from briefsite.mentions import find_mentions
from evaluation.matching import at_least_half, name_words, pair, same_value, same_words, unit
from evaluation.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefsite.facts.fact import Facts, KeyFigure, Point
    from briefsite.span import Span
    from evaluation.gold import Gold, Item

FIRST_SCREEN = 6
"""How many key figures a reader sees before scrolling."""


def evaluate(articles: Iterable[Gold]) -> dict[str, Tally]:
    """The real extractor over annotated articles: a tally for each section."""
    tallies = {section: Tally() for section in READERS}
    for gold in articles:
        facts = find_facts(gold.article, find_mentions(gold.article))
        for section, compare in READERS.items():
            tally = tallies[section]
            before = len(tally.errors)
            compare(tally, gold, facts)
            tally.errors[before:] = [f"{gold.slug}: {error}" for error in tally.errors[before:]]
    return tallies


def count(tally: Tally, text: str, found: Sequence[Span], gold: Sequence[Item], met: dict[int, int]) -> None:
    """Add what was found, what was asked for and what met, and name the rest."""
    tally.found += len(found)
    tally.gold += len(gold)
    tally.right += len(met)
    tally.hit += len(met)
    name_the_rest(tally, text, found, gold, met)


def name_the_rest(tally: Tally, text: str, found: Sequence[Span], gold: Sequence[Item], met: dict[int, int]) -> None:
    """Write down what is missing and what is too much."""
    reached = set(met.values())
    tally.errors += [f"missing  {words(text, item.span)}" for j, item in enumerate(gold) if j not in reached]
    tally.errors += [f"too much {words(text, span)}" for i, span in enumerate(found) if i not in met]


def words(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return "“" + " ".join(span.of(text).split()) + "”"


def summary(tally: Tally, gold: Gold, facts: Facts) -> None:
    """Precision over both levels, recall over the essential sentences."""
    text, items = gold.article.text, gold.items["summary"]
    met = pair(facts.summary, items, same_sentence)
    essential = {j for j, item in enumerate(items) if item["level"] == "essential"}
    tally.found += len(facts.summary)
    tally.right += len(met)
    tally.gold += len(essential)
    tally.hit += len(essential & set(met.values()))
    missed = [item for j, item in enumerate(items) if j in essential - set(met.values())]
    tally.errors += [f"missing  {words(text, item.span)}" for item in missed]
    tally.errors += [f"too much {words(text, point.span)}" for i, point in enumerate(facts.summary) if i not in met]


def background(tally: Tally, gold: Gold, facts: Facts) -> None:
    """Whole sentences."""
    items = gold.items["background"]
    met = pair(facts.background, items, same_sentence)
    count(tally, gold.article.text, [point.span for point in facts.background], items, met)


def same_sentence(point: Point, item: Item) -> float:
    """How much of the shorter the two share, from one half on."""
    return at_least_half(point.span, item.span)


def open_questions(tally: Tally, gold: Gold, facts: Facts) -> None:
    """By the sentence that raises the question."""
    text, items, found = gold.article.text, gold.items["open_questions"], facts.open_questions
    met = pair(found, items, lambda question, item: at_least_half(question.evidence, item.span))
    count(tally, text, [question.evidence for question in found], items, met)
    for i, j in met.items():
        kind = items[j]["kind"]
        if not tally.judge("kind", good=found[i].kind == kind):
            tally.errors.append(f"kind     {found[i].kind} for {kind}: {words(text, found[i].evidence)}")


def key_figures(tally: Tally, gold: Gold, facts: Facts) -> None:
    """By value; then unit, qualifier, and whether the key ones come first."""
    text, items, found = gold.article.text, gold.items["key_figures"], facts.key_figures
    met = pair(found, items, same_figure)
    count(tally, text, [figure.quantity.span for figure in found], items, met)
    first = {j for i, j in met.items() if i < FIRST_SCREEN}
    for j, item in enumerate(items):
        if item["key"] and not tally.judge("key_recall", good=j in first):
            tally.errors.append(f"not first {words(text, item.span)}")
    for i, j in met.items():
        quantity, item = found[i].quantity, items[j]
        if not tally.judge("unit", good=unit(quantity.unit) == unit(item["unit"])):
            tally.errors.append(f"unit     {quantity.unit!r} for {item['unit']!r}: {words(text, item.span)}")
        if not tally.judge("qualifier", good=quantity.qualifier == item["qualifier"]):
            tally.errors.append(f"qualifier {quantity.qualifier} for {item['qualifier']}: {words(text, item.span)}")


def same_figure(figure: KeyFigure, item: Item) -> float:
    """Touching, and of one value; the same unit decides between two."""
    quantity = figure.quantity
    if not quantity.span.overlaps(item.span) or not same_value(quantity.value, item["value"]):
        return 0.0
    return 1.5 if unit(quantity.unit) == unit(item["unit"]) else 1.0


def quotes(tally: Tally, gold: Gold, facts: Facts) -> None:
    """By segment; then the speaker, and what is in quotation marks but no speech."""
    text, items = gold.article.text, gold.items["quotes"]
    found = [(segment, quote) for quote in facts.quotes for segment in quote.segments]
    spans = [segment for segment, _ in found]
    met = pair(spans, items, lambda span, item: same_words(text, span, item.span))
    count(tally, text, spans, items, met)
    for i, j in met.items():
        quote, item = found[i][1], items[j]
        named, asked = set(name_words(quote.speaker)), set(name_words(item["speaker"]))
        good = tally.judge("speaker", good=bool(named & asked))
        full = tally.judge("full_name", good=asked <= named)
        if not (good and full):
            tally.errors.append(f"speaker  {quote.speaker!r} for {item['speaker']!r}: {words(text, item.span)}")
        if item["mention"] and quote.written_as is not None:
            mention = quote.written_as.of(text)
            # the analyst's "Ingrid Tolland" is also right as "Ingrid Tolland, the emergency director"
            inside = set(name_words(item["mention"])) <= set(name_words(mention))
            if not tally.judge("mention", good=inside):
                tally.errors.append(f"mention  {mention!r} for {item['mention']!r}: {words(text, item.span)}")
    for term in gold.items["not_quotes"]:
        taken = any(same_words(text, span, term.span) for i, span in enumerate(spans) if i not in met)
        tally.judge("not_speech", good=not taken)


def timeline(tally: Tally, gold: Gold, facts: Facts) -> None:
    """By place and date."""
    items, found = gold.items["timeline"], facts.timeline
    met = pair(found, items, lambda event, item: event.written_as.overlaps(item.span) and event.date == item["date"])
    tally.found += len(found)
    tally.gold += len(items)
    tally.right += len(met)
    tally.hit += len(met)
    text, reached = gold.article.text, set(met.values())
    tally.errors += [f"missing  {it['date']} {words(text, it.span)}" for j, it in enumerate(items) if j not in reached]
    tally.errors += [
        f"too much {event.date} {words(text, event.written_as)}" for i, event in enumerate(found) if i not in met
    ]


def people(tally: Tally, gold: Gold, facts: Facts) -> None:
    """By the last word of the name; then the role."""
    found, asked, text = facts.people, gold.people, gold.article.text
    met = pair(found, asked, lambda one, other: name_words(one.name)[-1:] == name_words(other["name"])[-1:] != [])
    # two people of one surname: the full names decide which is which
    exact = pair(found, asked, lambda one, other: name_words(one.name) == name_words(other["name"]))
    met = {i: j for i, j in met.items() if i not in exact and j not in exact.values()} | exact
    tally.found += len(found)
    tally.gold += len(asked)
    tally.right += len(met)
    tally.hit += len(met)
    reached = set(met.values())
    tally.errors += [f"missing  {person['name']}" for j, person in enumerate(asked) if j not in reached]
    tally.errors += [f"too much {person.name}" for i, person in enumerate(found) if i not in met]
    for i, j in met.items():
        wanted = set(name_words(asked[j]["role"]))
        if wanted:
            role = found[i].role
            named = set(name_words(role.of(text))) if role else set()
            if not tally.judge("role", good=len(wanted & named) * 2 >= len(wanted)):
                tally.errors.append(f"role     {role and role.of(text)!r} for {asked[j]['role']!r}: {found[i].name}")


READERS: dict[str, Callable[[Tally, Gold, Facts], None]] = {
    "summary": summary,
    "key_figures": key_figures,
    "quotes": quotes,
    "timeline": timeline,
    "background": background,
    "open_questions": open_questions,
    "people": people,
}
