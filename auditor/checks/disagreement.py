"""References that differ: what the article took from one, another tells otherwise."""

from collections.abc import Iterator

from auditor.compare.events.disagreement import disagreements
from auditor.compare.events.wording import source
from auditor.model.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a note for each name that one reference on an event has and another has otherwise."""
    rule = rules.when("name")
    for found in disagreements(case) if rule else ():
        if rule is not None:
            fields = {
                "name": found.detail.text,
                "other": found.other,
                "agrees": source(case, found.agrees),
                "denies": source(case, found.denies),
            }
            yield rule.finding(
                case.article, found.detail, fields, evidence=(found.agrees, found.denies)
            )
