"""Libraries that would reach out by themselves, imported so that they do not."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


def onnxruntime() -> Any:
    """Return the library that runs the entailment model, its reports to its maker turned off.

    They are turned off by a variable that is read at the import; the call that it offers for this
    comes too late, for by then files are written and a host is looked up.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime as library

    return library


@contextmanager
def no_commands() -> Iterator[None]:
    """Let spaCy be imported without its commands, which nobody here runs.

    With them come a downloader, a web client and that client's socket, and half of the time that
    the import takes. What a program around us asks of them is imported then.
    """
    if "spacy" in sys.modules:
        yield
        return
    stands_in: Any = ModuleType("spacy.cli.info")
    stands_in.info = _info
    sys.modules |= {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": stands_in}
    try:
        yield
    finally:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]


def _info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)


@contextmanager
def no_probe() -> Iterator[None]:
    """Let libraries be imported without the socket that urllib3 opens to see whether IPv6 is there.

    trafilatura imports it for commands of its own that nobody here runs. What it would have found
    out is put in its place, since the program around us may fetch pages by it.
    """
    if "urllib3" in sys.modules:
        yield
        return
    has_ipv6 = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = has_ipv6
        connection: Any = sys.modules.get("urllib3.util.connection")
        if connection is not None:
            connection.HAS_IPV6 = has_ipv6
