"""A stage that fails leaves a problem with its name, and the rest of the audit goes on."""

import pytest

from auditor.attempt import LONGEST, attempt
from auditor.errors import AuditError
from auditor.model.finding import Problem


def fails() -> int:
    return [][1]


def test_a_stage_that_works_leaves_no_problem():
    assert attempt("segment", "a.txt", lambda: 1, 0) == (1, ())


def test_a_stage_that_fails_leaves_what_stands_instead_and_a_problem():
    told = "a fault in auditor, please report it: IndexError: list index out of range"
    assert attempt("segment", "a.txt", fails, 0) == (0, (Problem("segment", "a.txt", told),))


def test_what_the_user_can_mend_goes_on_to_him():
    def lacks() -> int:
        raise AuditError("titles.toml is missing")

    with pytest.raises(AuditError):
        attempt("segment", "a.txt", lacks, 0)


def test_a_whole_text_in_an_exception_is_cut():
    def shouts() -> int:
        raise ValueError("a" * 10_000)

    _, (problem,) = attempt("segment", "a.txt", shouts, 0)
    assert len(problem.reason) == LONGEST
