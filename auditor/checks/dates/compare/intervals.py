"""Dates counted from another event: ``two days after the strike``, where a reference has one."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.dates.compare.counterparts import Compared, DateCounterpart, dated_in, ranked
from auditor.checks.dates.compare.dated import Dated, families, listed
from auditor.checks.dates.compare.sameness import weights
from auditor.evidence.case import Case
from auditor.language.words import fold, stem
from auditor.model.date import Origin


@dataclass(frozen=True, slots=True)
class WrongInterval:
    """A date of the article with the reference that counts otherwise from the same event."""

    compared: Compared
    against: DateCounterpart


def wrong_intervals(case: Case) -> Iterator[WrongInterval]:
    """Yield the dates counted from an event otherwise than every reference that counts from it."""
    counted = [mine for mine in dated_in(case.article, None) if _is_counted(mine)]
    if not counted:
        return
    weight = weights(case.references)
    near = case.article.document.published
    theirs = [
        date for text in case.references for date in dated_in(text, near) if _is_counted(date)
    ]
    for mine in counted:
        beside = [one for one in ranked(mine, theirs, weight) if _is_comparable(mine, one)]
        agreed = any(one.reference.date.shift == mine.date.shift for one in beside)
        if beside and not agreed:
            yield WrongInterval(Compared(mine, tuple(beside)), beside[0])


def _is_counted(dated: Dated) -> bool:
    """Tell whether a date counts grains from an event that its sentence names."""
    return dated.date.origin is Origin.ANCHORED and dated.date.shift is not None


def _is_comparable(mine: Dated, one: DateCounterpart) -> bool:
    """Tell whether both count in the same unit, from the same event, to the same event."""
    theirs = one.reference
    names = _names(mine) & _names(theirs)
    return (
        theirs.date.grain is mine.date.grain
        and bool(_anchor(mine) & _anchor(theirs))
        and (one.same.head >= 0.8 or (one.same.head >= 0.3 and bool(names)))
        and not one.same.clash
    )


def _anchor(dated: Dated) -> frozenset[str | int]:
    """Return the stems of the anchor's nouns and verbs, and the families that they belong to."""
    date = dated.date
    stems = {
        stem(token.lemma)
        for token in dated.sentence.tokens
        if date.anchor_start <= token.start < date.anchor_end and token.pos in {"NOUN", "VERB"}
    } - listed("light")
    known = families()
    return frozenset(stems).union(*(known.get(word, frozenset()) for word in stems))


def _names(dated: Dated) -> frozenset[str]:
    tokens = dated.sentence.tokens
    return frozenset(fold(t.text) for t in tokens if t.pos == "PROPN" and len(t.text) > 2)
