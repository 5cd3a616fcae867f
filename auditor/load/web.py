"""One page of the web, fetched from a public address within limits of size and time.

The address is looked up and checked once, and the connection goes to that very address: a name
that resolves to another place a date later gains nothing. Every redirect is checked alike.
"""

import re
from time import monotonic
from typing import TYPE_CHECKING

from auditor.load.addresses import Resolver, is_public, resolved
from auditor.load.source import MAX_BYTES, Source, SourceFormat, Unreadable

if TYPE_CHECKING:
    import httpx

MAX_REDIRECTS = 5
TIMEOUT = 10.0
"""Seconds to connect, and between two pieces of an answer."""
DEADLINE = 30.0
"""Seconds for one answer from its first piece to its last."""
MAX_ADDRESSES = 3
"""How many addresses of a host are tried."""

_FORMATS = {
    "text/html": SourceFormat.HTML,
    "application/xhtml+xml": SourceFormat.HTML,
    "text/plain": SourceFormat.PLAIN,
    "text/markdown": SourceFormat.MARKDOWN,
}
_HEADERS = {
    "User-Agent": "auditor (fact-check of a single page)",
    "Accept": ", ".join(_FORMATS),
    "Accept-Encoding": "gzip, deflate",
}

__all__ = ["Resolver", "fetch", "resolved"]


def fetch(
    url: str, *, client: "httpx.Client | None" = None, resolve: Resolver = resolved
) -> Source:
    """Return the page at an address.

    Raises:
        Unreadable: naming the address, if it is no public web page of at most `MAX_BYTES`.
    """
    import httpx

    if client is not None:
        return _follow(client, url, resolve)
    with httpx.Client(timeout=TIMEOUT, trust_env=False) as own:  # a proxy would undo the check
        return _follow(own, url, resolve)


def _follow(client: "httpx.Client", url: str, resolve: Resolver) -> Source:
    shown = _without_password(url)
    target = _parsed(shown, url)
    for _ in range(MAX_REDIRECTS + 1):
        answer = _request(client, shown, target, resolve)
        if isinstance(answer, Source):
            return answer
        target = answer
    raise Unreadable(shown, f"redirects more than {MAX_REDIRECTS} times")


def _without_password(url: str) -> str:
    return re.sub(r"(?<=://)[^/?#]*@", "…@", url)


def _parsed(shown: str, url: str, base: str = "") -> "httpx.URL":
    import httpx

    try:
        target = httpx.URL(base).join(url)
    except (httpx.InvalidURL, TypeError) as error:
        raise Unreadable(shown, "is no valid address") from error
    if target.scheme not in ("http", "https"):
        raise Unreadable(shown, f"leads to {target.scheme}:, but only http and https are fetched")
    if target.userinfo:
        raise Unreadable(shown, "carries a user name or password; such pages are not fetched")
    if not target.host:
        raise Unreadable(shown, "names no host")
    return target


def _request(
    client: "httpx.Client", shown: str, target: "httpx.URL", resolve: Resolver
) -> "Source | httpx.URL":
    """Return the page at `target`, or where it redirects to."""
    import httpx

    addresses = _public_addresses(shown, target, resolve)
    for address in addresses:
        try:
            return _answer(client, shown, target, address)
        except httpx.ConnectError as error:
            if address == addresses[-1]:
                raise Unreadable(shown, f"cannot be reached ({error})") from error
        except httpx.TimeoutException as error:
            raise Unreadable(shown, f"gave no answer within {TIMEOUT:.0f} seconds") from error
        except httpx.HTTPError as error:
            raise Unreadable(shown, f"cannot be fetched ({error})") from error
    raise Unreadable(shown, f"{target.host} has no address")


def _public_addresses(shown: str, target: "httpx.URL", resolve: Resolver) -> tuple[str, ...]:
    host = target.raw_host.decode("ascii").strip("[]")
    port = target.port or (443 if target.scheme == "https" else 80)
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise Unreadable(shown, f"the host {host} is not known; check the address") from error
    if inner := [address for address in addresses if not is_public(address)]:
        raise Unreadable(
            shown, f"{host} is {inner[0]}, not an address of the public internet; save the page"
        )
    return addresses[:MAX_ADDRESSES]


def _answer(
    client: "httpx.Client", shown: str, target: "httpx.URL", address: str
) -> "Source | httpx.URL":
    host = target.raw_host.decode("ascii")
    with client.stream(
        "GET",
        target.copy_with(host=address, fragment=None),
        headers={**_HEADERS, "Host": target.netloc.decode("ascii")},
        extensions={"sni_hostname": host},
        follow_redirects=False,
    ) as response:
        if response.has_redirect_location:
            return _parsed(shown, response.headers["Location"], base=str(target))
        if response.status_code != 200:
            raise Unreadable(shown, f"answers {response.status_code}; check the address")
        kind, _, _ = response.headers.get("Content-Type", "").partition(";")
        form = _FORMATS.get(kind.strip().lower())
        if form is None:
            raise Unreadable(
                shown,
                f"is {kind.strip() or 'of no stated type'}; only HTML, text, Markdown are read",
            )
        charset = response.charset_encoding or ""
        data = _body(shown, response)
    return Source(shown, data, form, url=str(target), charset=charset)


def _body(shown: str, response: "httpx.Response") -> bytes:
    end = monotonic() + DEADLINE
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > MAX_BYTES:
            raise Unreadable(shown, f"is larger than {MAX_BYTES // 1_000_000} MB; save its text")
        if monotonic() > end:
            raise Unreadable(shown, f"took longer than {DEADLINE:.0f} seconds to arrive")
    return bytes(data)
