"""The figures of an evaluation."""

from training.measure.metrics import (
    auc,
    balanced_accuracy,
    best_threshold,
    false_alarms,
    pair_order,
)

TRUTH = [True, True, False, False]
SCORES = [0.9, 0.4, 0.4, 0.1]


def test_ties_count_half_in_auc():
    assert auc(TRUTH, SCORES) == 0.875


def test_balanced_accuracy_weighs_both_classes_alike():
    assert balanced_accuracy(TRUTH, [True, False, False, False]) == 0.75
    assert false_alarms(TRUTH, [True, False, False, False]) == 0.5


def test_of_equal_thresholds_the_lowest_is_best():
    assert best_threshold([True, False], [0.9, 0.1]) == 0.9
    assert best_threshold(TRUTH, SCORES) == 0.4


def test_a_pair_is_in_order_when_the_edit_scores_lower():
    scores = {"a-ref": 0.9, "a-edit": 0.1, "b-ref": 0.3, "b-edit": 0.3, "c-ref": 0.5}
    assert pair_order(scores) == 0.75
    assert pair_order({"c-ref": 0.5}) is None
