"""The article's own date: stated twice, before the news it tells, before its references."""

from collections.abc import Iterator

from auditor.checks.dates.compare.wording import name_of
from auditor.checks.published.days import later_references, told_too_early
from auditor.evidence.case import Case
from auditor.model.calendar import day_in_words
from auditor.model.document import DocumentDate, rival_dates
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.model.text import within


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield what is wrong with the day of the article; what concerns all of it has no words."""
    yield from _rivals(case, rules)
    yield from _too_early(case, rules)
    yield from _later(case, rules)


def _rivals(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield one finding, at the last of the dates that stand in the text."""
    rule = rules.when("rival-dates")
    rivals = rival_dates(case.article.document)
    if rule and rivals:
        days = list(dict.fromkeys(day_in_words(rival.value) for rival in rivals))
        yield rule.finding(case.article, rivals[-1], {"days": " and ".join(days)})


def _too_early(case: Case, rules: Rules) -> Iterator[Finding]:
    rule = rules.when("before-event")
    for date, published in told_too_early(case.article) if rule else ():
        if rule and not within(case.article.quotes, date):
            fields = {"said": date.text, "published": day_in_words(published)}
            yield rule.finding(case.article, date, fields)


def _later(case: Case, rules: Rules) -> Iterator[Finding]:
    rule, own = rules.when("reference-later"), case.article.document.published
    later = later_references(case)
    if rule and own and later:
        listed = [
            f"{name_of(text.document)} ({day_in_words(text.document.published)})"
            for text in later
            if text.document.published
        ]
        fields = {"references": ", ".join(listed), "published": day_in_words(own)}
        yield rule.finding(case.article, DocumentDate(0, 0, own), fields)
