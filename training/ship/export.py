"""Write a trained model as ONNX, whole and as int8, with its tokenizer and a card of figures.

    python -m training.ship.export --base FOLDER --weights snapshot.pt --out EXPORT --eval FILE ...

The vocabulary may be cut to the pieces that occur in texts (`--vocabulary FILE ...`), which shrinks
the embedding table; or to those of a model shipped before (`--pieces tokenizer.json`), where a run
started from its weights, which know no others.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import (
    DefaultWeightOnlyQuantConfig,
    MatMulNBitsQuantizer,
)
from tokenizers import Tokenizer
from torch import nn

from auditor.knowledge.manifest import WORDS
from training.fit.judge import LABELS, Judge
from training.fit.pairs import LONGEST, collate, encode, load_tokenizer, padding_id
from training.fit.snapshots import load_snapshot
from training.measure.evaluate import THRESHOLD, evaluate
from training.measure.score import feed, onnx_scorer
from training.rows.rows import read_rows
from training.ship.requantise import factors, requantise
from training.ship.shards import shard
from training.ship.smooth import Feed, smooth
from training.ship.vocabulary import cut_tokenizer, keep_rows, pieces_in, pieces_of

OPSET = 17
QUANTISED = ("MatMul", "Gemm", "Gather")
BLOCK = 32
"""Columns of the table of word pieces that share a scale."""
CALIBRATION_ROWS = 200
"""Rows that tell how large inputs of products get."""


class Readout(nn.Module):  # type: ignore[misc, unused-ignore]  # Any without torch
    """The model as shipped: probabilities instead of logits."""

    def __init__(self, judge: Judge) -> None:
        """Read out `judge`."""
        super().__init__()
        self.judge = judge

    def forward(
        self, ids: torch.Tensor, text: torch.Tensor, sentence: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return stances (pairs × 3) and, by token, the chance that the passage lacks it."""
        stances, words = self.judge(ids, text, sentence)
        return torch.softmax(stances, -1), torch.sigmoid(words)


def write_onnx(judge: Judge, path: Path) -> None:
    """Write the model with free batch size and length."""
    judge.encoder.config._attn_implementation = "eager"
    example = torch.ones((2, 64), dtype=torch.int64)
    axes = {0: "pairs", 1: "tokens"}
    torch.onnx.export(
        Readout(judge).eval(),
        (example * 5, example, example),
        str(path),
        input_names=["ids", "text", "sentence"],
        output_names=["stance", "words"],
        dynamic_axes={
            "ids": axes,
            "text": axes,
            "sentence": axes,
            "stance": {0: "pairs"},
            "words": axes,
        },
        opset_version=OPSET,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def quantise(path: Path, out: Path) -> None:
    """Write the model with int8 weights, and its table of word pieces in blocks of 4 bits."""
    whole = out.with_suffix(".int8.onnx")
    model = onnx.load(str(path))
    table = _largest_gather(model)
    quantize_dynamic(
        model,
        str(whole),
        op_types_to_quantize=list(QUANTISED),
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[table],
    )
    weights = factors(model)
    model = onnx.load(str(whole))
    requantise(model, weights)
    config = DefaultWeightOnlyQuantConfig(
        block_size=BLOCK,
        is_symmetric=True,
        op_types_to_quantize=("Gather",),
        quant_axes=(("Gather", 1),),
    )
    others = [node.name for node in model.graph.node if node.name != table]
    quantiser = MatMulNBitsQuantizer(model, algo_config=config, nodes_to_exclude=others)
    quantiser.process()
    quantiser.model.save_model_to_file(str(out), use_external_data_format=False)
    whole.unlink()


def _largest_gather(model: onnx.ModelProto) -> str:
    """Return the name of the node that looks word pieces up: none has a larger table."""
    sizes = {tensor.name: math.prod(tensor.dims) for tensor in model.graph.initializer}
    gathers = [node for node in model.graph.node if node.op_type == "Gather"]
    return str(max(gathers, key=lambda node: sizes.get(node.input[0], 0)).name)


def _feeds(tokenizer: Tokenizer, path: Path) -> Iterator[Feed]:
    """Yield model inputs for the first rows of a mixture."""
    rows = islice(read_rows(path), CALIBRATION_ROWS)
    pairs = encode(tokenizer, [(row.premise, row.hypothesis) for row in rows])
    for n in range(len(pairs)):
        yield feed(collate(pairs, [n], padding_id(tokenizer)))


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--eval", type=Path, nargs="*", default=[])
    parser.add_argument("--eval-limit", type=int)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--calibrate", type=Path, required=True, help=".jsonl.gz of the mixture")
    parser.add_argument("--vocabulary", type=Path, nargs="*", default=[], help=".jsonl.gz of texts")
    parser.add_argument("--pieces", type=Path, help="tokenizer.json of a model shipped before")
    parser.add_argument("--card", type=Path, help="JSON object of fields to add to the card")
    options = parser.parse_args(arguments)
    _export(options)
    return 0


def _export(options: argparse.Namespace) -> None:
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    judge = load_snapshot(options.base, options.weights)
    tokenizer = (options.base / "tokenizer.json").read_text(encoding="utf-8")
    if options.pieces or options.vocabulary:
        kept = (
            pieces_of(options.pieces)
            if options.pieces
            else pieces_in(tokenizer, options.vocabulary)
        )
        tokenizer, ids = cut_tokenizer(tokenizer, kept)
        keep_rows(judge, ids)
    (out / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    write_onnx(judge, out / "model.fp32.onnx")
    smoothed = out / "model.smooth.onnx"
    smooth(
        out / "model.fp32.onnx",
        smoothed,
        _feeds(load_tokenizer(out / "tokenizer.json"), options.calibrate),
    )
    quantise(smoothed, out / "model.int8.onnx")
    smoothed.unlink()
    shipped = shard(out / "model.int8.onnx", out / "model.onnx")
    card = _card(options, (*shipped, out / "tokenizer.json", *out.glob(WORDS)))
    (out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _card(options: argparse.Namespace, shipped: Sequence[Path]) -> dict[str, object]:
    out: Path = options.out
    tokenizer = load_tokenizer(out / "tokenizer.json")
    figures = {}
    for name in ("model.fp32.onnx", "model.onnx"):
        scorer = onnx_scorer(out / name, tokenizer)
        figures[name] = evaluate(options.eval, scorer, options.threshold, options.eval_limit)
        for file, values in figures[name].items():
            shown = "  ".join(f"{key} {value:.3f}" for key, value in values.items())
            print(name.ljust(16), file.ljust(22), shown, flush=True)
    files = {path.name: {"bytes": path.stat().st_size, "sha256": sha256(path)} for path in shipped}
    more = json.loads(options.card.read_text(encoding="utf-8")) if options.card else {}
    return {
        "labels": LABELS,
        "inputs": ["ids", "text", "sentence"],
        "outputs": ["stance", "words"],
        "longest": LONGEST,
        "threshold": options.threshold,
        "files": files,
        "figures": figures,
        **more,
    }


if __name__ == "__main__":
    sys.exit(main())
