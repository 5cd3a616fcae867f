"""How surely a date of the article and a date of a reference are about the same event."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from auditor.checks.dates.compare.dated import Dated, families, listed
from auditor.language.words import terms
from auditor.model.date import Grain
from auditor.model.text import Text

STEM = 5
"""Letters that forms of one word share at least: ``explode``, ``explosion``. A guess."""

NEAR, FAR = 10, 45
"""Days between two dates up to which one event is easily misdated, and from which on it is rarely.
A guess."""

NEVER = 2.0

Needs = tuple[float, float, float, float]

SURE: Mapping[str, Needs] = {
    "near": (0.3, 0.5, 0.65, 0.8),
    "unknown": (0.45, 0.6, 0.75, 0.85),
    "middle": (0.45, 0.6, 0.75, 0.9),
    "far": (0.75, 0.85, 0.9, NEVER),
}
LIKELY: Mapping[str, Needs] = {
    "near": (0.2, 0.35, 0.5, 0.65),
    "unknown": (0.2, 0.35, 0.5, 0.65),
    "middle": (0.3, 0.45, 0.6, 0.7),
    "far": (0.6, 0.75, 0.8, NEVER),
}
"""The overlap that it takes where the dates hang on the same word, on a related one, on words that
stand together elsewhere, on others. Set on the development half of `benchmarks.dates`."""

SHORT = frozenset({Grain.DAY, Grain.WEEKEND, Grain.WEEK, Grain.MONTH})

TELLING = 0.6
"""The overlap that it takes for two tellings to be one. A guess."""


AKIN = 0.8
"""How alike the words are that two dates hang on where they are of one family."""

MOST_OF_A_YEAR = 300
"""Days from which on two dates of a festival are two festivals. A guess."""

REPEATED = 0.9
"""From this overlap on a sentence about another year's festival is rather this one's. A guess."""

REPORTED = 3
"""Days after an event within which a dated line may be a link to the report on it. A guess."""

FEW = 3
"""With fewer words of its own, a row of a timeline may tell of any event of its kind. A guess."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """How alike two dated events are.

    Attributes:
        head: 1 where the dates hang on the same word, less where on a related one, 0 on others.
        overlap: the share of the information of the poorer sentence that the other holds too,
            in [0, 1].
        clash: whether the events must be two: others act, elsewhere, the first and the second.
        apart: whether they may well be two.
        grain: whether both dates speak of about as much time.
        long: whether one of the dates is a year or more.
        telling: whether the dates hang on a verb of telling, which people do every day.
        thin: whether so little is told that another event of the kind may be meant.
        yearly: whether the event is of a kind that comes back every year, and not told at length
            in the same words.
        mute: whether neither can deny the other: a caption names what the other does not date, or
            a line of a list may state the day of the report.
    """

    head: float
    overlap: float
    clash: bool
    apart: bool
    grain: bool
    long: bool
    telling: bool
    thin: bool
    yearly: bool
    mute: bool

    @property
    def score(self) -> float:
        """One figure to rank by."""
        return round(0.5 * self.head + 0.5 * self.overlap - (0.3 if self.clash else 0.0), 4)

    def is_sure(self, gap: int | None) -> bool:
        """Tell whether both are surely one event; the nearer in time, the less else it takes."""
        if self.clash or self.apart or self.thin or self.mute or self._is_another_year(gap):
            return False
        of_one_length = self.grain or not self.long
        return of_one_length and self._reaches(_needed(SURE, gap, self.long))

    def is_likely(self, gap: int | None) -> bool:
        """Tell whether both are more likely than not one event."""
        if self.clash or self.mute or (self._is_another_year(gap) and self.overlap < REPEATED):
            return False
        return self._reaches(_needed(LIKELY, gap, self.long))

    def _is_another_year(self, gap: int | None) -> bool:
        return self.yearly and gap is not None and gap >= MOST_OF_A_YEAR

    def _reaches(self, needs: Needs) -> bool:
        same, akin, beside, other = needs
        if self.telling:
            same, akin = max(same, TELLING), max(akin, TELLING)
        if not self.grain and not self.long:
            return self.overlap >= other
        if not self.grain and self.head < AKIN:  # 3 May 2010 for a year, 2009
            return False
        steps = ((1.0, same), (AKIN, akin), (0.5, beside), (0.0, other))
        return self.overlap >= next(need for head, need in steps if self.head >= head)


@dataclass(frozen=True, slots=True)
class Worth:
    """How much each term tells: its inverse document frequency over the references' sentences.

    Attributes:
        unseen: what a term tells that no reference holds: as much as the rarest one there.
    """

    terms: Mapping[str, float]
    unseen: float

    def of(self, words: Iterable[str]) -> float:
        """Return what words tell together."""
        return sum(self.terms.get(term, self.unseen) for term in words)


def weights(references: Iterable[Text]) -> Worth:
    """Return how much each term of the references tells."""
    counted: Counter[str] = Counter()
    total = 0
    for text in references:
        for sentence in text.sentences:
            total += 1
            counted.update({term.key for term in terms(sentence)})
    told = {term: math.log(1 + total / n) for term, n in counted.items()}
    return Worth(told, max(told.values(), default=1.0))


def sameness(article: Dated, reference: Dated, weight: Worth) -> Sameness:
    """Return how alike the events of two dates are."""
    head, overlap = _head(article, reference), _overlap(article, reference, weight)
    repeated = overlap >= REPEATED
    return Sameness(
        head,
        overlap,
        article.traits.clashes(reference.traits),
        article.traits.is_apart(reference.traits),
        _is_alike(article.date.grain, reference.date.grain),
        bool({article.date.grain, reference.date.grain} & {Grain.YEAR, Grain.DECADE}),
        bool(article.heads & reference.heads & listed("telling")),
        article.row is not None and len(article.words) < FEW,
        not repeated and bool(_parts(article) & _parts(reference) & listed("yearly")),
        _is_mute(article, reference, head),
    )


def _parts(dated: Dated) -> frozenset[str]:
    return dated.heads | dated.others


def _is_mute(article: Dated, reference: Dated, head: float) -> bool:
    """Tell whether a row is no ground for a conflict."""
    if article.row and not article.row.acts and head < AKIN:
        return True
    if reference.row is None:
        return False
    days = [(b.first - a.first).days for a in article.spans for b in reference.spans]
    return reference.row.alone or any(0 < later <= REPORTED for later in days)


def _needed(table: Mapping[str, Needs], gap: int | None, is_long: bool) -> Needs:
    if is_long:
        return table["far"]
    if gap is None:
        return table["unknown"]
    return table["near" if gap <= NEAR else "middle" if gap <= FAR else "far"]


def _is_alike(mine: Grain, theirs: Grain) -> bool:
    """Tell whether both speak of as much time, or one of a day and one of a month at most."""
    return mine is theirs or (Grain.DAY in (mine, theirs) and {mine, theirs} <= SHORT)


def _head(article: Dated, reference: Dated) -> float:
    """Return how alike the words are that the dates hang on."""
    mine, theirs = article.heads, reference.heads
    plain = listed("light")
    if (mine & theirs) - plain:
        return 1.0
    if _akin(mine - plain, theirs - plain):
        return AKIN
    if mine & theirs & plain and article.others & reference.others:
        return AKIN
    beside = (mine | article.others) - plain, (theirs | reference.others) - plain
    if beside[0] & beside[1] or _akin(*beside):
        return 0.5
    return 0.3 if mine & theirs else 0.0


def _akin(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether a word of each is of one family or one stem."""
    return any(_are_akin(one, two) for one in mine for two in theirs)


@lru_cache(maxsize=65536)
def _are_akin(one: str, two: str) -> bool:
    known = families()
    return bool(known.get(one, frozenset()) & known.get(two, frozenset())) or _share_stem(one, two)


def _share_stem(one: str, two: str) -> bool:
    same = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        same += 1
    return same >= STEM and max(len(one), len(two)) - same <= STEM


def _overlap(article: Dated, reference: Dated, weight: Worth) -> float:
    """Return the shared information over that of the poorer of both, neighbours counting half."""
    mine, theirs = weight.of(article.words), weight.of(reference.words)
    shared = weight.of(article.words & reference.words)
    beside = article.words & (reference.near - reference.words)
    if article.row:  # so short that the event's word in another form weighs too much
        own = (article.heads & article.words) - reference.words
        akin = [term for term in own if _akin([term], reference.heads)]
        shared += weight.of(akin)
        beside -= set(akin)
    shared += 0.5 * weight.of(beside)
    poorer = max(min(mine, theirs), 0.5 * mine, 1e-9)
    return min(1.0, shared / poorer)
