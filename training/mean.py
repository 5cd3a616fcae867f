"""Write the mean of some snapshots, which serves better than the last of them.

python -m training.mean RUN/step-*.pt --out mean.pt
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.snapshots import save_snapshot


def mean(snapshots: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of each parameter; all snapshots hold the same ones, one at least."""
    return {name: torch.stack([one[name] for one in snapshots]).mean(0) for name in snapshots[0]}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("snapshots", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    found = [torch.load(path, map_location="cpu", weights_only=True) for path in options.snapshots]
    save_snapshot(mean([one["weights"] for one in found]), found[0]["layers"], options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
