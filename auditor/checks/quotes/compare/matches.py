"""Where in the references the words of a quote come from: exactly, nearly, or nowhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from auditor.checks.quotes.compare.folded_words import Word
from auditor.checks.quotes.compare.quote_pieces import QuotePiece
from auditor.checks.quotes.compare.reference_words import Index

BUCKET_WORDS = 8
"""Shared words whose distances drift apart by fewer words are of one passage. A guess."""

ALIGNED_PASSAGES = 3
"""Passages aligned with a quote, most promising first. A guess."""

CLARIFIED_WORDS = 8
"""Words that a clarification in brackets may stand for, at most. A guess."""

SLACK_WORDS = 3
"""Words by which a passage may be longer than the quote before a tighter fit is tried."""

STRAY_WORDS = 4
"""A few matching words so far from the rest of the match are chance. A guess."""


@dataclass(frozen=True, slots=True)
class Step:
    """Words ``low:high`` of the row against words ``start:end`` of the piece."""

    same: bool
    low: int
    high: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RowSpan:
    """Words ``low:high`` of the row that a piece was found at.

    Attributes:
        share: how much of the piece stands there, by weight, in [0, 1].
        steps: the row's words turned into the piece's, from left to right.
    """

    low: int
    high: int
    share: float
    steps: tuple[Step, ...]


def exact_spans(index: Index, piece: QuotePiece) -> Iterator[RowSpan]:
    """Yield where a piece stands word for word, as far as its brackets leave it."""
    cuts = [0, *sorted(piece.open - {0, len(piece.words)}), len(piece.words)]
    runs = [piece.words[a:b] for a, b in pairwise(cuts)]
    for start in index.exact(runs[0]):
        span = _chained(index, runs, start)
        if span is not None:
            yield span


def _chained(index: Index, runs: Sequence[tuple[Word, ...]], start: int) -> RowSpan | None:
    """Return the span of runs that follow one another from word `start`, None for none."""
    steps = [Step(True, start, start + len(runs[0]), 0, len(runs[0]))]
    for run in runs[1:]:
        before = steps[-1]
        texts = [word.text for word in run]
        for low in range(before.high, before.high + CLARIFIED_WORDS + 1):
            if [w.text for w in index.row[low : low + len(run)]] == texts:
                steps.append(Step(True, low, low + len(run), before.end, before.end + len(run)))
                break
        else:
            return None
    return RowSpan(start, steps[-1].high, 1.0, tuple(steps))


def near_spans(index: Index, piece: QuotePiece) -> tuple[RowSpan, ...]:
    """Return the passages most like the piece, best first; () where none shares a rare word."""
    forms = [word.base for word in piece.words]
    aligned = (_aligned(index, forms, low, high) for low, high in _windows(index, forms))
    candidates = {span for span in aligned if span is not None}
    return tuple(sorted(candidates, key=lambda p: (-round(p.share, 2), p.high - p.low, p.low)))


def _windows(index: Index, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield stretches of the row in which the forms stand close together, in about this order."""
    votes: defaultdict[int, float] = defaultdict(float)
    anchors: dict[int, int] = {}
    for span, n, weight in _shared_forms(index, forms):
        bucket = (span - n) // BUCKET_WORDS
        votes[bucket] += weight
        anchors.setdefault(bucket, span)
    joined = {b: v + max(votes.get(b - 1, 0.0), votes.get(b + 1, 0.0)) for b, v in votes.items()}
    for bucket in sorted(joined, key=lambda b: (-joined[b], b))[:ALIGNED_PASSAGES]:
        low = max(0, (bucket - 1) * BUCKET_WORDS)
        high = min(len(index.row), (bucket + 2) * BUCKET_WORDS + len(forms))
        yield _inside_lane(index, low, high, anchors[bucket])


def _shared_forms(index: Index, forms: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Yield where forms of the piece stand in the row: index there, number of the form, weight.

    Runs of three count; single forms only where few runs are found.
    """
    met = 0
    for n, triple in enumerate(zip(forms, forms[1:], forms[2:], strict=False)):
        spans = index.triples.get(triple, ())
        met += bool(spans)
        for span in spans:
            yield span, n, 3.0
    if 2 * met < max(1, len(forms) - 2):
        for n, form in enumerate(forms):
            for span in index.singles.get(form, ()):
                yield span, n, index.weight[form] / index.rare


def _aligned(index: Index, forms: Sequence[str], low: int, high: int) -> RowSpan | None:
    same = _equal_steps(index, forms, low, high)
    while len(same) > 1 and _is_stray(index, same[0], same[1:]):
        same = same[1:]
    while len(same) > 1 and _is_stray(index, same[-1], same[:-1]):
        same = same[:-1]
    if not same:
        return None
    low = max(low, same[0].low - same[0].start)
    high = min(high, same[-1].high + len(forms) - same[-1].end)
    spans = [_filled(index, forms, low, _equal_steps(index, forms, low, high))]
    if high - low > len(forms) + SLACK_WORDS:
        tight = low + len(forms) + SLACK_WORDS, high - len(forms) - SLACK_WORDS
        spans.append(_filled(index, forms, low, _equal_steps(index, forms, low, tight[0])))
        spans.append(_filled(index, forms, tight[1], _equal_steps(index, forms, tight[1], high)))
    aligned = [span for span in spans if span is not None]
    return min(aligned, key=lambda p: (-round(p.share, 1), p.high - p.low, p.low), default=None)


def _inside_lane(index: Index, low: int, high: int, anchor: int) -> tuple[int, int]:
    """Cut a stretch at the borders between rows; the word `anchor` stays in."""
    first = next((n + 1 for n in range(anchor, low - 1, -1) if index.row[n].text == "\n"), low)
    last = next((n for n in range(anchor + 1, high) if index.row[n].text == "\n"), high)
    return first, last


def _equal_steps(index: Index, forms: Sequence[str], low: int, high: int) -> list[Step]:
    there = [word.base for word in index.row[low:high]]
    return [
        Step(True, low + op.src_start, low + op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(there, list(forms))
        if op.tag == "equal"
    ]


def _is_stray(index: Index, step: Step, others: Sequence[Step]) -> bool:
    """Tell whether a step at an end is a chance match: short, far off, and worth less."""
    near = min(max(step.low - other.high, other.low - step.high) for other in others)
    if step.high - step.low > 2 or near < STRAY_WORDS:
        return False
    rest = sum(_worth(index, other) for other in others)
    return _worth(index, step) <= rest


def _worth(index: Index, step: Step) -> float:
    return sum(index.weight[word.base] for word in index.row[step.low : step.high])


def _filled(index: Index, forms: Sequence[str], low: int, same: Sequence[Step]) -> RowSpan | None:
    """Return the span with the steps between equal ones filled in; words at its ends are kept."""
    if not same:
        return None
    first, last = same[0], same[-1]
    low = max(low, first.low - first.start)
    end = min(len(index.row), last.high + len(forms) - last.end)
    high = next((n for n in range(last.high, end) if index.row[n].text == "\n"), end)
    steps: list[Step] = []
    at, done = (low if first.start else first.low), 0
    for step in same:
        if step.low > at or step.start > done:
            steps.append(Step(False, at, step.low, done, step.start))
        steps.append(step)
        at, done = step.high, step.end
    if done < len(forms):
        steps.append(Step(False, at, high, done, len(forms)))
    total = sum(index.weight.get(form, index.rare) for form in forms)
    held = sum(index.weight.get(form, index.rare) for s in same for form in forms[s.start : s.end])
    return RowSpan(steps[0].low, steps[-1].high, held / total if total else 0.0, tuple(steps))
