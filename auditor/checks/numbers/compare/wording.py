"""Rulings on numbers in words: what is said, what a reference has, where and how."""

from auditor.checks.numbers.compare.counterparts import NumberCounterpart, Outcome, Weighed
from auditor.evidence.case import Case
from auditor.evidence.proof import source_of
from auditor.model.evidence import Evidence
from auditor.model.ruling import SHOWN, Ruling
from auditor.model.words import Stance

MISSED = frozenset({Outcome.UNFOUND, Outcome.UNFOUND_SMALL, Outcome.DERIVED, Outcome.DISPUTED})
"""Outcomes that no passage contradicts."""

OPEN = frozenset({*MISSED, Outcome.DOUBTFUL, Outcome.EARLIER})
"""Outcomes that do not tell which figure is right."""


def told(case: Case, weighed: Weighed) -> Ruling:
    """Return the ruling; the words of a bound are marked with their number where they are wrong."""
    number = weighed.ours.number
    marked = (number.start, number.end)
    if weighed.outcome is Outcome.BOUND:
        marked = (number.phrase_start, number.phrase_end)
    first, second = (*weighed.fits, None, None)[:2]
    offset = weighed.ours.sentence.start
    fields = {
        "text": weighed.ours.sentence.text[
            number.phrase_start - offset : number.phrase_end - offset
        ],
        "arithmetic": weighed.arithmetic,
        "theirs": _phrase(first) if first else "",
        "source": _source(case, first),
        "stated_in": f" ({_source(case, first)})" if first else "",
        "passage": _excerpt(first),
        "other": _phrase(second) if second else "",
        "other_source": _source(case, second),
    }
    proof = tuple(_evidence(fit, weighed) for fit in weighed.fits)
    return Ruling(weighed.outcome, *marked, fields, _expected(weighed), proof)


def _expected(weighed: Weighed) -> str | None:
    """Return what the references have instead, None where they have nothing or several things."""
    if weighed.outcome in OPEN:
        return None
    return _phrase(weighed.fits[0]) if weighed.fits else None


def _phrase(fit: NumberCounterpart) -> str:
    """Return a reference's number with its bound, as it stands there."""
    theirs = fit.match.theirs
    offset = theirs.sentence.start
    number = theirs.number
    return theirs.sentence.text[number.phrase_start - offset : number.phrase_end - offset]


def _source(case: Case, fit: NumberCounterpart | None) -> str:
    return source_of(case.texts[fit.match.theirs.document].document) if fit else ""


def _excerpt(fit: NumberCounterpart | None) -> str:
    """Return the reference's sentence around its number, cut at spaces."""
    if fit is None:
        return ""
    theirs = fit.match.theirs
    text = theirs.sentence.text
    if len(text) <= SHOWN:
        return text
    at = theirs.number.start - theirs.sentence.start
    begin = max(0, min(at - SHOWN // 2, len(text) - SHOWN))
    first = text.find(" ", begin) + 1 if begin else 0
    last = text.rfind(" ", 0, begin + SHOWN) if begin + SHOWN < len(text) else len(text)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def _evidence(fit: NumberCounterpart, weighed: Weighed) -> Evidence:
    theirs = fit.match.theirs
    return Evidence(
        reference=theirs.document,
        start=theirs.sentence.start,
        end=theirs.sentence.end,
        text=theirs.sentence.text,
        stance=Stance.MENTIONS if weighed.outcome in MISSED else Stance.CONTRADICTS,
        score=round(min(1.0, fit.score), 4),
    )
