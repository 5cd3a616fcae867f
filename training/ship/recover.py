"""Read the weights of a shipped model back, to go on from it where its run is lost.

    python -m training.ship.recover --base FOLDER --model model.onnx --frozen 2 --out start.pt

int8 keeps each weight to a 255th of its column's largest, so what is read back is close to what was
exported, not the same. Embeddings, and the lowest layers that training froze, are the base's own.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from training.fit.judge import freeze, load_judge, trained
from training.fit.snapshots import save_snapshot
from training.ship.requantise import QUANTISED, SCALE

_ROOT = "judge."

Floats = npt.NDArray[np.float32]


def recover(model: onnx.ModelProto) -> Iterator[tuple[str, Floats]]:
    """Yield the parameters of an exported model but its embeddings, by their name in training."""
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    for name, tensor in tensors.items():
        if name.startswith(_ROOT) and name.endswith((".bias", "LayerNorm.weight")):
            yield name.removeprefix(_ROOT), numpy_helper.to_array(tensor)
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            yield _parameter(node), _weight(node, tensors).T


def _parameter(node: onnx.NodeProto) -> str:
    """Return the parameter that a product multiplies by, from the path in the product's name."""
    return ".".join(node.name.strip("/").split("/")[1:-1]) + ".weight"


def _weight(node: onnx.NodeProto, tensors: Mapping[str, onnx.TensorProto]) -> Floats:
    """Return the weights of a product, inputs × outputs, as before `training.ship.smooth`."""
    stem = node.input[1].removesuffix(QUANTISED)
    whole = numpy_helper.to_array(tensors[node.input[1]]).astype(np.float32)
    weight: Floats = whole * numpy_helper.to_array(tensors[stem + SCALE])
    factors = tensors.get(node.input[0].removesuffix(QUANTISED) + "/factors")
    return weight if factors is None else weight * numpy_helper.to_array(factors)[:, None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers taken from the base")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    weights = {name: torch.tensor(value) for name, value in recover(onnx.load(str(options.model)))}
    judge = load_judge(options.base)
    freeze(judge, options.frozen)
    save_snapshot({name: weights[name] for name in trained(judge)}, None, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
