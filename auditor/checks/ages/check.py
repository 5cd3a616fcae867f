"""Ages: do the references date the beginning of a thing as the article says how old it is?"""

from collections.abc import Iterator

from auditor.checks.ages.rulings import judged
from auditor.checks.dates.compare.wording import evidence_of, proof
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding, ``age``, for each thing whose beginning the references date otherwise."""
    rule = rules.when("age")
    for age in judged(case) if rule else ():
        if rule and age.against is not None:
            dated = age.against.dated
            yield rule.finding(
                case.article,
                age.lapse,
                proof(age.lapse.text, dated, case.article.document.published),
                evidence=[evidence_of(dated, 1.0)],
            )
