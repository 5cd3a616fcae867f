"""Rows of our own material: stories that ship under ``fixtures/``, twins, and pairs by kind."""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.pairs.pairs import Pair, kinds_of, read
from benchmarks.quality.files import references_of, text_of
from benchmarks.quality.rows import Row, Wrong
from training.rows.corpus import Case, Claim, Label, corpus, split

STORIES = Path(__file__).parents[2] / "fixtures" / "stories"

NAMED = {
    "name": ("name", "event", "role"),
    "place": ("place", "name", "event"),
    "date": ("date", "event", "internal"),
    "number": ("number", "event", "internal"),
    "quote": ("quote", "attribution"),
    "attribution": ("attribution", "quote", "name", "role"),
    "negation": ("negation", "support"),
    "role": ("role", "name", "number"),
    "certainty": ("certainty", "support"),
    "event": ("event", "name", "place", "date", "number", "role"),
    "cause": ("support", "role"),
    "invented": ("support", "name", "number", "quote", "date", "place"),
}
"""Categories of findings that name a planted error of each kind."""


def stories(half: str) -> Iterator[Row]:
    """Yield each story of ``develop`` or ``gate`` twice: with its planted errors, and corrected."""
    for folder in sorted((STORIES / half).iterdir()):
        article, clean = text_of(folder / "article.txt"), text_of(folder / "clean.txt")
        references = references_of(folder)
        planted = json.loads(text_of(folder / "planted.json"))
        wrong = tuple(_planted(article, one["words"], one["kind"]) for one in planted)
        yield Row(f"stories {half}", folder.name, article, references, wrong)
        yield Row(f"stories {half}", f"{folder.name} corrected", clean, references, ())


def _planted(article: str, words: str, kind: str) -> Wrong:
    start = article.index(words)
    return Wrong(start, start + len(words), NAMED[kind], kind)


def twins(part: str) -> Iterator[Row]:
    """Yield each sentence of ``dev`` or ``test`` by itself beside the reports of its case."""
    for case in corpus():
        if split(case.id) == part:
            for n, claim in enumerate(case.sentences):
                yield _twin(case, n, claim, part)


def _twin(case: Case, n: int, claim: Claim, part: str) -> Row:
    """Return a row; of a single sentence all counts as wrong, wherever the mark stands."""
    references = tuple(
        (f"r{k}.txt", f"{report.date.isoformat()}\n\n{report.text}")
        for k, report in enumerate(case.reports, start=1)
    )
    wrong = (
        ()
        if claim.label is Label.SUPPORTED
        else (Wrong(0, len(claim.text), kind=claim.kind.value if claim.kind else ""),)
    )
    last = max(report.date for report in case.reports)
    return Row(f"twins {part}", f"{case.id}.{n}", claim.text, references, wrong, last)


def pairs(part: str) -> Iterator[Row]:
    """Yield the wrong and the faithful article of each pair of ``dev``, ``kept`` or ``later``."""
    for kind in kinds_of(part):
        for pair in read(kind, part):
            yield from _pair(pair, kind, part)


def _pair(pair: Pair, kind: str, part: str) -> Iterator[Row]:
    references = tuple((f"report {n}.txt", text) for n, text in enumerate(pair.reports, start=1))
    start = pair.wrong.index(pair.words)
    wrong = (Wrong(start, start + len(pair.words), kind=kind),)
    name = f"{kind} {pair.id}"
    yield Row(f"pairs {part}", name, pair.wrong, references, wrong)
    yield Row(f"pairs {part}", f"{name} faithful", pair.faithful, references, ())
