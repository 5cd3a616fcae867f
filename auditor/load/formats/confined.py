"""Having a file read in a process of its own, which is ended where it takes too long."""

import json
import os
import signal
import subprocess
import sys

from auditor.load.formats.content import Content, Refused, unpacked

SECONDS = 30
"""For one file. A guess: the longest that is no attack took three."""

_NEEDED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")
"""What of our environment the process has: what programs are found by, and no secrets."""

REMEDY = "; save its text as a .txt file"


def content_of(reader: str, data: bytes, seconds: int) -> Content:
    """Return what a file holds, read in another process.

    Args:
        reader: the module of this folder that reads such files.
        data: the file.
        seconds: after which the process is ended.

    Raises:
        Refused: if it gives no text, or its reader fails, or passes a limit.
    """
    request = json.dumps({"reader": reader, "seconds": seconds}).encode("ascii") + b"\n"
    process = subprocess.Popen(  # our own interpreter and module
        [sys.executable, "-B", "-P", "-m", "auditor.load.formats.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(request + data, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise Refused(f"takes longer than {seconds} seconds to read{REMEDY}") from None
    finally:
        _end(process)
    if process.returncode:
        raise Refused(f"{_told(process.returncode, seconds)}{REMEDY}")
    record = json.loads(said)
    if "refused" in record:
        raise Refused(str(record["refused"]))
    return unpacked(record)


def _environment() -> dict[str, str]:
    """Return what the process is told: where our modules are, and nothing that tells on us."""
    ours = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    places = os.pathsep.join(os.path.abspath(place) for place in sys.path)  # noqa: PTH100
    return {**ours, "PYTHONPATH": places, "PYTHONHASHSEED": "0", "OMP_THREAD_LIMIT": "1"}


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it started."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()


def _told(code: int, seconds: int) -> str:
    """Return why a process ended, in words that follow the file's name."""
    if code in (-signal.SIGKILL, -getattr(signal, "SIGXCPU", 0)):
        return f"takes longer than {seconds} seconds or too much memory to read"
    return f"broke its reader (exit {code})"
