"""Audit random texts: ``python -m benchmarks.fuzz --examples 1000000``.

An example is a text, as article or as reference of an audit by rules alone; what fails is printed
with its seed, so that ``--first SEED --examples 2`` brings it back. Exit status 1 if any failed.
"""

import argparse
import sys
import time
from collections import Counter
from random import Random

from auditor.errors import AuditError
from auditor.knowledge.rules import load_rules
from auditor.load import document_from_text
from auditor.model.finding import Problem
from auditor.pipeline import audit
from benchmarks.fuzz.faults import faults
from benchmarks.fuzz.texts import text

RULES = load_rules()

SHOWN = 20
"""Failures that are printed."""


def main() -> None:
    """Read the arguments, audit, print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2_000)
    parser.add_argument("--first", type=int, default=0, help="seed of the first audit")
    parser.add_argument("--longest", type=int, default=24, help="pieces of a text")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    began = time.monotonic()
    for seed in range(options.first, options.first + options.examples // 2):
        for problem in problems(seed, options.longest):
            counts[f"{problem.stage}: {problem.reason}"] += 1
            if counts.total() <= SHOWN:
                print(f"seed {seed}: {problem.stage} {problem.where}: {problem.reason}", flush=True)
    seconds = time.monotonic() - began
    print(f"{options.examples} examples, {counts.total()} failures, {seconds:.0f} s")
    for reason, times in counts.most_common():
        print(f"{times:7} {reason}")
    sys.exit(bool(counts))


def problems(seed: int, longest: int) -> tuple[Problem, ...]:
    """Return the faults of one audit; a text that is refused with a clear error is none."""
    random = Random(seed)
    words = text(random, longest), text(random, longest)
    try:
        article = document_from_text("article", "article", words[0])
        reference = document_from_text("r1", "r1", words[1])
    except AuditError:
        return ()
    try:
        done = audit(article, (reference,), RULES)
    except Exception as error:  # what the runner's net does not hold is a failure too
        return (Problem("audit", "article", f"{type(error).__name__}: {error}"),)
    return faults(done)


if __name__ == "__main__":
    main()
