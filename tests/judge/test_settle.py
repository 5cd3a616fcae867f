"""Findings that speak of the same words: the graver and the more exact one stands."""

from dataclasses import replace

import pytest

from auditor.judge.settle import settled
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict


def finding(
    category: Category, severity: Severity, start: int, end: int, expected: str | None = None
) -> Finding:
    return Finding("rule", category, severity, start, end, "x" * (end - start), "message", expected)


WHOLE = finding(Category.SUPPORT, Severity.WARNING, 0, 90)
QUOTE = finding(Category.QUOTE, Severity.ERROR, 20, 60)
CLAUSE = finding(Category.SUPPORT, Severity.WARNING, 15, 65)
DENIED = replace(finding(Category.SUPPORT, Severity.WARNING, 10, 20), implies=Verdict.CONTRADICTED)
WORD = finding(Category.SUPPORT, Severity.WARNING, 70, 80)
DATE = finding(Category.DATE, Severity.ERROR, 0, 10)
DAY = finding(Category.DATE, Severity.WARNING, 3, 10)
NAME = finding(Category.NAME, Severity.WARNING, 3, 10)
MOVED = finding(Category.PLACE, Severity.ERROR, 3, 10, "Athens")
FOREIGN = finding(Category.EVENT, Severity.ERROR, 3, 10, "Athens")
DOUBTED = finding(Category.EVENT, Severity.WARNING, 3, 10, "Athens")
BORN = finding(Category.KNOWN_FACT, Severity.ERROR, 3, 10, "1920")
HINT = finding(Category.NUMBER, Severity.NOTE, 70, 75)


@pytest.mark.parametrize(
    ("findings", "standing"),
    [
        ([WHOLE], [WHOLE]),
        ([WHOLE, QUOTE], [QUOTE]),
        ([WHOLE, HINT], [WHOLE, HINT]),
        ([CLAUSE, QUOTE], [QUOTE]),
        ([WORD, QUOTE], [WORD, QUOTE]),
        ([DENIED, QUOTE], [QUOTE]),
        ([DENIED, NAME], [NAME]),
        ([DENIED, WORD], [DENIED, WORD]),
        ([DENIED, HINT], [DENIED, HINT]),
        ([WHOLE, WORD, CLAUSE], [WHOLE]),
        ([WORD, CLAUSE], [WORD, CLAUSE]),
        ([DATE, DAY], [DATE]),
        ([DATE, NAME], [DATE, NAME]),
        ([QUOTE, DATE, DAY, NAME], [QUOTE, DATE, NAME]),
        ([DAY, DAY], [DAY, DAY]),
        ([MOVED, FOREIGN], [FOREIGN]),
        ([MOVED, DOUBTED], [MOVED]),
        ([MOVED, BORN], [MOVED, BORN]),
        ([NAME, FOREIGN], [NAME, FOREIGN]),
        ([], []),
    ],
)
def test_the_graver_and_more_exact_finding_stands(findings, standing):
    assert list(settled(findings)) == standing


NEXT = replace(DAY, expected="Thursday", message="a reading")
ABOUT = finding(Category.NUMBER, Severity.WARNING, 70, 75, "about 40")
FORTY = finding(Category.NUMBER, Severity.WARNING, 70, 75, "40")


@pytest.mark.parametrize(
    ("findings", "standing"),
    [
        ([DAY, replace(NEXT, rule="second")], [replace(DAY, expected="Thursday")]),
        ([DAY, replace(NEXT, start=0)], [DAY, replace(NEXT, start=0)]),
        ([DAY, replace(NEXT, severity=Severity.NOTE)], [DAY]),
        ([ABOUT, FORTY], [ABOUT]),
        ([FORTY, ABOUT], [ABOUT]),
    ],
)
def test_a_finding_without_a_correction_takes_that_of_another_on_its_words(findings, standing):
    assert list(settled(findings)) == standing
