"""Figures by kind of error: each kind beside all true sentences, and beside its own twins."""

import datetime

from training.measure.by_kind import figures
from training.rows.corpus import Case, Claim, Kind, Label, Report


def claim(text: str, kind: Kind | None = None, twin: int | None = None) -> Claim:
    label = Label.CONTRADICTED if kind else Label.SUPPORTED
    return Claim(text=text, label=label, kind=kind, wrong=text if kind else None, twin=twin)


CASE = Case(
    id="x-001",
    domain="x",
    reports=(Report(date=datetime.date(2026, 1, 5), text="Hart beat Poole on Monday."),),
    sentences=(
        claim("Poole lost."),
        claim("Hart lost.", Kind.ROLE, twin=0),
        claim("It was a Monday."),
        claim("It was a Friday.", Kind.DATE, twin=2),
    ),
)


def test_a_kind_is_compared_with_all_true_sentences_and_with_its_twins():
    scores = {("x-001", n): score for n, score in enumerate((0.9, 0.7, 0.4, 0.1))}
    assert figures([CASE], scores) == {
        "all": {"rows": 2.0, "auc": 0.75, "pair": 1.0, "right": 0.5},
        "date": {"rows": 1.0, "auc": 1.0, "pair": 1.0, "right": 1.0},
        "role": {"rows": 1.0, "auc": 0.5, "pair": 1.0, "right": 0.0},
        "true": {"rows": 2.0, "right": 0.5},
    }


def test_without_cases_nothing_is_right():
    assert figures([], {}) == {"true": {"rows": 0.0, "right": 0.0}}
