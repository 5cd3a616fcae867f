"""Write the mean of some snapshots, which serves better than the last of them.

    python -m training.fit.mean RUN/step-*.pt --out mean.pt [--start start.pt --share .7]

With a share of the weights that the run started from, what it forgot comes back (WiSE-FT, Wortsman
et al. 2022).
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.fit.snapshots import read_snapshot, save_snapshot

Weights = Mapping[str, Tensor]


def mean(snapshots: Sequence[Weights]) -> dict[str, Tensor]:
    """Return the mean of each parameter; all snapshots hold the same ones, one at least."""
    return {
        name: torch.stack([snapshot[name] for snapshot in snapshots]).mean(0)
        for name in snapshots[0]
    }


def mixed(weights: Weights, start: Weights, share: float) -> dict[str, Tensor]:
    """Return weights with a share of others; a parameter that those lack was never trained."""
    return {name: value.lerp(start.get(name, value), share) for name, value in weights.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("snapshots", nargs="+", type=Path)
    parser.add_argument("--start", type=Path, help="snapshot to mix in")
    parser.add_argument("--share", type=float, default=0.5, help="how much of it, 0 to 1")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    read = [read_snapshot(path) for path in options.snapshots]
    weights = mean([trained for trained, _ in read])
    if options.start:
        weights = mixed(weights, read_snapshot(options.start)[0], options.share)
    save_snapshot(weights, read[0][1], options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
