"""An audit of files asks nobody, writes its report and its cache alone: the kernel is witness."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ARTICLE, REFERENCE

PAGE = f"<html><body><article><h1>Fire</h1><p>{REFERENCE}</p></article></body></html>"

AUDIT = "from auditor.cli import main; main()"
LOOK_UP = "import socket; socket.getaddrinfo('news.example', 80)"
WRITE = "import pathlib; pathlib.Path.home().joinpath('device-id').write_text('1')"

ALONE = ("unshare", "--map-root-user", "--net")
"""A network namespace without so much as a loopback that is up."""

WRITES = re.compile(r'"((?:[^"\\]|\\.)*)", [^"]*O_(?:WRONLY|RDWR|CREAT)')
CACHES = "AUDITOR_CACHE", "XDG_CACHE_HOME"
"""What would lead the cache to another place than that of a new user."""

MADE = re.compile(r'(?:mkdir|creat)(?:at)?\((?:AT_FDCWD, )?"((?:[^"\\]|\\.)*)"')


def is_traceable() -> bool:
    if not (shutil.which("strace") and shutil.which("unshare")):
        return False
    tried = [*ALONE, "strace", "-f", "-o", os.devnull, "true"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.skipif(not is_traceable(), reason="needs strace and a namespace"),
    pytest.mark.slow,
]


def witnessed(folder: Path, code: str, *arguments: str) -> tuple[int, set[str]]:
    """Return the exit status of a Python program, and each socket and file outside `folder`."""
    trace = folder / "trace"
    home, temporary = folder.parent / "home", folder.parent / "temporary"
    home.mkdir(exist_ok=True)
    temporary.mkdir(exist_ok=True)
    calls = "trace=%network,open,openat,creat,mkdir,mkdirat"
    done = subprocess.run(
        [
            *(*ALONE, "strace", "-f", "-qq", "-e", calls, "-o", str(trace)),
            *(sys.executable, "-B", "-c", code, *arguments),
        ],
        cwd=folder,
        env={
            **{name: value for name, value in os.environ.items() if name not in CACHES},
            "HOME": str(home),
            "TMPDIR": str(temporary),
        },
        capture_output=True,
        check=False,
        timeout=120,
    )
    calls_seen = {
        line.partition(" ")[2].strip()
        for line in trace.read_text(encoding="utf-8", errors="replace").splitlines()
    }
    seen = {call for call in calls_seen if is_elsewhere(folder, call)}
    return done.returncode, seen | {str(left) for left in temporary.iterdir()}


def is_elsewhere(folder: Path, call: str) -> bool:
    """Tell whether a call opens a socket, or writes or makes a file elsewhere than is promised."""
    touched = WRITES.search(call) or MADE.search(call)
    if touched:
        return "= -1" not in call and not is_own(folder, touched[1])
    return not call.startswith(("open", "creat", "mkdir", "+++", "---", "<"))


def is_own(folder: Path, path: str) -> bool:
    """Tell whether a path is the story's or the cache's.

    A temporary file is the story's too: none may be left.
    """
    cache = folder.parent / "home" / ".cache"
    own = folder, folder.parent / "temporary", Path(os.devnull), cache / "auditor"
    touched = (folder / path).resolve()
    return touched == cache or any(touched.is_relative_to(place) for place in own)


@pytest.mark.parametrize(
    ("options", "kept"),
    [((), True), (("--no-model", "--no-cache"), False)],
    ids=["with model and cache", "rules alone, nothing kept"],
)
def test_an_audit_opens_no_socket_and_writes_its_report_and_its_cache_alone(
    tmp_path, options, kept
):
    folder = tmp_path / "story"
    (folder / "refs").mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "refs" / "r.txt").write_text(REFERENCE, encoding="utf-8")
    (folder / "refs" / "p.html").write_text(PAGE, encoding="utf-8")
    assert witnessed(folder, AUDIT, "a.txt", *options) == (0, set())
    assert any((tmp_path / "home").iterdir()) == kept
    assert (folder / "audit-out" / "a.html").is_file()


@pytest.mark.parametrize(("code", "call"), [(LOOK_UP, "socket("), (WRITE, "device-id")])
def test_the_witness_sees_a_look_up_and_a_file_elsewhere(tmp_path, code, call):
    folder = tmp_path / "story"
    folder.mkdir()
    _, seen = witnessed(folder, code)
    assert any(call in one for one in seen)
