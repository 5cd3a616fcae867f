"""References grouped by what they report: those of one group tell of one event or story.

Two references are as alike as the cosine of their words, each weighed by how few of the
references have it, proper names twice (Salton and Buckley 1988). Groups are merged by the mean
likeness of their members until no two are alike enough.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from auditor.knowledge.places import is_known
from auditor.language.vectors import vectors
from auditor.language.words import fold, terms
from auditor.model.text import Text
from auditor.model.words import NameKind, SentenceKind

ONE_EVENT = 0.08
"""Groups less alike than this report different events.

Measured on random choices of 2 to 10 references from three sets of ten news reports, each on two
like events: at 0.08 1 in 8 pairs on one event is split and 1 in 1,000 pairs on two events merged;
at 0.1 1 in 5 was split, at 0.06 1 in 30 is merged. Halves of single reports, 2 or 3 to a choice:
1 in 5 split, 1 in 25 merged. Weights by sentences instead of references merge a third.
"""

NAME_WORTH = 2.0
"""What a proper name counts beside another word. Swept with `ONE_EVENT`."""

DAYS_APART, LESS_ALIKE, MORE_ALIKE = 10, 0.5, 4.0
"""Days between two reports that make one event less likely, and how much less or more so.

At 0.5 two strikes in one city a month apart stay two, at 0.6 they do not. An editor who puts two
reports of nearly one day side by side means one story, in whatever words: in the stories to develop
on (twelve, of three reports each) the least likeness is .02, and without this all were split.
"""

SHARED_RARE, OF_FEWER, RARE_ENOUGH = 2, 0.5, 3
"""Words of names that news hardly has, which two reports on distant days both hold, and the share
of those of the report that holds fewer beyond which the later one is the sequel; and how many tell
so whatever their share. Of 31 such pairs on one story that were split without this 23 hold so many,
of 78 pairs of reports on two like events none (the development half of `benchmarks.pairs` and forty
stories more; the bundles)."""

SHARED_NAMES = 3
"""Words of names, days and months among them, that make a single report one on a story that others
tell. A guess: reports of one of the stories to develop on share 0 to 15."""

Words = Mapping[str, tuple[int, float]]
"""How often each word stands in a reference, and what it is worth."""

Weights = Mapping[str, float]
"""What each word of a reference counts."""

Alike = Mapping[tuple[int, int], float]
"""How alike two references are, by their indexes, the smaller one first."""


@dataclass(frozen=True, slots=True)
class Account:
    """A reference: its words, those of names among them, and when it was written.

    Attributes:
        rare: words of names that are no words of news English, countries and cities left out.
        people: persons named in full whose last names are rare.
        day: None where it is unknown.
    """

    words: Words
    names: frozenset[str]
    rare: frozenset[str]
    people: frozenset[str]
    day: date | None


def groups(references: Sequence[Text], days: Sequence[date | None]) -> tuple[tuple[int, ...], ...]:
    """Return the references in groups, by their indexes, each in order, by the first of each group.

    `days` tells for each reference when it was written, None where that is unknown. Two references
    alone are of one story where they share a name that news hardly has: of 15 pairs on one story
    that were told apart (`benchmarks.pairs`, `dev` and `later`) 11 share one.
    """
    accounts = [_account(text, day) for text, day in zip(references, days, strict=True)]
    every = tuple(range(len(accounts)))
    if len(accounts) == 2 and accounts[0].rare & accounts[1].rare:
        return (every,)
    alike = _alike(every, accounts)
    grouped = [part for group in _merged(every, alike) for part in _parted(group, accounts)]
    return tuple(sorted(_with_angles(grouped, alike, accounts)))


def _merged(members: Sequence[int], alike: Alike) -> list[tuple[int, ...]]:
    """Return the members in groups, merged by mean likeness until no two are alike enough."""
    grouped: list[tuple[int, ...]] = [(n,) for n in members]
    while len(grouped) > 1:
        score, a, b = max(
            (_mean(alike, grouped[a], grouped[b]), -a, -b)
            for a, b in combinations(range(len(grouped)), 2)
        )
        if score < ONE_EVENT:
            break
        both = tuple(sorted((*grouped[-a], *grouped[-b])))
        grouped = [*(group for n, group in enumerate(grouped) if n not in {-a, -b}), both]
    return grouped


def _parted(group: tuple[int, ...], accounts: Sequence[Account]) -> list[tuple[int, ...]]:
    """Return a group in parts where, seen by itself, it tells of events on distant days.

    Among reports on other things two like events look as one, for what both hold is rare there; so
    the reports of a group are compared anew among themselves, and so are those of its parts.
    """
    if not any(_are_apart(accounts[a], accounts[b]) for a, b in combinations(group, 2)):
        return [group]
    parts = _merged(group, _alike(group, accounts))
    if len(parts) == 1:
        return parts
    return [smaller for part in parts for smaller in _parted(part, accounts)]


def _alike(members: Sequence[int], accounts: Sequence[Account]) -> Alike:
    """Return how alike each two of the references are, whose words are weighed among these."""
    weights = dict(zip(members, _weights([accounts[n].words for n in members]), strict=True))
    return {
        (a, b): _likeness(weights[a], weights[b]) * _nearness(accounts[a], accounts[b])
        for a, b in combinations(members, 2)
    }


def _with_angles(
    grouped: Sequence[tuple[int, ...]], alike: Alike, accounts: Sequence[Account]
) -> list[tuple[int, ...]]:
    """Return the groups, single reports put with the group whose story they tell otherwise.

    A report that stands alone is another angle on a story with which it shares names, unless its
    day is known and no report of that story is of nearly that day.
    """
    merged = [group for group in grouped if len(group) > 1]
    for (alone,) in (group for group in grouped if len(group) == 1):
        fit = [
            group
            for group in merged
            if any(len(accounts[alone].names & accounts[n].names) >= SHARED_NAMES for n in group)
            and not all(_are_apart(accounts[alone], accounts[n]) for n in group)
        ]
        best = max(fit, key=lambda group: (_mean(alike, (alone,), group), group), default=())
        merged = [*(group for group in merged if group != best), tuple(sorted((*best, alone)))]
    return merged


def _are_apart(a: Account, b: Account) -> bool:
    """Tell whether two reports were written on distant days, and neither is the other's sequel."""
    if a.day is None or b.day is None or abs((a.day - b.day).days) <= DAYS_APART:
        return False
    shared, fewer = len(a.rare & b.rare), min(len(a.rare), len(b.rare))
    is_sequel = shared >= RARE_ENOUGH or (shared >= SHARED_RARE and shared > OF_FEWER * fewer)
    return not (is_sequel or a.people & b.people)


def _account(text: Text, day: date | None) -> Account:
    names = _names(text)
    known = vectors().rows
    rare = frozenset(
        name for name in names if len(name) > 1 and name not in known and not is_known(name)
    )
    people = frozenset(
        name.text.casefold()
        for name in text.names
        if name.kind is NameKind.PERSON and " " in name.text and fold(name.text.split()[-1]) in rare
    )
    return Account(_words(text, names), names, rare, people, day)


def _names(text: Text) -> frozenset[str]:
    """Return the words of the names in a text."""
    return frozenset(
        fold(token.text)
        for sentence in text.sentences
        if sentence.kind is not SentenceKind.BOILERPLATE
        for token in sentence.tokens
        if token.pos == "PROPN"
    )


def _words(text: Text, names: Collection[str]) -> Words:
    """Return how often each content word stands in a text with such names, and what it counts."""
    counts: Counter[str] = Counter()
    for sentence in text.sentences:
        if sentence.kind is not SentenceKind.BOILERPLATE:
            counts.update(term.key for term in terms(sentence))
    return {word: (n, NAME_WORTH if word in names else 1.0) for word, n in counts.items()}


def _weights(texts: Sequence[Words]) -> list[Weights]:
    spread = Counter(word for text in texts for word in text)
    return [
        {
            word: (1 + math.log(n)) * worth * math.log((len(texts) + 1) / spread[word])
            for word, (n, worth) in text.items()
        }
        for text in texts
    ]


def _likeness(a: Weights, b: Weights) -> float:
    length = math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
    return sum(weight * b.get(word, 0.0) for word, weight in a.items()) / length if length else 0.0


def _nearness(a: Account, b: Account) -> float:
    if a.day is None or b.day is None:
        return 1.0
    return LESS_ALIKE if _are_apart(a, b) else MORE_ALIKE


def _mean(alike: Alike, a: Sequence[int], b: Sequence[int]) -> float:
    return sum(alike[min(x, y), max(x, y)] for x, y in product(a, b)) / (len(a) * len(b))
