"""Score (passage, sentence) pairs with a trained model, in PyTorch or from an ONNX file."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from training.fit.judge import Judge
from training.fit.pairs import Batch, batches, encode, load_tokenizer, padding_id
from training.fit.precision import fast
from training.fit.snapshots import load_snapshot

Stance = tuple[float, float, float]
Scorer = Callable[[Sequence[tuple[str, str]]], list[Stance]]
BATCH = 16


def torch_scorer(judge: Judge, tokenizer: Tokenizer) -> Scorer:
    """Return a scorer that runs the model in the precision that is fast here."""

    def run(batch: Batch) -> list[list[float]]:
        inputs = (torch.tensor(part) for part in (batch.ids, batch.text, batch.sentence))
        with torch.inference_mode(), fast():
            logits, _ = judge(*inputs)
        stances: list[list[float]] = torch.softmax(logits.float(), -1).tolist()
        return stances

    return _scorer(run, tokenizer, BATCH)


def onnx_scorer(path: Path, tokenizer: Tokenizer, threads: int = 2) -> Scorer:
    """Return a scorer that runs an exported model on one pair at a time, without padding.

    Int8 activations are scaled by the largest of a whole batch, padding included: run so, a pair
    scores the same whatever it is scored with.
    """
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), settings, ["CPUExecutionProvider"])

    def run(batch: Batch) -> list[list[float]]:
        stances: list[list[float]] = session.run(["stance"], feed(batch))[0].tolist()
        return stances

    return _scorer(run, tokenizer, 1)


def feed(batch: Batch) -> dict[str, npt.NDArray[np.int64]]:
    """Return the inputs of an exported model for a batch of one pair, without its padding."""
    length = sum(batch.text[0])
    parts = {"ids": batch.ids, "text": batch.text, "sentence": batch.sentence}
    return {name: np.array(part, dtype=np.int64)[:, :length] for name, part in parts.items()}


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which model `chosen_scorer` returns."""
    parser.add_argument("--base", type=Path, help="folder of the encoder and its tokenizer")
    parser.add_argument("--weights", type=Path, help="snapshot of a training run")
    parser.add_argument("--onnx", type=Path, help="exported model, instead of --base")
    parser.add_argument("--tokenizer", type=Path, help="tokenizer.json of the exported model")


def chosen_scorer(options: argparse.Namespace) -> Scorer:
    """Return the scorer of an exported model, or of a snapshot of a run."""
    if options.onnx:
        return onnx_scorer(options.onnx, load_tokenizer(options.tokenizer))
    judge = load_snapshot(options.base, options.weights)
    return torch_scorer(judge, load_tokenizer(options.base / "tokenizer.json"))


def _scorer(run: Callable[[Batch], list[list[float]]], tokenizer: Tokenizer, size: int) -> Scorer:
    padding = padding_id(tokenizer)

    def score(pairs: Sequence[tuple[str, str]]) -> list[Stance]:
        encoded = encode(tokenizer, pairs)
        stances: list[Stance] = [(0.0, 0.0, 1.0)] * len(encoded)
        for batch in batches(encoded, size, padding):
            for row, (supports, contradicts, neither) in zip(batch.rows, run(batch), strict=True):
                stances[row] = (supports, contradicts, neither)
        return stances

    return score
