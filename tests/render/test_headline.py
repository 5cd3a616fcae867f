"""The one sentence that says whether the article may run."""

from dataclasses import replace

import pytest

from auditor.model.audit import Judged
from auditor.model.finding import Finding, Problem
from auditor.model.waiver import Waiver
from auditor.model.words import Severity
from auditor.render.headline import headline

from .sample import ACCEPTED, AUDIT, CLEAN, DISMISSED, STALE, WRONG_DAY

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


@pytest.mark.parametrize(
    ("waivers", "sentences", "sentence"),
    [
        (
            (DISMISSED,),
            AUDIT.sentences,
            "Not ready to run: 1 error, 1 warning, 1 waived, all checked.",
        ),
        (
            (DISMISSED, ACCEPTED),
            AUDIT.sentences,
            "Read the warnings before it runs: no errors, 1 warning, 2 waived, all checked.",
        ),
        (
            (ACCEPTED,),
            AUDIT.sentences[3:],
            (
                "Nothing open stands against the references: "
                "no errors, no warnings, 1 waived, all checked."
            ),
        ),
        (
            (STALE,),
            AUDIT.sentences[4:],
            "Nothing stands against the references: no errors, no warnings, all checked.",
        ),
    ],
)
def test_waived_findings_are_counted_apart(
    waivers: tuple[Waiver, ...], sentences: tuple[Judged, ...], sentence: str
) -> None:
    report = replace(AUDIT, sentences=sentences, waivers=waivers, problems=())
    assert str(headline(report)) == sentence
