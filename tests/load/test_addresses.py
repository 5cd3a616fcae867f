"""Which addresses are public, at both ends of each special block and just outside it."""

from ipaddress import ip_network

import pytest

from auditor.load.addresses import is_public
from auditor.load.special_blocks import IPV4_SPECIAL, IPV6_SPECIAL

ENDS = [
    # before, first, last, after; "" where the neighbour is special too, or there is none
    ("", "0.0.0.0", "0.255.255.255", "1.0.0.0"),
    ("9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"),
    ("100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"),
    ("126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"),
    ("169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0"),
    ("172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"),
    ("191.255.255.255", "192.0.0.0", "192.0.0.255", "192.0.1.0"),
    ("192.0.1.255", "192.0.2.0", "192.0.2.255", "192.0.3.0"),
    ("192.31.195.255", "192.31.196.0", "192.31.196.255", "192.31.197.0"),
    ("192.52.192.255", "192.52.193.0", "192.52.193.255", "192.52.194.0"),
    ("192.88.98.255", "192.88.99.0", "192.88.99.255", "192.88.100.0"),
    ("192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"),
    ("192.175.47.255", "192.175.48.0", "192.175.48.255", "192.175.49.0"),
    ("198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"),
    ("198.51.99.255", "198.51.100.0", "198.51.100.255", "198.51.101.0"),
    ("203.0.112.255", "203.0.113.0", "203.0.113.255", "203.0.114.0"),
    ("223.255.255.255", "224.0.0.0", "239.255.255.255", ""),
    ("", "240.0.0.0", "255.255.255.255", ""),
    ("", "::", "1fff:~", "2000::"),
    ("2000:~", "2001::", "2001:1ff:~", "2001:200::"),
    ("2001:db7:~", "2001:db8::", "2001:db8:~", "2001:db9::"),
    ("2001:~", "2002::", "2002:~", "2003::"),
    ("2620:4f:7fff:~", "2620:4f:8000::", "2620:4f:8000:~", "2620:4f:8001::"),
    ("3ffe:~", "3fff::", "3fff:fff:~", "3fff:1000::"),
    ("3fff:~", "4000::", "ffff:~", ""),
]


def written(short: str) -> str:
    """Return an address whose last groups, written ``~``, are all ones."""
    groups = short.split(":")
    return ":".join([*groups[:-1], *["ffff"] * (9 - len(groups))]) if "~" in short else short


@pytest.mark.parametrize(("before", "first", "last", "after"), ENDS)
def test_a_special_block_is_refused_from_its_first_to_its_last_address(
    before: str, first: str, last: str, after: str
) -> None:
    assert not is_public(written(first))
    assert not is_public(written(last))
    assert all(is_public(written(near)) for near in (before, after) if near)


@pytest.mark.parametrize("block", [*IPV4_SPECIAL, *IPV6_SPECIAL], ids=str)
def test_every_block_of_the_registries_is_refused_at_both_ends(block: str) -> None:
    network = ip_network(block)
    assert not is_public(str(network[0]))
    assert not is_public(str(network[-1]))


@pytest.mark.parametrize(
    "address",
    [
        "93.184.215.14",
        "8.8.8.8",
        "2606:2800:21f:cb07::1",
        "2a00:1450:4001:82a::200e",
        "2001:4860:4860::8888",
        "2a00::5ef:e5fe:10.0.0.1",  # near misses of an ISATAP address
        "2a00::1:5efe:10.0.0.1",
        "2a00::5efe:0:10.0.0.1",
    ],
)
def test_addresses_of_hosts_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::ffff:0:8.8.8.8",
        "64:ff9b::10.0.0.1",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::8.8.8.8",
        "2001:0:53aa:64c::1",
        "2002:7f00:1::",
        "2002:808:808::",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "fc00::1",
        "ff0e::1",
        "2a00::5efe:10.0.0.1",
        "2a00::200:5efe:10.0.0.1",
        "2a00::300:5efe:8.8.8.8",
        "2a00:1450:4001:82a:0:5efe:8.8.8.8",
        "2606:2800:21f:cb07::1%eth0",
        "192.0.0.8",
        "192.0.0.9",
        "8.8.8.8:80",
        "8.8.8",
        "0x8.8.8.8",
        "08.8.8.8",
        "134744072",
        "[2606:2800:21f:cb07::1]",
        " 8.8.8.8",
        "nonsense",
        "",
    ],
)
def test_wrapped_local_and_misspelt_addresses_are_not(address: str) -> None:
    assert not is_public(address)
