"""Warnings that two ways of looking agree on: a typed rule, and the model that reads the sentence.

Neither knows of the other: a rule compares details, the model reads the passages beside the whole
sentence. Of such warnings 124 in 125 are right, of the others four in five
(``python -m benchmarks.quality``, row ``raised``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.evidence.case import Case
from auditor.judge.decisions import READERS
from auditor.model.finding import Finding
from auditor.model.rule import Rule
from auditor.model.text import within
from auditor.model.words import Category, Severity

OF_TEXTS_ALONE = frozenset({Category.INTERNAL, Category.REFERENCE})
"""What holds within the article or among the references: no reading of both says more of it."""

SURE = 0.8
"""From this chance of a contradiction on, a reading confirms a warning."""


def confirmed(case: Case, findings: Iterable[Finding], rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield the findings; a warning in a sentence that the model surely denies becomes an error.

    One whose severity somebody chose stays as it is.
    """
    typed = {rule.id for rule in rules if rule.checker not in READERS and not rule.is_chosen}
    denied = [
        link.sentence for link in case.links if link.reading and link.reading.contradicts >= SURE
    ]
    for finding in findings:
        if _is_raisable(finding, typed) and any(within((finding,), one) for one in denied):
            told = f"{finding.message.removesuffix('.')}; the passages deny the whole sentence too"
            yield replace(finding, severity=Severity.ERROR, message=told)
        else:
            yield finding


def _is_raisable(finding: Finding, typed: set[str]) -> bool:
    """Tell whether a finding is a typed rule's warning about the article beside its references."""
    return (
        finding.severity is Severity.WARNING
        and finding.rule in typed
        and finding.category not in OF_TEXTS_ALONE
    )
