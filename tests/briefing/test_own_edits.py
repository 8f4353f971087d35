"""What an editor of this repository's briefings would write in their own words, and what a slip in it looks like."""

from __future__ import annotations

import pytest

from briefsite.article import read_article
from briefsite.briefing import decode, verify
from briefsite.source import Source
from command import REPOSITORY

SEEDS = {path.stem[11:]: path for path in (REPOSITORY / "seeds").glob("*.txt")}


def told(seed: str, text: str, evidence: str) -> list[str]:
    """The words that are warned of in a point of the summary with this evidence."""
    source = Source.read(SEEDS[seed])
    article = read_article(source)
    (paragraph,) = [each.number for each in article.paragraphs if evidence in each.span.of(source.text)]
    items = f"summary:\n  - text: {text}\n    evidence: {evidence!r}\n    source: p{paragraph}\n"
    decoded = decode(Source("b.yaml", f"title: x\nsources: [{{file: a}}]\n{items}"))
    assert decoded.briefing
    verified = verify(decoded, slug="x", articles={"s1": article})
    assert all(problem.code in ("A010", "A011", "A012") for problem in verified.problems)
    return [problem.span.of(problem.source.text) for problem in verified.problems if problem.span]


SHIPS = "island-climate-summit"
BANK = "merrin-central-bank-cuts-rate"
FOOD = "kestrel-foods-annual-results"
FLOOD = "flood-in-harrow-vale"
TERNS = "tern-navigation-study"
INQUIRY = "harrow-vale-levee-inquiry"
MEASLES = "measles-outbreak-lode"
BOATS = "channel-crossings"

HONEST = [
    (BOATS, "Some 37,000 people crossed in 2024.", "About 37,000 people were detected crossing the channel in 2024"),
    (BOATS, "In the first half of 2025 crossings rose by half.", "more than 20,000 made the crossing in the first six months of 2025, up by about 50%"),
    (BOATS, "Macron blames work that is easy to find in the UK.", "the perception it is easy for unauthorized migrants to find work in the U.K"),
    (BOATS, "Britain shares more with France than before, Starmer says.", "We’ve got a new specialist intelligence unit in Dunkirk and we’re the first government to persuade the French"),
    (BOATS, "Mihnea Cuibus of Oxford calls it a game of cat and mouse.", "And it becomes a bit of a game of cat and mouse."),
    (BOATS, "The Rwanda plan ended when Starmer took office.", "it was scrapped by Starmer soon after he took office in July 2024"),
    (BANK, "The Bank of Merrin cut its rate by 0.25 points to 3.75 percent.", "The Bank of Merrin cut its main interest rate by a quarter of a percentage point to 3.75% on Thursday"),
    (BANK, "On 5 February the bank cut its rate to 3.75%.", "cut its main interest rate by a quarter of a percentage point to 3.75% on Thursday"),
    (BANK, "Six voted for it, three against.", "The vote was 6-3."),
    (BANK, "Governor Alice Rennick sees room for one more cut, not for three.", "One more cut this year is possible. Three are not."),
    (BANK, "The next meeting is on 19 March 2026.", "The bank next meets on March 19."),
    (BANK, "Rennick leaves at the end of June unless she is asked to stay.", "own term ends on June 30, and the government has not said whether it will offer her another"),
    (FOOD, "Kestrel shuts 2 of its 11 factories and sheds 900 jobs.", "Kestrel Foods will close two of its eleven factories and cut about 900 jobs"),
    (FOOD, "Profit fell to €212m from €331m on sales of €3.9bn.", "Profit before tax dropped to €212 million in the year to 31 December, from €331 million a year earlier, on sales that rose 4% to €3.9 billion."),
    (FOOD, "Cocoa cost Kestrel €120m more than it had planned, Helene Quist said.", "Cocoa cost us €120 million more than we planned"),
    (FOOD, "The BWU was told eleven minutes ahead.", "The Bakery Workers’ Union (BWU) said it had been told by e-mail eleven minutes before"),
    (FOOD, "The union's members heard it from the radio, says Piet Sandvik.", "She found out from the radio."),
    (MEASLES, "Cases doubled in one week, to 212, and 38 nurseries closed.", "ordered 38 nurseries to close on Tuesday after the number of measles cases in the city doubled in a week to 212"),
    (MEASLES, "Only 71% of two-year-olds are fully vaccinated; 95% would be needed.", "71 per cent of two-year-olds in Lode had received both doses of the vaccine, well short of the 95 per cent"),
    (MEASLES, "Ferris Gale lost his licence in 2021.", "Vaccination has been falling since 2019, when a popular television doctor, Ferris Gale, claimed without evidence that the injection weakens children’s bones. He lost his licence two years later."),
    (MEASLES, "Yasmin Odell warned that measles spreads fast.", "It spreads faster than rumours do."),
    (MEASLES, "First cases were reported on 28 January, the opposition says.", "The opposition on the city council says the first cases were reported on January 28"),
    (SHIPS, "91 countries agreed to tax the fuel of ships.", "Ninety-one countries agreed on Sunday to tax the fuel of ships for the first time"),
    (SHIPS, "It should raise 6 to 9 billion dollars a year.", "a deal that should raise $6 billion to $9 billion a year"),
    (SHIPS, "The Alliance of Low Islands sees an effect of under half a percent.", "The ALI puts the effect at “less than half a percent”."),
    (SHIPS, "Tessaly and Merrin stayed out.", "The two largest ship-owning nations, Tessaly and Merrin, did not sign."),
    (SHIPS, "Seas could rise by up to 40 cm by 2060.", "will rise by between 24 and 40 centimetres (9 to 16 inches) by 2060"),
    (TERNS, "Of 181 birds, 87 percent flew near an adult that was no kin of theirs.", "Of the 181 birds whose devices could be read, 87% had flown within 50 kilometres of an unrelated adult"),
    (TERNS, "Nadia Ekström's team wants to move 40 chicks and hopes to hear in June.", "Her team has applied for permission to move 40 chicks to an island 300 km (186 miles) to the east, where the winds differ, and expects an answer in June."),
    (TERNS, "Less than 10% of the birds that flew alone came back.", "Fewer than one in ten of the birds that travelled alone came back"),
    (FLOOD, "About 4,200 homes in Harrow Vale were emptied on 11 March.", "About 4,200 homes were emptied in Harrow Vale on Wednesday night"),
    (FLOOD, "Prime Minister Hallam promised 30m crowns.", "promised 30 million crowns ($4.1 million) in emergency aid"),
    (FLOOD, "The Ister River Board blames owners who would not sell.", "The IRB blames the delay on landowners who refused to sell"),
    (FLOOD, "An inquiry in 2018 found the levees too weak.", "An inquiry the following year found that the levees had been built for a river that carried a third less water."),
    (INQUIRY, "A report of January 2025 put repairs at 6.2m crowns, 3% of the budget.", "reached the board in January 2025. It put the cost of urgent repairs at 6.2 million crowns, about 3 per cent of the board’s budget"),
    (INQUIRY, "Insurers paid for 25% of 2,900 claims.", "Insurers have so far paid for only one in four of the 2,900 claims filed."),
    (INQUIRY, "Maud Ferrant says that she wrote to the ministry twice.", "I wrote to the ministry twice"),
]  # fmt: skip
SLIPS = [
    (BOATS, "Some 39,000 people crossed in 2024.", "About 37,000 people were detected crossing the channel in 2024", ["39,000"]),
    (BOATS, "The Rwanda plan was Sunak's.", "came up with a contentious plan in 2022 to deport asylum-seekers arriving by boat to Rwanda", ["Sunak"]),
    (BANK, "The Bank of Merrin cut its rate to 3.5% on Friday.", "The Bank of Merrin cut its main interest rate by a quarter of a percentage point to 3.75% on Thursday", ["3.5", "Friday"]),
    (BANK, "The bank next meets on 19 May.", "The bank next meets on March 19.", ["May"]),
    (FOOD, "Kestrel shuts three factories and cuts 900 jobs.", "Kestrel Foods will close two of its eleven factories and cut about 900 jobs", ["three"]),
    (FOOD, "The Swiss rival Nestlé shuts two factories.", "Kestrel Foods will close two of its eleven factories", ["Nestlé"]),
    (MEASLES, "Gale lost his licence in 2022.", "Ferris Gale, claimed without evidence that the injection weakens children’s bones. He lost his licence two years later.", ["2022"]),
    (SHIPS, "The levy starts at $15 in 2026.", "The levy begins at $15 for each ton of carbon dioxide in 2028", ["2026"]),
    (SHIPS, "Tessaly and Lethmark stayed out.", "The two largest ship-owning nations, Tessaly and Merrin, did not sign.", ["Lethmark"]),
    (TERNS, "Of 118 birds, 87% flew near an adult.", "Of the 181 birds whose devices could be read, 87% had flown within 50 kilometres of an unrelated adult", ["118"]),
    (FLOOD, "Prime Minister Hallman promised 30 million crowns.", "Prime Minister Edvard Hallam flew over the valley on Thursday morning and promised 30 million crowns", ["Hallman"]),
    (FLOOD, "Hallam promised 30 billion crowns.", "Prime Minister Edvard Hallam flew over the valley on Thursday morning and promised 30 million crowns", ["30 billion"]),
    (INQUIRY, "Repairs would have cost 62 million crowns.", "It put the cost of urgent repairs at 6.2 million crowns", ["62 million"]),
]  # fmt: skip


def test_every_briefing_of_the_repository_is_edited() -> None:
    assert {seed for seed, *_ in HONEST} == set(SEEDS)


@pytest.mark.parametrize(("seed", "text", "evidence"), HONEST, ids=[text for _, text, _ in HONEST])
def test_an_honest_edit_is_not_warned_of(seed: str, text: str, evidence: str) -> None:
    assert told(seed, text, evidence) == []


@pytest.mark.parametrize(("seed", "text", "evidence", "words"), SLIPS, ids=[text for _, text, *_ in SLIPS])
def test_a_slip_is_shown_at_the_very_word(seed: str, text: str, evidence: str, words: list[str]) -> None:
    assert told(seed, text, evidence) == words
