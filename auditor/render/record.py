"""The JSON report: the contract that other programs read."""

from collections.abc import Iterator, Mapping
from typing import Any

from auditor.model.audit import Audit, Judged, Signature
from auditor.model.document import Document
from auditor.model.event import Event
from auditor.model.evidence import Evidence
from auditor.model.finding import QuoteDetail
from auditor.model.independent import independent_sources
from auditor.model.listed import Listed
from auditor.model.locator import located
from auditor.model.second_opinion import SecondOpinion
from auditor.model.waiver import Waiver
from auditor.model.words import Severity, Verdict
from auditor.render.in_files import in_files

SCHEMA = 1
"""Version of the form; it grows when a reader of the older one would misread the newer."""

SCORE_DIGITS = 4
"""Decimals kept of scores: more than their meaning, fewer than machines differ in."""

Record = dict[str, Any]
"""A JSON object; its shape is ``reports/report.schema.json``."""

Documents = Mapping[str, Document]
"""Article and references by their ids."""


def to_dict(audit: Audit) -> Record:
    """Return the report as JSON values, valid against ``reports/report.schema.json``."""
    findings = audit.findings
    texts = {text.document.id: text.document for text in (audit.article, *audit.references)}
    record = {
        "schema": SCHEMA,
        "signature": _signature(audit.signature),
        "article": _document(audit.article.document),
        "references": list(_references(audit)),
        "events": [_event(event) for event in audit.events],
        "sentences": [_sentence(audit, judged, texts) for judged in audit.sentences],
        "article_findings": [_finding(item, texts) for item in findings if item.sentence is None],
        "problems": [
            {"stage": problem.stage, "where": problem.where, "reason": problem.reason}
            for problem in audit.problems
        ],
        "stale_waivers": [
            {
                "fingerprint": waiver.fingerprint,
                "rule": waiver.rule,
                "text": waiver.text,
                **_waiver(waiver),
            }
            for waiver in audit.stale
        ],
        **({"second_opinion": _second(audit.second)} if audit.second else {}),
        "summary": summary(audit),
    }
    return in_files(record, texts)


def summary(audit: Audit) -> dict[str, int | bool]:
    """Return the counts of sentences by verdict and of findings by severity, waived ones apart."""
    verdicts = [judged.verdict for judged in audit.sentences]
    findings = audit.findings
    severities = [item.finding.severity for item in findings if item.is_open]
    known = sum(item.known is not None and item.waiver is None for item in findings)
    return {
        "sentences": len(verdicts),
        **{verdict.value: verdicts.count(verdict) for verdict in Verdict},
        **{f"{severity.value}s": severities.count(severity) for severity in Severity},
        "waived": len(findings) - len(severities) - known,
        **({"known": known} if known else {}),
        "complete": not audit.problems,
    }


def _second(second: SecondOpinion) -> Record:
    return {
        "server": second.server,
        "model": second.model,
        "only": second.only,
        "sentences": list(second.sentences),
        "passages": [
            {"reference": one.reference, "start": one.start, "end": one.end}
            for one in second.passages
        ],
        "counted": second.counted,
        "undecided": second.undecided,
        "dropped": [{"reason": reason, "answers": n} for reason, n in second.dropped],
        "unanswered": second.unanswered,
    }


def _event(event: Event) -> Record:
    return {
        "id": event.id,
        "main": event.main,
        "description": event.description,
        "first": event.first.isoformat() if event.first else None,
        "last": event.last.isoformat() if event.last else None,
        "references": list(event.references),
    }


def _signature(signature: Signature) -> Record:
    return {
        "auditor": signature.auditor,
        "rules": signature.rules,
        "language": signature.language,
        "model": signature.model,
        "settings": dict(sorted(signature.settings.items())),
    }


def _document(document: Document) -> Record:
    return {
        "path": document.path,
        "title": document.title,
        "published": document.published and document.published.isoformat(),
        "sha256": document.sha256,
        **({"byline": list(document.byline)} if document.byline else {}),
        **({"read_as": document.read_as} if document.read_as else {}),
    }


def _references(audit: Audit) -> Iterator[Record]:
    searched = {document.id for document in audit.searched}
    for document in audit.loaded:
        only = {"searched": True} if document.id in searched else {}
        yield {**_reference(document), **only, **_retrieved(document.id, audit)}


def _reference(document: Document) -> Record:
    return {
        "id": document.id,
        "url": document.url,
        **_document(document),
        "words": len(document.text.split()),
    }


def _retrieved(reference: str, audit: Audit) -> Record:
    """Return in which archive a reference was found and why, nothing where it was named."""
    for retrieval in audit.retrievals:
        for one in retrieval.retrieved:
            if one.reference == reference:
                days = [day.isoformat() for day in one.days]
                why = {"archive": retrieval.archive, "words": list(one.words), "days": days}
                return {"found": why}
    return {}


def _sentence(audit: Audit, judged: Judged, texts: Documents) -> Record:
    sentence, findings = judged.sentence, audit.findings
    sources = independent_sources(audit, judged)
    return {
        "id": sentence.id,
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        **_locator(texts["article"], sentence.start),
        "kind": sentence.kind.value,
        "verdict": judged.verdict.value,
        "support": None if judged.support is None else round(judged.support, SCORE_DIGITS),
        "evidence": [_evidence(evidence, texts) for evidence in judged.evidence],
        **({"independent_sources": len(sources)} if sources else {}),
        "findings": [_finding(item, texts) for item in findings if item.sentence is sentence],
    }


def _locator(document: Document, start: int) -> Record:
    """Return the page, paragraph or time of a character, {} where its file has none."""
    label = located(document.locators, start)
    return {"locator": label} if label else {}


def _evidence(evidence: Evidence, texts: Documents) -> Record:
    return {
        "reference": evidence.reference,
        "start": evidence.start,
        "end": evidence.end,
        **_locator(texts[evidence.reference], evidence.start),
        "text": evidence.text,
        "stance": evidence.stance.value,
        "score": round(evidence.score, SCORE_DIGITS),
    }


def _finding(item: Listed, texts: Documents) -> Record:
    finding = item.finding
    return {
        "id": item.id,
        "rule": finding.rule,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
        "expected": finding.expected,
        "evidence": [_evidence(evidence, texts) for evidence in finding.evidence],
        **(_quote(finding.quote) if finding.quote else {}),
        "fingerprint": item.fingerprint,
        "waived": _waiver(item.waiver) if item.waiver else None,
        **({"known": item.known.value} if item.known else {}),
    }


def _waiver(waiver: Waiver) -> Record:
    return {
        "decision": waiver.decision.value,
        "reason": waiver.reason,
        "initials": waiver.initials,
        "decided": waiver.decided and waiver.decided.isoformat(),
        **({"until": waiver.until.isoformat()} if waiver.until else {}),
    }


def _quote(quote: QuoteDetail) -> Record:
    return {
        "rung": quote.rung,
        "speaker": {"article": quote.speaker_article, "reference": quote.speaker_reference},
        "diff": [{"kind": edit.kind, "text": edit.text} for edit in quote.diff],
    }
