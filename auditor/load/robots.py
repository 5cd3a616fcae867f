"""What a host lets programs fetch, as its ``robots.txt`` says (RFC 9309)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from auditor.load.source import Unreadable
from auditor.load.visit import PRODUCT, Arrival, Visit, Wanted, arrival

if TYPE_CHECKING:
    import httpx

MAX_RULES = 512_000
"""Bytes of a robots.txt that count; RFC 9309 asks for no fewer (section 2.5)."""

Robots = Callable[[str], bool]
"""Tells whether an address may be fetched."""


class _NoRobots(Unreadable):
    """A host that has no ``robots.txt``, and so lets everything be fetched (section 2.3.1.3)."""


def robots(visit: Visit, target: "httpx.URL") -> Robots:
    """Return what the host of an address lets us fetch.

    Raises:
        Unreadable: if it cannot say so for the moment; then nothing may be fetched (2.3.1.4).
    """
    from protego import Protego

    def verify(head: "httpx.Response") -> None:
        if head.status_code == 200:
            return
        if 400 <= head.status_code < 500 and head.status_code != 429:
            raise _NoRobots(visit.shown, "its host has no robots.txt")
        raise Unreadable(
            visit.shown,
            f"its host answers {head.status_code} when it is asked for robots.txt; "
            "try again later, or save the page",
        )

    place = target.copy_with(path="/robots.txt", query=None, fragment=None)
    try:
        came = arrival(visit, place, Wanted(("text/plain", "*/*;q=0.5"), verify), _open)
    except _NoRobots:
        return lambda _: True
    rules = Protego.parse(_text(came))
    return lambda url: bool(rules.can_fetch(url, PRODUCT))


def _text(came: Arrival) -> str:
    return came.data[:MAX_RULES].decode("utf-8-sig", "replace")


def _open(_target: "httpx.URL") -> None:
    """Let robots.txt itself be asked for: it has no rules for that."""
