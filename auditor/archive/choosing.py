"""Which of the reports that are near an article is held against: its story, and what else it tells.

The nearest are its story's. A sentence that none of them has may tell of another event: the report
that has it comes along, and so what the article mixed up is found where it happened.
"""

from collections.abc import Iterator, Sequence

from auditor.archive.ranking import Candidate, Ranking, weight

NEAR = 0.33
"""Of the score of the nearest report, what another of the same story has (benchmarks/archive)."""

LEAST = 0.4
"""The share of a sentence that a report of the story has at the least, or its words are in common
by chance. A guess."""

MOST = 8
"""Reports of one story, what an editor lays side by side; how many more are near is told. With 12 a
fortieth more of the hidden references was found and half as much again was read."""

HELD = 0.85
"""The share of a sentence that a report must have to come along for it. A guess."""

LACKED = 0.6
"""The share of a sentence, in the best report of the story, below which it has it not. A guess."""

TELLING = 12.0
"""Information of a sentence below which it tells of no event: two rare words. A guess."""


def of_story(ranked: Ranking) -> tuple[Candidate, ...]:
    """Return the reports of the article's own story, nearest first, however many."""
    least = NEAR * max((candidate.score for candidate in ranked.candidates), default=0.0)
    return tuple(
        candidate
        for candidate in ranked.candidates
        if candidate.score >= least and max(candidate.shares, default=0.0) >= LEAST
    )


def chosen_of(ranked: Ranking) -> tuple[Candidate, ...]:
    """Return the reports that are an article's references: of its story, and beside it."""
    story = of_story(ranked)[:MOST]
    return (*story, *beside(ranked, story))


def beside(ranked: Ranking, story: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the reports that have a sentence which none of the story's has, each once."""
    return tuple(dict.fromkeys(_beside(ranked, story)))


def _beside(ranked: Ranking, story: Sequence[Candidate]) -> Iterator[Candidate]:
    for n, unit in enumerate(ranked.question.sentences):
        if weight(ranked.holders, unit) < TELLING:
            continue
        if max((candidate.shares[n] for candidate in story), default=0.0) >= LACKED:
            continue
        best = max(ranked.candidates, key=lambda candidate: (candidate.shares[n], candidate.score))
        if best.shares[n] >= HELD:
            yield best
