"""Connections for one fetch, which end at its deadline and take in no more than they may."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from ssl import SSLContext
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

import httpcore

Answer = TypeVar("Answer")


class Wire(httpcore.NetworkBackend):
    """All connections of one fetch.

    Every wait on a socket ends at the deadline: to connect, to agree on keys, to send, to receive.

    Attributes:
        room: how many bytes may still come in.
    """

    def __init__(self, seconds: float, is_allowed: Callable[[str], bool]) -> None:
        """Begin to count the seconds.

        Args:
            seconds: from now to the deadline.
            is_allowed: whether an address may be connected to.
        """
        self.room = 0
        self._deadline = monotonic() + seconds
        self._is_allowed = is_allowed
        self._sockets = httpcore.SyncBackend()

    @property
    def is_late(self) -> bool:
        """Whether the deadline has passed."""
        return self.remaining() <= 0

    def remaining(self) -> float:
        """Return the seconds to the deadline, below 0 once it has passed."""
        return self._deadline - monotonic()

    def left(self, timeout: float | None = None) -> float:
        """Return the seconds that may be waited, at most `timeout`.

        Raises:
            httpcore.TimeoutException: if there are none.
        """
        left = self.remaining()
        if left <= 0:
            raise httpcore.TimeoutException("the deadline has passed")
        return left if timeout is None else min(left, timeout)

    def answer(self, call: Callable[[], Answer]) -> Answer:
        """Return what a call returns that nothing can interrupt, such as a look-up of a name.

        After the deadline the call goes on in a thread that nobody waits for.

        Raises:
            httpcore.TimeoutException: at the deadline.
        """
        answer: Future[Answer] = Future()
        Thread(target=_run, args=(call, answer), daemon=True).start()
        try:
            return answer.result(self.left())
        except TimeoutError as error:
            raise httpcore.TimeoutException("the deadline has passed") from error

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a numeric address, the last gate before it."""
        if not self._is_allowed(host):
            raise httpcore.ConnectError(f"{host} may not be connected to")
        left = self.left(timeout)
        stream = self._sockets.connect_tcp(host, port, left, local_address, socket_options)
        return _Connection(stream, self)


class _Connection(httpcore.NetworkStream):
    """One connection of a wire, in clear or encrypted."""

    def __init__(self, stream: httpcore.NetworkStream, wire: Wire) -> None:
        self._stream = stream
        self._wire = wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._wire.room <= 0:
            raise httpcore.RemoteProtocolError("it sends more than a page may have")
        data = self._stream.read(min(max_bytes, self._wire.room), self._wire.left(timeout))
        self._wire.room -= len(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._wire.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._wire.left(timeout)
        return _Connection(self._stream.start_tls(ssl_context, server_hostname, left), self._wire)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _run(call: Callable[[], Answer], answer: "Future[Answer]") -> None:
    try:
        answer.set_result(call())
    except BaseException as error:  # whatever it is, it goes to who waits for the answer
        answer.set_exception(error)
