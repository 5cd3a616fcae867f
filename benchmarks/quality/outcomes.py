"""What the audit says of each row, judged by the row's labels."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from auditor.evidence.case import Case
from auditor.knowledge.rules import load_rules
from auditor.load import document_from_text
from auditor.model.audit import Audit, Judged
from auditor.model.finding import Finding
from auditor.model.rule import Rule
from auditor.model.text import within
from auditor.model.words import Category, Severity, Verdict
from auditor.pipeline import audited, prepared
from benchmarks.quality.kept import Kept
from benchmarks.quality.rows import Row, Wrong

LOUD = frozenset({Severity.ERROR, Severity.WARNING})
FLAGGED = frozenset({Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.PARTIAL})
MILDER = "-borne-out"


class Judgement(StrEnum):
    """Whether a mark stands on what is wrong, in a true sentence, or on what nobody labelled."""

    RIGHT = "right"
    WRONG = "wrong"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding of a rule in a row.

    Attributes:
        rule: its id, with `MILDER` behind it where the model finds the sentence supported and the
            rule is milder there.
        severity: that of the rule, there or elsewhere.
        at: row and sentence, or row and number of the error where it is right.
        words: what is marked.
        is_raised: whether it is graver here, since the model denies the sentence as well.
    """

    rule: str
    severity: Severity
    judgement: Judgement
    at: str
    words: str
    is_raised: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An error of a row.

    Attributes:
        loud: whether an error or a warning stands on it.
        typed: whether one of those names it rightly.
        flagged: whether the verdict of a sentence with it sends it to an editor.
    """

    at: str
    kind: str
    loud: bool
    typed: bool
    flagged: bool


@dataclass(frozen=True, slots=True)
class Faithful:
    """A sentence that is borne out.

    Attributes:
        loud: whether an error or a warning stands in it.
        flagged: whether its verdict sends it to an editor.
        contradicted: whether that is what it is called.
    """

    at: str
    loud: bool
    flagged: bool
    contradicted: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that is judged of one row."""

    source: str
    marks: tuple[Mark, ...]
    found: tuple[Found, ...]
    faithful: tuple[Faithful, ...]


def outcome(row: Row, rules: Sequence[Rule], kept: Kept) -> Outcome:
    """Audit a row, and judge what is marked in it."""
    return judged(row, audited(case_of(row, kept), rules, entailment=kept.reader))


def case_of(row: Row, kept: Kept) -> Case:
    """Return the case of a row, before the model reads."""
    article = document_from_text("article", "article", row.article, row.published)
    references = [
        document_from_text(f"r{n}", name, text)
        for n, (name, text) in enumerate(sorted(row.references), start=1)
    ]
    return prepared(article, references, kept.read)


def judged(row: Row, audit: Audit) -> Outcome:
    """Return how right the marks of an audit of the row are."""
    marks = tuple(
        dict.fromkeys(
            _mark(row, finding, sentence)
            for sentence in audit.sentences
            for finding in sentence.findings
        )
    )
    return Outcome(
        row.source,
        marks,
        tuple(_found(row, n, wrong, audit) for n, wrong in enumerate(row.wrong)),
        tuple(_faithful_sentences(row, audit.sentences)),
    )


def _mark(row: Row, finding: Finding, sentence: Judged) -> Mark:
    hit = next((n for n, wrong in enumerate(row.wrong) if within((wrong,), finding)), None)
    if hit is not None:
        judgement, at = Judgement.RIGHT, f"{row.id}!{hit}"
    else:
        judges = row.quotes_labelled or finding.category is not Category.QUOTE
        judgement = (
            Judgement.WRONG if judges and row.is_true(sentence.sentence) else Judgement.BESIDE
        )
        at = f"{row.id}:{sentence.sentence.id}"
    own = _severities().get(finding.rule, finding.severity)
    if own in LOUD and finding.severity not in LOUD:
        milder = f"{finding.rule}{MILDER}"
        return Mark(milder, finding.severity, judgement, at, finding.text)
    raised = own is Severity.WARNING and finding.severity is Severity.ERROR
    return Mark(finding.rule, own, judgement, at, finding.text, raised)


@cache
def _severities() -> Mapping[str, Severity]:
    return {rule.id: rule.severity for rule in load_rules()}


def _found(row: Row, n: int, wrong: Wrong, audit: Audit) -> Found:
    over = [
        finding
        for finding in _findings(audit)
        if finding.severity in LOUD and within((wrong,), finding)
    ]
    typed = any(not wrong.kinds or finding.category.value in wrong.kinds for finding in over)
    flagged = any(
        sentence.verdict in FLAGGED
        for sentence in audit.sentences
        if within((wrong,), sentence.sentence)
    )
    return Found(f"{row.id}!{n}", wrong.kind, bool(over), typed, flagged)


def _findings(audit: Audit) -> Iterator[Finding]:
    for sentence in audit.sentences:
        yield from sentence.findings
    yield from audit.article_findings


def _faithful_sentences(row: Row, sentences: Iterable[Judged]) -> Iterator[Faithful]:
    for sentence in sentences:
        if row.is_true(sentence.sentence):
            yield Faithful(
                f"{row.id}:{sentence.sentence.id}",
                any(finding.severity in LOUD for finding in sentence.findings),
                sentence.verdict in FLAGGED,
                sentence.verdict is Verdict.CONTRADICTED,
            )
