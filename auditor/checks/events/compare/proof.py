"""The passages that prove that a detail belongs to another event."""

from collections.abc import Iterator

from auditor.checks.events.compare.details import Detail
from auditor.checks.events.compare.holdings import sentence_with
from auditor.checks.events.compare.which_event import SentenceByEvent
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.model.event import Event
from auditor.model.evidence import Evidence
from auditor.model.words import Stance


def both_sides(
    case: Case, told: SentenceByEvent, detail: Detail, other: Event, own: Event
) -> Iterator[Evidence]:
    """Yield a passage of the other event that has the detail, and the sentence's own event's."""
    there = sentence_with(case, detail.mention, case.on(other))
    if there is not None:
        yield evidence(*there, Stance.MENTIONS, 1.0)
    passage = told.best.get(own.id)
    if passage is not None:
        text = case.texts[passage.reference]
        yield evidence(text, passage.sentence, Stance.CONTRADICTS, told.covered[own.id])
