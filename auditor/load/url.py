"""Addresses of web pages: which text is one, and which of them name a page that may be fetched."""

import re
from typing import TYPE_CHECKING

from auditor.load.harmless import told
from auditor.load.source import Unreadable

if TYPE_CHECKING:
    import httpx

MAX_LENGTH = 8_000
"""Characters; servers need not understand more (RFC 9110, section 4.1)."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PASSWORD = re.compile(r"(?<=://)[^/?#]*@")


def is_url(location: str) -> bool:
    """Tell whether a reference is named by an address, of whatever scheme, and not by a path."""
    return _SCHEME.match(location) is not None


def without_password(url: str) -> str:
    """Return an address as messages may show it."""
    return _PASSWORD.sub("…@", url)


def page_url(url: str, shown: str, base: str = "") -> "httpx.URL":
    """Return the address of a page.

    Args:
        url: as the user or a redirect gives it.
        shown: what messages call the page.
        base: the address that redirects to it.

    Raises:
        Unreadable: if no page can have that address.
    """
    import httpx

    try:
        target = httpx.URL(base).join(url)
    except (httpx.InvalidURL, ValueError) as error:  # ValueError: half a surrogate pair, brackets
        raise Unreadable(shown, _mended("is or leads to no valid address")) from error
    if fault := _fault(target):
        raise Unreadable(shown, _mended(fault))
    return target


def _mended(fault: str) -> str:
    return f"{fault}; check the address, or save the page and name its file"


def _fault(target: "httpx.URL") -> str:
    """Return why no page can have an address, "" where one can."""
    if target.scheme not in ("http", "https"):
        return f"leads to {told(target.scheme)}:, but only http and https are fetched"
    if target.userinfo:
        return "carries a user name or password; such pages are not fetched"
    if not target.raw_host:
        return "names no host"
    if not _is_host(target.raw_host.decode("ascii")):
        return "names no valid host"
    if target.port is not None and not 0 < target.port < 1 << 16:
        return f"names port {told(str(target.port))}, but they go from 1 to 65535"
    if len(str(target)) > MAX_LENGTH:
        return f"is longer than {MAX_LENGTH:,} characters"
    return ""


def _is_host(name: str) -> bool:
    """Tell whether a name can be looked up: what looks it up encodes it in this way."""
    try:
        name.encode("idna")
    except UnicodeError:
        return False
    return True
