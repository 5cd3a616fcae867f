"""Roles: does the article give each part in what happened to whom the references give it?"""

from collections.abc import Iterator, Sequence

from auditor.checks.roles.absent_name import conflicts
from auditor.checks.roles.by_frame import misgivens
from auditor.checks.roles.by_other_words import retold
from auditor.checks.roles.by_preposition import hooked
from auditor.checks.roles.by_same_words import exchanges
from auditor.checks.roles.swapped import Swap, swaps
from auditor.checks.roles.wrong_part import Misgiven
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rule, Rules
from auditor.model.text import Spanned, within


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each name in another's place and for each two in each other's."""
    swapped = tuple(swaps(case))
    sides, conflict = rules.when("swapped"), rules.when("conflict")
    if conflict is not None:
        yield from _conflicts(case, conflict)
    marked = tuple(_exchanged(case, rules, swapped))
    yield from marked
    yield from _misgiven(case, rules, (*marked, *swapped))
    if sides is not None:
        for found in swapped:
            fields = {"one": found.one, "two": found.two}
            yield sides.finding(case.article, found, fields, evidence=(found.evidence,))


def _exchanged(case: Case, rules: Rules, swapped: Sequence[Swap]) -> Iterator[Finding]:
    for found in exchanges(case):
        rule = rules.when("exchanged" if found.sure else "elsewhere")
        if rule is not None and not within(swapped, found.detail):
            yield rule.finding(
                case.article,
                found.detail,
                {
                    "name": found.detail.text,
                    "expected": found.rival.text,
                    "told": found.told,
                },
                expected=found.rival.text,
                evidence=(found.rival.evidence,),
            )


def _misgiven(case: Case, rules: Rules, marked: Sequence[Spanned]) -> Iterator[Finding]:
    seen: set[int] = set()
    for found in (*misgivens(case), *hooked(case), *retold(case)):
        rule = rules.when(_outcome(found))
        if rule is not None and not within(marked, found.who) and found.who.start not in seen:
            seen.add(found.who.start)
            yield rule.finding(
                case.article,
                found.who,
                {"name": found.name, "expected": found.expected, "told": found.told},
                expected=found.expected,
                evidence=(found.evidence,),
            )


def _outcome(found: Misgiven) -> str:
    if found.where:
        return "elsewhere"
    return "misgiven" if found.sure else "misgiven-likely"


def _conflicts(case: Case, rule: Rule) -> Iterator[Finding]:
    for found in conflicts(case):
        yield rule.finding(
            case.article,
            found.who,
            {"name": found.who.text, "expected": found.expected, "told": found.told},
            expected=found.expected,
            evidence=found.evidence,
        )
