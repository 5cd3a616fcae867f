"""Two ways of looking at one sentence: a typed rule, and the model that reads it.

Neither knows of the other: a rule compares details, the model reads the passages beside the whole
sentence. Of warnings on which both agree 124 in 125 are right, of the others four in five
(``python -m benchmarks.quality``, row ``raised``). Where they disagree some rules are no better
than chance.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.evidence.case import Case
from auditor.evidence.support import is_borne_out
from auditor.judge.decisions import READERS
from auditor.model.finding import Finding
from auditor.model.rule import Rule
from auditor.model.text import Sentence, within
from auditor.model.words import Category, Severity

OF_TEXTS_ALONE = frozenset({Category.INTERNAL, Category.REFERENCE})
"""What holds within the article or among the references: no reading of both says more of it."""

SURE = 0.8
"""From this chance of a contradiction on, a reading confirms a warning."""


def confirmed(case: Case, findings: Iterable[Finding], rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield the findings; a warning in a sentence that the model surely denies becomes an error.

    In one that it finds supported a finding gets the severity that its rule has there. One whose
    severity somebody chose stays as it is.
    """
    typed = {rule.id for rule in rules if rule.checker not in READERS and not rule.is_chosen}
    denied = [
        link.sentence for link in case.links if link.reading and link.reading.contradicts >= SURE
    ]
    borne_out = [link.sentence for link in case.links if is_borne_out(link)]
    there = {rule.id: rule.borne_out for rule in rules if rule.borne_out and not rule.is_chosen}
    for finding in findings:
        lower = there.get(finding.rule)
        if _is_raisable(finding, typed) and _stands_in(finding, denied):
            told = f"{finding.message.removesuffix('.')}; the passages deny the whole sentence too"
            yield replace(finding, severity=Severity.ERROR, message=told)
        elif lower and _stands_in(finding, borne_out):
            yield replace(finding, severity=lower)
        else:
            yield finding


def _stands_in(finding: Finding, sentences: Sequence[Sentence]) -> bool:
    return any(within((finding,), sentence) for sentence in sentences)


def _is_raisable(finding: Finding, typed: set[str]) -> bool:
    """Tell whether a finding is a typed rule's warning about the article beside its references."""
    return (
        finding.severity is Severity.WARNING
        and finding.rule in typed
        and finding.category not in OF_TEXTS_ALONE
    )
