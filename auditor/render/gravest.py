"""The sentences to begin with: each wrong thing once, with every place that repeats it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.model.audit import Audit, Judged
from auditor.model.listed import Listed
from auditor.model.words import Category, Severity, Verdict
from auditor.render import labels
from auditor.render.rubric import RUBRICS, rubric
from auditor.render.sentence_proof import gravity

Correction = tuple[str, str]
"""What is wrong, and what should stand there."""

GRAVEST = 6
"""Sentences offered to begin with: what an editor reads at one glance."""


_ADDRESS = re.compile(r"\s+See https?://\S+$")
"""Where to read more, which stands at the finding: an address fills the lines of a glance."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence and the finding in it, by their ids."""

    id: str
    finding: str


@dataclass(frozen=True, slots=True)
class Grave:
    """A sentence to begin with: its gravest finding, where it has one, in one line.

    Attributes:
        also: the other sentences that ask for the same correction, in text order.
    """

    id: str
    finding: str
    rubric: str
    rubric_label: str
    words: str
    message: str
    also: tuple[Spot, ...]


def gravest(audit: Audit, findings: Sequence[Listed]) -> tuple[Grave, ...]:
    """Return the sentences to begin with, the gravest first.

    What was decided asks for no second look, nor does a sentence whose errors and warnings all
    stand above it already.
    """
    wanted = _corrections(audit, findings)
    chosen: list[tuple[Judged, Listed | None]] = []
    seen: set[Correction] = set()
    for judged, own in _to_read(audit, findings):
        new = [item for item in own if wanted[item.id] not in seen]
        if len(new) < len(own) and not any(map(_is_loud, new)):
            continue
        first = new[0] if new else None
        chosen.append((judged, first))
        if first is not None:
            seen.add(wanted[first.id])
    return tuple(_grave(judged, first, findings, wanted) for judged, first in chosen[:GRAVEST])


def _to_read(audit: Audit, findings: Sequence[Listed]) -> Iterator[tuple[Judged, list[Listed]]]:
    """Yield the sentences that an editor must see with their open findings, both gravest first."""
    wrong = []
    for judged in audit.sentences:
        own = [item for item in findings if item.sentence is judged.sentence]
        open_ = sorted((item for item in own if item.is_open), key=_rank)
        undecided = len(open_) == len(own)
        if any(map(_is_loud, open_)) or (judged.verdict is Verdict.CONTRADICTED and undecided):
            left = replace(judged, findings=tuple(item.finding for item in open_))
            wrong.append((gravity(left), judged, open_))
    for _, judged, open_ in sorted(wrong, key=lambda row: row[0]):
        yield judged, open_


def _rank(item: Listed) -> tuple[int, bool]:
    return item.rank, item.finding.category is not Category.KNOWN_FACT


def _is_loud(item: Listed) -> bool:
    return item.finding.severity is not Severity.NOTE


def _corrections(audit: Audit, findings: Sequence[Listed]) -> dict[str, Correction]:
    """Return by id of each finding what is wrong and what should stand there.

    A date is the days that it means, however it is written, and what should stand there is written
    likewise, so the message tells; a finding that has nothing to put in its place is its own.
    """
    meant = {(m.start, m.end): f"{m.first} {m.last}" for m in audit.article.dates if m.first}
    return {item.id: _correction(item, meant) for item in findings}


def _correction(item: Listed, meant: Mapping[tuple[int, int], str]) -> Correction:
    finding = item.finding
    days = meant.get((finding.start, finding.end))
    if not finding.expected:
        return item.id, ""
    if days:
        return days, labels.message(finding)
    return finding.text.casefold(), finding.expected


def _grave(
    judged: Judged,
    first: Listed | None,
    findings: Sequence[Listed],
    wanted: Mapping[str, Correction],
) -> Grave:
    return Grave(
        id=judged.sentence.id,
        finding=first.id if first else "",
        rubric=rubric(judged).value,
        rubric_label=RUBRICS[rubric(judged)],
        words=first.finding.text if first else judged.sentence.text,
        message=_ADDRESS.sub("", labels.message(first.finding)) if first else "",
        also=tuple(_repeated(first, findings, wanted)) if first else (),
    )


def _repeated(
    first: Listed, findings: Sequence[Listed], wanted: Mapping[str, Correction]
) -> Iterator[Spot]:
    """Yield the further sentences that ask for the same correction, each once."""
    seen = {first.sentence.id if first.sentence else ""}
    for item in findings:
        sentence = item.sentence
        if sentence is None or not item.is_open or sentence.id in seen or not _is_loud(item):
            continue
        if wanted[item.id] == wanted[first.id]:
            seen.add(sentence.id)
            yield Spot(sentence.id, item.id)
