"""Cut the vocabulary to the word pieces that texts use, so that the embedding table shrinks."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from training.fit.judge import Judge
from training.rows.rows import read_entries

MOST_PIECES = 28_000
"""How many pieces stay at most, the commonest ones: each thousand costs 0.77 MB in int8. With
16,000 the AUC on bump_task2 fell from .696 to .658: names in pieces are not told apart."""
_CHUNK = 512


def pieces_in(tokenizer: str, files: Sequence[Path], most: int = MOST_PIECES) -> frozenset[str]:
    """Return the commonest pieces of the premises, hypotheses and texts of .jsonl.gz files."""
    reader = Tokenizer.from_str(tokenizer)
    reader.no_padding()
    reader.no_truncation()
    counts: Counter[str] = Counter()
    for path in files:
        for chunk in _chunks(path):
            for encoding in reader.encode_batch(chunk, add_special_tokens=False):
                counts.update(encoding.tokens)
    ranked = sorted(counts, key=lambda piece: (-counts[piece], piece))
    return frozenset(ranked[:most])


def pieces_of(tokenizer: Path) -> frozenset[str]:
    """Return the pieces that a tokenizer.json knows."""
    return frozenset(json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"])


def cut_tokenizer(tokenizer: str, kept: frozenset[str]) -> tuple[str, list[int]]:
    """Return the tokenizer.json without other pieces, and the old id of each new one.

    Special tokens and pieces of one character stay whatever `kept` says, so that any word can still
    be spelled; order stays, so the first ids, such as padding, keep their values.
    """
    setting = json.loads(tokenizer)
    special = {token["content"] for token in setting["added_tokens"]}
    by_id = sorted(setting["model"]["vocab"].items(), key=lambda item: int(item[1]))
    left = [
        (piece, number)
        for piece, number in by_id
        if piece in kept or piece in special or len(piece.removeprefix("##")) == 1
    ]
    renumbered = {piece: number for number, (piece, _) in enumerate(left)}
    setting["model"]["vocab"] = renumbered
    for token in setting["added_tokens"]:
        token["id"] = renumbered[token["content"]]
    _renumber(setting["post_processor"], renumbered)
    return json.dumps(setting, ensure_ascii=False), [number for _, number in left]


def keep_rows(judge: Judge, ids: Sequence[int]) -> None:
    """Keep only these rows of the model's word embeddings, in this order."""
    embeddings = judge.encoder.get_submodule("embeddings")
    rows = embeddings.get_parameter("word_embeddings.weight").detach()[torch.tensor(ids)]
    table = nn.Embedding(len(ids), rows.shape[1])
    table.weight = nn.Parameter(rows, requires_grad=False)
    embeddings.word_embeddings = table
    judge.encoder.config.vocab_size = len(ids)


def _renumber(processor: dict[str, object], ids: dict[str, int]) -> None:
    for side in ("sep", "cls"):
        pair = processor.get(side)
        if isinstance(pair, list):
            processor[side] = [pair[0], ids[pair[0]]]
    special = processor.get("special_tokens")
    if isinstance(special, dict):
        for name, token in special.items():
            token["ids"] = [ids[name]]


def _chunks(path: Path) -> Iterator[list[str]]:
    chunk: list[str] = []
    for entry in read_entries(path):
        chunk += [str(entry[key]) for key in ("premise", "hypothesis", "text") if key in entry]
        if len(chunk) >= _CHUNK:
            yield chunk
            chunk = []
    yield chunk
