"""Articles made of a report's sentences, some with one detail wrong, the others said otherwise."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.mentions import with_mentions
from auditor.load import document_from_text
from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind
from auditor.text.segment import segment
from benchmarks.events.changes import ERRORS, Change, Maker, stranger, swapped
from benchmarks.events.pairs import Pair
from benchmarks.events.rewrites import rewrites

SENTENCES = 14
"""Sentences of an article, from the beginning of the report."""

WRONG = 0.4
"""Share of the sentences that get an error, the first two never: they say what it is about."""


@dataclass(frozen=True, slots=True)
class Test:
    """A sentence ``start:end`` of an article; what was done to ``wrong`` is of the kind `what`."""

    start: int
    end: int
    wrong: tuple[int, int]
    what: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article with the references that it may rely on."""

    name: str
    text: str
    references: tuple[str, ...]
    tests: tuple[Test, ...]


def article(pair: Pair, unrelated: str) -> Article:
    """Return the article made of a pair, with strangers from a report on something else."""
    dice = random.Random(pair.name)
    own, other = _read(pair.own[0]), _read("\n".join(pair.other))
    reports: dict[Maker, Text] = {stranger: _read(unrelated)}
    parts: list[str] = []
    tests: list[Test] = []
    at = 0
    for n, sentence in enumerate(_told(own)[:SENTENCES]):
        made = _changes(own, sentence, lambda maker: reports.get(maker, other), dice, n)
        text, wrong = _applied(own, sentence, made)
        what = next((change.what for change in made if change.what), "")
        tests.append(Test(at, at + len(text), (at + wrong[0], at + wrong[1]), what))
        parts.append(text)
        at += len(text) + 2
    return Article(pair.name, "\n\n".join(parts), (*pair.own, *pair.other), tuple(tests))


def _read(text: str) -> Text:
    return with_mentions(segment(document_from_text("r1", "r1", text)))


def _told(text: Text) -> list[Sentence]:
    return [
        s
        for s in text.sentences
        if s.kind is SentenceKind.PROSE and 6 <= len(s.text.split()) <= 60 and "\n" not in s.text
    ]


def _changes(
    own: Text,
    sentence: Sentence,
    source: Callable[[Maker], Text],
    dice: random.Random,
    n: int,
) -> tuple[Change, ...]:
    wrong: list[Change] = []
    if n > 1 and dice.random() < WRONG:
        for maker in (swapped, *dice.sample(ERRORS, len(ERRORS))):
            options = list(maker(own, sentence, source(maker), dice))
            if options:
                wrong = [dice.choice(options)]
                break
    quiet = [
        change
        for change in rewrites(own, sentence, dice)
        if not any(change.start < w.end and w.start < change.end for w in wrong)
    ]
    return (*wrong, *quiet)


def _applied(own: Text, sentence: Sentence, made: Sequence[Change]) -> tuple[str, tuple[int, int]]:
    """Return the changed sentence and where in it the wrong words stand."""
    pieces: list[str] = []
    at, length, wrong = sentence.start, 0, (0, 0)
    for change in sorted(made, key=lambda change: change.start):
        before = own.document.text[at : change.start]
        length += len(before)
        if change.what:
            wrong = (length, length + len(change.text))
        pieces += [before, change.text]
        length += len(change.text)
        at = change.end
    text = "".join([*pieces, own.document.text[at : sentence.end]])
    return text, wrong


def articles(found: Sequence[Pair]) -> Iterator[Article]:
    """Yield the articles that have an error and are long enough to be about something."""
    for n, pair in enumerate(found):
        made = article(pair, found[n - 3].own[0])
        if len(made.tests) > 3 and any(test.what for test in made.tests):
            yield made
