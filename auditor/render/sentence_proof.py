"""A sentence with everything that its verdict rests on: findings, expected values, passages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model.audit import Judged
from auditor.model.listed import Listed
from auditor.model.rule import Rule
from auditor.model.words import Category, SentenceKind, Severity
from auditor.render import labels
from auditor.render.card import PASSAGES_SHOWN, FindingView, finding_view
from auditor.render.marks import MarkPiece, pieces
from auditor.render.rubric import MEANINGS, RUBRICS, beside_sentence, rubric
from auditor.render.shown_passages import PassageView, Shelf, distinct


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence, its rubric and what it rests on.

    Attributes:
        passages: those closest to the sentence that no finding shows already.
    """

    id: str
    pieces: tuple[MarkPiece, ...]
    text: str
    rubric: str
    rubric_label: str
    meaning: str
    findings: tuple[FindingView, ...]
    passages: tuple[PassageView, ...]


def proof(
    judged: Judged, findings: Sequence[Listed], rules: Mapping[str, Rule], shelf: Shelf
) -> Proof:
    """Return the proof of one sentence; `findings` are those that belong to it."""
    sentence, over = judged.sentence, rubric(judged)
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
    )


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
