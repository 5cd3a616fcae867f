"""Details of a sentence that belong to another event than the rest of it, or than the article.

A sentence belongs to the event whose references cover it best once every detail that tells the
events apart is left out; those details vote too. A detail is out of place where no reference of
that event has it and a reference of another event does. A whole sentence is out of place where
only another event's references have it and nothing tells the reader that the event changed.
"""

from collections.abc import Iterator, Sequence

from auditor.checks.events.compare.foreign import foreign_clauses, foreign_details, foreign_words
from auditor.checks.events.compare.misplaced import misplaced_details
from auditor.checks.events.compare.which_event import (
    SentenceByEvent,
    introduces,
    is_of,
    is_worded_as,
    sentences_by_event,
)
from auditor.evidence.case import Case
from auditor.model.event import Event
from auditor.model.ruling import Ruling
from auditor.model.text import RECALLED

OFTEN_ABOUT = 0.3
"""From this share of its sentences on, an article is about the other event too. A guess."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the words of the article that are out of place, sentence after sentence."""
    if case.main is None or len(case.events) < 2:
        return
    article = tuple(sentences_by_event(case))
    others = [event for event in case.events if _is_aside(article, event, case.main)]
    for n, told in enumerate(article):
        before = article[max(0, n - RECALLED) : n + 1]
        silent = [event for event in others if not _is_introduced(before, event, case.main)]
        marked = tuple(_of_sentence(case, told, silent, case.main))
        yield from marked
        yield from foreign_clauses(case, told, silent, marked)


def _is_aside(article: Sequence[SentenceByEvent], event: Event, main: Event) -> bool:
    """Tell whether few sentences are on an event, so that the article is not about it too."""
    own = sum(_is_on(told, event, main) for told in article)
    return not event.main and own < OFTEN_ABOUT * len(article)


def _is_introduced(before: Sequence[SentenceByEvent], event: Event, main: Event) -> bool:
    return any(introduces(told, event, main) for told in before)


def _of_sentence(
    case: Case, told: SentenceByEvent, silent: Sequence[Event], main: Event
) -> Iterator[Ruling]:
    """Yield what is out of place in a sentence beside the events that nothing introduces there."""
    own = [event for event in silent if _is_on(told, event, main)]
    if own:
        details = tuple(foreign_details(case, told, own[-1], main))
        yield from details or foreign_words(case, told, own[-1], main)
    elif not told.compares:
        yield from misplaced_details(case, told, silent)


def _is_on(told: SentenceByEvent, event: Event, main: Event) -> bool:
    """Tell whether a sentence is another event's."""
    return is_of(told, event, main) or is_worded_as(told, event, main)
