"""Opinions: what does a language model say that was asked, and which passage proves it?

Nothing is found here: it is asked when all checkers have spoken (`auditor.opinion`), and by nobody
who did not say so.
"""

from collections.abc import Iterator

from auditor.checks.opinions.outcome import Outcome
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield nothing."""
    yield from ()
