"""The report as SARIF 2.1.0, which code scanning and editors read.

Made of plain values and tested against the schema of the standard: the libraries that there are
model it in part and let a misspelt property pass.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.knowledge.rules import load_rules
from auditor.model.audit import Audit
from auditor.model.document import is_unbroken
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.listed import Listed
from auditor.model.rule import Rule
from auditor.model.waiver import Waiver
from auditor.render.annotation import cut, file_path, of_problem, standing_alone, told_passage
from auditor.render.artifact import ROOT, artifact, artifact_location, physical_location, region
from auditor.render.record import Record
from auditor.render.replacement import replacement
from auditor.render.rule_descriptors import descriptors
from auditor.render.safe import line
from auditor.render.sarif_limits import MOST_RELATED, kept, told_limits

SCHEMA_ADDRESS = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_IN_LINKS = re.compile(r"[\[\]()\\]")
"""What the words of a link cannot have."""


def to_sarif(audits: Sequence[Audit]) -> Record:
    """Return one run with the results of every article, at least one, in the order given."""
    silent = [silent_in(audit) for audit in audits]
    marking = {item.finding.rule for audit in audits for item in audit.findings}
    driver = driver_of(silent, marking, audits[0].signature.auditor)
    numbers = numbers_of(driver)
    results = [_result(item, audit, numbers) for audit in audits for item in audit.findings]
    ranks = [item.rank for audit in audits for item in audit.findings]
    taken = kept(results, ranks)
    notifications = [
        *(one for audit in audits for one in _notifications(audit)),
        *_told_limits(audits, len(taken)),
    ]
    log = log_of(driver, notifications, properties_of(audits[0]))
    (run,) = log["runs"]
    run["artifacts"] = _artifacts(audits)
    run["results"] = [results[n] for n in taken]
    return log


def log_of(driver: Record, notifications: Sequence[Record], properties: Record) -> Record:
    """Return a log of one run that has no artifacts and results yet."""
    words = sorted({one["descriptor"]["id"] for one in notifications})
    run = {
        "tool": {"driver": {**driver, "notifications": [{"id": word} for word in words]}},
        "invocations": [
            {
                "executionSuccessful": all(one["level"] != "error" for one in notifications),
                "toolExecutionNotifications": list(notifications),
            }
        ],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that audit ran in."}}},
        "artifacts": [],
        "results": [],
        "columnKind": "unicodeCodePoints",
        "properties": properties,
    }
    return sarif_log([run])


def sarif_log(runs: Sequence[Record]) -> Record:
    """Return what a SARIF file holds."""
    return {"$schema": SCHEMA_ADDRESS, "version": "2.1.0", "runs": [*runs]}


def silent_in(audit: Audit) -> set[str]:
    """Return the ids of the rules that did not look at an article."""
    return set(audit.signature.settings.get("disable", "").split())


def properties_of(audit: Audit) -> Record:
    """Return what of a signature SARIF has no place for."""
    return {"rules": audit.signature.rules, "model": audit.signature.model}


def driver_of(silent: Sequence[set[str]], marking: set[str], version: str) -> Record:
    """Return the tool with every rule that looked at an article, whether or not it marked any.

    Args:
        silent: ids of the rules that did not look, for each article.
        marking: ids of the rules that marked something.
        version: of the tool.
    """
    rules = [rule for rule in _shipped() if not all(rule.id in ids for ids in silent)]
    return {
        "name": "auditor",
        "version": version,
        "semanticVersion": version,
        "language": "en",
        "rules": descriptors(rules, marking - {rule.id for rule in rules}),
    }


def numbers_of(driver: Record) -> dict[str, int]:
    """Return the place of each rule in the tool, by its id."""
    return {rule["id"]: number for number, rule in enumerate(driver["rules"])}


@cache
def _shipped() -> tuple[Rule, ...]:
    return load_rules()


def _artifacts(audits: Sequence[Audit]) -> list[Record]:
    """Return articles and references, each once."""
    found: dict[str, Record] = {}
    for audit in audits:
        own = artifact(audit.article.document, "analysisTarget")
        others = [artifact(document, "referencedOnCommandLine") for document in audit.loaded]
        for one in (own, *others):
            found.setdefault(one["location"]["uri"], one)
    return list(found.values())


def _result(item: Listed, audit: Audit, numbers: dict[str, int]) -> Record:
    finding, document = item.finding, audit.article.document
    passages = finding.evidence[:MOST_RELATED]
    related = list(_related(passages, audit, item.finding))
    message = _unlinked(standing_alone(finding))
    links = [f"[{one['properties']['name']}]({one['id']})" for one in related]
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": finding.severity.value,
        "message": {"text": f"{message} See {', '.join(links)}." if links else message},
        "locations": [physical_location(document, finding.start, finding.end)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {
            "primaryLocationLineHash": item.fingerprint,
            "auditorFinding/v1": item.fingerprint,
        },
        "suppressions": [_suppression(item.waiver)] if item.waiver else [],
        **({"baselineState": "unchanged"} if item.known else {}),
        **_fixes(item, audit),
        "properties": _properties(item, audit),
    }


def _unlinked(text: str) -> str:
    """Return `text` without links: SARIF reads ``[words](address)`` as one."""
    return text.replace("](", "] (")


def _related(passages: Sequence[Evidence], audit: Audit, finding: Finding) -> Iterator[Record]:
    texts = {text.document.id: text for text in audit.references}
    for number, passage in enumerate(passages, start=1):
        reference = texts[passage.reference]
        name = _IN_LINKS.sub("", file_path(reference.document))
        yield {
            "id": number,
            **physical_location(reference.document, passage.start, passage.end),
            "message": {"text": _unlinked(told_passage(passage, reference, finding))},
            "properties": {"name": name, "stance": passage.stance.value},
        }


def _suppression(waiver: Waiver) -> Record:
    days = {"decided": waiver.decided, "until": waiver.until}
    return {
        "kind": "inSource" if waiver.is_inline else "external",
        "status": "accepted",
        "justification": line(waiver.reason),
        "properties": {
            "decision": waiver.decision.value,
            "initials": line(waiver.initials),
            **{name: day.isoformat() for name, day in days.items() if day},
        },
    }


def _fixes(item: Listed, audit: Audit) -> Record:
    """Return the one correction that needs no rewriting, nothing where none is so plain."""
    finding, document = item.finding, audit.article.document
    inserted, deleted = replacement(finding), region(document, finding.start, finding.end)
    whole = is_unbroken(document, finding.start, finding.end)
    if inserted is None or deleted is None or not (item.is_open and whole):
        return {}
    change = {
        "artifactLocation": artifact_location(document),
        "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": inserted}}],
    }
    told = cut(f"Put “{inserted}” in the place of “{line(finding.text)}”.")
    return {"fixes": [{"description": {"text": _unlinked(told)}, "artifactChanges": [change]}]}


def _properties(item: Listed, audit: Audit) -> Record:
    finding = item.finding
    verdicts = (one.verdict for one in audit.sentences if one.sentence is item.sentence)
    verdict = next(verdicts, None)
    return {
        "category": finding.category.value,
        **({"verdict": verdict.value} if verdict else {}),
        **({"expected": finding.expected} if finding.expected else {}),
    }


def _notifications(audit: Audit) -> Iterator[Record]:
    """Yield what was not checked."""
    article = [
        {"physicalLocation": {"artifactLocation": artifact_location(audit.article.document)}}
    ]
    for problem in audit.problems:
        message = _unlinked(of_problem(problem).message)
        yield {**notification(line(problem.stage), "error", message), "locations": article}


def notification(word: str, level: str, message: str) -> Record:
    """Return something that is told beside the results; `word` says what kind of thing."""
    return {"descriptor": {"id": word}, "level": level, "message": {"text": message}}


def _told_limits(audits: Sequence[Audit], taken: int) -> Iterator[Record]:
    items = [item for audit in audits for item in audit.findings]
    shortened = sum(len(item.finding.evidence) > MOST_RELATED for item in items)
    for level, message in told_limits(len(items), taken, shortened):
        yield notification("limit", level, message)
