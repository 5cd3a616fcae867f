"""The corpus of newsroom twins: nothing gives a sentence away but the reports."""

from collections import Counter
from functools import cache

import pytest

from training.rows.corpus import Case, Kind, Label, alone_auc, corpus, faults, overlap_auc, split

MANY = 100
"""Rows of a kind from which on its overlap is looked at by itself."""

APART = {Kind.INSERTION: 0.08}
"""How far from .5 a kind's overlap may be, .05 for all others: what is put in was mostly written in
words that no report has. Later cases take them from the reports; the bound falls as they come."""


@cache
def cases() -> tuple[Case, ...]:
    return corpus()


def made(**changed: object) -> Case:
    true = {"text": "Bo won.", "label": "supported", "kind": None, "wrong": None, "twin": None}
    wrong = {"text": "Al won.", "label": "contradicted", "kind": "role", "wrong": "Al", "twin": 0}
    return Case.model_validate(
        {
            "id": "a-1",
            "domain": "sport",
            "reports": [{"date": "2024-03-08", "text": "Bo beat Al."}],
            "sentences": [true, {**wrong, **changed}],
        }
    )


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, None),
        ({"wrong": "Cy"}, "does not say which of its words are wrong"),
        ({"twin": 1}, "its twin is not supported"),
        ({"text": "Bo won.", "wrong": "Bo"}, "a sentence stands twice"),
        ({"label": "supported"}, "supported, yet something is wrong"),
    ],
)
def test_what_is_off_in_the_form_of_a_case_is_said(changed, fault):
    told = list(faults(made(**changed)))
    assert bool(told) is bool(fault)
    assert fault is None or any(fault in one for one in told)


def test_every_case_has_its_form_and_its_own_id_and_reports():
    assert [fault for case in cases() for fault in faults(case)] == []
    ids = Counter(case.id for case in cases())
    texts = Counter(report.text for case in cases() for report in case.reports)
    assert max(ids.values()) == max(texts.values()) == 1


@pytest.mark.slow
def test_nearness_to_the_words_of_the_reports_says_nothing():
    assert overlap_auc(cases()) == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("kind", Kind)
def test_nor_does_it_beside_the_twin_in_any_kind(kind):
    if sum(claim.kind is kind for case in cases() for claim in case.sentences) >= MANY:
        assert overlap_auc(cases(), kind) == pytest.approx(0.5, abs=APART.get(kind, 0.05))


@pytest.mark.slow
def test_the_words_of_a_sentence_alone_say_little():
    assert alone_auc(cases()) <= 0.57


def test_true_and_wrong_ones_stand_in_mixed_order():
    first = [case.sentences[0].label is Label.SUPPORTED for case in cases()]
    assert 0.3 < sum(first) / len(first) < 0.7


def test_the_split_is_eight_one_one_by_the_id_alone():
    parts = Counter(split(f"case-{n}") for n in range(2000))
    assert parts["dev"] == pytest.approx(200, abs=50)
    assert parts["test"] == pytest.approx(200, abs=50)
    assert split("wire-001") == split("wire-001")
