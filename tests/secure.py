"""A server on this machine that speaks TLS and HTTP/2, vouched for by an authority of its own."""

from collections.abc import Callable
from contextlib import suppress
from socket import socket
from ssl import PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER, SSLContext, SSLError

import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from tests.loopback import Answer

AUTHORITY = trustme.CA()

MOVED = "-> "
"""How a page begins that lies elsewhere; the address follows."""

Page = Callable[[str], str]
"""Returns what is at an authority and path."""


def trust() -> SSLContext:
    """Return a client's trust in our authority."""
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    AUTHORITY.configure_trust(context)
    return context


def secured(answer: Answer, *hosts: str, speaks: tuple[str, ...] = ("h2", "http/1.1")) -> Answer:
    """Return what answers as `answer` does, by TLS, in the name of `hosts`."""
    context = SSLContext(PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert(*hosts).configure_cert(context)
    context.set_alpn_protocols([*speaks])

    def secure(connection: socket) -> None:
        with suppress(SSLError), context.wrap_socket(connection, server_side=True) as own:
            answer(own)

    return secure


def pages(page: Page, seen: list[str]) -> Answer:
    """Return what serves pages by HTTP/2, and notes the authority and path of each request."""

    def answer(connection: socket) -> None:
        spoken = H2Connection(H2Configuration(client_side=False))
        spoken.initiate_connection()
        connection.sendall(spoken.data_to_send())
        waiting: dict[int, bytes] = {}
        while data := connection.recv(65_536):
            for event in spoken.receive_data(data):
                if isinstance(event, RequestReceived):
                    asked = _asked(event)
                    seen.append(asked)
                    waiting |= _begun(spoken, event.stream_id, page(asked))
            for stream in [*waiting]:
                waiting[stream] = _sent(spoken, stream, waiting[stream])
            waiting = {stream: rest for stream, rest in waiting.items() if rest}
            connection.sendall(spoken.data_to_send())

    return answer


def _asked(event: RequestReceived) -> str:
    told = {bytes(name).decode(): bytes(of).decode() for name, of in event.headers or ()}
    return told[":authority"].partition(":")[0] + told[":path"]


def _begun(spoken: H2Connection, stream: int, page: str) -> dict[int, bytes]:
    """Send the head of an answer and return the rest."""
    if page.startswith(MOVED):
        head = [(":status", "302"), ("location", page.removeprefix(MOVED))]
        spoken.send_headers(stream, head, end_stream=True)
        return {}
    spoken.send_headers(stream, [(":status", "200"), ("content-type", "text/plain")])
    return {stream: page.encode()}


def _sent(spoken: H2Connection, stream: int, rest: bytes) -> bytes:
    """Send what the other side has room for and return the rest."""
    while room := min(spoken.local_flow_control_window(stream), spoken.max_outbound_frame_size):
        piece, rest = rest[:room], rest[room:]
        spoken.send_data(stream, piece, end_stream=not rest)
        if not rest:
            break
    return rest
