"""References that differ: what the article took from one, another tells otherwise.

A part of a place (``western Porto``) is compared here too where no reference has the article's.
"""

from collections.abc import Iterator

from auditor.checks.events.compare.wording import source, written_on
from auditor.checks.references.disagreement import disagreements
from auditor.checks.references.parts_of_places import Astray, astray
from auditor.evidence.case import Case
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.model.text import Spanned


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each name that a reference on an event has otherwise.

    Outcomes: ``name`` where one reference agrees with the article, ``later`` where the other one
    was written on a later day, ``part`` for a part of a place that no reference has.
    """
    for name in disagreements(case):
        yield from _note(
            case, rules, name.detail, (name.detail.text, name.other), name.agrees, name.denies
        )
    for part in astray(case):
        if part.agrees is None:
            yield from _wrong_part(case, rules, part)
        else:
            names = (part.direction.text, part.other)
            yield from _note(case, rules, part.direction, names, part.agrees, part.denies)


def _wrong_part(case: Case, rules: Rules, part: Astray) -> Iterator[Finding]:
    rule = rules.when("part")
    if rule is not None:
        yield rule.finding(
            case.article,
            part.direction,
            {"name": part.direction.text, "expected": part.other},
            expected=part.other,
            evidence=(part.denies,),
        )


def _note(
    case: Case,
    rules: Rules,
    span: Spanned,
    names: tuple[str, str],
    agrees: Evidence,
    denies: Evidence,
) -> Iterator[Finding]:
    rule = rules.when("later" if _is_later(case, denies, agrees) else "name")
    if rule is not None:
        fields = {
            "name": names[0],
            "other": names[1],
            "agrees": source(case, agrees),
            "denies": source(case, denies),
        }
        yield rule.finding(case.article, span, fields, evidence=(agrees, denies))


def _is_later(case: Case, one: Evidence, two: Evidence) -> bool:
    """Tell whether a passage is of a later day than another."""
    first, second = (written_on(case, passage) for passage in (one, two))
    return first is not None and second is not None and first > second
