"""Auditing texts whose figures were altered or reworded, and counting what is flagged."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from auditor.checks.mentions import with_mentions
from auditor.checks.numbers.check import check
from auditor.evidence.align import align
from auditor.model.document import Document
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.model.text import Text, within
from auditor.model.words import SentenceKind, Severity
from auditor.text.segment import segment
from benchmarks.numbers.alter import Edit, alterations
from benchmarks.numbers.reword import rewordings

WORDS = (60, 900)
"""Texts shorter or longer are left out."""
EDITS = 8
"""Edited sentences of one text, each with one edited figure."""
DISTRACTORS = 2
"""Other texts that stand among the references."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One edited figure and what the rules said of it.

    Attributes:
        loud: rules that mark it as error or warning.
        elsewhere: whether they mark another, unedited figure of the sentence.
    """

    kind: str
    old: str
    new: str
    sentence: str
    loud: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the ``text`` of each row of gzipped JSON lines that is neither short nor long."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in rows:
                text = json.loads(row)["text"]
                if WORDS[0] <= len(text.split()) <= WORDS[1]:
                    yield text


def trials(texts: Sequence[str], rules: Rules, seed: int, only: str = "") -> Iterator[Trial]:
    """Yield the trials of every text, both altered and reworded; kinds say which.

    With `only`, those edits alone whose kind holds the word.
    """
    parsed: list[Text] = []
    for n, text in enumerate(texts):
        document = Document(f"r{n + 1}", f"{n:04}.txt", text, "")
        parsed.append(with_mentions(segment(document)))
        references = (parsed[n], *_others(parsed, n))
        chance = Random(seed * 100_003 + n)
        for prefix, edits in (
            ("altered", _choose(parsed[n], chance, only, altered=True)),
            ("reworded", _choose(parsed[n], chance, only, altered=False)),
        ):
            if edits:
                yield from _trial(prefix, edits, references, rules)


def _others(parsed: Sequence[Text], n: int) -> tuple[Text, ...]:
    return tuple(parsed[max(0, n - DISTRACTORS) : n])


def _choose(text: Text, chance: Random, only: str, *, altered: bool) -> list[tuple[int, Edit]]:
    """Return up to `EDITS` sentences by index, each with one edit."""
    found: list[tuple[int, Edit]] = []
    for n, sentence in enumerate(text.sentences):
        if sentence.kind is SentenceKind.BOILERPLATE:
            continue
        options = [
            edit
            for number in within(text.numbers, sentence)
            if not within(text.quotes, number)
            for edit in (
                alterations(text.document.text, number, chance)
                if altered
                else rewordings(text.document.text, number)
            )
            if only in edit.kind
        ]
        if options:
            found.append((n, chance.choice(options)))
    return sorted(chance.sample(found, min(EDITS, len(found))), key=lambda pair: pair[0])


def _trial(
    prefix: str, edits: Sequence[tuple[int, Edit]], references: Sequence[Text], rules: Rules
) -> Iterator[Trial]:
    source = references[0]
    lines, places = [], []
    at = 0
    for n, edit in edits:
        sentence = source.sentences[n]
        first, last = edit.start - sentence.start, edit.end - sentence.start
        line = (sentence.text[:first] + edit.new + sentence.text[last:]).replace("\n", " ")
        lines.append(line)
        places.append((at, at + first, at + first + len(edit.new), at + len(line)))
        at += len(line) + 2
    document = Document("article", "article.txt", "\n\n".join(lines), "")
    case = align(with_mentions(segment(document)), references)
    found = [f for f in check(case, rules) if f.severity is not Severity.NOTE]
    for (n, edit), (begin, start, end, stop) in zip(edits, places, strict=True):
        inside = [f for f in found if begin <= f.start < stop]
        hits = tuple(f for f in inside if f.start < end + 12 and start - 12 < f.end)
        yield Trial(
            f"{prefix}: {edit.kind}",
            source.document.text[edit.start : edit.end],
            edit.new,
            source.sentences[n].text,
            hits,
            tuple(f for f in inside if f not in hits),
        )
