"""Invented articles for measuring: as many as are wanted, in the forms and lengths of news, the same every time.

Every place, person and institution is made up, and so is every sentence. What is measured on them is time and size,
never how well articles are read: they are more regular than news is.
"""

from __future__ import annotations

import calendar
import datetime as dt
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST_DAY = dt.date(2019, 1, 7)

FIRST = "Agnes Bram Clara Dario Edda Femi Greta Hamid Ines Jonas Kaya Lior Mara Nils Oona Pavel Rhea Sven Tilda Yusuf"
LAST = (
    "Arvold Brekmoor Castellane Dunmarch Eskilby Farrowin Gelderstone Hollerby Ivarsen Jorrisen Kestervale Lindqvar "
    "Marchetto Norrland Okonjy Pellworth Quillane Rostrup Sandemo Tarrowby Ulverin Vantongel Westerholm Ystrand"
)
PLACE = (
    "Ardenmouth|Brackwater|Calder Reach|Dunholt|Eastermoor|Fennick|Garrow Sound|Hallin|Isk|Jarrowby|Kettlesand|"
    "Lorn Bay|Merrow|Northwick Vale|Ostrava Heath|"
    "Pellin|Quarrydale|Ravensey|Stellin|Tornmouth|Uldale|Varnholm|Wexley Cross"
)
BODY = (
    "harbour authority|county council|water board|ferry line|teachers’ union|housing association|regional hospital|"
    "rail operator|fishing cooperative|energy company|national museum|weather service|planning committee|flood agency"
)
ROLE = "director|chair|spokeswoman|spokesman|chief engineer|treasurer|head of operations|deputy mayor|secretary"
TOPIC = "the new ferry terminal|the flood barrier|rural bus routes|the housing plan|the hospital merger|school meals|\
the wind farm|harbour dredging|the night train|water charges|the museum roof|the fishing quota"
VERB = "will cost|is expected to cost|has cost|may cost"
MONTHS = calendar.month_name[1:]

SPEECH = (
    "We have waited {years} years for a decision about {topic}, and people have stopped believing us",
    "Nobody at the {body} was told about {topic} until the week before the vote",
    "If {topic} fails in {place}, it will fail everywhere",
    "I am not going to promise a date that we cannot keep",
    "The figures were on the table and everyone could read them",
    "What happened in {place} must not happen here a second time",
    "There was no money for {topic} last year and there is no money for it now",
)
SENTENCE = (
    "The {body} in {place} said on {weekday} that {topic} {verb} ${amount} million.",
    "About {count} people in {place} depend on it, according to the {body}.",
    "Costs rose by {percent}% in {year}, from ${small} million to ${amount} million.",
    "“{speech},” said {name}, the {role} of the {body}.",
    "“{speech},” {name} told a meeting in {place} on {day} {month} {year}.",
    "{name}, {age}, who has led the {body} since {past}, declined to say when work would begin.",
    "A report published on {day} {month} found that {count} households had been affected by {topic}.",
    "It is not yet known whether the {body} will appeal against the decision.",
    "The first plans for {topic} were drawn up in {past}, when {place} still had its own {body}.",
    "Between {past} and {year} the number of passengers fell from {count} to {fewer}.",
    "Residents of {place} have complained about {topic} since the winter of {past}.",
    "The council voted by {votes} to {against} to delay {topic} until {month}.",
    "{name} said the {body} would publish its figures “before the end of {month}”.",
    "Two in three of the {count} letters that arrived by {weekday} were against the plan.",
    "In {past} a similar scheme in {place} was given up after the {body} ran out of money.",
    "People in {place} say that they heard of it from the radio, and not from those who had decided it.",
    "The doors of the hall were open, and most of those who had come stood outside in the rain and listened.",
    "Neither side has said in public what it would accept, and both say that the other one knows very well.",
    "The letter was read out twice, because at the first reading nobody had believed it.",
    "Among those who spoke there were fishermen, two teachers and the owner of the only shop that is left.",
    "Critics say that {topic} was never meant to be finished, and that everyone in {place} can see why.",
    "The {body} answered that it had followed the law at every step, and that it would go on doing so.",
    "What the plans leave out is who looks after the road once the builders have gone.",
    "Work is due to begin on {day} {month} and to last {years} years.",
)
HEADLINE = (
    "{place} {body} delays {topic}",
    "Costs of {topic} rise by {percent}% in {place}",
    "{name} defends {topic} in {place}",
    "{count} people in {place} wait for {topic}",
)


def articles(number: int) -> Iterator[tuple[str, str]]:
    """(name of the seed without its suffix, text), from about 150 to about 1,200 words."""
    for index in range(number):
        chance = random.Random(f"article {index}")
        day = FIRST_DAY + dt.timedelta(days=index // 2)
        cast = [_person(chance) for _ in range(chance.randint(2, 5))]
        headline = _fill(chance.choice(HEADLINE), chance, day, cast)
        paragraphs = [
            " ".join(_fill(chance.choice(SENTENCE), chance, day, cast) for _ in range(chance.randint(1, 4)))
            for _ in range(min(36, 5 + int(chance.expovariate(1 / 6))))
        ]
        text = f"date: {day.isoformat()}\n\n{headline}\n\n" + "\n\n".join(paragraphs) + "\n"
        yield f"{day.isoformat()}-article-{index:05}", text


def write_seeds(folder: Path, number: int) -> int:
    """Write so many seeds; how many bytes they are."""
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for name, text in articles(number):
        data = text.encode("utf-8")
        (folder / f"{name}.txt").write_bytes(data)
        total += len(data)
    return total


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FIRST.split())} {chance.choice(LAST.split())}"


def _fill(pattern: str, chance: random.Random, day: dt.date, cast: list[str]) -> str:
    past = day.year - chance.randint(2, 30)
    amount = chance.randint(20, 900)
    count = chance.randint(300, 90_000)
    speech = chance.choice(SPEECH) if "{speech}" in pattern else ""
    values = {
        "name": chance.choice(cast),
        "place": chance.choice(PLACE.split("|")),
        "body": chance.choice(BODY.split("|")),
        "role": chance.choice(ROLE.split("|")),
        "topic": chance.choice(TOPIC.split("|")),
        "verb": chance.choice(VERB.split("|")),
        "weekday": chance.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
        "month": chance.choice(MONTHS),
        "day": chance.randint(1, 28),
        "year": day.year,
        "past": past,
        "amount": amount,
        "small": max(2, amount - chance.randint(3, 90)),
        "percent": chance.randint(2, 60),
        "count": f"{count:,}",
        "fewer": f"{count * chance.randint(40, 90) // 100:,}",
        "votes": chance.randint(9, 40),
        "against": chance.randint(1, 8),
        "years": chance.choice(["two", "three", "four", "five", "seven", "ten"]),
        "age": chance.randint(29, 78),
    }
    return pattern.format(speech=speech.format(**values), **values)
