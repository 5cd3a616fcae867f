"""Details that belong to another event than the rest of their sentence."""

from collections.abc import Iterator, Sequence

from auditor.checks.events.compare.counterparts import counterpart
from auditor.checks.events.compare.details import Detail
from auditor.checks.events.compare.outcome import Outcome
from auditor.checks.events.compare.proof import both_sides
from auditor.checks.events.compare.which_event import SentenceByEvent, own_event
from auditor.checks.events.compare.wording import fields
from auditor.evidence.case import Case
from auditor.model.event import Event
from auditor.model.ruling import Ruling


def misplaced_details(
    case: Case, told: SentenceByEvent, unannounced: Sequence[Event]
) -> Iterator[Ruling]:
    """Yield the details that do not go with the rest of their sentence.

    What belongs to the main event stands, where the rest is of one that nothing introduces.
    """
    for detail in told.telling:
        own = own_event(told, detail, case.events) if detail.held_whole_by else None
        if own is not None and not (own in unannounced and _is_main(case, detail)):
            yield _misplaced(case, told, detail, own)


def _is_main(case: Case, detail: Detail) -> bool:
    return case.main is not None and case.main.id in detail.held_by


def _misplaced(case: Case, told: SentenceByEvent, detail: Detail, own: Event) -> Ruling:
    other = _home(case, told, detail)
    instead = counterpart(case, told.sentence, detail, told.details, told.best[own.id])
    expected = instead.text if instead is not None and instead.is_sure else None
    return Ruling(
        Outcome.MISPLACED if expected is None else Outcome.REPLACED,
        detail.start,
        detail.end,
        fields(detail.text, own, other, expected or ""),
        expected,
        tuple(both_sides(case, told, detail, other, own)),
    )


def _home(case: Case, told: SentenceByEvent, detail: Detail) -> Event:
    """Return the event that has the detail and covers the sentence best."""
    homes = [event for event in case.events if event.id in detail.held_whole_by]
    return max(homes, key=lambda event: (told.covered.get(event.id, 0.0), event.id))
