"""What references say of when things began: founded in 2007, took office in May, a year ago."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.checks.ages.aged_things import Thing, governing, listed, subject_of, theme_of, thing_at
from auditor.checks.dates.compare.dated import Dated
from auditor.checks.dates.find.calendar_words import month_numbers, weekday_numbers
from auditor.checks.dates.find.governor import governor
from auditor.language.tree import VERBS, climb
from auditor.language.words import fold
from auditor.model.date import Grain, Origin, Side
from auditor.model.text import Token

DATED = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.SEASON, Grain.DECADE})

DASHES = frozenset({"-", "–", "—", "--"})
"""They end a dateline."""


class Kind(StrEnum):
    """What begins: a thing, the time of who is elected, of who comes to power."""

    THING = "thing"
    ELECTED = "elected"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class Beginning:
    """A thing of a reference with the date of its beginning.

    Attributes:
        kind: whether the thing began, or somebody's time in office, who then is the thing.
        beside: folded words of the names in the sentence, without those of a dateline and
            without the first word, which has its capital anyway.
    """

    dated: Dated
    thing: Thing
    kind: Kind
    beside: frozenset[str]

    def is_of(self, thing: Thing) -> bool:
        """Tell whether it may be the beginning of a thing that the article tells of."""
        if self.kind is Kind.THING:
            return thing.may_be(self.thing)
        if not thing.groups & governing():
            return False
        if thing.names and self.thing.names:
            return bool(thing.names & self.thing.names)
        return thing.definite and (bool(self.thing.groups & governing()) or not thing.names)


def beginnings(dates: Sequence[Dated]) -> Iterator[Beginning]:
    """Yield the beginnings among the dates of the references, in the order given."""
    for one in dates:
        if one.date.grain not in DATED or one.date.origin is Origin.ANCHORED:
            continue
        if one.date.bound not in {Side.ON, Side.SINCE}:
            continue
        at = governor(one.sentence, one.date)
        if at is not None and one.sentence.tokens[at].lemma in {"less", "more"}:
            at = one.sentence.tokens[at].head  # less than a year ago
        if at is not None:
            yield from _at(one, one.sentence.tokens, at)


def names_in(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the folded words of names, those of days and months left out."""
    days = month_numbers().keys() | weekday_numbers().keys()
    return frozenset(fold(token.text) for token in tokens if token.pos == "PROPN") - days


def _at(dated: Dated, tokens: Sequence[Token], at: int) -> Iterator[Beginning]:
    verb = tokens[at]
    if verb.pos not in VERBS:
        return
    below = {n for n, token in enumerate(tokens) if token.head == at}
    if _is_denied(tokens, below):
        return
    line = max((n for n in range(at) if tokens[n].text in DASHES), default=-1)
    beside = names_in(tokens[line + 2 :])
    if kind := _office(tokens, at, below):
        holder = _holder(tokens, at)
        if holder is not None:
            yield Beginning(dated, thing_at(tokens, holder), kind, beside)
        return
    theme = theme_of(tokens, at)
    if theme is not None:
        yield Beginning(dated, thing_at(tokens, _antecedent(tokens, theme)), Kind.THING, beside)


def _holder(tokens: Sequence[Token], at: int) -> int | None:
    """Return who takes an office: the subject, for ``he`` that of the sentence."""
    for n in climb(tokens, at):
        subject = subject_of(tokens, n)
        if subject is not None and tokens[subject].lemma not in {"he", "she", "they"}:
            return _antecedent(tokens, subject)
    return None


def _is_denied(tokens: Sequence[Token], below: set[int]) -> bool:
    future = {"will", "would", "may", "might", "could", "should"}
    return any(
        tokens[n].dep == "neg" or (tokens[n].dep == "aux" and tokens[n].lemma in future)
        for n in below
    )


def _office(tokens: Sequence[Token], at: int, below: set[int]) -> Kind | None:
    """Return how somebody comes into an office by a verb, None where by none."""
    verb, phrases = tokens[at].lemma, listed("office")
    for n, token in enumerate(tokens):
        led = tokens[token.head]
        to = token.dep == "pobj" and led.head == at and led.lemma == "to"
        if (to or (n in below and token.dep == "dobj")) and f"{verb} {token.lemma}" in phrases:
            return Kind.POWER
    passive = any(tokens[n].dep in {"auxpass", "nsubjpass"} for n in below)
    return Kind.ELECTED if passive and verb in phrases else None


def _antecedent(tokens: Sequence[Token], at: int) -> int:
    """Return the noun that ``which`` or ``that`` stands for, the place itself for all else."""
    if tokens[at].tag not in {"WDT", "WP"}:
        return at
    verb = tokens[tokens[at].head]
    return verb.head if verb.dep == "relcl" else at
