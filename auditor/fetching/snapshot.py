"""The snapshot of a page in the Internet Archive, for a page that is gone."""

import re
from urllib.parse import quote

from pydantic import BaseModel, ValidationError

from auditor.load.source import Source, Unreadable
from auditor.load.url import without_password
from auditor.load.web import Errand, fetched, received

AVAILABLE = "https://archive.org/wayback/available?url="
"""Where the archive is asked for a page's closest snapshot (its availability API)."""

_SNAPSHOT = re.compile(r"https?://web\.archive\.org(?::80|:443)?/web/([0-9]{14})/(.+)", re.S)


class _Closest(BaseModel):
    available: bool
    url: str


class _Snapshots(BaseModel):
    closest: _Closest | None = None


class _Availability(BaseModel):
    archived_snapshots: _Snapshots


def is_snapshot(url: str) -> bool:
    """Tell whether an address is that of a snapshot."""
    return url.startswith("https://web.archive.org/web/")


def snapshot(errand: Errand, url: str) -> Source:
    """Return the last snapshot of a page, as its server sent it then.

    Raises:
        Unreadable: naming the page, if there is none or it cannot be had.
    """
    shown = without_password(url)
    try:
        came = received(
            errand, AVAILABLE + quote(url, safe=""), ("application/json",), "JSON was asked for"
        )
        return fetched(errand, _address(shown, came.data))
    except Unreadable as error:
        where = f"{error.where}: " if error.where != shown else ""
        raise Unreadable(shown, f"no snapshot of it can be had ({where}{error.reason})") from error


def _address(shown: str, answer: bytes) -> str:
    """Return where a snapshot lies without the archive's own frame.

    Raises:
        Unreadable: if the archive has none.
    """
    try:
        closest = _Availability.model_validate_json(answer).archived_snapshots.closest
    except ValidationError as error:
        raise Unreadable(shown, "the archive's answer cannot be read") from error
    found = _SNAPSHOT.fullmatch(closest.url) if closest and closest.available else None
    if found is None:
        raise Unreadable(shown, "the archive has none")
    return f"https://web.archive.org/web/{found[1]}id_/{found[2]}"
