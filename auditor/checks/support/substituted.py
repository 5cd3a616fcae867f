"""Words in whose place the entailment model would believe others."""

from collections.abc import Iterator

from auditor.checks.support.outcome import Outcome
from auditor.evidence.case import Case
from auditor.evidence.support import log_odds
from auditor.model.evidence import Substitute
from auditor.model.rule import Rules
from auditor.model.ruling import Ruling
from auditor.model.words import Category

OUTCOMES = {
    Category.NAME: Outcome.NAME,
    Category.PLACE: Outcome.PLACE,
    Category.DATE: Outcome.DATE,
    Category.NUMBER: Outcome.NUMBER,
    Category.NEGATION: Outcome.NEGATED,
    Category.EVENT: Outcome.REASON,
}
"""What is said of words, by the category of their substitute."""


def substituted(case: Case, rules: Rules) -> Iterator[Ruling]:
    """Yield the words that have a substitute which the model believes.

    Options of each rule: `believed`, the least chance that the excerpt supports the sentence with
    the substitute, in [0, 1], and `odds`, by how much its log odds must rise.
    """
    for link in case.links:
        if (one := link.substitute) is None:
            continue
        rule = rules.when(OUTCOMES[one.category])
        if rule and one.after >= rule.number("believed") and _rise(one) >= rule.number("odds"):
            yield _ruling(case, one)


def _ruling(case: Case, one: Substitute) -> Ruling:
    fields = {
        "text": case.article.document.text[one.start : one.end],
        "expected": one.expected,
    }
    return Ruling(OUTCOMES[one.category], one.start, one.end, fields, one.expected, (one.passage,))


def _rise(one: Substitute) -> float:
    return log_odds(one.after) - log_odds(one.before)
