"""Addresses of web pages, as the user names them."""

import re

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def is_url(location: str) -> bool:
    """Tell whether a reference is named by an address, of whatever scheme, and not by a path."""
    return _SCHEME.match(location) is not None
