"""Who says what a verb of saying tells: its subject, its agent, or whoever the whole clause is about.

Ada Holm told the board on Monday that …   → Ada Holm
“…,” said Ada Holm                         → Ada Holm
it was described by Jo Reyes as …          → Jo Reyes
she went on, adding …                      → she
the news prompted Ada Holm to say …        → Ada Holm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsite.lexicon import words
from briefsite.mentions.speech.cue import Cue
from briefsite.mentions.words.noun_phrases import Phrase, ending_at, forward
from briefsite.mentions.words.reporting import VerbForm, verb_forms
from briefsite.mentions.words.roles import is_role
from briefsite.mentions.words.subjects import before, opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefsite.mentions.words.tokens import Token

_PAUSES = frozenset({",", "—", "–", "--", "-", "...", "…"})
MAX_AGENT = 12
"""How many tokens before a gerund its agent may begin: "condemned by the bishops of the south, saying"."""
_PERCEIVED = frozenset({"heard", "seen", "filmed", "recorded", "overheard"})
_TURNS = frozenset({"but", "while", "whereas", "though", "although"})
_MOVES = frozenset(
    {"for", "moved", "prompted", "led", "forced", "caused", "inspired", "provoked", "drove", "compelled"}
)
_OBJECTS = frozenset({"me", "us", "him", "them", "you"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "wasn’t", "wasn't", "weren’t", "weren't"})


def cue_at(tokens: Sequence[Token], at: int, verb: VerbForm, earlier: Sequence[Cue]) -> Cue:
    """The verb of saying at a token with who says it; `earlier` are those before it in the sentence."""
    if verb.lemma == "quote" and not _is_passive(tokens, at) and (quoted := _quoted(tokens, at)):
        return Cue(at, verb, quoted)
    if at > 2 and (tokens[at - 2].lower, tokens[at - 1].lower) == ("to", "have"):
        return Cue(at, verb, before(tokens, at - 3))  # "Ada Holm is reported to have said"
    if verb.form == "finite" and _is_passive(tokens, at):
        if verb.lemma == "quote" and _reaches(tokens, at, "saying"):
            return Cue(at, verb, before(tokens, at))
        return Cue(at, verb, _agent(tokens, at), passive=True)
    if verb.form == "gerund" and at and tokens[at - 1].lower in words("documents"):
        document = ending_at(tokens, at - 1)
        if document and (author := author_of(tokens, document)):
            return Cue(at, verb, author)
        if verb.lemma in ("say", "read"):
            return Cue(at, verb, document)  # "a sign saying “…”"
    if inverts(tokens, at):
        return Cue(at, verb, forward(tokens, at + 1))
    previous = tokens[at - 1] if at else None
    if verb.form == "gerund" and previous is None:
        return Cue(at, verb, opening(tokens, 0, len(tokens)))  # "Calling it “a farce,” Ada Holm left"
    if verb.form == "gerund" and not (previous and previous.lower in _BE | {"been"}):
        if previous and previous.lower in _PERCEIVED:
            return Cue(at, verb, before(tokens, at - 1))  # "the announcer can be heard saying"
        if own := _own_subject(tokens, at):
            return Cue(at, verb, own)
        quoting = next((cue for cue in reversed(earlier) if cue.verb.lemma == "quote"), None)
        if quoting and previous and previous.lower == "as":
            return Cue(at, verb, quoting.subject)
        return Cue(at, verb, _main_subject(tokens, at, earlier))
    if verb.form == "base" and previous and previous.lower == "to":
        if at > 1 and tokens[at - 2].lower in _OBJECTS:
            return Cue(at, verb, None)  # "People expect me to say": nobody said it
        if moved := _moved(tokens, at - 2) or _is_moved(tokens, at - 2):
            return Cue(at, verb, moved)
        return Cue(at, verb, _main_subject(tokens, at, earlier))
    if previous and previous.lower in ("and", "but", "then", "or"):
        return Cue(at, verb, _clause_subject(tokens, at) or _main_subject(tokens, at, earlier))
    subject = before(tokens, at)
    if verb.judges and subject and _is_apposition(tokens, at, subject):
        return Cue(at, verb, _agent(tokens, at), passive=True)  # "The plan, described by Ada Holm as “a farce”, is"
    if subject is None:
        subject = _main_subject(tokens, at, earlier)
    return Cue(at, verb, subject)


def inverts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the subject stands behind the verb: `“…,” said Ada Holm` and `the plan is “…”, said Ada Holm`.

    Behind "told" stands who heard it: `“…,” Ada Holm, the director, told analysts`.
    """
    verb = verb_forms().get(tokens[at].lower)
    if verb is None or verb.form != "finite" or verb.judges or verb.lemma == "tell" or at + 1 >= len(tokens):
        return False
    if at == 0:  # "Continued Holm: “…”"
        subject = forward(tokens, 1)
        return subject is not None and subject.last + 1 < len(tokens) and tokens[subject.last + 1].text == ":"
    earlier, following = tokens[at - 1], tokens[at + 1]
    if following.word_class in ("preposition", "adverb", "conjunction", "auxiliary") or not following.is_word:
        return False
    if following.lower in ("that", "it", "him", "them", "me", "us", "this", "her"):
        family = following.lower == "her" and at + 2 < len(tokens) and tokens[at + 2].is_word
        if not (family and not tokens[at + 2].word_class):  # "said her family"
            return False
    if earlier.is_quote or (earlier.text in _PAUSES and at > 1 and tokens[at - 2].is_quote):
        return True
    # Further off, "Jo Reyes, the mayor, said Ada Holm was late" must not have Ada Holm say it.
    if earlier.text != ",":
        return False
    own, subject = before(tokens, at), forward(tokens, at + 1)
    if own and own.first == 0:  # but "The plan, said Ada Holm, was late"
        return own.last + 2 == at and subject is not None and tokens[min(subject.last + 1, len(tokens) - 1)].text == ","
    return subject is not None and (subject.last + 1 == len(tokens) or tokens[subject.last + 1].text in (",", "."))


def _is_apposition(tokens: Sequence[Token], participle: int, subject: Phrase) -> bool:
    """Whether a verb only tells of what stands before its comma: not "the mayor, Ada Holm, called it"."""
    if tokens[participle - 1].text != "," or subject.last + 2 != participle:
        return False
    return subject.first == 0 or tokens[subject.first - 1].text != ","


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    place = at - 1
    while place >= 0 and (tokens[place].word_class == "adverb" or tokens[place].lower.endswith("ly")):
        place -= 1
    if place < 0:  # "Called “a farce” by Ada Holm, the plan"
        return at == 0 and len(tokens) > 1 and (tokens[1].is_quote or tokens[1].lower in ("as", "by"))
    return tokens[place].lower in _BE and not tokens[at].lower.endswith("s")


def _agent(tokens: Sequence[Token], at: int) -> Phrase | None:
    for place in range(at + 1, min(len(tokens) - 1, at + 8)):
        if tokens[place].lower == "by":
            return forward(tokens, place + 1)
        if tokens[place].text in (",", ";"):
            break
    return None


def _own_subject(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject right before a gerund: "Jo Reyes saying", "a petition condemned by the bishops, saying"."""
    previous = tokens[at - 1] if at else None
    if previous is None:
        return None
    if previous.is_capitalised and not previous.word_class and not previous.possessive:
        name = ending_at(tokens, at - 1)
        # "with Jo Reyes saying"; but "met Jo Reyes saying" and "wrote to Jo Reyes saying" mean somebody else
        link = tokens[name.first - 1] if name and name.first else None
        if link is None or not link.is_word:
            return name
        return name if link.lower == "with" or link.word_class in ("conjunction", "auxiliary") else None
    if not previous.word_class and (is_role(previous.lower) or previous.lower in words("organisation_words")):
        body = ending_at(tokens, at - 1)
        return body if body and body.first and tokens[body.first - 1].lower == "with" else None
    if previous.text == ",":
        for place in range(at - 2, max(0, at - MAX_AGENT), -1):
            if tokens[place].is_quote or tokens[place].text == ",":
                return None
            if tokens[place].lower == "by" and tokens[place - 1].lower.endswith("ed"):
                agent = forward(tokens, place + 1)
                return agent if agent and agent.last == at - 2 else None
    return None


def author_of(tokens: Sequence[Token], document: Phrase) -> Phrase | None:
    """Who gave out a document: of "Jo Reyes issued a statement" Jo Reyes."""
    verb = document.first - 1
    if verb > 0 and tokens[verb].lower == "out":
        verb -= 1  # "put out a statement"
    if verb < 1:
        return None
    if tokens[verb].lower in words("giving_verbs"):
        return before(tokens, verb)
    giving = tokens[verb].lower.endswith("ing") and f"{tokens[verb].lower[:-3]}ed" in words("giving_verbs")
    return opening(tokens, 0, verb) if giving else None  # "has answered, releasing a statement"


def _quoted(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Whom a paper quotes: "quoted her as saying", "“…,” the paper quoted Ada Holm."."""
    phrase = forward(tokens, at + 1)
    if phrase is None or _reaches(tokens, at, "saying"):
        return phrase
    head = tokens[phrase.head]
    person = head.word_class == "pronoun" or head.is_capitalised or is_role(head.lower)
    ends = phrase.last + 1 == len(tokens) or tokens[phrase.last + 1].text in (".", ",", ":", "as")
    return phrase if person and ends and tokens[at - 1].is_word else None


def _moved(tokens: Sequence[Token], last: int) -> Phrase | None:
    """Who is brought to say something: "the news prompted Ada Holm to say"."""
    if last < 1 or not tokens[last].is_capitalised:
        return None
    first = last
    while first > 1 and (tokens[first - 1].is_capitalised or is_role(tokens[first - 1].lower)):
        first -= 1
    return Phrase(first, last, last) if tokens[first - 1].lower in _MOVES else None


def _sent_out(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Who is brought to put words out: "the storm has prompted the ministers to issue a statement, saying"."""
    for at in range(start, end - 3):
        if tokens[at].lower in _MOVES and tokens[at].lower != "for" and (moved := forward(tokens, at + 1)):
            return moved if tokens[min(moved.last + 1, end)].lower == "to" else None
    return None


def _is_moved(tokens: Sequence[Token], participle: int) -> Phrase | None:
    """Who is brought to say something, in the passive: "Ada Holm was prompted to say"."""
    if participle < 1 or not tokens[participle].lower.endswith(("ed", "ven")) or not _is_passive(tokens, participle):
        return None
    return before(tokens, participle)


def _reaches(tokens: Sequence[Token], at: int, word: str) -> bool:
    return any(token.lower == word for token in tokens[at + 1 : at + 12])


def _clause_subject(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject of the verb that "and" joins with this one: "When Jo Reyes came, Ada Holm laughed and said"."""
    comma = next((i for i in range(at - 2, 0, -1) if tokens[i].text in (",", ";") or tokens[i].is_quote), 0)
    if not comma or tokens[comma].is_quote or comma == at - 2:
        return None
    phrase = forward(tokens, comma + 1)
    if phrase is None or phrase.last + 1 >= at - 1:
        return None
    head, joined = tokens[phrase.head], tokens[phrase.last + 1]
    speaks = head.is_capitalised or head.lower in ("he", "she", "they", "it") or is_role(head.lower)
    past = joined.lower.endswith("ed") or joined.lower in words("irregular_past") or joined.word_class == "auxiliary"
    return phrase if speaks and past and joined.is_word else None


def _main_subject(tokens: Sequence[Token], at: int, earlier: Sequence[Cue]) -> Phrase | None:
    """The subject that a verb without one of its own shares: that of the cue before, or of the whole clause."""
    start = max((i + 1 for i in range(at) if tokens[i].text == ";"), default=0)
    # "the north objected, but the south supported them, saying": the south
    turn = max((i for i in range(start, at - 1) if tokens[i].text == "," and tokens[i + 1].lower in _TURNS), default=0)
    if turn and not any(cue.at > turn for cue in earlier) and (own := opening(tokens, turn + 2, at)):
        return own
    if start < at and tokens[start].is_quote:
        start += 1
    if earlier and tokens[start].word_class in ("preposition", "conjunction"):
        comma = next((i for i in range(start, at) if tokens[i].text == ","), 0)
        main = opening(tokens, start, at) if comma > earlier[-1].at else None
        if main:
            return main  # "As the crowd chanted, she stopped and said": she
    saying = [cue for cue in earlier if cue.subject and not cue.passive]
    if not saying:
        return _sent_out(tokens, start, at) or opening(tokens, start, at)
    chosen = saying[-1]
    if tokens[at - 1].text == ",":  # "Ada Holm said she was glad when Jo Reyes told her, adding": Ada Holm
        for cue in reversed(saying[:-1]):
            if not coordinated(tokens, cue, chosen):
                chosen = cue
    return chosen.subject


def coordinated(tokens: Sequence[Token], outer: Cue, inner: Cue) -> bool:
    """Whether the second verb stands in a clause of its own beside the first, not inside it."""
    if inner.verb.form == "gerund" or inner.subject == outer.subject:
        return True
    assert inner.subject is not None
    start = inner.subject.first
    opens = tokens[0].word_class in ("conjunction", "preposition") or tokens[0].lower.endswith("ing")
    if opens and any(token.text == "," for token in tokens[outer.at : start]):
        return True  # "While Ada Holm praised it, Jo Reyes says it is “…”"
    lead = tokens[max(outer.at + 1, start - 3) : start]
    texts = [token.lower for token in lead]
    if any(token.is_quote for token in tokens[outer.at + 1 : start]):
        return True
    if texts[-2:] == ["only", "for"]:
        return True  # "said all was well, only for Ada Holm to write"
    return any(text in (";", "while", "but") for text in texts) or (
        len(texts) >= 2 and texts[-1] == "and" and texts[-2] == ","
    )
