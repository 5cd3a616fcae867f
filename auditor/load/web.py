"""One page of the web, fetched from a public address within limits of size and time.

The address is looked up and checked once, and the connection goes to that very address: a name
that resolves to another place a moment later gains nothing. Every redirect is checked alike.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext
from typing import TYPE_CHECKING

from auditor.load.addresses import Resolver, is_public, resolved
from auditor.load.body import body
from auditor.load.harmless import told
from auditor.load.source import MAX_BYTES, Source, SourceFormat, Unreadable
from auditor.load.url import page_url, without_password

if TYPE_CHECKING:
    import httpcore
    import httpx

    from auditor.load.wire import Wire

MAX_REDIRECTS = 5
TIMEOUT = 10.0
"""Seconds to connect, and between two pieces of an answer."""
DEADLINE = 30.0
"""Seconds for a whole fetch, its look-ups and redirects among them. A guess."""
MAX_ADDRESSES = 3
"""How many addresses of a host are tried."""
MAX_HEADERS = 65_536
"""Bytes before a page itself, with all that a server says ahead of its answer. A guess: four times
what browsers and servers commonly bear."""
MAX_SENT = 2 * MAX_BYTES
"""Bytes of a page as they are sent, in chunks and packed. A guess."""

_FORMATS = {
    "text/html": SourceFormat.HTML,
    "application/xhtml+xml": SourceFormat.HTML,
    "text/plain": SourceFormat.PLAIN,
    "text/markdown": SourceFormat.MARKDOWN,
}
_HEADERS: dict[bytes | str, bytes | str] = {
    "User-Agent": "auditor (fact-check of a single page)",
    "Accept": ", ".join(_FORMATS),
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Network:
    """How pages are reached; a test brings a network of its own.

    Attributes:
        resolve: looks a host's addresses up.
        is_allowed: whether an address may be connected to.
        deadline: seconds for a whole fetch.
    """

    resolve: Resolver = resolved
    is_allowed: Callable[[str], bool] = is_public
    deadline: float = DEADLINE


INTERNET = Network()


@dataclass(frozen=True, slots=True)
class _Visit:
    """One fetch: what messages call its page, and what it goes by."""

    shown: str
    network: Network
    wire: "Wire"
    pool: "httpcore.ConnectionPool"


def fetch(url: str, network: Network = INTERNET) -> Source:
    """Return the page at an address.

    Raises:
        Unreadable: naming the address, if it is no public web page of at most `MAX_BYTES`.
    """
    import httpcore

    from auditor.load.wire import Wire

    shown = without_password(url)
    target = page_url(url, shown)
    wire = Wire(network.deadline, network.is_allowed)
    with httpcore.ConnectionPool(_certificates(), network_backend=wire) as pool:
        return _followed(_Visit(shown, network, wire, pool), target)


@cache
def _certificates() -> SSLContext:
    """Return what servers are trusted by; to read it takes 0.1 seconds."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


def _followed(visit: _Visit, target: "httpx.URL") -> Source:
    for _ in range(MAX_REDIRECTS + 1):
        answer = _answer(visit, target)
        if isinstance(answer, Source):
            return answer
        target = answer
    raise Unreadable(
        visit.shown, f"redirects more than {MAX_REDIRECTS} times; open it and save the page"
    )


def _answer(visit: _Visit, target: "httpx.URL") -> "Source | httpx.URL":
    """Return the page at `target`, or where it redirects to."""
    import httpcore

    addresses = _addresses(visit, target)
    for address in addresses:
        try:
            return _answer_of(visit, target, address)
        except httpcore.ConnectError as error:
            if address == addresses[-1]:
                raise Unreadable(
                    visit.shown, f"cannot be reached ({told(str(error))}); check the address"
                ) from error
        except httpcore.TimeoutException as error:
            raise Unreadable(visit.shown, _too_slow(visit)) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise Unreadable(
                visit.shown, f"cannot be fetched ({told(str(error))}); save the page"
            ) from error
    raise Unreadable(visit.shown, "has a host without addresses; check the address")


def _too_slow(visit: _Visit) -> str:
    if visit.wire.is_late:
        return f"took longer than {visit.network.deadline:.0f} seconds to fetch; save the page"
    return f"gave no answer within {TIMEOUT:.0f} seconds; try again, or save the page"


def _addresses(visit: _Visit, target: "httpx.URL") -> tuple[str, ...]:
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


def _answer_of(visit: _Visit, target: "httpx.URL", address: str) -> "Source | httpx.URL":
    """Return what the server at a checked address answers."""
    import httpcore
    import httpx

    visit.wire.room = MAX_HEADERS
    with visit.pool.stream(
        "GET",
        httpcore.URL(
            scheme=target.raw_scheme, host=address, port=target.port, target=target.raw_path
        ),
        headers={**_HEADERS, "Host": target.netloc.decode("ascii")},
        extensions={
            "sni_hostname": target.raw_host.decode("ascii"),
            "timeout": {"connect": TIMEOUT, "read": TIMEOUT, "write": TIMEOUT, "pool": TIMEOUT},
        },
    ) as sent:
        head = httpx.Response(sent.status, headers=sent.headers)
        if head.has_redirect_location:
            return page_url(head.headers["Location"], visit.shown, base=str(target))
        form = _format(visit.shown, head)
        visit.wire.room = MAX_SENT
        coding = head.headers.get("Content-Encoding", "")
        data = body(visit.shown, coding, sent.iter_stream())
    charset = head.charset_encoding or ""
    return Source(visit.shown, data, form, url=str(target), charset=charset)


def _format(shown: str, head: "httpx.Response") -> SourceFormat:
    if head.status_code != 200:
        raise Unreadable(shown, f"answers {head.status_code}; check the address")
    kind = head.headers.get("Content-Type", "").partition(";")[0].strip()
    form = _FORMATS.get(kind.lower())
    if form is None:
        raise Unreadable(
            shown,
            f"is {told(kind) or 'of no stated type'}; only HTML, text, Markdown are read; "
            "save its text",
        )
    return form
