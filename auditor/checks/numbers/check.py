"""Numbers: does the article's figure agree with the one that the references have in its place?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from auditor.checks.ages.rulings import compare
from auditor.checks.numbers.compare import Fit, Ruling, rulings
from auditor.evidence.case import Case
from auditor.model.calendar import day_in_words
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.model.text import Text
from auditor.model.words import Stance

EXCERPT = 140
"""Characters of a reference's sentence shown in a message."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The words of the article that a finding marks."""

    start: int
    end: int


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each number that the references deny, lack, or disagree about.

    Ages of things whose beginning they date have a check of their own.
    """
    for ruling in rulings(case, [compared.age for compared in compare(case)]):
        rule = rules.when(ruling.outcome)
        if rule is None:
            continue
        yield rule.finding(
            case.article,
            _marked(ruling),
            _fields(ruling, case.texts),
            expected=_expected(ruling),
            evidence=tuple(_evidence(fit, ruling) for fit in ruling.fits),
        )


def _marked(ruling: Ruling) -> _Place:
    """Return the number; with the words of its bound where these are wrong."""
    number = ruling.ours.number
    if ruling.outcome == "bound":
        return _Place(number.phrase_start, number.phrase_end)
    return _Place(number.start, number.end)


def _expected(ruling: Ruling) -> str | None:
    """Return what the references have instead, None where they have nothing or several things."""
    if ruling.outcome in {"unfound", "unfound-small", "derived", "disputed", "doubtful"}:
        return None
    return _phrase(ruling.fits[0]) if ruling.fits else None


def _phrase(fit: Fit) -> str:
    """Return a reference's number with its bound, as it stands there."""
    theirs = fit.match.theirs
    offset = theirs.sentence.start
    number = theirs.number
    return theirs.sentence.text[number.phrase_start - offset : number.phrase_end - offset]


def _fields(ruling: Ruling, sources: Mapping[str, Text]) -> Mapping[str, str]:
    number = ruling.ours.number
    offset = ruling.ours.sentence.start
    first, second = (*ruling.fits, None, None)[:2]
    return {
        "text": ruling.ours.sentence.text[
            number.phrase_start - offset : number.phrase_end - offset
        ],
        "arithmetic": ruling.arithmetic,
        "theirs": _phrase(first) if first else "",
        "source": _source(first, sources),
        "passage": _excerpt(first),
        "other": _phrase(second) if second else "",
        "other_source": _source(second, sources),
    }


def _source(fit: Fit | None, sources: Mapping[str, Text]) -> str:
    """Return how an editor knows the reference: its file name, and its date where it states one."""
    if fit is None:
        return ""
    document = sources[fit.match.theirs.document].document
    name = PurePosixPath(document.path).name or document.path
    day = document.published
    return f"{name}, {day_in_words(day)}" if day else name


def _excerpt(fit: Fit | None) -> str:
    """Return the reference's sentence around its number, cut at spaces."""
    if fit is None:
        return ""
    theirs = fit.match.theirs
    text = theirs.sentence.text
    if len(text) <= EXCERPT:
        return text
    at = theirs.number.start - theirs.sentence.start
    begin = max(0, min(at - EXCERPT // 2, len(text) - EXCERPT))
    first = text.find(" ", begin) + 1 if begin else 0
    last = text.rfind(" ", 0, begin + EXCERPT) if begin + EXCERPT < len(text) else len(text)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def _evidence(fit: Fit, ruling: Ruling) -> Evidence:
    theirs = fit.match.theirs
    denies = ruling.outcome not in {"derived", "disputed", "unfound", "unfound-small"}
    return Evidence(
        reference=theirs.document,
        start=theirs.sentence.start,
        end=theirs.sentence.end,
        text=theirs.sentence.text,
        stance=Stance.CONTRADICTS if denies else Stance.MENTIONS,
        score=round(min(1.0, fit.score), 4),
    )
