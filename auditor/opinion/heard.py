"""What second opinions make of an audit.

None of our findings goes, and no verdict gets milder: a model may raise an alarm that it proves,
and call none off. A doubt of our own model that it shares is an error, one that it does not share a
note; what it alone says is a warning.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.checks.opinions.outcome import Outcome
from auditor.checks.opinions.wording import fields, lowered, raised
from auditor.evidence.case import Case
from auditor.evidence.support import is_doubted
from auditor.judge.verdict import judge
from auditor.knowledge.rules import rules_of
from auditor.model.audit import Audit, Judged
from auditor.model.evidence import Evidence, Link
from auditor.model.finding import Finding
from auditor.model.rule import Rule, Rules
from auditor.model.ruling import Ruling
from auditor.model.text import Text
from auditor.model.words import Category, Severity, Stance
from auditor.opinion.answers import Stated
from auditor.opinion.what_counts import Opinion

OUTCOMES = {Stated.CONTRADICTED: Outcome.DENIED, Stated.MISSING: Outcome.MISSING}
"""What is said against a sentence, as rules speak of it."""

STANCES = {
    Stated.SUPPORTED: Stance.SUPPORTS,
    Stated.CONTRADICTED: Stance.CONTRADICTS,
    Stated.MISSING: Stance.MENTIONS,
}
"""What the quoted passage is said to do."""

DOUBTS = "reading-"
"""How the ids of rules begin that mark what our own model doubts."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks of the article, and by which rules."""

    article: Text
    model: str
    rules: Rules


def heard(
    case: Case, audit: Audit, opinions: Mapping[str, Opinion], model: str, rules: Sequence[Rule]
) -> Audit:
    """Return the audit with what is said of its sentences.

    Args:
        case: the one that was audited.
        audit: before anybody else was asked.
        opinions: those that count, by the id of their sentence.
        model: who says so.
        rules: those that may mark something.
    """
    voice = _Voice(case.article, model, rules_of(rules, "opinions"))
    pairs = zip(case.links, audit.sentences, strict=True)
    return replace(
        audit,
        sentences=tuple(
            _heard(link, judged, opinions[judged.sentence.id], voice)
            if judged.sentence.id in opinions
            else judged
            for link, judged in pairs
        ),
    )


def _heard(link: Link, judged: Judged, said: Opinion, voice: _Voice) -> Judged:
    if said.stated is Stated.SUPPORTED:
        milder = (_lowered(f, said, voice) if _is_doubt(f) else f for f in judged.findings)
        return replace(judged, findings=tuple(milder))
    beside = [f for f in judged.findings if f.start < said.end and said.start < f.end]
    shared = [f for f in beside if _is_doubt(f)]
    if shared:
        graver = (_raised(f, said, voice) if f in shared else f for f in judged.findings)
        return judge(link, tuple(graver))
    rule = voice.rules.when(OUTCOMES[said.stated])
    if rule is None or any(map(_says_why, beside)):
        return judged
    own = _finding(rule, said, voice, is_shared=is_doubted(link))
    return judge(link, sorted((*judged.findings, own), key=_order))


def _is_doubt(finding: Finding) -> bool:
    return finding.rule.startswith(DOUBTS)


def _says_why(finding: Finding) -> bool:
    """Tell whether one of our findings says what is wrong, so that nothing need be added."""
    own = finding.category not in {Category.SUPPORT, Category.REFERENCE}
    return own and finding.severity is not Severity.NOTE


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule


def _finding(rule: Rule, said: Opinion, voice: _Voice, *, is_shared: bool) -> Finding:
    """Return what the model says by a rule; an error where our own model doubts the sentence."""
    told = fields(voice.model, said.category, said.proof)
    outcome = OUTCOMES[said.stated]
    ruling = Ruling(outcome, said.start, said.end, told, evidence=(_proof(said),))
    graver = is_shared and rule.severity is Severity.WARNING
    severity = Severity.ERROR if graver else rule.severity
    category = said.category if outcome is Outcome.DENIED else rule.category
    return replace(rule.finding(voice.article, ruling), severity=severity, category=category)


def _raised(doubt: Finding, said: Opinion, voice: _Voice) -> Finding:
    message = raised(doubt.message, voice.model, said.proof)
    return replace(doubt, severity=Severity.ERROR, message=message, evidence=_first(said, doubt))


def _lowered(doubt: Finding, said: Opinion, voice: _Voice) -> Finding:
    message = lowered(doubt.message, voice.model, said.proof)
    return replace(doubt, severity=Severity.NOTE, message=message, evidence=_first(said, doubt))


def _first(said: Opinion, doubt: Finding) -> tuple[Evidence, ...]:
    """Return the passages of a doubt, the one that the model quotes first."""
    own = _proof(said)
    others = (one for one in doubt.evidence if (one.reference, one.start) != _place_of(own))
    return (own, *others)


def _place_of(passage: Evidence) -> tuple[str, int]:
    return passage.reference, passage.start


def _proof(said: Opinion) -> Evidence:
    return replace(said.passage, stance=STANCES[said.stated])
