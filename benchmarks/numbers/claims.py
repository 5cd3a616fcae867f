"""Figures of human-made summaries: left alone and altered, beside the report they summarise."""

import gzip
import json
from collections.abc import Iterable, Iterator
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
from auditor.model.words import Severity
from auditor.text.segment import segment
from benchmarks.numbers.alter import alterations
from benchmarks.numbers.run import Trial


@dataclass(frozen=True, slots=True)
class Claim:
    """A summary and the report it was made from."""

    source: str
    text: str
    report: str


def read_claims(paths: Iterable[Path]) -> Iterator[Claim]:
    """Yield the rows labelled ``support`` of gzipped JSON lines."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for line in rows:
                row = json.loads(line)
                if row["label"] == "support":
                    yield Claim(path.name.partition(".")[0], row["hypothesis"], row["premise"])


def claim_trials(claims: Iterable[Claim], rules: Rules, seed: int) -> Iterator[Trial]:
    """Yield a trial for each summary with a figure as it is, and one with a figure altered."""
    for n, claim in enumerate(claims):
        summary = _parsed("article", claim.text)
        free = [q for q in summary.numbers if not within(summary.quotes, q)]
        if not free:
            continue
        report = _parsed("r1", claim.report)
        found = _loud(summary, report, rules)
        yield Trial(f"left alone: {claim.source}", "", "", claim.text, found, ())
        chance = Random(seed * 100_003 + n)
        edits = [edit for q in free for edit in alterations(claim.text, q, chance)]
        if found or not edits:
            continue
        edit = chance.choice(edits)
        text = claim.text[: edit.start] + edit.new + claim.text[edit.end :]
        end = edit.start + len(edit.new)
        marks = _loud(_parsed("article", text), report, rules)
        hits = tuple(f for f in marks if f.start < end + 12 and edit.start - 12 < f.end)
        rest = tuple(f for f in marks if f not in hits)
        old = claim.text[edit.start : edit.end]
        yield Trial(f"summary altered: {edit.kind}", old, edit.new, claim.text, hits, rest)


def _parsed(name: str, text: str) -> Text:
    return with_mentions(segment(Document(name, f"{name}.txt", text, "")))


def _loud(article: Text, report: Text, rules: Rules) -> tuple[Finding, ...]:
    found = check(align(article, [report]), rules)
    return tuple(f for f in found if f.severity is not Severity.NOTE)
