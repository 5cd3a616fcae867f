"""One answer of the web, from a public address, within limits of size and time.

The address is looked up and checked once, and the connection goes to that very address: a name
that resolves to another place a moment later gains nothing. Every redirect is checked alike.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from auditor import __version__
from auditor.load.body import body
from auditor.load.harmless import told
from auditor.load.network import Network
from auditor.load.patience import PASSING, Later, patient, seconds_asked
from auditor.load.source import MAX_BYTES, Unreadable
from auditor.load.url import page_url

if TYPE_CHECKING:
    import httpcore
    import httpx

    from auditor.load.wire import Wire

PRODUCT = "auditor"
"""What we are called in robots.txt."""
USER_AGENT = f"{PRODUCT}/{__version__} (fact-check of news articles; obeys robots.txt)"

MAX_REDIRECTS = 5
TIMEOUT = 10.0
"""Seconds to connect, and between two pieces of an answer."""
MAX_ADDRESSES = 3
"""How many addresses of a host are tried."""
MAX_HEADERS = 65_536
"""Bytes before a page itself, with all that a server says ahead of its answer. A guess: four times
what browsers and servers commonly bear."""
MAX_SENT = 2 * MAX_BYTES
"""Bytes of a page as they are sent, in chunks and packed. A guess."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Attributes:
        accept: content types that are read, in lower case, the dearest first.
        verify: raises `Unreadable` where the head of an answer does not lead to such a text.
    """

    accept: tuple[str, ...]
    verify: Callable[["httpx.Response"], None]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came.

    Attributes:
        url: where redirects led to.
        kind: its content type, in lower case.
        charset: as the server declared it, "" where it did not.
        data: its bytes, unpacked.
    """

    url: str
    kind: str
    charset: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Visit:
    """One fetch: what messages call its page, and what it goes by.

    Attributes:
        pool_of: returns the connections to a host; those of another host on the same address are
            not taken, for their server has shown another certificate.
    """

    shown: str
    network: Network
    wire: "Wire"
    pool_of: Callable[[str], "httpcore.ConnectionPool"]


Gate = Callable[["httpx.URL"], None]
"""Raises `Unreadable` where an address must not be asked."""


@contextmanager
def visiting(shown: str, network: Network) -> Iterator[Visit]:
    """Give a visit whose time begins now, and close its connections at the end.

    Args:
        shown: what messages call the page.
        network: how it is reached.
    """
    import httpcore

    from auditor.load.wire import Wire

    wire = Wire(network.deadline, network.is_allowed)
    with ExitStack() as opened:

        @cache
        def pool_of(host: str) -> httpcore.ConnectionPool:
            pool = httpcore.ConnectionPool(network.trust(), http2=True, network_backend=wire)
            return opened.enter_context(pool)

        yield Visit(shown, network, wire, pool_of)


def arrival(visit: Visit, target: "httpx.URL", wanted: Wanted, gate: Gate) -> Arrival:
    """Return what is wanted, be it where redirects lead to.

    Raises:
        Unreadable: naming the visit's page, if it cannot be had.
    """
    for _ in range(MAX_REDIRECTS + 1):
        gate(target)
        answer = _in_the_end(visit, target, wanted)
        if isinstance(answer, Arrival):
            return answer
        target = answer
    raise Unreadable(
        visit.shown, f"redirects more than {MAX_REDIRECTS} times; open it and save the page"
    )


def _in_the_end(visit: Visit, target: "httpx.URL", wanted: Wanted) -> "Arrival | httpx.URL":
    """Return what is at `target`, or where it redirects to, after tries that failed."""

    def attempt() -> "Arrival | httpx.URL | Later":
        return _answer(visit, target, wanted)

    answer = patient(attempt, visit.network.patience, visit.wire.remaining)
    return cast("Arrival | httpx.URL", answer)  # mypy joins the two to object


def _answer(visit: Visit, target: "httpx.URL", wanted: Wanted) -> "Arrival | httpx.URL | Later":
    """Return what is at `target`, or where it redirects to, or that it failed for the moment."""
    import httpcore

    addresses = _addresses(visit, target)
    for address in addresses:
        try:
            return _answer_of(visit, target, address, wanted)
        except httpcore.ConnectError as error:
            if address == addresses[-1]:
                reason = f"cannot be reached ({told(str(error))}); check the address"
                return _failed(visit, reason, error)
        except httpcore.TimeoutException as error:
            return _failed(visit, _too_slow(visit), error)
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            reason = f"cannot be fetched ({told(str(error))}); save the page"
            return _failed(visit, reason, error)
    raise Unreadable(visit.shown, "has a host without addresses; check the address")


def _failed(visit: Visit, reason: str, error: Exception) -> Later:
    """Return a failure that may pass; it will not where time or room are used up.

    Raises:
        Unreadable: there.
    """
    failure = Unreadable(visit.shown, reason)
    failure.__cause__ = error
    if visit.wire.is_late or visit.wire.room <= 0:
        raise failure
    return Later(failure)


def _too_slow(visit: Visit) -> str:
    if visit.wire.is_late:
        return f"took longer than {visit.network.deadline:.0f} seconds to fetch; save the page"
    return f"gave no answer within {TIMEOUT:.0f} seconds; try again, or save the page"


def _addresses(visit: Visit, target: "httpx.URL") -> tuple[str, ...]:
    """Return the addresses of the host, all of them allowed."""
    import httpcore

    host = target.raw_host.decode("ascii")
    port = target.port or (443 if target.scheme == "https" else 80)
    try:
        addresses = visit.wire.answer(lambda: visit.network.resolve(host, port))
    except httpcore.TimeoutException as error:
        raise Unreadable(visit.shown, _too_slow(visit)) from error
    except OSError as error:
        raise Unreadable(
            visit.shown, f"the host {told(host)} is not known; check the address"
        ) from error
    if inner := [address for address in addresses if not visit.network.is_allowed(address)]:
        raise Unreadable(
            visit.shown,
            f"{told(host)} is {inner[0]}, not an address of the public internet; save the page",
        )
    return addresses[:MAX_ADDRESSES]


def _answer_of(
    visit: Visit, target: "httpx.URL", address: str, wanted: Wanted
) -> "Arrival | httpx.URL | Later":
    """Return what the server at a checked address answers."""
    import httpcore
    import httpx

    visit.wire.room = MAX_HEADERS
    host = target.raw_host.decode("ascii")
    with visit.pool_of(host).stream(
        "GET",
        httpcore.URL(
            scheme=target.raw_scheme, host=address, port=target.port, target=target.raw_path
        ),
        headers={
            "Host": target.netloc.decode("ascii"),
            "User-Agent": USER_AGENT,
            "Accept": ", ".join(wanted.accept),
            "Accept-Encoding": "gzip",
        },
        extensions={
            "sni_hostname": host,
            "timeout": {"connect": TIMEOUT, "read": TIMEOUT, "write": TIMEOUT, "pool": TIMEOUT},
        },
    ) as sent:
        head = httpx.Response(sent.status, headers=sent.headers)
        if head.has_redirect_location:
            return page_url(head.headers["Location"], visit.shown, base=str(target))
        try:
            wanted.verify(head)
        except Unreadable as failure:
            if head.status_code not in PASSING:
                raise
            asked = head.headers.get("Retry-After", ""), head.headers.get("Date", "")
            return Later(failure, seconds_asked(*asked))
        visit.wire.room = MAX_SENT
        data = body(visit.shown, head.headers.get("Content-Encoding", ""), sent.iter_stream())
    return Arrival(str(target), kind_of(head), head.charset_encoding or "", data)


def kind_of(head: "httpx.Response") -> str:
    """Return the content type that an answer states, in lower case, "" where it states none."""
    kind, _, _ = head.headers.get("Content-Type", "").partition(";")
    return str(kind).strip().lower()
