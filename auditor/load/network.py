"""How pages are reached: what looks hosts up, whom we trust, how long is waited."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from ssl import SSLContext

from auditor.load.addresses import Resolver, is_public, resolved
from auditor.load.patience import Patience

DEADLINE = 30.0
"""Seconds for a whole fetch: its look-ups, redirects, tries and robots.txt. A guess."""


@cache
def public_authorities() -> SSLContext:
    """Return whom servers of the internet are vouched for by; to read it takes 0.1 seconds."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


@dataclass(frozen=True, slots=True)
class Network:
    """How pages are reached; a test brings a network of its own.

    Attributes:
        resolve: looks a host's addresses up.
        is_allowed: whether an address may be connected to.
        deadline: seconds for a whole fetch.
        trust: returns who vouches for servers.
        patience: how a server is asked again that fails for the moment.
        asks_robots: whether robots.txt is asked before a page.
    """

    resolve: Resolver = resolved
    is_allowed: Callable[[str], bool] = is_public
    deadline: float = DEADLINE
    trust: Callable[[], SSLContext] = public_authorities
    patience: Patience = field(default_factory=Patience)
    asks_robots: bool = True


INTERNET = Network()
