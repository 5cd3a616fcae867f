"""Which findings editors let stand, and what is wrong with the waivers that let none stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from auditor.checks.waivers import wording
from auditor.checks.waivers.outcome import Outcome
from auditor.knowledge.rules import names_of_rules, rules_of
from auditor.model.audit import Audit
from auditor.model.beside import passages_beside, passages_standing
from auditor.model.document import Allowance
from auditor.model.finding import Finding
from auditor.model.listed import Listed, folded
from auditor.model.rule import Rule
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence
from auditor.model.waiver import Decision, Waiver

READERS = frozenset({"support"})
"""Checkers that tell what the entailment model reads: without it their silence says nothing, and
what they say is no second voice beside it."""

ASKED = "opinions"
"""The checker whose rules speak where a language model was asked."""

VOID = frozenset({Outcome.CHANGED, Outcome.EXPIRED, Outcome.REASONLESS})
"""What makes a waiver void whose finding is still there."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a waiver, and where it is told; `why` is "" where the outcome says all."""

    outcome: Outcome
    item: Listed | None = None
    why: str = ""


def decided(
    audit: Audit, waivers: Sequence[Waiver], rules: Sequence[Rule], today: date | None = None
) -> Audit:
    """Return the audit with the findings that waivers let stand, and those about the waivers.

    Args:
        audit: without any waiver.
        waivers: as read for this article, one a fingerprint.
        rules: those that may mark something.
        today: what `until` of a waiver is held against; None where none has it.
    """
    faults = [(waiver, _fault(audit, waiver, today)) for waiver in waivers]
    void = tuple(waiver for waiver, fault in faults if fault and fault.outcome in VOID)
    others = tuple(waiver for waiver in waivers if waiver not in void)
    held = tuple(waiver for waiver in others if _tells(audit, waiver, rules))
    signed = replace(audit, waivers=(*_inline(audit), *held), void=void)
    rulings = [
        (_ruling(fault, wording.told(waiver)), fault.item) for waiver, fault in faults if fault
    ]
    unused = [
        (_ruling(_Fault(Outcome.UNUSED, why=_silence(audit, waiver)), wording.told(waiver)), None)
        for waiver in signed.stale
        if waiver not in void
    ]
    idle = [(ruling, None) for ruling in _idle(audit, rules)]
    return _with_findings(signed, [*rulings, *unused, *idle], rules)


def _fault(audit: Audit, waiver: Waiver, today: date | None) -> _Fault | None:
    """Return what is wrong with a waiver whose finding is there, None for nothing or no finding."""
    item = next((one for one in audit.findings if one.fingerprint == waiver.fingerprint), None)
    if item is None:
        return None
    if not waiver.reason:
        return _Fault(Outcome.REASONLESS, item)
    if waiver.until and today and today > waiver.until:
        return _Fault(Outcome.EXPIRED, item)
    if waiver.passages is None:
        return _Fault(Outcome.UNBOUND, item)
    why = _change(audit, waiver, item)
    return _Fault(Outcome.CHANGED, item, why) if why else None


def _change(audit: Audit, waiver: Waiver, item: Listed) -> str:
    """Return what the references say otherwise than when a waiver was signed, "" for nothing.

    A passage that was added to those that stood beside the finding changes nothing.
    """
    gone = {*(waiver.passages or ())} - {*passages_beside(audit, item)}
    if gone and gone - passages_standing(audit):
        return wording.GONE
    now = item.finding.expected or ""
    if folded(now) != folded(waiver.expected):
        return wording.otherwise(waiver.expected, now)
    return ""


def _inline(audit: Audit) -> Iterator[Waiver]:
    """Yield a waiver for each finding that a comment in the article lets stand."""
    document = audit.article.document
    for allowance in document.allowances:
        for item in _allowed(audit, allowance):
            yield Waiver(
                fingerprint=item.fingerprint,
                decision=Decision.ACCEPTED,
                reason=allowance.reason,
                initials="",
                decided=None,
                article=document.path,
                rule=allowance.rule,
                text=item.finding.text,
            )


def _allowed(audit: Audit, allowance: Allowance) -> Iterator[Listed]:
    """Yield the findings that a comment lets stand; without a reason it lets none."""
    for item in audit.findings:
        finding = item.finding
        inside = item.sentence and allowance.start <= finding.start < allowance.end
        if inside and finding.rule == allowance.rule and allowance.reason:
            yield item


def _idle(audit: Audit, rules: Sequence[Rule]) -> Iterator[Ruling]:
    """Yield a ruling on each comment with a reason that lets nothing stand."""
    known = names_of_rules()
    for allowance in audit.article.document.allowances:
        could = _could_speak(audit, allowance.rule, rules)
        if could and allowance.reason and not any(_allowed(audit, allowance)):
            is_known = allowance.rule in known
            why = wording.MARKED_NO_MORE if is_known else wording.no_rule(allowance.rule)
            place = allowance.comment_start, allowance.comment_end
            yield Ruling(Outcome.UNUSED, *place, {**wording.told_inline(allowance), "why": why})


def _silence(audit: Audit, waiver: Waiver) -> str:
    """Return why a waiver matches nothing, as far as its file tells."""
    words = folded(waiver.sentence)
    stands = any(folded(judged.sentence.text) == words for judged in audit.sentences)
    return wording.MARKED_NO_MORE if stands or not words else wording.REWORDED


def _tells(audit: Audit, waiver: Waiver, rules: Sequence[Rule]) -> bool:
    """Tell whether a waiver matches a finding, or says something by matching none."""
    matches = any(item.fingerprint == waiver.fingerprint for item in audit.findings)
    return matches or _could_speak(audit, waiver.rule, rules)


def _could_speak(audit: Audit, rule: str, rules: Sequence[Rule]) -> bool:
    """Tell whether a rule would have marked what it marks: one left out is silent for that."""
    own = next((one for one in rules if one.id == rule), None)
    if own is None:
        return rule not in names_of_rules()
    if own.checker == ASKED:
        return audit.second is not None
    return own.checker not in READERS or audit.signature.model != "none"


def _ruling(fault: _Fault, told: dict[str, str]) -> Ruling:
    finding = fault.item.finding if fault.item else None
    start, end = (finding.start, finding.end) if finding else (0, 0)
    return Ruling(fault.outcome, start, end, {**told, "why": fault.why})


def _with_findings(
    audit: Audit, rulings: Sequence[tuple[Ruling, Listed | None]], rules: Sequence[Rule]
) -> Audit:
    """Return the audit with a finding for each ruling, in the sentence of what it is about."""
    speak = rules_of(rules, "waivers")
    placed: list[tuple[Finding, Sentence | None]] = []
    for ruling, item in rulings:
        rule = speak.when(ruling.outcome)
        if rule is not None:
            about = item.sentence if item else None
            placed.append((rule.finding(audit.article, ruling), about))
    return replace(
        audit,
        sentences=tuple(
            replace(judged, findings=(*judged.findings, *_of(placed, judged.sentence)))
            for judged in audit.sentences
        ),
        article_findings=(*audit.article_findings, *_of(placed, None)),
    )


def _of(
    placed: Sequence[tuple[Finding, Sentence | None]], sentence: Sentence | None
) -> Iterator[Finding]:
    return (finding for finding, about in placed if about is sentence)
