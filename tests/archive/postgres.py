"""A cluster of PostgreSQL that is thrown away, on a socket in a folder of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
"""Where Debian keeps what no user starts by hand, newest last."""

USER = "postgres"
"""Who starts it where the tests are root's: the server refuses root."""


def why_not() -> str:
    """Return why no cluster can be started, "" where one can."""
    if find_spec("psycopg") is None:
        return "needs psycopg (the extra postgres)"
    return "" if _folder() else "needs initdb and pg_ctl of PostgreSQL"


@contextmanager
def cluster() -> Iterator[str]:
    """Yield the address of an empty database."""
    with TemporaryDirectory(prefix="auditor-") as made:
        place = Path(made)
        if _is_root():
            shutil.chown(place, USER, USER)
        _run("initdb", "-D", f"{place}/data", "-A", "trust", "-U", "audit", "-N", "-E", "UTF8")
        quick = f"-c listen_addresses='' -k {place} -c fsync=off -c shared_buffers=16MB"
        _run("pg_ctl", "-D", f"{place}/data", "-w", "-l", f"{place}/log", "-o", quick, "start")
        try:
            yield f"postgresql://audit@/postgres?host={place}"
        finally:
            _run("pg_ctl", "-D", f"{place}/data", "-w", "-m", "immediate", "stop")


def _folder() -> Path | None:
    found = shutil.which("pg_ctl")
    places = [Path(found).resolve().parent] if found else []
    return next((one for one in (*places, *reversed(DEBIAN)) if (one / "initdb").exists()), None)


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _run(name: str, *arguments: str) -> None:
    command: Sequence[str] = [str((_folder() or Path()) / name), *arguments]
    if _is_root():
        command = ["runuser", "-u", USER, "--", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
