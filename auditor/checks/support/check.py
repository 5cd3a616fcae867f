"""Sentences that the references do not bear out, whatever details they hold."""

from collections.abc import Iterator

from auditor.checks.support.doubted import doubted
from auditor.evidence.case import Case
from auditor.evidence.support import coverage, is_borne_out
from auditor.model.evidence import Link, Part
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.model.text import within
from auditor.text.checkable import is_checkable


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for what stands in no passage and for what the entailment model doubts."""
    yield from _unfound(case, rules)
    yield from doubted(case, rules)


def _unfound(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for what stands in no passage: a sentence (`not-found`), a clause of one.

    Option `covered` of either rule: the share that passages must cover, in [0, 1]. What the
    entailment model finds borne out in other words is not looked for word by word.
    """
    whole, part = rules.when("not-found"), rules.when("clause-not-found")
    for link in case.links:
        if not is_checkable(link.sentence) or is_borne_out(link):
            continue
        if whole and coverage(link.evidence) < whole.number("covered"):
            fields = {"closest": _closest(case, link)}
            yield whole.finding(case.article, link.sentence, fields, evidence=link.evidence[:1])
        elif part:
            for clause in _bare(case, link, part.number("covered")):
                yield part.finding(case.article, clause, {}, evidence=link.evidence[:1])


def _bare(case: Case, link: Link, covered: float) -> Iterator[Part]:
    """Yield the outermost clauses that no passage comes near; quotes have their own check."""
    end = -1
    for clause in link.parts:
        if (
            clause.covered < covered
            and clause.start >= end
            and not within(case.article.quotes, clause)
        ):
            end = clause.end
            yield clause


def _closest(case: Case, link: Link) -> str:
    """Say which reference comes closest."""
    if not link.evidence:
        return "no passage is about it"
    best = link.evidence[0].reference
    return f"the closest passage, in {case.texts[best].document.path}, is about something else"
