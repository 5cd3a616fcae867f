"""Read files that were spoilt: ``python -m benchmarks.fuzz.files --examples 20000``.

An example is a file of `fixtures/sources` whose bytes, or those of a part where it is packed, were
cut, doubled, turned or replaced, read with the limits of the process that reads such files, in a
fork of this one. It may give text or be refused; that its reader breaks or is ended at a limit is
counted by itself, for then the audit says so. What goes wrong outside of the reader is a failure
and is printed with its seed. Exit status 1 if any failed.
"""

import argparse
import json
import os
import signal
import sys
import time
from collections import Counter
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

from auditor.load.formats.child import answer, limit
from auditor.load.formats.content import Refused, unpacked
from auditor.load.formats.delivered import READERS
from auditor.load.formats.first_bytes import verify
from auditor.load.formats.made_page import made_page
from auditor.load.source import DELIVERED, format_of_name

SOURCES = Path(__file__).parents[2] / "fixtures" / "sources"

SECONDS = 20
"""After which a fork is ended; a file has 30 in an audit."""

INSIDE = 0.8
"""Share of packed files that are spoilt in a part."""

MOST_CHANGES = 8
"""Changes of one file."""

WORDS = (b"\0", b"\xff\xff\xff\xff", b"<", b">", b"&#0;", b"\\u-1?", b"-->", b"endobj", b"\r\n\r\n")
"""What readers stumble over."""

READ, REFUSED, ENDED, FAILED = range(4)
"""How a fork exits."""

TOLD = ("read", "refused", "ended at a limit", "failed")


def main() -> None:
    """Read the arguments, spoil and read files, print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2_000)
    parser.add_argument("--first", type=int, default=0, help="seed of the first example")
    options = parser.parse_args()
    files = [
        path
        for path in sorted(SOURCES.rglob("*.*"))
        if path.is_file() and any(path.name.endswith(suffix) for suffix in DELIVERED)
    ]
    for path in files[:: max(1, len(files) // 50)]:
        _read(path.name, path.read_bytes())  # imports libraries once, and not in each fork
    counts: Counter[tuple[str, str]] = Counter()
    began = time.monotonic()
    for seed in range(options.first, options.first + options.examples):
        path = files[seed % len(files)]
        told = outcome(path, seed)
        counts[format_of_name(path.name).value, told] += 1
        if told not in TOLD[:2]:
            print(f"seed {seed}: {path.name}: {told}", flush=True)
    print(f"{options.examples} examples, {time.monotonic() - began:.0f} s")
    for (kind, told), times in sorted(counts.items()):
        print(f"{times:7} {kind}: {told}")
    sys.exit(any(told == TOLD[FAILED] for _, told in counts))


def outcome(path: Path, seed: int) -> str:
    """Return what comes of a file that a seed spoils: read, refused, or what went wrong."""
    random = Random(seed)
    whole = path.read_bytes()
    is_packed = whole.startswith(b"PK") and random.random() < INSIDE
    data = spoilt_inside(whole, random) if is_packed else spoilt(whole, random)
    process = os.fork()
    if not process:
        signal.alarm(SECONDS)
        limit(SECONDS)
        os._exit(_read(path.name, data))
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        name = signal.Signals(os.WTERMSIG(status)).name
        return TOLD[ENDED] if name in {"SIGALRM", "SIGXCPU", "SIGKILL"} else f"broke: {name}"
    return TOLD[os.WEXITSTATUS(status)]


def spoilt_inside(data: bytes, random: Random) -> bytes:
    """Return a ZIP file of which one part is spoilt."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(written, "w") as new:
        chosen = random.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, spoilt(part, random) if name == chosen else part)
    return written.getvalue()


def spoilt(data: bytes, random: Random) -> bytes:
    """Return a file with some changes, most of them small."""
    for _ in range(random.randint(1, MOST_CHANGES)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + int(random.paretovariate(0.7)))
        piece = data[start:end]
        match random.randrange(6):
            case 0:
                piece = b""
            case 1:
                piece = piece * random.randint(2, 50)
            case 2:
                piece = piece[::-1]
            case 3:
                piece = bytes(byte ^ 1 << random.randrange(8) for byte in piece)
            case 4:
                piece = random.choice(WORDS)
            case _:
                other = random.randrange(len(data) + 1)
                piece = data[other : other + len(piece)]
        data = data[:start] + piece + data[end:]
    return data


def _read(name: str, data: bytes) -> int:
    """Read a file as an audit does, and return how it went."""
    form = format_of_name(name)
    try:
        verify(data, form)
        record = json.loads(answer(READERS[form], BytesIO(data)))
        if "refused" in record:
            return REFUSED
        content = unpacked(record)
        if content.portions:
            made_page(content)
    except Refused:
        return REFUSED
    except Exception as error:  # whatever is wrong outside of the reader is a failure
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
        return FAILED
    return READ


if __name__ == "__main__":
    main()
