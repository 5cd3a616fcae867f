"""All words of all references, laid out so that a quote is found in microseconds.

The words stand in one long row: first each reference from end to end, then each run of quotes
that only “she said” interrupts, so that a quote printed without the interruption is found too.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from auditor.checks.quotes.compare.folded_words import Word, bases, words
from auditor.model.quote import Quote
from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind

INTERRUPTION = 25
"""Words between two halves of a statement, at most. A guess."""

COMMON = 40
"""Three words in a row that stand in more places say little of where a quote is from."""

BORDER = Word(0, 0, "\n", "\n", False)
"""Stands between two rows, so that no run of words crosses from one into the other."""


@dataclass(frozen=True, slots=True)
class Index:
    """The row of words, and where each stands.

    Attributes:
        row: all words, BORDER between lanes.
        reference: for each word, which of `texts` it is from.
        quoted: for each word, the place in `quotes` of the innermost around it, -1 for none.
        line: the folded words as one string, a space after each.
        at: for each word, where it begins in `line`.
        triples: where each run of three base forms begins.
        weight: how much each base form tells.
        rare: how much a form tells that stands once or nowhere.
        stream: the place in `row` from which words stand there for a second time.
    """

    texts: tuple[Text, ...]
    quotes: tuple[Quote, ...]
    row: tuple[Word, ...]
    reference: tuple[int, ...]
    quoted: tuple[int, ...]
    line: str
    at: tuple[int, ...]
    triples: Mapping[tuple[str, str, str], tuple[int, ...]]
    singles: Mapping[str, tuple[int, ...]]
    weight: Mapping[str, float]
    rare: float
    stream: int

    def exact(self, wanted: Sequence[Word], most: int = 40) -> Iterator[int]:
        """Yield where the words stand in this order, without the places of streams doubled."""
        needle = "".join(f"{word.text} " for word in wanted)
        span = self.line.find(needle) if needle else -1
        for _ in range(most):
            if span < 0:
                return
            n = bisect_right(self.at, span) - 1
            if self.at[n] == span:
                yield n
            span = self.line.find(needle, span + 1)

    def sentence(self, n: int) -> Sentence | None:
        """Return the sentence that word `n` stands in."""
        start = self.row[n].start
        sentences = self.texts[self.reference[n]].sentences
        nth = bisect_right(sentences, start, key=lambda s: s.start) - 1
        return sentences[nth] if nth >= 0 else None


def index(texts: Sequence[Text]) -> Index:
    """Return the index of the references; their quotes must have been own."""
    quotes = tuple(chain.from_iterable(text.quotes for text in texts))
    row: list[Word] = [BORDER]
    reference: list[int] = [0]
    quoted: list[int] = [-1]
    streams: list[tuple[list[Word], int, list[int]]] = []
    first = 0
    for n, text in enumerate(texts):
        own = _words(text)
        inside = _inside(own, text.quotes, first)
        row += [*own, BORDER]
        reference += [n] * (len(own) + 1)
        quoted += [*inside, -1]
        streams += [(w, n, q) for w, q in _streams(own, inside, text.quotes, first)]
        first += len(text.quotes)
    border = len(row)
    for run, n, inside in streams:
        row += [*run, BORDER]
        reference += [n] * (len(run) + 1)
        quoted += [*inside, -1]
    return _finished(texts, quotes, row, reference, quoted, border)


def _finished(
    texts: Sequence[Text],
    quotes: tuple[Quote, ...],
    row: Sequence[Word],
    reference: Sequence[int],
    quoted: Sequence[int],
    border: int,
) -> Index:
    at, length = [], 0
    for word in row:
        at.append(length)
        length += len(word.text) + 1
    triples: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    singles: defaultdict[str, list[int]] = defaultdict(list)
    forms = [word.base for word in row]
    for n, triple in enumerate(zip(forms, forms[1:], forms[2:], strict=False)):
        if "\n" not in triple:
            triples[triple].append(n)
    for n, form in enumerate(forms):
        singles[form].append(n)
    counts = Counter(forms)
    return Index(
        tuple(texts),
        quotes,
        tuple(row),
        tuple(reference),
        tuple(quoted),
        "".join(f"{word.text} " for word in row),
        tuple(at),
        {triple: tuple(spans) for triple, spans in triples.items() if len(spans) <= COMMON},
        {form: tuple(spans) for form, spans in singles.items() if len(spans) <= COMMON},
        {form: math.log(1 + len(row) / count) for form, count in counts.items()},
        math.log(1 + len(row)),
        border,
    )


def _words(text: Text) -> list[Word]:
    known = bases(text.sentences)
    return [
        word
        for sentence in text.sentences
        if sentence.kind is not SentenceKind.BOILERPLATE
        for word in words(text.document.text, sentence.start, sentence.end, known)
    ]


def _inside(row: Sequence[Word], quotes: Sequence[Quote], first: int) -> list[int]:
    """Return the innermost quote around each word; `quotes` come outer before nested."""
    inside = [-1] * len(row)
    starts = [word.start for word in row]
    for n, quote in enumerate(quotes):
        low = bisect_right(starts, quote.start - 1)
        high = bisect_right(starts, quote.end - 1)
        inside[low:high] = [first + n] * (high - low)
    return inside


def _streams(
    row: Sequence[Word], inside: Sequence[int], quotes: Sequence[Quote], first: int
) -> Iterator[tuple[list[Word], list[int]]]:
    """Yield the words of quotes that go on with one another."""
    outer = [n for n, q in enumerate(quotes) if not q.nested]
    spans = {n: _span(row, quotes[n]) for n in outer}
    chain_: list[int] = []
    for before, after in pairwise([*outer, -1]):
        chain_.append(before)
        if after < 0 or not _go_on(quotes[before], quotes[after], spans[before], spans[after]):
            if len(chain_) > 1:
                places = [p for n in chain_ for p in range(*spans[n])]
                yield [row[p] for p in places], [inside[p] for p in places]
            chain_ = []


def _span(row: Sequence[Word], quote: Quote) -> tuple[int, int]:
    low = bisect_right(row, quote.start - 1, key=lambda w: w.start)
    return low, bisect_right(row, quote.end - 1, key=lambda w: w.start)


def _go_on(one: Quote, other: Quote, span: tuple[int, int], following: tuple[int, int]) -> bool:
    near = 0 <= following[0] - span[1] <= INTERRUPTION
    same = other.continues or other.carried or (other.speaker == one.speaker != "")
    return near and same
