"""A server on this machine that answers as a test wants it, in threads of its own."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import repeat
from socket import create_server, socket
from threading import Thread
from time import sleep

HERE = "127.0.0.1"

Answer = Callable[[socket], None]
"""Answers one connection, on which the request has been read or not."""


@contextmanager
def served(answer: Answer) -> Iterator[int]:
    """Serve every connection by `answer` and yield the port."""
    with closing(create_server((HERE, 0))) as listening:
        Thread(target=_serve, args=(listening, answer), daemon=True).start()
        yield listening.getsockname()[1]


def _serve(listening: socket, answer: Answer) -> None:
    with suppress(OSError):  # it is closed when the test is over
        while True:
            connection, _ = listening.accept()
            Thread(target=_answer, args=(connection, answer), daemon=True).start()


def _answer(connection: socket, answer: Answer) -> None:
    with closing(connection), suppress(OSError):  # the other side hangs up
        answer(connection)


def says(*pieces: bytes, then: Iterable[bytes] = (), pause: float = 0.0) -> Answer:
    """Return what reads a request, sends `pieces` at once and `then` bit by bit."""

    def answer(connection: socket) -> None:
        connection.recv(65_536)
        connection.sendall(b"".join(pieces))
        for piece in then:
            sleep(pause)
            connection.sendall(piece)

    return answer


def drips(*pieces: bytes, drop: bytes) -> Answer:
    """Return what sends `pieces`, then `drop` ten times a second for a minute."""
    return says(*pieces, then=repeat(drop, 600), pause=0.1)


def pours(*pieces: bytes, drop: bytes) -> Answer:
    """Return what sends `pieces`, then `drop` as fast as it can, without an end."""
    return says(*pieces, then=repeat(drop))
