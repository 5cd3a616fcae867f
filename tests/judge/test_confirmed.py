"""A warning of a typed rule in a sentence that the model surely denies becomes an error."""

from dataclasses import replace

import pytest

from auditor.judge.confirmed import confirmed
from auditor.knowledge.rules import load_rules
from auditor.model.finding import Finding
from auditor.model.reading import Reading
from auditor.model.words import Category, Severity
from tests.case import case

RULES = load_rules()
SURE, UNSURE = Reading(0.05, 0.9, 0.05), Reading(0.2, 0.6, 0.2)
CASE = case("The harbour was closed on Friday. Ruth Alder left.", "The harbour was shut on Monday.")

WARNING = Finding("date-doubtful", Category.DATE, Severity.WARNING, 26, 32, "Friday", "another day")


def graves(finding: Finding, reading: Reading | None, chosen: str = "") -> tuple[str, str]:
    """Return severity and message of a finding where the first sentence is read so."""
    first, *others = CASE.links
    read = replace(CASE, links=(replace(first, reading=reading), *others))
    rules = [replace(rule, is_chosen=rule.id == chosen) for rule in RULES]
    (one,) = confirmed(read, [finding], rules)
    return one.severity.value, one.message


def test_it_says_that_the_passages_deny_the_sentence():
    assert graves(WARNING, SURE) == (
        "error",
        "another day; the passages deny the whole sentence too",
    )


@pytest.mark.parametrize(
    ("finding", "reading", "chosen"),
    [
        (WARNING, UNSURE, ""),
        (WARNING, None, ""),
        (WARNING, SURE, "date-doubtful"),
        (replace(WARNING, start=34, end=44), SURE, ""),
        (replace(WARNING, severity=Severity.NOTE), SURE, ""),
        (replace(WARNING, severity=Severity.ERROR), SURE, ""),
        (replace(WARNING, rule="reading-date"), SURE, ""),
        (replace(WARNING, category=Category.INTERNAL), SURE, ""),
        (replace(WARNING, category=Category.REFERENCE), SURE, ""),
    ],
)
def test_else_it_stays_as_it_is(finding, reading, chosen):
    assert graves(finding, reading, chosen) == (finding.severity.value, finding.message)
