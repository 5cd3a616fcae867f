"""What the passages say of each sentence, as the entailment model reads them.

A sentence is read once, against its best passages joined in document order: facts that two
references hold between them support it together, and one reading a sentence keeps the audit quick.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from auditor.checkable import is_checkable
from auditor.entail.entailment import Entailment
from auditor.model.case import Case, Evidence, Link
from auditor.model.reading import Reading
from auditor.model.words import Stance

PASSAGE_PIECES = 104
"""Longest passage in estimated word pieces, as in training: 50 of 160 are left."""

BELIEVED = 0.5
"""A stance is shown from this probability on."""

_PIECE = re.compile(r"\w+|[^\w\s]")


def with_readings(case: Case, entailment: Entailment) -> Case:
    """Return the case with a reading for each checkable sentence that has evidence."""
    order = {text.document.id: n for n, text in enumerate(case.references)}
    due = [n for n, link in enumerate(case.links) if link.evidence and is_checkable(link.sentence)]
    read = [_best(case.links[n].evidence) for n in due]
    readings = entailment.read(
        [
            (_joined(passages, order), case.links[n].sentence.text)
            for n, passages in zip(due, read, strict=True)
        ]
    )
    links = list(case.links)
    for n, passages, reading in zip(due, read, readings, strict=True):
        links[n] = _with_reading(links[n], passages, reading)
    return replace(case, links=tuple(links))


def _best(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the best passages that fit into one reading, at least one."""
    kept: list[Evidence] = []
    room = PASSAGE_PIECES
    for passage in evidence:
        size = _pieces(passage.text)
        if kept and size > room:
            continue
        kept.append(passage)
        room -= size
    return tuple(kept)


def _pieces(text: str) -> int:
    """Estimate how many word pieces a text takes: long words count twice."""
    return sum(1 + (len(piece) > 8) for piece in _PIECE.findall(text))


def _joined(passages: Sequence[Evidence], order: dict[str, int]) -> str:
    placed = sorted(passages, key=lambda passage: (order[passage.reference], passage.start))
    return " ".join(passage.text for passage in placed)


def _with_reading(link: Link, passages: Sequence[Evidence], reading: Reading) -> Link:
    """Return the link with the reading, and its stance on the passages that were read."""
    stance = Stance.MENTIONS
    if reading.supports >= BELIEVED:
        stance = Stance.SUPPORTS
    elif reading.contradicts >= BELIEVED:
        stance = Stance.CONTRADICTS
    evidence = tuple(
        replace(passage, stance=stance if passage in passages else Stance.MENTIONS)
        for passage in link.evidence
    )
    return replace(link, evidence=evidence, reading=reading)
