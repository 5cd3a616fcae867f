"""The command as a user starts it, and a small story to audit."""

import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from auditor.cli import main

ARTICLE = """Harbour Fire Kills Two

March 3, 2021

A fire in the harbour killed two people on Tuesday, police said.
"""
REFERENCE = """Two die in harbour fire

March 2, 2021

A fire in the harbour killed two people on Tuesday, police said.
"""
INVENTED = "“We shall never forget this terrible night by the sea,” said Mayor Anna Lund.\n"


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
"""Of a process of its own: what it runs lies beside these tests."""

Done = subprocess.CompletedProcess[str]


def audit(folder: Path, *arguments: str) -> Done:
    """Run the command in `folder`."""
    out, err, status = StringIO(), StringIO(), 0
    argv = patch.object(sys, "argv", ["audit", *arguments])
    with chdir(folder), redirect_stdout(out), redirect_stderr(err), argv:
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
    return Done(arguments, status, out.getvalue(), err.getvalue())


def started(folder: Path, *arguments: str, seed: int = 0) -> Done:
    """Run the command in `folder` in a process of its own; `seed` orders its sets."""
    return subprocess.run(
        [sys.executable, "-c", "from auditor.cli import main; main()", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**ENVIRONMENT, "PYTHONHASHSEED": str(seed)},
    )
