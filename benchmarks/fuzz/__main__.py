"""Audit random texts: ``python -m benchmarks.fuzz --examples 1000000 --together 25``.

An example is a text, as article or as reference of an audit by rules alone, or as one of several
paragraphs of it, which are read faster together; what fails is printed with its seed, so that
``--first SEED`` with ``--examples`` of one audit brings it back. Exit status 1 if any failed.
"""

import argparse
import math
import sys
import time
from collections import Counter
from random import Random

from auditor.errors import AuditError
from auditor.knowledge.rules import load_rules
from auditor.load import document_from_text
from auditor.model.document import Document
from auditor.model.finding import Problem
from auditor.pipeline import audit
from benchmarks.fuzz.faults import faults
from benchmarks.fuzz.texts import text

RULES = load_rules()

TOLD = 500
"""After so many audits it is said how far they are, so that a run can go on where it ended."""

SHOWN = 20
"""Failures that are printed."""


def main() -> None:
    """Read the arguments, audit, print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2_000)
    parser.add_argument("--first", type=int, default=0, help="seed of the first audit")
    parser.add_argument("--longest", type=int, default=24, help="pieces of a text")
    parser.add_argument("--together", type=int, default=1, help="texts of a document")
    options = parser.parse_args()
    audits = math.ceil(options.examples / 2 / options.together)
    counts: Counter[str] = Counter()
    began = time.monotonic()
    for seed in range(options.first, options.first + audits):
        if seed % TOLD == 0:
            print(f"seed {seed}, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        for problem in problems(seed, options.longest, options.together):
            counts[f"{problem.stage}: {problem.reason}"] += 1
            if counts.total() <= SHOWN:
                print(f"seed {seed}: {problem.stage} {problem.where}: {problem.reason}", flush=True)
    seconds = time.monotonic() - began
    print(f"{2 * audits * options.together} examples, {counts.total()} failures, {seconds:.0f} s")
    for reason, times in counts.most_common():
        print(f"{times:7} {reason}")
    sys.exit(bool(counts))


def problems(seed: int, longest: int, together: int = 1) -> tuple[Problem, ...]:
    """Return the faults of one audit; a text that is refused with a clear error is none."""
    random = Random(seed)
    try:
        article = _document("article", random, longest, together)
        reference = _document("r1", random, longest, together)
    except AuditError:
        return ()
    try:
        done = audit(article, (reference,), RULES)
    except Exception as error:  # what the runner's net does not hold is a failure too
        return (Problem("audit", "article", f"{type(error).__name__}: {error}"),)
    return faults(done)


def _document(name: str, random: Random, longest: int, together: int) -> Document:
    """Return a document of random texts, without those that would be refused by themselves."""
    texts = [text(random, longest) for _ in range(together)]
    if together > 1:
        texts = [one for one in texts if _is_read(one)]
    return document_from_text(name, name, "\n\n".join(texts))


def _is_read(words: str) -> bool:
    try:
        document_from_text("text", "text", words)
    except AuditError:
        return False
    return True


if __name__ == "__main__":
    main()
