"""Which network addresses may be fetched from: public ones, so that no page reaches inside."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from auditor.load.special_blocks import IPV4_SPECIAL, IPV6_SPECIAL, IPV6_UNICAST

Resolver = Callable[[str, int], tuple[str, ...]]
"""Returns the addresses of a host and port as text; OSError where it has none."""

_IPV4_SPECIAL = tuple(map(IPv4Network, IPV4_SPECIAL))
_IPV6_SPECIAL = tuple(map(IPv6Network, IPV6_SPECIAL))
_IPV6_UNICAST = IPv6Network(IPV6_UNICAST)


def resolved(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of a host in the system's order of preference.

    Raises:
        OSError: if it has none.
    """
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in answers))


def is_public(address: str) -> bool:
    """Tell whether an address is one that hosts of the public internet have.

    An IPv6 address that wraps an IPv4 address is not, whatever it wraps. What a network wraps
    by a prefix of its own (RFC 6052) looks like any other address and cannot be told.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return not any(parsed in block for block in _IPV4_SPECIAL)
    return (
        parsed in _IPV6_UNICAST
        and parsed.scope_id is None
        and not any(parsed in block for block in _IPV6_SPECIAL)
        and not _is_isatap(parsed)
    )


def _is_isatap(address: IPv6Address) -> bool:
    """Tell whether an address ends in ``0:5efe:`` and an IPv4 address (RFC 5214, section 6.1).

    The bits ``0300`` say whether the IPv4 address is unique, and a group's.
    """
    return int(address) >> 32 & 0xFCFF_FFFF == 0x0000_5EFE
