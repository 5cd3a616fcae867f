"""What stands in no passage: a sentence, or a clause of one."""

from collections.abc import Iterator, Mapping

from auditor.checks.support.outcome import Outcome
from auditor.evidence.case import Case
from auditor.evidence.support import coverage, is_borne_out
from auditor.model.evidence import Link, Part
from auditor.model.rule import Rules
from auditor.model.ruling import Ruling
from auditor.model.text import Spanned, within
from auditor.text.checkable import is_checkable


def unfound(case: Case, rules: Rules) -> Iterator[Ruling]:
    """Yield what stands in no passage: a sentence, a clause of one.

    Option `covered` of either rule: the share that passages must cover, in [0, 1]. What the
    entailment model finds borne out in other words is not looked for word by word.
    """
    whole, part = rules.when(Outcome.NOT_FOUND), rules.when(Outcome.CLAUSE_NOT_FOUND)
    for link in case.links:
        if not is_checkable(link.sentence) or is_borne_out(link):
            continue
        if whole and coverage(link.evidence) < whole.number("covered"):
            yield _ruling(Outcome.NOT_FOUND, link.sentence, link, {"closest": _closest(case, link)})
        elif part:
            for clause in _bare(case, link, part.number("covered")):
                yield _ruling(Outcome.CLAUSE_NOT_FOUND, clause, link, {})


def _ruling(outcome: Outcome, span: Spanned, link: Link, fields: Mapping[str, str]) -> Ruling:
    return Ruling(outcome, span.start, span.end, fields, evidence=link.evidence[:1])


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
    return f"the closest passage, in {case.texts[best].document.path}, may say it otherwise"
