"""Figures on scored rows: AUC, balanced accuracy, false alarms, and order within minimal pairs."""

from collections.abc import Mapping, Sequence


def auc(supported: Sequence[bool], scores: Sequence[float]) -> float:
    """Return the chance that a supported row outscores another; ties count half, no pairs as .5."""
    right = sorted(score for truth, score in zip(supported, scores, strict=True) if truth)
    wrong = [score for truth, score in zip(supported, scores, strict=True) if not truth]
    if not right or not wrong:
        return 0.5
    wins = sum((high > low) + 0.5 * (high == low) for high in right for low in wrong)
    return wins / (len(right) * len(wrong))


def balanced_accuracy(supported: Sequence[bool], passed: Sequence[bool]) -> float:
    """Return the mean of the shares of supported rows passed and of other rows stopped."""
    return (1 - false_alarms(supported, passed) + _stopped(supported, passed)) / 2


def false_alarms(supported: Sequence[bool], passed: Sequence[bool]) -> float:
    """Return the share of supported rows that were stopped; 0 where there are none."""
    kept = [mark for truth, mark in zip(supported, passed, strict=True) if truth]
    return 1 - sum(kept) / len(kept) if kept else 0.0


def best_threshold(supported: Sequence[bool], scores: Sequence[float]) -> float:
    """Return the lowest score to pass that makes balanced accuracy greatest."""
    marks = sorted(set(scores))
    return max(
        marks,
        key=lambda mark: (balanced_accuracy(supported, [s >= mark for s in scores]), -mark),
    )


def pair_order(scores: Mapping[str, float]) -> float | None:
    """Return the share of pairs ``X-ref``, ``X-edit`` whose edit scores lower; None for none."""
    stems = [key[:-4] for key in scores if key.endswith("-ref") and f"{key[:-4]}-edit" in scores]
    if not stems:
        return None
    pairs = [(scores[f"{stem}-ref"], scores[f"{stem}-edit"]) for stem in stems]
    return sum((true > wrong) + 0.5 * (true == wrong) for true, wrong in pairs) / len(pairs)


def _stopped(supported: Sequence[bool], passed: Sequence[bool]) -> float:
    marks = [mark for truth, mark in zip(supported, passed, strict=True) if not truth]
    return 1 - sum(marks) / len(marks) if marks else 0.0
