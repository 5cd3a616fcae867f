"""Support is fitted to what was read of errors and of true sentences."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.calibrate import (
    SHIPPED,
    Stretch,
    fit,
    interval,
    is_fitted_to,
    ordered,
    report,
)


def stretch(row: str, is_true: bool, *odds: float) -> Stretch:
    """Return an error or a true sentence whose sentences were read with these log odds alone."""
    return Stretch(row, is_true, np.array([(1.0, odd, 0.0, 0.0) for odd in odds]))


TRUE = [stretch(f"true{n}", True, 1.0 + n / 10) for n in range(10)]
WRONG = [stretch(f"wrong{n}", False, -1.0 - n / 10) for n in range(10)]


def test_an_error_is_as_well_supported_as_its_least_supported_sentence():
    error = stretch("row", False, 2.0, -3.0, 1.0)
    assert error.least(SHIPPED)[1] == -3.0
    assert error.support(SHIPPED) == stretch("row", False, -3.0).support(SHIPPED)


def test_the_fit_puts_true_sentences_above_errors():
    weights = fit([[*TRUE, *WRONG]])
    assert ordered([*TRUE, *WRONG], weights) == 1.0
    assert max(one.support(weights) for one in WRONG) < 0.5 < TRUE[0].support(weights)


def test_a_signal_that_says_nothing_loses_weight():
    _, _, borne_out, company = fit([[*TRUE, *WRONG]])
    assert 0 < borne_out < SHIPPED[2]
    assert 0 < company < SHIPPED[3]


@given(st.lists(st.floats(-7, 7), min_size=1, max_size=5))
def test_support_is_a_probability(odds: list[float]):
    assert 0 <= stretch("row", True, *odds).support(SHIPPED) <= 1


def test_a_figure_stands_in_its_interval_and_comes_out_the_same_each_time():
    source = [*TRUE, *WRONG, stretch("odd", False, 1.5)]
    told = interval(source, lambda drawn: ordered(drawn, SHIPPED))
    figure, low, high = (float(part) for part in told.strip(")").replace("–", " (").split(" ("))
    assert low <= figure <= high
    assert told == interval(source, lambda drawn: ordered(drawn, SHIPPED))


def test_what_is_kept_aside_is_not_fitted_to():
    sources = ("stories develop", "stories gate", "twins dev", "twins test", "altered names")
    assert [source for source in sources if is_fitted_to(source)] == [
        "stories develop",
        "twins dev",
    ]


def test_each_source_has_a_line_in_both_tables():
    lines = list(report({"one": [*TRUE, *WRONG], "other": [*WRONG, *TRUE]}))
    assert [line.split(" | ")[0] for line in lines if line.startswith(("| one", "| other"))] == [
        "| one",
        "| other",
        "| one",
        "| other",
    ]
    assert "| one | 1.000 (1.000–1.000) | 1.000 (1.000–1.000) |" in lines
