"""Give the weights of an int8 model headroom.

    python -m training.ship.requantise auditor/weights/model.onnx OUT/model.onnx

`training.ship.export` quantises every model so. The command mends one exported before, whose
floats are lost.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper

from training.ship.headroom import Floats, least_changed, quantised
from training.ship.shards import shard

Tensors = Mapping[str, onnx.TensorProto]

QUANTISED, SCALE = "_quantized", "_scale"
"""What `quantize_dynamic` adds to the name of a matrix."""


def requantise(model: onnx.ModelProto, weights: Mapping[str, Floats]) -> None:
    """Replace the int8 weights of a model, in place.

    Args:
        model: as `quantize_dynamic` returns it.
        weights: the right factors of its products in floats, by the names they had before.
    """
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    for name, weight in weights.items():
        if name + QUANTISED in tensors:
            _put(tensors, name, *quantised(weight))


def factors(model: onnx.ModelProto) -> dict[str, Floats]:
    """Return the fixed right factors of a model's products by name, as they are multiplied."""
    fixed = {tensor.name: tensor for tensor in model.graph.initializer if len(tensor.dims) == 2}
    right: dict[str, Floats] = {}
    for node in model.graph.node:
        if node.op_type in {"MatMul", "Gemm"} and node.input[1] in fixed:
            weight = numpy_helper.to_array(fixed[node.input[1]])
            turned = any(attribute.name == "transB" and attribute.i for attribute in node.attribute)
            right[node.input[1]] = weight.T if turned else weight
    return right


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    model = onnx.load(str(options.model))
    _mend(model)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    whole = options.out.with_suffix(".int8.onnx")
    onnx.save(model, str(whole))
    shard(whole, options.out)
    whole.unlink()
    return 0


def _mend(model: onnx.ModelProto) -> None:
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in tensors:
            name = node.input[1].removesuffix(QUANTISED)
            whole, scales = (
                numpy_helper.to_array(tensors[name + suffix]) for suffix in (QUANTISED, SCALE)
            )
            _put(tensors, name, *least_changed(whole, scales))


def _put(tensors: Tensors, name: str, whole: npt.NDArray[np.int8], scales: Floats) -> None:
    for suffix, value in ((QUANTISED, whole), (SCALE, scales)):
        tensors[name + suffix].CopyFrom(numpy_helper.from_array(value, name + suffix))


if __name__ == "__main__":
    sys.exit(main())
