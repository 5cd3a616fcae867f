"""Pages of the web: fetched where robots.txt lets them be, and of a kind that is read."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.load.harmless import told
from auditor.load.network import INTERNET, Network
from auditor.load.patience import PASSING
from auditor.load.robots import Robots, robots
from auditor.load.source import Source, SourceFormat, Unreadable
from auditor.load.url import page_url, without_password
from auditor.load.visit import Arrival, Visit, Wanted, arrival, kind_of, visiting

if TYPE_CHECKING:
    import httpx

PAGE_FORMATS = {
    "text/html": SourceFormat.HTML,
    "application/xhtml+xml": SourceFormat.HTML,
    "text/plain": SourceFormat.PLAIN,
    "text/markdown": SourceFormat.MARKDOWN,
    "application/pdf": SourceFormat.PDF,
}
"""The content types of pages."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Fetches of one run, which ask each host once what it lets them fetch.

    Attributes:
        network: how pages are reached.
        known: what hosts said, by their scheme, name and port; it grows with every host.
    """

    network: Network = INTERNET
    known: dict[tuple[str, str], Robots] = field(default_factory=dict)


def fetch(url: str, network: Network = INTERNET) -> Source:
    """Return the page at an address.

    Raises:
        Unreadable: naming the address, if it is no public web page of at most `MAX_BYTES`.
    """
    return fetched(Errand(network), url)


def fetched(errand: Errand, url: str) -> Source:
    """Return the page at an address.

    Raises:
        Unreadable: naming the address, if it is no public web page of at most `MAX_BYTES`, or
            its host does not let it be fetched.
    """
    came = received(errand, url, tuple(PAGE_FORMATS), "only HTML, text, Markdown and PDF are read")
    form = PAGE_FORMATS[came.kind]
    return Source(without_password(url), came.data, form, url=came.url, charset=came.charset)


def received(errand: Errand, url: str, kinds: tuple[str, ...], read: str) -> Arrival:
    """Return what is at an address.

    Args:
        errand: the run that it is fetched in.
        url: as the user gives it.
        kinds: the content types that are taken.
        read: what a message says of them.

    Raises:
        Unreadable: naming the address, if it cannot be had, may not, or is of another type.
    """
    shown = without_password(url)
    target = page_url(url, shown)

    def verify(head: "httpx.Response") -> None:
        if head.status_code != 200:
            raise Unreadable(shown, _refused(head))
        if kind_of(head) not in kinds:
            kind = told(kind_of(head)) or "of no stated type"
            raise Unreadable(shown, f"is {kind}; {read}; save its text")

    with visiting(shown, errand.network) as visit:
        return arrival(
            visit, target, Wanted(kinds, verify), lambda place: _let(errand, visit, place)
        )


def _refused(head: "httpx.Response") -> str:
    if head.status_code not in PASSING:
        return f"answers {head.status_code}; check the address"
    asked = told(head.headers.get("Retry-After", ""))
    until = f" and asks to wait ({asked})" if asked else ""
    return f"answers {head.status_code}{until}; try again later, or save the page"


def _let(errand: Errand, visit: Visit, target: "httpx.URL") -> None:
    """See that the host lets an address be fetched.

    Raises:
        Unreadable: if it does not, or cannot say so.
    """
    if not errand.network.asks_robots:
        return
    host = target.scheme, target.netloc.decode("ascii")
    if host not in errand.known:
        errand.known[host] = robots(visit, target)
    if not errand.known[host](str(target)):
        raise Unreadable(
            visit.shown,
            f"{told(host[1])} asks programs not to fetch it (robots.txt); save the page by hand",
        )
