"""The process that reads a stranger's file: it limits itself first, and has nothing to lose.

It gets one line, the name of a module beside this one and the seconds it has, then the file, on
standard input, and writes what the module makes of the file as JSON to standard output.
"""

import json
import sys
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from auditor.load.formats.content import Content, Refused, packed

MEMORY = 1_000_000_000
"""Bytes that the process may have. A guess: the largest file seen took a quarter of it."""


class FileReader(Protocol):
    """A module that reads a kind of file."""

    def read(self, data: bytes) -> Content:
        """Return what a file holds.

        Raises:
            Refused: if it gives no text.
        """


def main() -> None:
    """Read one file."""
    request = json.loads(sys.stdin.buffer.readline())
    limit(int(request["seconds"]))
    sys.stdout.buffer.write(answer(str(request["reader"]), sys.stdin.buffer))
    sys.stdout.buffer.flush()


def answer(reader: str, file: BinaryIO) -> bytes:
    """Return what a module of this folder makes of a file, or why it makes nothing, as JSON."""
    module = cast(FileReader, import_module(f"auditor.load.formats.{reader}"))
    try:
        return packed(module.read(file.read()))
    except ImportError as error:
        return _failed(f"needs the library {error.name}, which is missing; install auditor again")
    except Refused as error:
        return _failed(str(error))
    except MemoryError:
        return _failed(f"takes more than {MEMORY // 1_000_000} MB of memory to read")
    except RecursionError:
        return _failed("nests its parts more deeply than any document does")
    except Exception as error:  # a stranger's file may break its library anywhere
        return _failed(f"is damaged ({type(error).__name__}: {str(error)[:100]})")


def limit(seconds: int) -> None:
    """Let this process write no file, and take no more time and memory than it may.

    Windows has no such limits: there its parent's patience is the only one.
    """
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        held = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (held, held))


def _failed(reason: str) -> bytes:
    return json.dumps({"refused": reason}).encode("ascii")


if __name__ == "__main__":
    main()
