"""What stands over a sentence and beside a passage says no more than the findings do."""

from dataclasses import replace

import pytest

from auditor.model.evidence import Evidence
from auditor.model.words import Category, Severity, Stance, Verdict
from auditor.render.rubric import Bearing, Rubric, beside_finding, beside_sentence, rubric

from .sample import DISAGREE, FOUR, STRUCK, WRONG_DAY, judged

CONTRADICTED, UNSUPPORTED, PARTIAL, SUPPORTED, NOT_CHECKABLE = (
    Verdict.CONTRADICTED,
    Verdict.UNSUPPORTED,
    Verdict.PARTIAL,
    Verdict.SUPPORTED,
    Verdict.NOT_CHECKABLE,
)

ERROR = WRONG_DAY
WARNING = replace(ERROR, severity=Severity.WARNING)
NOTE = replace(ERROR, severity=Severity.NOTE)
DENIAL = replace(WARNING, category=Category.NEGATION)
UNPROVED = replace(DENIAL, evidence=(replace(STRUCK, stance=Stance.MENTIONS),))
INVENTED = replace(ERROR, implies=UNSUPPORTED)
BARE = replace(WARNING, implies=None)


@pytest.mark.parametrize(
    ("verdict", "findings", "headed"),
    [
        (CONTRADICTED, (ERROR,), Rubric.CONTRADICTED),
        (CONTRADICTED, (DENIAL,), Rubric.CONTRADICTED),
        (CONTRADICTED, (WARNING,), Rubric.CHECK),
        (CONTRADICTED, (UNPROVED,), Rubric.CHECK),
        (CONTRADICTED, (WARNING, INVENTED), Rubric.CHECK),
        (UNSUPPORTED, (INVENTED,), Rubric.UNSUPPORTED),
        (UNSUPPORTED, (replace(INVENTED, severity=Severity.WARNING),), Rubric.CHECK),
        (PARTIAL, (replace(ERROR, implies=PARTIAL),), Rubric.PARTIAL),
        (PARTIAL, (replace(WARNING, implies=PARTIAL),), Rubric.CHECK),
        (SUPPORTED, (NOTE,), Rubric.NOTED),
        (SUPPORTED, (DISAGREE,), Rubric.SUPPORTED),
        (SUPPORTED, (BARE,), Rubric.CHECK),
        (SUPPORTED, (), Rubric.SUPPORTED),
        (NOT_CHECKABLE, (BARE,), Rubric.CHECK),
        (NOT_CHECKABLE, (), Rubric.NOT_CHECKABLE),
    ],
)
def test_only_an_error_or_a_denial_with_its_passage_says_contradicted(verdict, findings, headed):
    assert rubric(judged(2, verdict, 0.1, (), findings)) is headed


@pytest.mark.parametrize(
    ("verdict", "findings", "headed"),
    [
        (SUPPORTED, (), Rubric.WEAK),
        (SUPPORTED, (DISAGREE,), Rubric.WEAK),
        (SUPPORTED, (NOTE,), Rubric.NOTED),
        (NOT_CHECKABLE, (), Rubric.NOT_CHECKABLE),
        (CONTRADICTED, (ERROR,), Rubric.CONTRADICTED),
    ],
)
def test_a_sentence_that_the_model_leans_against_is_no_more_than_weakly_supported(
    verdict, findings, headed
):
    leant = replace(judged(2, verdict, 0.4, (), findings), is_weak=True)
    assert rubric(leant) is headed
    assert beside_sentence(FOR, leant) is Bearing.MENTIONS


AGAINST, ABOUT, FOR = (
    replace(STRUCK, stance=stance)
    for stance in (Stance.CONTRADICTS, Stance.MENTIONS, Stance.SUPPORTS)
)


@pytest.mark.parametrize(
    ("passage", "finding", "bearing"),
    [
        (AGAINST, ERROR, Bearing.CONTRADICTS),
        (AGAINST, DENIAL, Bearing.CONTRADICTS),
        (AGAINST, WARNING, Bearing.COMPARE),
        (AGAINST, NOTE, Bearing.COMPARE),
        (FOR, ERROR, Bearing.CONTRADICTS),
        (FOR, WARNING, Bearing.COMPARE),
        (ABOUT, ERROR, Bearing.MENTIONS),
        (FOUR, DISAGREE, Bearing.COMPARE),
    ],
)
def test_a_passage_contradicts_only_where_its_finding_is_sure(passage, finding, bearing):
    assert beside_finding(passage, finding) is bearing


def saying(words: str) -> Evidence:
    return replace(FOR, text=words)


@pytest.mark.parametrize(
    ("passage", "verdict", "findings", "bearing"),
    [
        (FOR, SUPPORTED, (), Bearing.SUPPORTS),
        (ABOUT, SUPPORTED, (), Bearing.MENTIONS),
        (AGAINST, SUPPORTED, (), Bearing.COMPARE),
        (FOR, SUPPORTED, (NOTE,), Bearing.MENTIONS),
        (FOR, CONTRADICTED, (ERROR,), Bearing.MENTIONS),
        (AGAINST, CONTRADICTED, (ERROR,), Bearing.CONTRADICTS),
        (AGAINST, CONTRADICTED, (WARNING,), Bearing.COMPARE),
        (saying("The ferry never hit the Karsund bridge."), SUPPORTED, (), Bearing.COMPARE),
        (saying("The ferry didn’t hit the bridge."), SUPPORTED, (), Bearing.COMPARE),
        (saying("Another ferry hit the bridge."), SUPPORTED, (), Bearing.SUPPORTS),
    ],
)
def test_no_passage_that_denies_a_sentence_is_shown_as_its_proof(
    passage, verdict, findings, bearing
):
    assert beside_sentence(passage, judged(2, verdict, 0.9, (), findings)) is bearing
