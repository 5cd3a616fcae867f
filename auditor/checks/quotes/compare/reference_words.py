"""All words of all references, laid out so that a quote is found in microseconds.

The words stand in one long row: first each reference from end to end, then each run of quotes
that only “she said” interrupts, so that a quote printed without the interruption is found too.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import NamedTuple, TypeVar

from auditor.checks.quotes.compare.folded_words import Word, bases, words
from auditor.model.quote import Quote
from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind

INTERRUPTION = 25
"""Words between two halves of a statement, at most. A guess."""

COMMON = 40
"""Words that stand in the row more often say little of where a quote is from. A guess."""

Key = TypeVar("Key")

BORDER = Word(0, 0, "\n", "\n", False)
"""Stands between two lanes, so that no run of words crosses from one into the other."""


class Lane(NamedTuple):
    """Words of reference number `reference`, and the quote that each stands in, -1 for none."""

    words: Sequence[Word]
    reference: int
    quoted: Sequence[int]


@dataclass(frozen=True, slots=True)
class Index:
    """The row of words, and where each stands.

    Attributes:
        row: all words, BORDER around each lane.
        reference: for each word, which of `texts` it is from.
        quoted: for each word, the index in `quotes` of the innermost around it, -1 for none.
        line: the folded words as one string, a space after each.
        begins: for each word, its offset in `line`.
        triples: where each run of three base forms begins, unless it is common.
        singles: where each base form stands, unless it is common.
        weight: how much each base form tells.
        rare: how much a form tells that stands once or nowhere.
    """

    texts: tuple[Text, ...]
    quotes: tuple[Quote, ...]
    row: tuple[Word, ...]
    reference: tuple[int, ...]
    quoted: tuple[int, ...]
    line: str
    begins: tuple[int, ...]
    triples: Mapping[tuple[str, str, str], tuple[int, ...]]
    singles: Mapping[str, tuple[int, ...]]
    weight: Mapping[str, float]
    rare: float

    def exact(self, wanted: Sequence[Word], most: int = 40) -> Iterator[int]:
        """Yield where the words stand in this order, `most` times at most."""
        needle = "".join(f"{word.text} " for word in wanted)
        offset = self.line.find(needle) if needle else -1
        for _ in range(most):
            if offset < 0:
                return
            n = bisect_right(self.begins, offset) - 1
            if self.begins[n] == offset:
                yield n
            offset = self.line.find(needle, offset + 1)

    def text_of(self, n: int) -> str:
        """Return the text of the reference that word `n` is from."""
        return self.texts[self.reference[n]].document.text

    def written(self, low: int, high: int) -> str:
        """Return words ``low:high`` as their reference has them, "" for none."""
        if low >= high:
            return ""
        return self.text_of(low)[self.row[low].start : self.row[high - 1].end]

    def sentence(self, n: int) -> Sentence | None:
        """Return the sentence that word `n` stands in."""
        start = self.row[n].start
        sentences = self.texts[self.reference[n]].sentences
        last = bisect_right(sentences, start, key=lambda s: s.start) - 1
        return sentences[last] if last >= 0 else None


def index(texts: Sequence[Text]) -> Index:
    """Return the index of the references; their quotes must have been found."""
    lanes: list[Lane] = []
    streams: list[Lane] = []
    first = 0
    for n, text in enumerate(texts):
        own = _words(text)
        lane = Lane(own, n, _inside(own, text.quotes, first))
        lanes.append(lane)
        streams += _streams(lane, text.quotes)
        first += len(text.quotes)
    return _indexed(texts, [*lanes, *streams])


def _indexed(texts: Sequence[Text], lanes: Sequence[Lane]) -> Index:
    row, reference, quoted = [BORDER], [0], [-1]
    for lane in lanes:
        row += [*lane.words, BORDER]
        reference += [lane.reference] * (len(lane.words) + 1)
        quoted += [*lane.quoted, -1]
    forms = [word.base for word in row]
    counts = Counter(forms)
    lengths = (len(word.text) + 1 for word in row)
    return Index(
        texts=tuple(texts),
        quotes=tuple(chain.from_iterable(text.quotes for text in texts)),
        row=tuple(row),
        reference=tuple(reference),
        quoted=tuple(quoted),
        line="".join(f"{word.text} " for word in row),
        begins=tuple(accumulate(lengths, initial=0))[:-1],
        triples=_triples(forms),
        singles=_uncommon((form, n) for n, form in enumerate(forms)),
        weight={form: math.log(1 + len(row) / count) for form, count in counts.items()},
        rare=math.log(1 + len(row)),
    )


def _triples(forms: Sequence[str]) -> Mapping[tuple[str, str, str], tuple[int, ...]]:
    """Return where each run of three forms begins that crosses no border."""
    triples = enumerate(zip(forms, forms[1:], forms[2:], strict=False))
    return _uncommon((triple, n) for n, triple in triples if BORDER.base not in triple)


def _uncommon(pairs: Iterable[tuple[Key, int]]) -> Mapping[Key, tuple[int, ...]]:
    """Return the indices of each key, without keys that are common."""
    indices: defaultdict[Key, list[int]] = defaultdict(list)
    for key, n in pairs:
        indices[key].append(n)
    return {key: tuple(its) for key, its in indices.items() if len(its) <= COMMON}


def _words(text: Text) -> list[Word]:
    known = bases(text.sentences)
    return [
        word
        for sentence in text.sentences
        if sentence.kind is not SentenceKind.BOILERPLATE
        for word in words(text.document.text, sentence.start, sentence.end, known)
    ]


def _inside(own: Sequence[Word], quotes: Sequence[Quote], first: int) -> list[int]:
    """Return the innermost quote around each word; `quotes` come outer before nested."""
    inside = [-1] * len(own)
    for n, quote in enumerate(quotes):
        low, high = _span(own, quote)
        inside[low:high] = [first + n] * (high - low)
    return inside


def _streams(lane: Lane, quotes: Sequence[Quote]) -> Iterator[Lane]:
    """Yield the words of quotes that go on with one another."""
    outer = [(quote, _span(lane.words, quote)) for quote in quotes if not quote.nested]
    run: list[int] = []
    joined = False
    for n, (quote, span) in enumerate(outer):
        run += range(*span)
        if n + 1 < len(outer) and _go_on(quote, span, *outer[n + 1]):
            joined = True
            continue
        if joined:
            yield Lane([lane.words[i] for i in run], lane.reference, [lane.quoted[i] for i in run])
        run, joined = [], False


def _span(own: Sequence[Word], quote: Quote) -> tuple[int, int]:
    """Return which words a quote holds: the first, and one past the last."""
    low = bisect_right(own, quote.start - 1, key=lambda word: word.start)
    return low, bisect_right(own, quote.end - 1, key=lambda word: word.start)


def _go_on(
    quote: Quote, span: tuple[int, int], following: Quote, its_span: tuple[int, int]
) -> bool:
    """Tell whether the quote behind another goes on with it."""
    near = 0 <= its_span[0] - span[1] <= INTERRUPTION
    same_speaker = following.speaker == quote.speaker != ""
    return near and (following.continues or following.carried or same_speaker)
