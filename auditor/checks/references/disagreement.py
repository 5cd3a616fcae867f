"""Where references on one event differ: what the article says is in some, another in others."""

from collections.abc import Collection, Iterator, Sequence

from auditor.checks.events.compare.counterparts import SURE, rival
from auditor.checks.events.compare.details import Detail, details, stocks
from auditor.checks.references.wording import both_ways
from auditor.evidence.case import Case
from auditor.evidence.passages import Passage
from auditor.evidence.proof import evidence
from auditor.language.words import fold, terms_of
from auditor.model.event import Event
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind, Stance

KINDS = frozenset({SentenceKind.PROSE, SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})

SAME = 0.6
"""Share of a sentence's other words that a passage covers when it tells the same. A guess."""


LINKED = 0.35
"""A passage that scores less covers too little of the sentence, whatever the name. A guess."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the names on which references differ, at most one side against for each."""
    if len(case.references) < 2:
        return
    found = stocks(case)
    for link in case.links:
        near = {one.reference for one in link.evidence if one.score >= LINKED}
        if link.sentence.kind not in KINDS or len(near) < 2:
            continue
        every = tuple(details(case, link.sentence, found))
        for detail in every:
            if isinstance(detail.mention, Name) and _may_differ(case, near, detail):
                yield from _sides(case, link.sentence, detail, every)


def _may_differ(case: Case, near: Collection[str], detail: Detail) -> bool:
    """Tell whether some of the references close to a sentence have a detail and others do not."""
    held = {_holds(case, case.texts[key], detail) for key in sorted(near)}
    return held == {True, False}


def _sides(
    case: Case, sentence: Sentence, detail: Detail, every: Sequence[Detail]
) -> Iterator[Ruling]:
    rest = [t for t in sentence.tokens if not within([detail], t)]
    best: dict[str, tuple[Passage, float]] = {}
    for passage, score in case.passages.closest(terms_of(rest)):
        if score >= SAME:
            best.setdefault(passage.reference, (passage, score))
    for event in case.events:
        own = [key for key in event.references if key in best]
        for_it = [key for key in own if _has(case, case.texts[key], best[key][0].sentence, detail)]
        for key in own if for_it else ():
            if _holds(case, case.texts[key], detail):
                continue
            there = best[key][0].sentence
            other = rival(case, sentence, detail, every, case.texts[key], there)
            if other is None or other.fit < SURE or _go_together(case, event, detail, other.text):
                continue
            passage, score = best[for_it[0]]
            agrees = evidence(case.texts[for_it[0]], passage.sentence, Stance.SUPPORTS, score)
            yield both_ways(case, detail, other.text, agrees, other.evidence)
            return


def _has(case: Case, text: Text, sentence: Sentence, detail: Detail) -> bool:
    """Tell whether a sentence of a reference names what a detail of the article names."""
    return any(
        isinstance(detail.mention, Name)
        and case.entities.same(("article", detail.mention), (text.document.id, name))
        for name in within(text.names, sentence)
    )


def _holds(case: Case, text: Text, detail: Detail) -> bool:
    words = {fold(word) for word in detail.text.split() if len(word) > 2}
    held = {fold(t.text) for sentence in text.sentences for t in sentence.tokens}
    return bool(words & held) or any(_has(case, text, s, detail) for s in text.sentences)


def _go_together(case: Case, event: Event, detail: Detail, other: str) -> bool:
    """Tell whether a reference has both in one sentence: a town and its county."""
    return any(
        _has(case, text, sentence, detail) and other in sentence.text
        for text in case.on(event)
        for sentence in text.sentences
    )
