"""Libraries that would reach out by themselves, imported so that they do not."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
def no_probe() -> Iterator[None]:
    """Let libraries be imported without the socket that urllib3 opens to see whether IPv6 is there.

    spaCy and trafilatura import it for commands of theirs that nobody here runs. What it would have
    found out is put in its place, since the program around us may fetch pages by it.
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
