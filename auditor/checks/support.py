"""Sentences that the references do not bear out, whatever details they hold."""

from collections.abc import Iterator

from auditor.checkable import is_checkable
from auditor.model.case import Case, Link
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.support import coverage


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each checkable sentence that no passage is close to (`not-found`).

    Option `covered`: the share of a sentence that passages must cover, in [0, 1].
    """
    rule = rules.when("not-found")
    if rule is None:
        return
    for link in case.links:
        if is_checkable(link.sentence) and coverage(link.evidence) < rule.number("covered"):
            fields = {"closest": _closest(case, link)}
            yield rule.finding(case.article, link.sentence, fields, evidence=link.evidence[:1])


def _closest(case: Case, link: Link) -> str:
    """Say which reference comes closest."""
    if not link.evidence:
        return "no passage is about it"
    best = link.evidence[0].reference
    paths = {text.document.id: text.document.path for text in case.references}
    return f"the closest passage, in {paths[best]}, is about something else"
