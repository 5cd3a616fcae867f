"""Turn (passage, sentence) pairs into token ids, in batches of like length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Encoding, Tokenizer

from training.fit.buckets import by_length, padded

LONGEST = 160
"""Most tokens of a pair; the longer side is cut first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Token ids; the sentence begins at `first`, `offsets` are the characters of its tokens."""

    ids: tuple[int, ...]
    first: int
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids with masks of all text and of the sentence; `rows` are indices of pairs."""

    rows: tuple[int, ...]
    ids: list[list[int]]
    text: list[list[int]]
    sentence: list[list[int]]


def load_tokenizer(path: Path) -> Tokenizer:
    """Read a tokenizer.json and set it to cut at LONGEST and not to pad."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST, strategy="longest_first")
    return tokenizer


def padding_id(tokenizer: Tokenizer) -> int:
    """Return the id that pads, under either of its usual names; 0 without one."""
    for name in ("<pad>", "[PAD]"):
        padding = tokenizer.token_to_id(name)
        if padding is not None:
            return int(padding)
    return 0


def encode(tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> list[Pair]:
    """Return the token ids of each pair, in order."""
    return [_pair(encoding) for encoding in tokenizer.encode_batch(list(pairs))]


def collate(pairs: Sequence[Pair], rows: Sequence[int], padding: int) -> Batch:
    """Pad the pairs of the given indices to one length."""
    width = padded(max(len(pairs[row].ids) for row in rows))
    ids, text, sentence = [], [], []
    for row in rows:
        pair = pairs[row]
        gap = width - len(pair.ids)
        stop = pair.first + len(pair.offsets)
        ids.append([*pair.ids, *[padding] * gap])
        text.append([1] * len(pair.ids) + [0] * gap)
        sentence.append([int(pair.first <= n < stop) for n in range(width)])
    return Batch(tuple(rows), ids, text, sentence)


def batches(pairs: Sequence[Pair], size: int, padding: int) -> Iterator[Batch]:
    """Yield all pairs in padded batches, shortest first."""
    for rows in by_length([len(pair.ids) for pair in pairs], size):
        yield collate(pairs, rows, padding)


def _pair(encoding: Encoding) -> Pair:
    own = [n for n, which in enumerate(encoding.sequence_ids) if which == 1]
    first = own[0] if own else 0
    return Pair(tuple(encoding.ids), first, tuple(encoding.offsets[n] for n in own))
