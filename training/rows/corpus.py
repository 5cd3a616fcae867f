"""The corpus of newsroom twins, ``training/twins/*.jsonl``: reports with true and wrong sentences.

A line is a case. Nothing may give a sentence away but the reports: `overlap_auc` and `alone_auc`
say how far the share of a report's words, or the sentence's words alone, tell true from wrong.
"""

import datetime
import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from training.measure.metrics import auc

FOLDER = Path(__file__).parents[1] / "twins"

FOLDS = 5
"""Parts of the corpus, by case, of which each is told from the words of the others."""

SHORT = 3
"""Letters of a word that says nothing of how near a sentence is to its reports."""


class Label(StrEnum):
    """What the reports say of a sentence; partly is true but for a detail that no report has."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    PARTIAL = "partial"
    UNSUPPORTED = "unsupported"


class Kind(StrEnum):
    """What is wrong with a sentence."""

    ROLE = "role"
    PRONOUN = "pronoun"
    EVENT = "event"
    CAUSE = "cause"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    ANTONYM = "antonym"
    NAME = "name"
    PLACE = "place"
    NUMBER = "number"
    DATE = "date"
    QUOTE = "quote"
    INSERTION = "insertion"
    UNRELATED = "unrelated"


class _Values(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Report(_Values):
    """A news report with its day of publication."""

    date: datetime.date
    text: str


class Claim(_Values):
    """A sentence about the reports of its case.

    Attributes:
        kind, wrong: what is wrong, and the words that are; None where it is supported.
        twin: the number of the supported sentence that it edits, None for none.
    """

    text: str
    label: Label
    kind: Kind | None
    wrong: str | None
    twin: int | None


class Case(_Values):
    """Reports of one story with true and wrong sentences about it, in mixed order."""

    id: str
    domain: str
    reports: tuple[Report, ...] = Field(min_length=1)
    sentences: tuple[Claim, ...]


def corpus(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Return the cases of all files in a folder, files by name.

    Raises:
        ValidationError: where a line is no case.
    """
    return tuple(
        Case.model_validate_json(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )


def split(case: str) -> str:
    """Return ``train``, ``dev`` or ``test`` for the id of a case: 80, 10 and 10 in 100."""
    tenth = hashlib.sha256(case.encode()).digest()[0] * 10 // 256
    return {8: "dev", 9: "test"}.get(tenth, "train")


def faults(case: Case) -> Iterator[str]:
    """Yield what is off in the form of a case."""
    for n, claim in enumerate(case.sentences):
        at = f"{case.id}, sentence {n}"
        if claim.label is Label.SUPPORTED:
            if claim.kind or claim.wrong or claim.twin is not None:
                yield f"{at}: supported, yet something is wrong"
            if any(claim.text in report.text for report in case.reports):
                yield f"{at}: copied from a report"
            continue
        if claim.kind is None or not claim.wrong or claim.wrong not in claim.text:
            yield f"{at}: does not say which of its words are wrong"
        if claim.twin is not None and not (
            0 <= claim.twin < len(case.sentences)
            and case.sentences[claim.twin].label is Label.SUPPORTED
        ):
            yield f"{at}: its twin is not supported"
    if len({claim.text for claim in case.sentences}) < len(case.sentences):
        yield f"{case.id}: a sentence stands twice"


def overlap_auc(cases: Sequence[Case], kind: Kind | None = None) -> float:
    """Return how well nearness to the reports' words tells true sentences from wrong ones.

    .5 says nothing. With a `kind`, wrong ones of that kind alone are told from their own twins.
    """
    rows = [(case, claim) for case in cases for claim in _compared(case, kind)]
    return auc(
        [claim.label is Label.SUPPORTED for _, claim in rows],
        [_overlap(case, claim) for case, claim in rows],
    )


def _compared(case: Case, kind: Kind | None) -> Iterator[Claim]:
    for claim in case.sentences:
        if kind is None:
            yield claim
        elif claim.kind is kind:
            yield claim
            if claim.twin is not None:
                yield case.sentences[claim.twin]


def _overlap(case: Case, claim: Claim) -> float:
    held = {word for report in case.reports for word in _words(report.text)}
    own = [word for word in _words(claim.text) if len(word) > SHORT]
    return sum(word in held for word in own) / max(1, len(own))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+(?:[’'-]\w+)*", text.lower())


def alone_auc(cases: Sequence[Case]) -> float:
    """Return how well the words of sentences alone tell true ones from wrong ones.

    Naive Bayes on words and pairs of words, each part of the cases told from the others.
    """
    truths: list[bool] = []
    scores: list[float] = []
    for fold in range(FOLDS):
        seen = [case for n, case in enumerate(cases) if n % FOLDS != fold]
        odds = _odds(seen)
        for case in cases[fold::FOLDS]:
            for claim in case.sentences:
                truths.append(claim.label is Label.SUPPORTED)
                scores.append(sum(odds.get(term, 0.0) for term in _terms(claim)))
    return auc(truths, scores)


def _odds(cases: Sequence[Case]) -> dict[str, float]:
    """Return for each term the log odds that a sentence with it is supported."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for case in cases:
        for claim in case.sentences:
            counts[claim.label is Label.SUPPORTED].update(_terms(claim))
    true, wrong = counts[True], counts[False]
    share = (true.total() + 1) / (wrong.total() + 1)
    return {
        term: math.log((true[term] + 1) / (wrong[term] + 1) / share) for term in {*true, *wrong}
    }


def _terms(claim: Claim) -> frozenset[str]:
    words = _words(claim.text)
    return frozenset((*words, *map(" ".join, pairwise(words))))
