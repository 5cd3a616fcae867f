"""Spread the weights of an ONNX file over several files, none larger than a limit."""

from collections.abc import Iterable
from pathlib import Path

import onnx
from onnx.external_data_helper import set_external_data

LARGEST = 48_000_000
"""Most bytes of a shard: forges refuse or warn of files over 50 MB."""
SMALLEST = 1024
"""Tensors of fewer bytes stay in the ONNX file itself: shape constants must."""


def shard(path: Path, out: Path, largest: int = LARGEST) -> tuple[Path, ...]:
    """Write a model as `out` with its weights in ``STEM.0.bin``, ``STEM.1.bin``, … beside it.

    A model that fits whole is copied. Returns every file written, `out` first.
    """
    if path.stat().st_size <= largest:
        out.write_bytes(path.read_bytes())
        return (out,)
    model = onnx.load(str(path))
    numbers = allot([tensor.raw_data for tensor in model.graph.initializer], largest)
    files = tuple(out.with_name(f"{out.stem}.{n}.bin") for n in range(max(numbers) + 1))
    contents = [bytearray() for _ in files]
    for tensor, number in zip(model.graph.initializer, numbers, strict=True):
        if number < 0:
            continue
        raw = tensor.raw_data
        set_external_data(tensor, files[number].name, len(contents[number]), len(raw))
        contents[number] += raw
        tensor.ClearField("raw_data")
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    out.write_bytes(model.SerializeToString())
    return (out, *files)


def allot(tensors: Iterable[bytes], largest: int) -> list[int]:
    """Return the shard of each tensor, filled in order; -1 for one that stays in the model."""
    numbers: list[int] = []
    shard_number, size = 0, 0
    for raw in tensors:
        if len(raw) < SMALLEST:
            numbers.append(-1)
            continue
        if size and size + len(raw) > largest:
            shard_number, size = shard_number + 1, 0
        numbers.append(shard_number)
        size += len(raw)
    return numbers
