"""Known facts: does a person of the fact base act or die in the article after his death?"""

from collections.abc import Iterator

from auditor.checks.facts.after_death import Afterlife, afterlives
from auditor.evidence.case import Case
from auditor.model.calendar import day_in_words
from auditor.model.finding import Finding
from auditor.model.rule import Rules


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each dead person whom a sentence has act or die too late."""
    for found in afterlives(case):
        rule = rules.when(found.outcome)
        if rule is not None:
            yield rule.finding(case.article, found.name, _fields(found), expected=_day(found))


def _fields(found: Afterlife) -> dict[str, str]:
    return {
        "name": found.name.text,
        "known": found.person.names[0],
        "how": found.person.how,
        "place": found.person.place,
        "died": _day(found),
        "day": day_in_words(found.day),
        "source": found.person.source,
    }


def _day(found: Afterlife) -> str:
    return day_in_words(found.person.died)
