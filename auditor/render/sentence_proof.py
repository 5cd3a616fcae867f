"""A sentence with everything that its verdict rests on: findings, expected values, passages."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.audit import Audit, Judged
from auditor.model.independent import independent_sources
from auditor.model.rule import Rule
from auditor.model.words import Category, SentenceKind, Severity
from auditor.render import labels
from auditor.render.card import PASSAGES_SHOWN, FindingView, finding_view
from auditor.render.marks import MarkPiece, pieces
from auditor.render.rubric import MEANINGS, RUBRICS, Rubric, beside_sentence, rubric
from auditor.render.shown_passages import PassageView, Shelf, distinct


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence, its rubric and what it rests on.

    Attributes:
        passages: those closest to the sentence that no finding shows already.
        source: that all support comes from one of several sources, "" where it does not.
    """

    id: str
    pieces: tuple[MarkPiece, ...]
    text: str
    rubric: str
    rubric_label: str
    meaning: str
    findings: tuple[FindingView, ...]
    passages: tuple[PassageView, ...]
    source: str


def proof(audit: Audit, judged: Judged, rules: Mapping[str, Rule], shelf: Shelf) -> Proof:
    """Return the proof of one sentence."""
    sentence, over = judged.sentence, rubric(judged)
    findings = [item for item in audit.findings if item.sentence is sentence]
    cards = tuple(finding_view(item, rules, shelf, judged.evidence) for item in findings)
    shown = {
        (passage.reference, passage.start, passage.end)
        for item in findings
        for passage in item.finding.evidence[:PASSAGES_SHOWN]
    }
    rest = [e for e in distinct(judged.evidence) if (e.reference, e.start, e.end) not in shown]
    return Proof(
        id=sentence.id,
        pieces=pieces(
            sentence.text,
            sentence.start,
            [(item.finding.start, item.finding.end, item.id) for item in findings],
        ),
        text=sentence.text,
        rubric=over.value,
        rubric_label=RUBRICS[over],
        meaning=MEANINGS[over],
        findings=cards,
        passages=tuple(
            shelf.show(e, beside_sentence(e, judged), sentence.text) for e in rest[:PASSAGES_SHOWN]
        ),
        source=_one_source(audit, judged),
    )


def _one_source(audit: Audit, judged: Judged) -> str:
    """Return that a sentence rests on one of several sources, "" where it rests on more or none."""
    sources = independent_sources(audit, judged)
    if len(audit.references) < 2 or len(sources) != 1 or rubric(judged) is not Rubric.SUPPORTED:
        return ""
    (same,) = sources
    told = f": {', '.join(same[:-1])} and {same[-1]} are one text" if len(same) > 1 else ""
    return f"One independent source{told}."


def gravity(judged: Judged) -> tuple[bool, bool, bool, int, int, int, float]:
    """Return a sort key that puts the sentence to look at first first.

    What contradicts a known fact goes before all else: there the proof does not rest on what the
    references happen to say. Lists and tables, which repeat the story, go after it.
    """
    severities = [finding.severity for finding in judged.findings]
    return (
        all(finding.category is not Category.KNOWN_FACT for finding in judged.findings),
        Severity.ERROR not in severities,
        judged.sentence.kind in {SentenceKind.TABLE_ROW, SentenceKind.LIST_ITEM},
        -severities.count(Severity.ERROR),
        list(labels.VERDICTS).index(judged.verdict),
        -severities.count(Severity.WARNING),
        1.0 if judged.support is None else judged.support,
    )
