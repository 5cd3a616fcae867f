"""The one sentence that says whether the article may run."""

from dataclasses import replace

import pytest

from auditor.model.finding import Finding, Problem
from auditor.model.words import Severity
from auditor.render.headline import headline

from .sample import CLEAN, WRONG_DAY

PROBLEM = Problem("load", "refs/map.pdf", "no text in it")
ERROR = WRONG_DAY
WARNING = replace(WRONG_DAY, severity=Severity.WARNING)
NOTE = replace(WRONG_DAY, severity=Severity.NOTE)


@pytest.mark.parametrize(
    ("findings", "problems", "state", "sentence"),
    [
        (
            (ERROR, ERROR, WARNING),
            (PROBLEM, PROBLEM),
            "stop",
            "Not ready to run: 2 errors, 1 warning, 2 things not checked.",
        ),
        ((ERROR,), (), "stop", "Not ready to run: 1 error, no warnings, all checked."),
        (
            (WARNING,),
            (PROBLEM,),
            "open",
            "Not fully checked: no errors, 1 warning, 1 thing not checked.",
        ),
        ((), (PROBLEM,), "open", "Not fully checked: no errors, no warnings, 1 thing not checked."),
        (
            (WARNING,),
            (),
            "read",
            "Read the warnings before it runs: no errors, 1 warning, all checked.",
        ),
        (
            (NOTE,),
            (),
            "clear",
            "Nothing stands against the references: no errors, no warnings, all checked.",
        ),
    ],
)
def test_errors_come_before_problems_and_problems_before_warnings(
    findings: tuple[Finding, ...], problems: tuple[Problem, ...], state: str, sentence: str
) -> None:
    found = headline(replace(CLEAN, article_findings=findings, problems=problems))
    assert (found.state, str(found)) == (state, sentence)
