"""Audit one story many times: ``python -m benchmarks.bytes STORY --runs 1000``.

STORY holds ``article.txt`` and ``refs/``. Each run is a process of its own with its own hash seed,
time zone, locale, number of threads, working folder and order of references; what JSON and HTML say
is compared with the first run, byte for byte. Every tenth run reads with the entailment model, all
others by rules alone; each kind is compared with its first. Exit status 1 where anything differs.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.fresh_python import AUDIT

ZONES = ("UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Antarctica/Troll")
LOCALES = ("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "de_DE.UTF-8")
THREADS = ("1", "2", "3", "8")

MODEL_EVERY = 10
"""One run in so many reads with the model, which takes longer."""

SHOWN = 50
"""After so many runs it is said how they stand."""


def main() -> None:
    """Read the arguments, run, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", type=Path)
    parser.add_argument("--runs", type=int, default=1_000)
    parser.add_argument("--side-by-side", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    seen: Counter[tuple[bool, str]] = Counter()
    with ThreadPoolExecutor(options.side_by_side) as pool:
        for one in pool.map(partial(digest, options.story.resolve()), range(options.runs)):
            seen[one] += 1
            if seen.total() % SHOWN == 0:
                print(f"{seen.total()} runs: {dict(seen)}", file=sys.stderr, flush=True)
    for (model, bytes_), count in sorted(seen.items()):
        print(f"{'model' if model else 'rules alone'}: {count} runs of {bytes_}")
    differ = len(seen) - len({model for model, _ in seen})
    print(f"{options.runs} runs, {differ} kinds of bytes too many")
    sys.exit(bool(differ))


def digest(story: Path, run: int) -> tuple[bool, str]:
    """Return whether run number `run` reads with the model, and the digest of its reports.

    Raises:
        CalledProcessError: where the audit could not be made.
    """
    random = Random(run)
    model = run % MODEL_EVERY == 0
    threads = random.choice(THREADS)
    environment = {
        **os.environ,
        "AUDITOR_CACHE": os.devnull,  # nothing can be kept there
        "PYTHONHASHSEED": str(run),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TZ": random.choice(ZONES),
        "LC_ALL": random.choice(LOCALES),
        "OMP_NUM_THREADS": threads,
        "OPENBLAS_NUM_THREADS": threads,
    }
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "story"
        folder.symlink_to(story)
        files = sorted((story / "refs").iterdir())
        random.shuffle(files)
        references = [f"--refs=story/refs/{path.name}" for path in files]
        arguments = ["story/article.txt", *references, "--output", "out"]
        formats = ["--format", "json", "--format", "html", "--fail-on", "never"]
        subprocess.run(  # noqa: S603  # this Python, our own command
            [sys.executable, "-c", AUDIT, *arguments, *formats, *([] if model else ["--no-model"])],
            cwd=place,
            env=environment,
            check=True,
            capture_output=True,
        )
        seen = hashlib.sha256()
        for path in sorted((Path(place) / "out").iterdir()):
            seen.update(path.name.encode() + b"\0" + path.read_bytes())
    return model, seen.hexdigest()[:16]


if __name__ == "__main__":
    main()
