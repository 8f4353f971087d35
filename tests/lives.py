"""Made-up lives of a briefing: an article that changes, a reader that changes, and a person who edits in between.

The reader here is a small one of its own, so that thousands of lives are lived in a minute; what merging is
given is what the real one gives: a `Draft` with the place of every item's words.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefsite.article import Article, read_article
from briefsite.briefing import Draft, Merged, Sidecar, decode, encode, merge
from briefsite.briefing.ids import item_id
from briefsite.briefing.items import KeyFigure, Point, Quote
from briefsite.briefing.merge.layout import Layout
from briefsite.briefing.model import SECTIONS, Briefing, SourceFile
from briefsite.briefing.sidecar import digest
from briefsite.source import Source
from briefsite.typography import find_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from briefsite.briefing.record import Record

TOPICS = (
    "The river {a} rose by {n} metres near the old mill on Monday night.",
    "About {n} homes in the valley of {a} were left without power.",
    "“We have {n} pumps and we need more of them,” said Mara Lind of {a}.",
    "“Nobody in {a} had warned us,” said Jon Brekke, who keeps {n} cows.",
    "The county will spend {n} million crowns on the levee at {a}.",
    "In 20{n} the same stretch of the river at {a} broke through.",
    "Whether the school in {a} will open again in {n} days is not known.",
    "He declined to comment.",
    "Some {n} roads around {a} were closed: the signs said “no entry”.",
)
PLACES = ("Harrow", "Orva", "Calder Bend", "Mill Lane")


@dataclass(frozen=True)
class Said:
    """One sentence: what it is about, and how it says it."""

    topic: int
    place: int
    number: int

    def text(self) -> str:
        return TOPICS[self.topic].format(a=PLACES[self.place], n=self.number)


@dataclass(frozen=True)
class Reader:
    """What a reader takes from an article, and how it says it."""

    skipped: frozenset[int] = frozenset()
    """Topics that it does not see."""
    is_reversed: bool = False
    label: str = "level"
    with_unit: bool = False

    def read(self, text: str) -> tuple[Draft, Article, str]:
        data = text.encode()
        article = read_article(Source("seeds/flood.txt", text))
        spans: dict[str, tuple] = {}
        sections: dict[str, list] = {section: [] for section in SECTIONS}
        paragraphs = list(article.paragraphs)
        for paragraph in reversed(paragraphs) if self.is_reversed else paragraphs:
            for sentence in paragraph.sentences:
                words = sentence.span.of(text)
                topic = next(n for n, shape in enumerate(TOPICS) if _shape(shape).fullmatch(words))
                if topic in self.skipped:
                    continue
                for section, item, span in self._items(topic, words, sentence.span, f"p{paragraph.number}", text):
                    item = item.model_copy(update={"id": item_id(section, item, spans)})
                    spans[item.id] = (span,)
                    sections[section].append(item)
        briefing = Briefing(
            title="The river rises",
            date="2026-03-02",
            sources=(SourceFile(file="seeds/flood.txt", publisher="Vale Post"),),
            **{section: tuple(items) for section, items in sections.items()},
        )
        return Draft(briefing=briefing, spans=spans), article, hashlib.sha256(data).hexdigest()

    def _items(self, topic: int, words: str, span, source: str, text: str):
        if topic in (0, 1, 7):
            yield "summary", Point(text=words, source=(source,)), span
        if topic in (4, 5, 8):
            yield "background", Point(text=words, source=(source,)), span
        if topic in (0, 1, 4):
            number = re.search(r"\d+", words)
            yield (
                "key_figures",
                KeyFigure(
                    label=f"{self.label} of {'river' if topic == 0 else 'homes' if topic == 1 else 'money'}",
                    value=number.group(),
                    unit=("metre", "homes", "", "", "crown")[topic] if self.with_unit else None,
                    evidence=(words,),
                    source=(source,),
                ),
                span,
            )
        if topic in (2, 3):
            said = words[1 : words.index("”")].rstrip(",")
            (place,) = find_words(text, said, span)
            yield "quotes", Quote(speaker="Mara Lind" if topic == 2 else None, text=(said,), source=(source,)), place


def _shape(topic: str) -> re.Pattern[str]:
    return re.compile(re.escape(topic).replace(r"\{a\}", r"[\w ]+").replace(r"\{n\}", r"\d+"))


def article_of(sentences: Sequence[Said]) -> str:
    """Two sentences a paragraph at most; the number of the first decides, so that it moves with its sentences."""
    paragraphs: list[list[str]] = []
    for sentence in sentences:
        if paragraphs and len(paragraphs[-1]) < 2 and sentence.number % 3 == 0:
            paragraphs[-1].append(sentence.text())
        else:
            paragraphs.append([sentence.text()])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs) + "\n"


@dataclass
class Life:
    """A briefing with its memory, and what a person did to it, which must never be undone."""

    random: Random
    sentences: list[Said] = field(default_factory=list)
    reader: Reader = field(default_factory=Reader)
    text: str = ""
    sidecar: Sidecar | None = None
    snapshots: dict[str, Article] = field(default_factory=dict)
    edited: dict[tuple[str, str], str] = field(default_factory=dict)
    """Id and key → the value that a person wrote."""
    deleted: set[str] = field(default_factory=set)
    own: dict[str, str] = field(default_factory=dict)
    """The words of a person's own items → their id, once they have one."""
    comments: dict[str, str | None] = field(default_factory=dict)
    """Comments → the id of the item that they belong to, if they do."""
    touched: set[str] = field(default_factory=set)
    said_before: dict[tuple[str, str], object] = field(default_factory=dict)
    """Id and key → what the machine had written where a person wrote something else."""
    count: int = 0

    def __post_init__(self) -> None:
        numbers = range(2, 30)
        self.sentences = [
            Said(topic, self.random.randrange(len(PLACES)), self.random.choice(numbers))
            for topic in self.random.sample(range(len(TOPICS)), self.random.randint(3, len(TOPICS)))
        ]
        self.reader = Reader(with_unit=self.random.random() < 0.5)
        draft, article, sha256 = self.reader.read(article_of(self.sentences))
        self.text = encode(draft.briefing)
        self.sidecar = Sidecar.of(draft, sha256={"s1": sha256}, text=self.text)
        self.snapshots[sha256[:12]] = article

    def draft(self, *, keep_mine: bool = False) -> Merged:
        """The draft stage: the file and its memory brought up to date."""
        draft, article, sha256 = self.reader.read(article_of(self.sentences))
        merged = merge(
            self.sidecar,
            decode(Source("briefing/flood.yaml", self.text)),
            draft,
            article,
            sha256=sha256,
            today="2026-03-09",
            snapshots={name: old for name, old in self.snapshots.items() if name != sha256[:12]},
            keep_mine=keep_mine,
        )
        self.snapshots[sha256[:12]] = article
        self.text, self.sidecar = merged.text, merged.sidecar
        return merged

    @property
    def is_edited(self) -> bool:
        """Whether a person ever changed a byte: a file that is the machine's own follows the draft in its order."""
        return digest(self.text) != self.sidecar.pristine

    @property
    def briefing(self) -> Briefing:
        decoded = decode(Source("briefing/flood.yaml", self.text))
        assert decoded.problems == (), [problem.message for problem in decoded.problems]
        assert decoded.briefing is not None
        return decoded.briefing

    # --- the article changes -----------------------------------------------------------------------------

    def change_article(self) -> None:
        change = self.random.choice(("reword", "insert", "drop", "swap", "look-alike"))
        at = self.random.randrange(len(self.sentences))
        old = self.sentences[at]
        if change == "reword":
            self.sentences[at] = Said(old.topic, old.place, self.random.randrange(2, 30))
        elif change in ("insert", "look-alike"):
            topic = old.topic if change == "look-alike" else self.random.randrange(len(TOPICS))
            new = Said(topic, self.random.randrange(len(PLACES)), self.random.randrange(2, 30))
            self.sentences.insert(self.random.randint(0, len(self.sentences)), new)
        elif change == "drop" and len(self.sentences) > 2:
            del self.sentences[at]
        else:
            other = self.random.randrange(len(self.sentences))
            self.sentences[at], self.sentences[other] = self.sentences[other], self.sentences[at]

    def change_reader(self) -> None:
        self.reader = Reader(
            skipped=frozenset(self.random.sample(range(len(TOPICS)), self.random.randint(0, 4))),
            is_reversed=self.random.random() < 0.3,
            label=self.random.choice(("level", "number", "sum")),
            with_unit=self.random.random() < 0.5,
        )

    # --- a person edits, as text -------------------------------------------------------------------------

    def edit(self) -> None:
        self.random.choice(
            (
                self._edit_value,
                self._edit_value,
                self._delete,
                self._add,
                self._swap,
                self._comment,
                self._comment,
                self._blank_line,
                self._requote,
                self._note,
                self._head,
                self._to_other_section,
                self._to_braces,
                self._line_ends,
            )
        )()

    def _layout(self) -> Layout:
        return Layout(decode(Source("briefing/flood.yaml", self.text)))

    def _pick(self) -> tuple[Layout, str, int, object] | None:
        layout = self._layout()
        sections = layout.decoded.briefing.sections()
        found = [(section, index, item) for section, items in sections.items() for index, item in enumerate(items)]
        return (layout, *self.random.choice(found)) if found else None

    def _unique(self, words: str) -> str:
        self.count += 1
        return f"{words} {self.count}"

    def _replace(self, start: int, end: int, new: str) -> None:
        self.text = self.text[:start] + new + self.text[end:]

    def _style(self, value: str) -> str:
        return self.random.choice((value, f'"{value}"', f"'{value}'"))

    def _edit_value(self) -> None:
        if not (picked := self._pick()):
            return
        layout, section, index, item = picked
        keys = [key for key in layout.keys((section, index)) if key in ("text", "label", "speaker", "evidence")]
        if not keys or item.id not in self._stored(layout):
            return
        key = self.random.choice(keys)
        place = layout.decoded.places[section, index, key]
        value = self._unique("My own words")
        self.own = {words: id for words, id in self.own.items() if id != item.id} | (
            {value: item.id} if item.id in self.own.values() and key == "text" else {}
        )
        self._replace(place.start, place.end, self._style(value))
        self.edited[item.id, key] = value
        self.touched.add(item.id)
        record = self._record(item.id)
        if record and (item.id, key) not in self.said_before:
            self.said_before[item.id, key] = record.fields.get(key)

    def _record(self, id: str) -> Record | None:
        return next((record for record in self.sidecar.records if record.id == id), None)

    def _stored(self, layout: Layout) -> set[str]:
        return {
            place.of(layout.text).strip("\"'")
            for path, place in layout.decoded.places.items()
            if len(path) == 3 and path[2] == "id"
        }

    def _delete(self) -> None:
        if not (picked := self._pick()):
            return
        layout, section, index, item = picked
        if layout.is_flow((section,)) or not self._can_cut(layout, section, index):
            return
        start, end = layout.lines(section, index)
        gone = self.text[start:end]
        self._replace(start, end, "")
        if item.id in self._stored(layout):
            self.deleted.add(item.id)
        self.own = {words: id for words, id in self.own.items() if words not in gone}
        self.edited = {key: value for key, value in self.edited.items() if key[0] != item.id}
        self.said_before = {key: value for key, value in self.said_before.items() if key[0] != item.id}
        self.comments = {comment: id for comment, id in self.comments.items() if comment not in gone}

    def _can_cut(self, layout: Layout, section: str, index: int) -> bool:
        """Whether the item's lines can be taken out by themselves: a file without its last line end is awkward."""
        return layout.lines(section, index)[1] < len(self.text) or self.text.endswith("\n")

    def _add(self) -> None:
        layout = self._layout()
        section = self.random.choice(("summary", "background"))
        count = layout.count(section)
        if not count or layout.is_flow((section,)):
            return
        index = self.random.randrange(count)
        dash = layout.dash(section, index)
        indent = " " * (dash - layout.line_start(dash))
        words = self._unique("The line was electrified")
        lines = [f"{indent}- text: {self._style(words)}", f"{indent}  source: editor"]
        id = f"mine-{self.count}" if self.random.random() < 0.4 else None
        if id:
            lines.append(f"{indent}  id: {id}")
        newline = layout.newline
        start = layout.lines(section, index)[0]
        self._replace(start, start, "".join(f"{line}{newline}" for line in lines))
        self.own[words] = id or ""

    def _swap(self) -> None:
        if not (picked := self._pick()):
            return
        layout, section, index, _ = picked
        if index == 0 or layout.is_flow((section,)) or not self._can_cut(layout, section, index):
            return
        (start, end), (start2, end2) = layout.lines(section, index - 1), layout.lines(section, index)
        items = layout.decoded.briefing.sections()[section]
        text = self.text
        self.text = text[:start] + text[start2:end2] + text[end:start2] + text[start:end] + text[end2:]
        self.touched.update((items[index - 1].id, items[index].id))

    def _comment(self) -> None:
        if not (picked := self._pick()):
            return
        layout, section, index, item = picked
        if layout.is_flow((section,)) or layout.is_flow((section, index)) or not self._can_cut(layout, section, index):
            return
        comment = self._unique("# look at this again:")
        start, end = layout.lines(section, index)
        kind = self.random.choice(("above", "behind", "inside", "head"))
        if kind == "above":
            self._replace(start, start, f"{' ' * self.random.choice((0, 2, 4))}{comment}{layout.newline}")
        elif kind == "head":
            at = layout.line_start(layout.decoded.keys[(section,)].start)
            self._replace(at, at, f"{comment}{layout.newline}")
        else:
            keys = layout.keys((section, index))
            key = self.random.choice(keys)
            at = layout.end((section, index, key))
            if kind == "behind":
                if self.text[at : at + 1] not in ("\n", "\r", ""):
                    return
                self._replace(at, at, f"  {comment}")
            else:
                at = layout.line_end(at)
                if at >= end:
                    return
                self._replace(at, at, f"      {comment}{layout.newline}")
        if kind != "head":
            self.touched.add(item.id)
        self.comments[comment] = item.id

    def _blank_line(self) -> None:
        if (picked := self._pick()) and not picked[0].is_flow((picked[1],)):
            layout, section, index, _ = picked
            at = layout.lines(section, index)[0]
            self._replace(at, at, layout.newline)

    def _requote(self) -> None:
        """Other quotation marks around the same words."""
        if not (picked := self._pick()):
            return
        layout, section, index, item = picked
        for key in ("text", "label"):
            value = getattr(item, key, None)
            value = value[0] if isinstance(value, tuple) and len(value) == 1 else value
            if isinstance(value, str) and "'" not in value and '"' not in value and "\\" not in value:
                place = layout.decoded.places[section, index, key]
                self._replace(place.start, place.end, self.random.choice((f'"{value}"', f"'{value}'")))
                return

    def _note(self) -> None:
        if not (picked := self._pick()):
            return
        layout, section, index, item = picked
        if item.note or layout.is_flow((section,)) or layout.is_flow((section, index)):
            return
        if item.id not in self._stored(layout) or not self._can_cut(layout, section, index):
            return
        key = layout.decoded.keys[section, index, layout.keys((section, index))[0]]
        indent = " " * (key.start - layout.line_start(key.start))
        note = self._unique("I asked them")
        at = layout.lines(section, index)[1]
        self._replace(at, at, f"{indent}note: {note}{layout.newline}")
        self.edited[item.id, "note"] = note
        self.touched.add(item.id)

    def _head(self) -> None:
        layout = self._layout()
        if self.random.random() < 0.5:
            place = layout.decoded.places[("status",)]
            self._replace(place.start, place.end, "reviewed")
            self.edited["", "status"] = "reviewed"
        else:
            place = layout.decoded.places[("title",)]
            value = self._unique("My headline")
            self._replace(place.start, place.end, value)
            self.edited["", "title"] = value

    def _to_other_section(self) -> None:
        if not (picked := self._pick()):
            return
        layout, section, index, item = picked
        other = {"summary": "background", "background": "summary"}.get(section)
        if not other or not layout.count(other) or layout.is_flow((section,)) or layout.is_flow((other,)):
            return
        if item.id not in self._stored(layout) or not self._can_cut(layout, section, index):
            return
        start, end = layout.lines(section, index)
        lines = self.text[start:end]
        to = layout.lines(other, 0)[0]
        for at, stop, new in sorted(((start, end, ""), (to, to, lines)), reverse=True):
            self._replace(at, stop, new)
        self.touched.add(item.id)

    def _to_braces(self) -> None:
        """An item on one line, as some people and programs write it."""
        if not (picked := self._pick()):
            return
        layout, section, index, item = picked
        if layout.is_flow((section,)) or layout.is_flow((section, index)) or layout.has_comment(section, index):
            return
        if item.id not in self._stored(layout):
            return
        values = {key: getattr(item, key) for key in layout.keys((section, index))}
        shown = ", ".join(f"{key}: {_flow(value)}" for key, value in values.items())
        place = layout.decoded.places[section, index]
        self._replace(place.start, place.end, f"{{{shown}}}")

    def _line_ends(self) -> None:
        if self.random.random() < 0.5:
            self.text = self.text.replace("\r\n", "\n").replace("\n", "\r\n")
        else:
            self.text = self.text.removesuffix("\n").removesuffix("\r")


def _flow(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]" if len(value) > 1 else _flow(value[0])
    escaped = str(getattr(value, "value", value)).replace("'", "''")
    return f"'{escaped}'"
