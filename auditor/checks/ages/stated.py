"""Ages of things and times since their beginning, as the article states them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.checks.ages.aged_things import LEXICON, Thing, listed, subject_of, theme_of, thing_at
from auditor.checks.dates.find.calendar_words import counts, either
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import VERBS, children, verb_above
from auditor.model.date import Grain
from auditor.model.text import Sentence, Text, Token

HEDGES = ("under", "over", "nearly", "about", "barely")

DAYS = {
    "day": 1.0,
    "week": 7.0,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
}
GRAINS = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}

ROOM = 0.1
"""How far a stated age may lie off, as a share: of a decade a year. A guess."""

BELOW, ABOVE = 0.6, 1.1
"""How many of its units a stated age may lie off: who is two years old is not yet three, and a year
and a half is soon told as two. A guess."""


_PART = re.compile(r"\b(?:half|of|quarter|and|every|another|or|to)[ -]$", re.I)
"""Before a count: it is but a part of the figure (``two and a half years``), or repeats."""


@dataclass(frozen=True, slots=True)
class StatedAge:
    """An age at ``start:end`` of the article, ``less than one year old``.

    Attributes:
        count, unit: as stated.
        hedge: ``under``, ``over``, ``nearly``, ``about``, ``barely``, "" where it stands alone.
    """

    start: int
    end: int
    text: str
    sentence: Sentence
    count: int
    unit: str
    hedge: str
    thing: Thing

    @property
    def span(self) -> tuple[float, float]:
        """Return the days that it can mean, from fewest to most."""
        size, n = DAYS[self.unit], float(self.count)
        below, above = max(BELOW, ROOM * n), max(ABOVE, ROOM * n)
        low, high = {
            "under": (0.0, n * 1.03),
            "over": (n * 0.97, float("inf")),
            "nearly": (n * 0.7, n * 1.05),
            "about": (n - 1.5 * below, n + 1.5 * above),
            "barely": (n - below, n + above),
        }.get(self.hedge, (n - below, n + above))
        return max(0.0, low) * size, high * size


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon(LEXICON)
    hedges = "|".join(f"(?P<{key}>{either(words[key])})" for key in HEDGES)
    number = either(word for word in counts() if word != "the")
    count = rf"(?:(?:{hedges})[ -])?(?:(?P<count>\d{{1,3}}|{number})[ -])"
    unit = r"(?P<unit>day|week|month|year|decade|century)"
    return (
        re.compile(rf"(?<![\w.,$£€-]){count}?{unit}s?[ -]old\b", re.I),
        re.compile(rf"(?<![\w.,$£€-]){count}{unit}s?,? (?P<since>after|since|into)\b", re.I),
    )


def stated_ages(text: Text) -> Iterator[StatedAge]:
    """Yield the ages of things in a text, in text order; ages of people are left alone."""
    for sentence in text.sentences:
        for n, pattern in enumerate(_patterns()):
            for match in pattern.finditer(sentence.text):
                if _PART.search(sentence.text[max(0, match.start() - 12) : match.start()]):
                    continue
                at = sentence.start + match.end()
                thing = (_of_old if n == 0 else _since)(sentence.tokens, at)
                if thing is not None:
                    yield _stated_age(sentence, match, thing)


def _stated_age(sentence: Sentence, match: re.Match[str], thing: Thing) -> StatedAge:
    word = (match["count"] or "a").lower()
    hedge = next((key for key in HEDGES if match[key]), "")
    start = sentence.start + match.start()
    return StatedAge(
        start,
        sentence.start + match.end(),
        match[0],
        sentence,
        int(word) if word.isdigit() else counts()[word],
        match["unit"].lower(),
        hedge,
        thing,
    )


def _of_old(tokens: Sequence[Token], end: int) -> Thing | None:
    """Return what is as old as the words that end at a place say."""
    at = next((n for n, token in enumerate(tokens) if token.end == end), None)
    if at is None:
        return None
    above = tokens[at].head
    if tokens[above].pos in VERBS:  # the government is a year old
        if tokens[above].lemma not in {"be", "turn", "become"}:
            return None
        return _subject(tokens, above)
    named = thing_at(tokens, above)
    if tokens[above].dep == "attr":  # Norda is a year-old company
        return _joined(named, _subject(tokens, tokens[above].head))
    return named if named.groups else None


def _since(tokens: Sequence[Token], end: int) -> Thing | None:
    """Return what began where an anchor behind ``after`` tells of a beginning."""
    at = next((n for n, token in enumerate(tokens) if token.end == end), None)
    if at is None:
        return None
    if tokens[at].dep == "mark":
        return _begun(tokens, tokens[at].head)
    below = list(children(tokens, at, "pobj", "pcomp"))
    if not below:
        return None
    anchor = below[0]
    if tokens[anchor].pos == "NOUN" and tokens[anchor].lemma in listed("nouns"):
        return _owner(tokens, anchor, at)
    if tokens[anchor].pos == "NOUN" and tokens[anchor].lemma in listed("events"):
        thing = thing_at(tokens, anchor)
        return thing if thing.definite else None
    if tokens[anchor].tag == "VBG" and _is_office(tokens, anchor):
        return _subject(tokens, _verb(tokens, at))
    return None


def _begun(tokens: Sequence[Token], verb: int) -> Thing | None:
    """Return what began by the verb of a clause; for a pronoun the subject of the main clause."""
    theme = theme_of(tokens, verb)
    if theme is None:
        return None
    if tokens[theme].pos == "PRON":
        above = _subject(tokens, _verb(tokens, tokens[verb].head))
        return above if tokens[theme].lemma == "it" else None
    thing = thing_at(tokens, theme)
    return thing if thing.groups and thing.definite else None


def _owner(tokens: Sequence[Token], anchor: int, at: int) -> Thing | None:
    """Return what the founding is of: ``Norda’s founding``, ``the founding of the firm``."""
    for n, token in enumerate(tokens):
        if token.head == anchor and token.dep == "poss":
            if token.pos == "PRON":
                return _subject(tokens, _verb(tokens, at))
            return thing_at(tokens, n)
        if (
            token.dep == "pobj"
            and tokens[token.head].head == anchor
            and tokens[token.head].lemma == "of"
        ):
            return thing_at(tokens, n)
    return None


def _is_office(tokens: Sequence[Token], verb: int) -> bool:
    phrases = listed("office")
    return any(
        f"{tokens[verb].lemma} {token.lemma}" in phrases
        for token in tokens
        if token.dep in {"dobj", "pobj"} and verb in {token.head, tokens[token.head].head}
    )


def _verb(tokens: Sequence[Token], n: int) -> int:
    """Return the nearest verb at or above a token, the token itself where there is none."""
    verb = verb_above(tokens, n)
    return n if verb is None else verb


def _subject(tokens: Sequence[Token], verb: int) -> Thing | None:
    """Return the subject of a verb, or what a relative clause is about; None for a person."""
    n = subject_of(tokens, verb)
    if n is None:
        return None
    if tokens[n].tag in {"WDT", "WP"} and tokens[verb].dep == "relcl":
        return _known(thing_at(tokens, tokens[verb].head))
    person = tokens[n].pos == "PRON" or tokens[n].entity == "PERSON"
    return None if person else _known(thing_at(tokens, n))


def _known(thing: Thing) -> Thing | None:
    return thing if thing.groups or thing.names else None


def _joined(one: Thing, other: Thing | None) -> Thing | None:
    """Return one thing under both of its descriptions."""
    if other is None:
        return one if one.groups else None
    return Thing(one.groups | other.groups, one.names | other.names, one.definite or other.definite)
