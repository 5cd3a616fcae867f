"""A warning of a typed rule in a sentence that the model surely denies becomes an error.

One of a rule that is hardly right in sentences that the model finds supported is a note there.
"""

from dataclasses import replace

import pytest

from auditor.evidence.readings import with_reading
from auditor.judge.confirmed import confirmed
from auditor.knowledge.rules import load_rules
from auditor.model.finding import Finding
from auditor.model.reading import Reading
from auditor.model.words import Category, Severity
from tests.case import case

RULES = load_rules()
SURE, UNSURE = Reading(0.05, 0.9, 0.05), Reading(0.2, 0.6, 0.2)
BORNE_OUT, UNLIKELY = Reading(0.98, 0.01, 0.01), Reading(0.001, 0.7, 0.299)
CASE = case("The harbour was closed on Friday. Ruth Alder left.", "The harbour was shut on Monday.")

WARNING = Finding("date-doubtful", Category.DATE, Severity.WARNING, 26, 32, "Friday", "another day")


def graves(finding: Finding, reading: Reading | None, chosen: str = "") -> tuple[str, str]:
    """Return severity and message of a finding where the first sentence is read so."""
    first, *others = CASE.links
    link = with_reading(first, reading) if reading else first
    read = replace(CASE, links=(link, *others))
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


UNFOUND = replace(WARNING, rule="number-unfound", category=Category.NUMBER)


@pytest.mark.parametrize(
    ("finding", "reading", "chosen", "severity"),
    [
        (UNFOUND, BORNE_OUT, "number-unfound", "warning"),
        (UNFOUND, None, "", "warning"),
        (replace(UNFOUND, start=34, end=44), BORNE_OUT, "", "warning"),
        (WARNING, BORNE_OUT, "", "warning"),
        (UNFOUND, UNLIKELY, "", "warning"),
        (UNFOUND, SURE, "", "error"),
        (UNFOUND, BORNE_OUT, "", "note"),
    ],
)
def test_a_rule_may_be_milder_where_the_model_finds_the_sentence_supported(
    finding, reading, chosen, severity
):
    assert graves(finding, reading, chosen)[0] == severity
