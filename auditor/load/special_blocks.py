"""Blocks of addresses that no web page lies in.

Source: IANA's IPv4 and IPv6 Special-Purpose Address Registries
(https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry), both
as of 2025-10-09, read in a copy of their tables taken on 2026-07-18. Every row counts, those called
globally reachable too: they serve protocols, no pages. A row inside another is left out.
"""

IPV4_SPECIAL = (
    "0.0.0.0/8",  # this network
    "10.0.0.0/8",  # private use
    "100.64.0.0/10",  # shared by a provider's customers
    "127.0.0.0/8",  # loopback
    "169.254.0.0/16",  # link local
    "172.16.0.0/12",  # private use
    "192.0.0.0/24",  # IETF protocol assignments
    "192.0.2.0/24",  # documentation
    "192.31.196.0/24",  # AS112
    "192.52.193.0/24",  # AMT
    "192.88.99.0/24",  # 6to4 relays, given up
    "192.168.0.0/16",  # private use
    "192.175.48.0/24",  # AS112
    "198.18.0.0/15",  # benchmarking
    "198.51.100.0/24",  # documentation
    "203.0.113.0/24",  # documentation
    "224.0.0.0/4",  # multicast, by IANA's IPv4 Multicast Address Space Registry (RFC 5771)
    "240.0.0.0/4",  # reserved, and limited broadcast
)

IPV6_UNICAST = "2000::/3"
"""All that IANA assigns hosts from (RFC 4291, Internet Protocol Version 6 Address Space): loopback,
link-local, site-local, unique-local, mapped, NAT64 and multicast addresses lie outside."""

IPV6_SPECIAL = (
    "2001::/23",  # IETF protocol assignments: Teredo, benchmarking, AMT, AS112, ORCHID
    "2001:db8::/32",  # documentation
    "2002::/16",  # 6to4
    "2620:4f:8000::/48",  # AS112
    "3fff::/20",  # documentation
)
"""Of `IPV6_UNICAST`."""
