"""Passages in which two phrases, or two verbs, have changed places.

No word is new, none is missing: what a sentence says of the one passage is wrong of the other only
by who did what to whom, where and when.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from training.rows.edit_borrowed import (
    circumstances,
    deeds,
    doers,
    is_foreign,
    is_like,
    objects,
    told_inside,
)
from training.rows.edits import match_case, substitute
from training.rows.tags import Tagged, Word
from training.rows.words import words

Span = tuple[int, int]

KINDS = {"doer": doers, "object": objects, "circumstance": circumstances}
MUTUAL = frozenset(
    words(
        "meet marry join face fight play follow divorce equal resemble match know share "
        "accompany contact tie kiss hug embrace confront"
    )
)
"""Verbs by which either may stand for the other, more or less."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A passage with two phrases exchanged, and the sentence that it bears out now.

    `span` is what the new passage does not bear out of the old sentence, `edited` the sentence with
    the other phrase in its place, and where; None where that may not fit there.
    """

    kind: str
    premise: str
    span: Span
    edited: tuple[str, tuple[Span, ...]] | None


def exchanges(near: Tagged, said: Tagged) -> Iterator[Exchange]:
    """Yield each exchange of a phrase that the sentence shares with its passage for another one.

    Both are heads of their phrases once in the passage, so that nothing is left of the old facts,
    and the sentence has the other only where both are doer and object of one verb.
    """
    count = Counter(word.lemma.lower() for word in near.words)
    shared = _once(said)
    for kind, take in KINDS.items():
        phrases = [word for word in take(near) if count[word.lemma.lower()] == 1]
        for mine in phrases:
            same = shared.get(mine.lemma.lower())
            if same is None or same.pos != mine.pos:
                continue
            for theirs in phrases:
                fits = _are_apart(mine, theirs) and is_like(mine, theirs, near, near)
                if fits and is_foreign(theirs.left, theirs.right, near, said):
                    yield _exchange(kind, near, said, (mine, theirs), same)
    yield from _verbs(near, said, count, shared)
    yield from _roles(near, said, count, shared)


def _verbs(
    near: Tagged, said: Tagged, count: Counter[str], shared: dict[str, Word]
) -> Iterator[Exchange]:
    """Yield the exchanges of two verbs of one form and with as much behind them.

    A verb in the place of another reads odd more often than not, so the sentence stays as it is.
    """
    verbs = [pair for pair in deeds(near) if count[pair[0].lemma.lower()] == 1]
    for mine, needs in verbs:
        same = shared.get(mine.lemma.lower())
        if same is None or same.pos != "VERB":
            continue
        for theirs, asks in verbs:
            fits = mine.tag == theirs.tag and needs == asks and mine is not theirs
            if fits and is_foreign(theirs.start, theirs.end, near, said):
                premise, _ = substitute(
                    near.text,
                    [
                        (mine.start, mine.end, match_case(theirs.text, mine.text)),
                        (theirs.start, theirs.end, match_case(mine.text, theirs.text)),
                    ],
                )
                yield Exchange("deed", premise, (same.start, same.end), None)


def _roles(
    near: Tagged, said: Tagged, count: Counter[str], shared: dict[str, Word]
) -> Iterator[Exchange]:
    """Yield the exchanges of doer and object of one verb, all three in the sentence too."""
    given = {word.head: word for word in objects(near)}
    for doer in doers(near):
        patient, verb = given.get(doer.head), near.words[doer.head].lemma.lower()
        if patient is None or verb in MUTUAL or verb not in shared or not _are_apart(doer, patient):
            continue
        heads = doer.lemma.lower(), patient.lemma.lower()
        if not all(head in shared and count[head] == 1 for head in heads):
            continue
        mine, theirs = (shared[head] for head in heads)
        same_sort = doer.pos == patient.pos == mine.pos == theirs.pos and doer.tag == patient.tag
        if same_sort and _are_apart(mine, theirs):
            edited, spans = _swap(said, mine, theirs)
            premise, _ = _swap(near, doer, patient)
            yield Exchange("role", premise, (mine.left, mine.right), (edited, spans[:1]))


def _exchange(
    kind: str, near: Tagged, said: Tagged, pair: tuple[Word, Word], same: Word
) -> Exchange:
    mine, theirs = pair
    premise, _ = _swap(near, mine, theirs)
    fits = not any(
        part.pos in ("VERB", "AUX", "PRON", "PUNCT")
        for part in said.words
        if same.left <= part.start < same.right
    )
    change = (same.left, same.right, _told_at(same.left, said.text, theirs, near))
    edited = substitute(said.text, [change]) if fits else None
    return Exchange(kind, premise, (same.start, same.end), edited)


def _swap(tagged: Tagged, mine: Word, theirs: Word) -> tuple[str, tuple[Span, ...]]:
    """Return the text with the phrases of two nouns exchanged, and where they stand now."""
    return substitute(
        tagged.text,
        [
            (here.left, here.right, _told_at(here.left, tagged.text, there, tagged))
            for here, there in ((mine, theirs), (theirs, mine))
        ],
    )


def _told_at(at: int, text: str, phrase: Word, heard: Tagged) -> str:
    """Return a phrase of `heard` as it stands at an offset of the text, with its capital."""
    told = told_inside(phrase, heard)
    return match_case(told, text[at]) if _opens(text, at) else told


def _once(said: Tagged) -> dict[str, Word]:
    """Return the words of a sentence by lemma, those that it has once."""
    count = Counter(word.lemma.lower() for word in said.words)
    return {key: w for w in said.words if count[key := w.lemma.lower()] == 1}


def _are_apart(mine: Word, theirs: Word) -> bool:
    return mine.right <= theirs.left or theirs.right <= mine.left


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence of the text begins there."""
    before = text[:at].rstrip(" \n\"'“‘")
    return not before or before[-1] in ".!?:"
