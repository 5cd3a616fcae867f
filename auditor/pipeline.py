"""The audit itself: documents in, findings and verdicts out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from auditor import __version__
from auditor.checks import Checker, checkers
from auditor.checks.events.find.find import with_events
from auditor.checks.mentions import with_mentions
from auditor.checks.names.entities.cluster import cluster
from auditor.evidence.align import align
from auditor.evidence.case import Case
from auditor.evidence.entailment import Entailment
from auditor.evidence.readings import with_readings
from auditor.judge.settle import settled
from auditor.judge.verdict import judge
from auditor.knowledge.rules import digest, rules_of
from auditor.model.audit import Audit, Signature
from auditor.model.document import Document
from auditor.model.finding import Finding, Problem
from auditor.model.rule import Rule
from auditor.model.text import Sentence, Text
from auditor.text.limits import bounded, problems_of
from auditor.text.segment import segment


def audit(
    article: Document,
    references: Sequence[Document],
    rules: Iterable[Rule],
    problems: Sequence[Problem] = (),
    settings: Mapping[str, str] | None = None,
    entailment: Entailment | None = None,
) -> Audit:
    """Return the audit of an article.

    Args:
        article: the AI-written text.
        references: in loading order, at least one.
        rules: those that may mark something.
        problems: what loading left unchecked; the audit carries it on.
        settings: what the user chose, for the signature.
        entailment: the model that reads passages; None for rules alone.
    """
    return audited(prepared(article, references), rules, problems, settings, entailment)


def prepared(article: Document, references: Sequence[Document]) -> Case:
    """Return the case, before the model reads and checkers look; `references` holds one or more."""
    texts = [with_mentions(segment(document)) for document in (article, *references)]
    return case_of(*bounded(texts[0], texts[1:]))


def case_of(article: Text, references: Sequence[Text]) -> Case:
    """Return the case of texts whose mentions were found; `references` holds one or more."""
    entities = cluster(article, references)
    return with_events(replace(align(article, references), entities=entities))


def audited(
    case: Case,
    rules: Iterable[Rule],
    problems: Sequence[Problem] = (),
    settings: Mapping[str, str] | None = None,
    entailment: Entailment | None = None,
) -> Audit:
    """Return the audit of a prepared case, as `audit` does."""
    if entailment is not None:
        case = with_readings(case, entailment)
    findings, failures = _check(case, tuple(rules))
    judged = tuple(judge(link, settled(_of(findings, link.sentence))) for link in case.links)
    return Audit(
        signature=Signature(
            auditor=__version__,
            rules=digest(),
            model=entailment.digest if entailment else "none",
            settings=dict(settings or {}),
        ),
        article=case.article,
        references=case.references,
        sentences=judged,
        article_findings=_of_none(findings, case),
        problems=(*problems, *problems_of(case.texts.values()), *failures),
        events=case.events,
    )


def _check(case: Case, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Run every checker; one that fails becomes a problem and the others go on."""
    findings: list[Finding] = []
    problems: list[Problem] = []
    for name, checker in checkers().items():
        result = _run(name, checker, case, rules)
        if isinstance(result, Problem):
            problems.append(result)
        else:
            findings.extend(result)
    return tuple(sorted(set(findings), key=_order)), tuple(problems)


def _run(
    name: str, checker: Checker, case: Case, rules: Sequence[Rule]
) -> tuple[Finding, ...] | Problem:
    try:
        return tuple(checker.check(case, rules_of(rules, name)))
    except Exception as error:  # whatever a checker did wrong, the report must say so
        return Problem("check", name, f"{type(error).__name__}: {error}")


def _order(finding: Finding) -> tuple[int, int, str, str]:
    return finding.start, finding.end, finding.rule, finding.message


def _of(findings: Iterable[Finding], sentence: Sentence) -> tuple[Finding, ...]:
    """Return the findings that begin in the sentence."""
    return tuple(f for f in findings if f.end and sentence.start <= f.start < sentence.end)


def _of_none(findings: Iterable[Finding], case: Case) -> tuple[Finding, ...]:
    """Return the findings that begin in no sentence: those about the article as a whole."""
    placed = {f for link in case.links for f in _of(findings, link.sentence)}
    return tuple(finding for finding in findings if finding not in placed)
