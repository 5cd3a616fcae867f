"""Find where unfaithful hypotheses differ from a faithful one, and cut hypotheses to sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from training.rows.evidence import sentences
from training.rows.rows import Label, Row

CLOSE = 0.8
"""Least share of words in common with a faithful hypothesis to count as an edit of it. A guess."""
SHORTEST = 4
"""Fewest words of a sentence worth a row."""

Spans = tuple[tuple[int, int], ...]
_WORD = re.compile(r"\w+")


def localise(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield one row a sentence, with spans where a close faithful hypothesis shows them.

    The rows are those of one source. A faithful hypothesis gives a row for each of its sentences.
    An unfaithful one that is close to a faithful one gives the sentences that differ; any other
    stays whole.
    """
    faithful = [row.hypothesis for row in rows if row.label is Label.SUPPORT]
    bags = [frozenset(_fold(text)) for text in faithful]
    for row in rows:
        parts = [part for part in sentences(row.hypothesis) if len(part.split()) >= SHORTEST]
        if row.label is Label.SUPPORT:
            for part in parts if len(parts) > 1 else [row.hypothesis]:
                yield replace(row, hypothesis=part, spans=())
            continue
        model = _closest(row.hypothesis, faithful, bags)
        if model is None:
            yield row
        else:
            yield from _differing(row, parts, model)


def differences(text: str, model: str) -> Spans:
    """Return the ranges of `text` that are not in `model`; a mere gap marks the word after it."""
    hits = list(_WORD.finditer(text))
    matcher = SequenceMatcher(None, _fold(model), _fold(text), autojunk=False)
    spans: list[tuple[int, int]] = []
    for what, _, _, start, end in matcher.get_opcodes():
        if what == "equal" or not hits:
            continue
        first = hits[min(start, len(hits) - 1)]
        last = hits[max(start, end - 1)] if start < len(hits) else first
        spans.append((first.start(), last.end()))
    return tuple(spans)


def _differing(row: Row, parts: list[str], model: str) -> Iterator[Row]:
    known = {part.casefold() for part in sentences(model)}
    changed = [part for part in parts if part.casefold() not in known]
    if len(parts) > 1 and len(changed) == 1:
        nearest = max(sentences(model), key=lambda part: _share(changed[0], part))
        spans = differences(changed[0], nearest) if _share(changed[0], nearest) >= CLOSE else None
        yield replace(row, hypothesis=changed[0], spans=spans)
    else:
        yield replace(row, spans=differences(row.hypothesis, model))


def _closest(text: str, models: Sequence[str], bags: Sequence[frozenset[str]]) -> str | None:
    bag = frozenset(_fold(text))
    best, closest = CLOSE, None
    for model, words in zip(models, bags, strict=True):
        if 2 * len(bag & words) >= best * (len(bag) + len(words)):
            share = _share(text, model)
            if share >= best and model.casefold() != text.casefold():
                best, closest = share, model
    return closest


def _share(first: str, second: str) -> float:
    return SequenceMatcher(None, _fold(first), _fold(second), autojunk=False).ratio()


def _fold(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
