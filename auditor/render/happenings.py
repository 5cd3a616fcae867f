"""The events that the references report, in the words of a page and of a terminal."""

from dataclasses import dataclass
from datetime import date

from auditor.model.event import Event
from auditor.model.report import Report
from auditor.render import labels


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: its days, what it is, and the ids of the references that report it."""

    days: str
    description: str
    references: tuple[str, ...]
    main: bool


def happenings(report: Report) -> tuple[Happening, ...]:
    """Return the events by time; () unless there are two, for one event needs no telling apart."""
    if len(report.events) < 2:
        return ()
    return tuple(
        Happening(days(event), event.description, event.references, event.main)
        for event in report.events
    )


def days(event: Event) -> str:
    """Return an event's days, "no date" where the references give none."""
    ends: list[date] = sorted({day for day in (event.first, event.last) if day is not None})
    return " to ".join(labels.day(day) for day in ends) or "no date"
