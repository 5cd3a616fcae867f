"""Fetches from a server that does its worst: each ends, in time and within bounds."""

import gzip
import tracemalloc
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from socket import create_server, socket
from threading import Event
from time import monotonic, sleep

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import AuditError
from auditor.load import load_references
from auditor.load.addresses import is_public
from auditor.load.network import Network
from auditor.load.patience import Patience
from auditor.load.source import Source, Unreadable
from auditor.load.visit import MAX_HEADERS
from auditor.load.web import fetch
from auditor.load.wire import Wire
from tests.loopback import HERE, Answer, drips, pours, says, served

DEADLINE = 0.6
OK = b"HTTP/1.1 200 OK\r\n"
PLAIN = b"Content-Type: text/plain\r\n"
GZIP = PLAIN + b"Content-Encoding: gzip\r\n"
END = b"\r\n"
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
NAME = b"\x1f\x8b\x08\x08" + bytes(6)
"""The head of a gzip text up to the name of its file, which a NUL would end."""


def here(host: str, port: int) -> tuple[str, ...]:
    """Look every host up on this machine."""
    return (HERE,)


ONCE = Patience(tries=1)
NETWORK = Network(here, lambda address: address == HERE, DEADLINE, patience=ONCE, asks_robots=False)
PATIENT = replace(NETWORK, deadline=20.0)


def fetched(answer: Answer, scheme: str = "http", network: Network = PATIENT) -> Source:
    with served(answer) as port:
        return fetch(f"{scheme}://news.example:{port}/", network)


def error(answer: Answer, scheme: str = "http", network: Network = PATIENT) -> str:
    with pytest.raises(Unreadable) as caught:
        fetched(answer, scheme, network)
    return caught.value.reason


@contextmanager
def in_time() -> Iterator[None]:
    start = monotonic()
    yield
    assert monotonic() - start < DEADLINE + 1.5  # for a machine with much else to do


@pytest.mark.parametrize(
    "answer",
    [
        says(OK + PLAIN + END + b"Words."),
        says(OK + PLAIN + b"Content-Length: 6\r\n" + END + b"Words."),
        says(OK + PLAIN + b"Transfer-Encoding: chunked\r\n" + END + b"6\r\nWords.\r\n0\r\n\r\n"),
        says(HINTS * 3 + OK + PLAIN + END + b"Words."),
        says(OK + PLAIN + b"X: " + b"x" * 60_000 + END + END + b"Words."),
        says(OK + GZIP + END + gzip.compress(b"Words.")),
        says(OK + PLAIN + END, then=[b"Wo", b"rds."], pause=0.1),
    ],
)
def test_a_page_arrives(answer: Answer) -> None:
    assert fetched(answer).data == b"Words."


SLOW = [
    ("http", drips(drop=b"H")),
    ("http", drips(OK, drop=b"X")),
    ("http", drips(OK, drop=b"X: y\r\n")),
    ("http", drips(drop=HINTS)),
    ("http", drips(OK + PLAIN + END, drop=b"x")),
    ("http", drips(OK + PLAIN + b"Transfer-Encoding: chunked\r\n" + END, drop=b"1\r\nx\r\n")),
    ("http", drips(OK + PLAIN + b"Transfer-Encoding: chunked\r\n" + END, drop=b"1;")),
    ("http", drips(OK + PLAIN + b"Transfer-Encoding: chunked\r\n" + END + b"0\r\n", drop=b"x")),
    ("http", drips(OK + GZIP + END + NAME, drop=b"x")),
    ("http", lambda connection: sleep(30)),
    ("https", drips(b"\x16\x03\x03\x40\x00", drop=b"x")),
    ("https", lambda connection: sleep(30)),
]


@pytest.mark.parametrize(("scheme", "answer"), SLOW)
def test_whatever_drips_ends_at_the_deadline(scheme: str, answer: Answer) -> None:
    with in_time():
        assert (
            error(answer, scheme, NETWORK) == "took longer than 1 seconds to fetch; save the page"
        )


def test_redirects_share_one_deadline() -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n"
    with in_time():
        assert "took longer" in error(says(then=[moved], pause=DEADLINE / 3), network=NETWORK)


def test_a_look_up_and_its_answer_share_one_deadline() -> None:
    def slow(host: str, port: int) -> tuple[str, ...]:
        sleep(DEADLINE / 2)
        return (HERE,)

    network = replace(NETWORK, resolve=slow)
    with (
        in_time(),
        served(drips(drop=b"x")) as port,
        pytest.raises(Unreadable, match="took longer"),
    ):
        fetch(f"http://news.example:{port}/", network)


def test_a_server_that_takes_no_connection_ends_at_the_deadline() -> None:
    with closing(create_server((HERE, 0), backlog=0)) as listening, ExitStack() as waiting:
        port = listening.getsockname()[1]
        for _ in range(3):  # they fill its queue
            waiting.enter_context(closing(started(port)))
        with in_time(), pytest.raises(Unreadable, match="took longer"):
            fetch(f"http://news.example:{port}/", NETWORK)


def started(port: int) -> socket:
    """Return a connection that was asked for; whether it comes about is not waited for."""
    connection = socket()
    connection.setblocking(False)
    connection.connect_ex((HERE, port))
    return connection


def test_a_server_that_never_reads_ends_at_the_deadline() -> None:
    with in_time(), served(lambda connection: sleep(30)) as port, pytest.raises(Unreadable):
        fetch(f"http://news.example:{port}/{'a' * 7900}", NETWORK)


def test_a_name_that_is_looked_up_for_ever_ends_at_the_deadline() -> None:
    over = Event()

    def stuck(host: str, port: int) -> tuple[str, ...]:
        over.wait(30)
        return (HERE,)

    network = replace(NETWORK, resolve=stuck)
    with in_time(), pytest.raises(Unreadable, match="took longer than 1 seconds"):
        fetch("http://news.example/", network)
    over.set()


@pytest.mark.parametrize(
    "answer",
    [
        pours(drop=HINTS),
        pours(OK, drop=b"X: y\r\n"),
        pours(OK, drop=b"X" * 1000),
        pours(drop=b"H" * 1000),
        says(OK + PLAIN + b"X: " + b"x" * MAX_HEADERS + END + END + b"Words."),
        pours(OK + GZIP + END + NAME, drop=b"x" * 65_536),
        pours(
            OK + PLAIN + b"Transfer-Encoding: chunked\r\n" + END,
            drop=b"1;" + b"x" * 9000 + b"\r\nx\r\n",
        ),
        pours(OK + PLAIN + END, drop=b"x" * 65_536),
        pours(OK + GZIP + END, drop=gzip.compress(bytes(10_000_000))),
    ],
)
def test_whatever_pours_ends_at_a_limit(answer: Answer) -> None:
    tracemalloc.start()
    start = monotonic()
    reason = error(answer)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "more than a page may have" in reason or "larger than 5 MB" in reason
    assert monotonic() - start < 10
    assert most < 30_000_000


def test_two_layers_of_gzip_are_refused_before_they_are_read() -> None:
    twice = PLAIN + b"Content-Encoding: gzip, gzip\r\n"
    assert error(pours(OK + twice + END, drop=b"x" * 1000)).startswith("is packed as gzip, gzip")


def test_an_address_is_judged_again_where_it_is_connected_to() -> None:
    with served(says(OK)) as port:
        for host in (HERE, "localhost", "news.example"):
            with pytest.raises(httpcore.ConnectError):
                Wire(DEADLINE, is_public).connect_tcp(host, port)


def test_a_redirect_to_this_machine_is_refused_where_pages_are_public() -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: http://inner.example/\r\n\r\n"
    hosts = {"news.example": (HERE,), "inner.example": ("127.0.0.2",)}
    network = replace(PATIENT, resolve=lambda host, _: hosts[host])
    with (
        served(says(moved)) as port,
        pytest.raises(Unreadable, match=r"inner.example is 127\.0\.0\.2"),
    ):
        fetch(f"http://news.example:{port}/", network)


def test_a_name_is_looked_up_once_so_that_it_cannot_change_its_mind() -> None:
    answers = iter([(HERE,), ("127.0.0.2",)])
    network = replace(PATIENT, resolve=lambda *_: next(answers))
    with served(says(OK + PLAIN + END + b"Words.")) as port:
        assert fetch(f"http://news.example:{port}/", network).data == b"Words."
    assert next(answers) == ("127.0.0.2",)


EVIL = b"\x1b]0;owned\x07\x1b[2J\xc2\x9b2J\xe2\x80\xae" * 500


@pytest.mark.parametrize(
    "said",
    [
        OK + b"Content-Type: application/" + EVIL + END + END,
        OK + b"Content-Type: text/plain;charset=" + EVIL + END + END + b"Words.",
        OK + PLAIN + b"Content-Encoding: " + EVIL + END + END,
        b"HTTP/1.1 404 " + EVIL + END + END,
        b"HTTP/1.1 " + EVIL + END + END,
        EVIL + END + END,
        OK + EVIL + END + END,
        OK + PLAIN + b"Transfer-Encoding: chunked" + END + END + EVIL + END,
        OK + PLAIN + b"Transfer-Encoding: " + EVIL + END + END,
        b"HTTP/1.1 302 Found\r\nLocation: " + EVIL + END + END,
        b"HTTP/1.1 302 Found\r\nLocation: http://" + EVIL + END + END,
        b"HTTP/1.1 302 Found\r\nLocation: " + b"a" * 9000 + b"://b" + END + END,
        b"HTTP/1.1 302 Found\r\nLocation: http://" + b"a." * 4000 + END + END,
        b"HTTP/1.1 302 Found\r\nLocation: http://a:" + b"9" * 4000 + END + END,
        OK + GZIP + END + EVIL,
    ],
)
def test_what_a_server_says_reaches_no_message_raw_or_at_length(said: bytes) -> None:
    with served(says(said)) as port, pytest.raises(AuditError) as caught:
        load_references([f"http://news.example:{port}/"], PATIENT)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


HEADS = [OK + PLAIN, OK, OK + GZIP, b"HTTP/1.1 302 Found\r\nLocation: ", b"HTTP/1.1 200 OK", b""]
LINES = [
    *(PLAIN, GZIP, END, HINTS, b"Content-Length: ", b"9" * 30, b"Transfer-Encoding: chunked\r\n"),
    *(b"5\r\n", b"Content-Type: ", b"text/html;charset*=", b"a%00'b'c\r\n", b"\xff", b"\x1b[2J"),
]
ANSWERS = st.tuples(st.sampled_from(HEADS), st.lists(st.sampled_from(LINES) | st.binary())).map(
    lambda parts: parts[0] + b"".join(parts[1])
)


@given(ANSWERS)
def test_any_bytes_as_an_answer_are_a_page_or_an_error(data: bytes) -> None:
    with suppress(Unreadable):
        fetched(says(data))
