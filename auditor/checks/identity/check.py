"""Identity: does a sentence count one person as two?"""

from collections.abc import Iterator

from auditor.checks.identity.joined import twices
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each sentence that joins two names of one person."""
    rule = rules.when("twice")
    if rule is None:
        return
    for found in twices(case):
        says = "the fact base" if found.known else "the text"
        fields = {"one": found.one.text, "two": found.two.text, "says": says}
        yield rule.finding(case.article, found, fields)
