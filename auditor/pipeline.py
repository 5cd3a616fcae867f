"""The audit itself: documents in, findings and verdicts out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from auditor import __version__
from auditor.attempt import attempt
from auditor.checks import Checker, checkers
from auditor.checks.events.find.find import with_events
from auditor.checks.mentions import FINDERS, with_found
from auditor.checks.names.entities.cluster import cluster
from auditor.evidence.align import align, unlinked
from auditor.evidence.case import Case
from auditor.evidence.copies import copies
from auditor.evidence.entailment import Reader
from auditor.evidence.readings import with_readings
from auditor.evidence.retrieval import near
from auditor.judge.confirmed import confirmed
from auditor.judge.settle import settled
from auditor.judge.verdict import judge
from auditor.knowledge.rules import digest, rules_of
from auditor.language import parser
from auditor.model.audit import Audit, Judged, Signature
from auditor.model.document import Document
from auditor.model.finding import Finding, Problem
from auditor.model.rule import Rule, Rules
from auditor.model.text import Sentence, Text
from auditor.model.words import Verdict
from auditor.text.heeded import heeded
from auditor.text.limits import bounded, problems_of
from auditor.text.segment import segment
from auditor.text.unread import in_foreign_language, unread


def audit(
    article: Document,
    references: Sequence[Document],
    rules: Iterable[Rule],
    problems: Sequence[Problem] = (),
    settings: Mapping[str, str] | None = None,
    entailment: Reader | None = None,
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


def read(
    document: Document, cut: Callable[[Document], Text] = segment
) -> tuple[Text, tuple[Problem, ...]]:
    """Return the sentences and mentions of a document, and what of it could not be read.

    Args:
        document: what was loaded.
        cut: what parses it into sentences; a cache gives one that remembers.
    """
    where = document.path
    text, problems = attempt("segment", where, lambda: cut(document), Text(document, ()))
    for kind, find in FINDERS.items():
        mentions, failures = attempt(f"find {kind}", where, partial(find, text), ())
        text = with_found(text, kind, mentions)
        problems += failures
    none: tuple[Problem, ...] = ()
    reasons, failures = attempt("read", where, lambda: tuple(unread(text)), none)
    return text, (*problems, *reasons, *failures)


def prepared(
    article: Document,
    references: Sequence[Document],
    read: Callable[[Document], tuple[Text, tuple[Problem, ...]]] = read,
) -> Case:
    """Return the case, before the model reads and checkers look.

    Args:
        article: the AI-written text.
        references: one or more.
        read: what finds sentences and mentions; a cache gives one that remembers.
    """
    text, unread_of_article = read(article)
    every = frozenset(document.id for document in references)
    closely, unsought = attempt("search", article.path, lambda: near(text, references), every)
    others = [read(document) for document in references if document.id in closely]
    searched = tuple(document for document in references if document.id not in closely)
    problems = [problem for _, problems in others for problem in problems]
    problems += [problem for document in searched for problem in _foreign(document)]
    whole = tuple(other for other, _ in others)
    trusted, unheeded = attempt("heed", article.path, lambda: heeded(whole), whole)
    case = case_of(*bounded(text, trusted))
    left = problems_of(case.texts.values())
    told = (*unread_of_article, *unsought, *problems, *unheeded, *left, *case.problems)
    return replace(case, searched=searched, problems=told)


def _foreign(document: Document) -> tuple[Problem, ...]:
    none: tuple[Problem, ...] = ()
    found, failures = attempt(
        "read", document.path, lambda: tuple(in_foreign_language(document)), none
    )
    return (*found, *failures)


def case_of(article: Text, references: Sequence[Text]) -> Case:
    """Return the case of texts whose mentions were found; `references` holds one or more."""
    where = article.document.path
    aligned, unaligned = attempt("align", where, lambda: align(article, references), None)
    case = aligned or unlinked(article, references)
    entities, unnamed = attempt("name", where, lambda: cluster(article, references), case.entities)
    case = replace(case, entities=entities)
    case, untold = attempt("tell events", where, lambda: with_events(case), case)
    none: tuple[tuple[str, ...], ...] = ()
    same, uncompared = attempt("tell copies", where, lambda: copies(references), none)
    return replace(case, copies=same, problems=(*unaligned, *unnamed, *untold, *uncompared))


def audited(
    case: Case,
    rules: Iterable[Rule],
    problems: Sequence[Problem] = (),
    settings: Mapping[str, str] | None = None,
    entailment: Reader | None = None,
    second: Callable[[Case, Audit], Audit] | None = None,
) -> Audit:
    """Return the audit of a prepared case, as `audit` does.

    `second` gets the case as the model read it and the audit, and returns the audit with more said.
    """
    unasked: tuple[Problem, ...] = ()
    if entailment is not None:
        where = case.article.document.path
        case, unasked = attempt("model", where, partial(with_readings, case, entailment), case)
    all_rules = tuple(rules)
    found, failures = _check(case, all_rules)
    findings = confirmed(case, found, all_rules)
    signature = Signature(
        auditor=__version__,
        rules=digest(),
        language=parser.signature(),
        model=entailment.digest if entailment else "none",
        settings=dict(settings or {}),
    )
    left = (*problems, *case.problems, *unasked, *failures)
    own = concluded(case, findings, left, signature)
    return second(case, own) if second else own


def concluded(
    case: Case, findings: Iterable[Finding], problems: Sequence[Problem], signature: Signature
) -> Audit:
    """Return the audit that findings of all checkers make: which of them stand, and the verdicts.

    Args:
        case: read by the model, where there is one.
        findings: in any order.
        problems: what was not looked at.
        signature: what ran.
    """
    ordered = sorted(set(findings), key=_order)
    judged = tuple(judge(link, settled(_of(ordered, link.sentence))) for link in case.links)
    return Audit(
        signature=signature,
        article=case.article,
        references=case.references,
        sentences=judged,
        article_findings=_of_none(ordered, case),
        problems=(*problems, *_nothing_said(case, judged)),
        searched=case.searched,
        events=case.events,
        copies=case.copies,
    )


def _nothing_said(case: Case, judged: Sequence[Judged]) -> Iterator[Problem]:
    """Yield a problem where the article holds questions, forecasts and labels alone."""
    if all(sentence.verdict is Verdict.NOT_CHECKABLE for sentence in judged):
        yield Problem(
            "check",
            case.article.document.path,
            "holds no sentence that a reference could bear out or deny; "
            "at most its names, dates, figures and quotations were looked up",
        )


def _check(case: Case, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Run every checker; one that fails becomes a problem and the others go on."""
    none: tuple[Finding, ...] = ()
    findings: list[Finding] = []
    problems: list[Problem] = []
    for name, checker in checkers().items():
        mine = rules_of(rules, name)
        marked, failures = attempt("check", name, partial(_marked, checker, case, mine), none)
        findings.extend(marked)
        problems.extend(failures)
    return tuple(findings), tuple(problems)


def _marked(checker: Checker, case: Case, rules: Rules) -> tuple[Finding, ...]:
    return tuple(checker.check(case, rules))


def _order(finding: Finding) -> tuple[int, int, str, str]:
    return finding.start, finding.end, finding.rule, finding.message


def _of(findings: Iterable[Finding], sentence: Sentence) -> tuple[Finding, ...]:
    """Return the findings that begin in the sentence."""
    return tuple(f for f in findings if f.end and sentence.start <= f.start < sentence.end)


def _of_none(findings: Iterable[Finding], case: Case) -> tuple[Finding, ...]:
    """Return the findings that begin in no sentence: those about the article as a whole."""
    placed = {f for link in case.links for f in _of(findings, link.sentence)}
    return tuple(finding for finding in findings if finding not in placed)
