"""Files of a training run: the state to go on from, and snapshots of the weights."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training.fit.judge import Judge, load_judge, restore


@dataclass(slots=True)
class State:
    """Everything a run goes on from; parameters, averages and moments go by parameter name.

    `cooldown_start` is the step at which the learning rate began to fall, None before that.
    """

    step: int
    weights: dict[str, Tensor]
    average: dict[str, Tensor]
    moments: dict[str, dict[str, Tensor]]
    cooldown_start: int | None = None


def save_state(state: State, path: Path) -> None:
    """Write a state, whole or not at all."""
    _save(
        {
            "step": state.step,
            "weights": state.weights,
            "average": state.average,
            "moments": state.moments,
            "cooldown_start": state.cooldown_start,
        },
        path,
    )


def load_state(path: Path) -> State:
    """Read a state."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    return State(**saved)


def save_snapshot(weights: dict[str, Tensor], layers: tuple[int, ...] | None, path: Path) -> None:
    """Write the weights that differ from the base, and which of its layers the model keeps."""
    _save({"weights": weights, "layers": layers}, path)


def read_snapshot(path: Path) -> tuple[dict[str, Tensor], tuple[int, ...] | None]:
    """Return the weights of a snapshot, and which of the base's layers its model keeps."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    layers = saved["layers"]
    return saved["weights"], None if layers is None else tuple(layers)


def load_snapshot(base: Path, path: Path) -> Judge:
    """Build the model of a snapshot on the encoder in `base`, ready to score."""
    weights, layers = read_snapshot(path)
    judge = load_judge(base, layers)
    restore(judge, weights)
    judge.eval()
    return judge


def _save(value: dict[str, object], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    torch.save(value, part)
    part.replace(path)
