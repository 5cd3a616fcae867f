"""How much of one reference stands in another, word for word or nearly so.

Wire copy under several names keeps its sentences. Which references share any is looked up; only
those pairs are compared, by rapidfuzz, so that five hundred references take no longer than a few.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz, process

from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind

SHORTEST_LINE = 6
"""Words of a sentence by which texts are compared: shorter ones are alike by chance. A guess."""

ALIKE = 90.0
"""Likeness (rapidfuzz ratio) from which a sentence is the same but for its editing. A guess."""

SHARED = 2
"""Sentences that two references share to the letter before they are compared. A guess."""

MOST_SHARING = 40
"""References that share one sentence; what stands in more, as a footer does, tells nothing."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two references by their places, and the share of each that stands in the other, in [0, 1]."""

    one: int
    other: int
    of_one: float
    of_other: float


def overlaps(texts: Sequence[Text]) -> Iterator[Overlap]:
    """Yield the overlap of each two references that share sentences, in loading order."""
    lines = [tuple(dict.fromkeys(filter(None, map(line, _telling(text))))) for text in texts]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(lines):
        for words in own:
            holders[words].append(n)
    shared = Counter(
        pair
        for places in holders.values()
        if len(places) <= MOST_SHARING
        for pair in combinations(places, 2)
    )
    for one, other in sorted(pair for pair, times in shared.items() if times >= SHARED):
        yield Overlap(
            one, other, _share(lines[one], lines[other]), _share(lines[other], lines[one])
        )


def line(sentence: Sentence) -> str:
    """Return a sentence's words as they are compared, "" where they are too few."""
    words = "".join(c if c.isalnum() else " " for c in sentence.text.casefold()).split()
    return " ".join(words) if len(words) >= SHORTEST_LINE else ""


def _telling(text: Text) -> Iterator[Sentence]:
    """Yield the sentences that are news and no quotation: two reporters hear the same words."""
    for sentence in text.sentences:
        quoted = sum(q.end - q.start for q in within(text.quotes, sentence))
        is_news = sentence.kind not in {SentenceKind.BOILERPLATE, SentenceKind.HEADING}
        if is_news and 2 * quoted < sentence.end - sentence.start:
            yield sentence


def _share(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """Return the share of the characters of sentences that stand among others."""
    held = sum(len(words) for words in mine if words in theirs or _is_near(words, theirs))
    return held / sum(map(len, mine))


def _is_near(words: str, theirs: Sequence[str]) -> bool:
    return process.extractOne(words, theirs, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None
