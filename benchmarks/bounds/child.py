"""Audit one article and print what it took; run as a process of its own by `__main__`."""

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.bounds.shapes import ORDINARY

MOST_MEMORY = 4_000_000_000
"""Bytes of address space; what would take more fails instead of filling the machine."""



def main() -> None:
    """Print start-up seconds, the audit's seconds, and how it ended, as JSON."""
    began = time.perf_counter()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    from auditor.api import Auditor
    from auditor.errors import AuditError
    from auditor.render.formats import render

    auditor = Auditor(model=False)
    warm = auditor.audit_text(ORDINARY, {"r": ORDINARY + "\n"}).audit
    for format_ in ("text", "html", "json"):
        render(format_, warm)
    started = time.perf_counter()
    article, reference = map(Path, sys.argv[1:])
    try:
        audit = auditor.audit(article, [reference]).audit
        audited = time.perf_counter()
        for format_ in ("text", "html", "json"):
            render(format_, audit)
        problems = [f"{problem.stage}: {problem.where}: {problem.reason}" for problem in audit.problems]
    except AuditError as error:
        audited, problems = time.perf_counter(), [str(error)]
    ended = time.perf_counter()
    print(
        json.dumps(
            {
                "start": started - began,
                "audit": audited - started,
                "render": ended - audited,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
                "problems": problems,
            }
        )
    )


if __name__ == "__main__":
    main()
