"""The sidecar of a kept page: where it comes from, when it was fetched, what it says of itself."""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints, TypeAdapter, ValidationError

MAX_BYTES = 100_000
"""Of a sidecar. An address has 8,000 characters at most, a title some hundred."""

Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What is known of a page beside its bytes.

    Attributes:
        made_by: what tells a sidecar from any other JSON file.
        asked: the address that was asked for.
        url: where it led to; of a snapshot, its address in the archive.
        fetched: when, in universal time; nothing hangs on it, and it stands nowhere else.
        charset: as the server declared it, "" where it did not.
        sha256: hexadecimal, of the page.
        text_sha256: hexadecimal, of the file of its text.
        title: None where it states none.
        published: the day that it states as its own, None where it states none.
    """

    made_by: Literal["audit fetch"] = "audit fetch"
    version: Literal[1] = 1
    asked: str
    url: str
    fetched: str
    charset: str
    sha256: Digest
    text_sha256: Digest
    title: str | None
    published: date | None


FORM = TypeAdapter(Sidecar)


def sidecar_of(page: Path) -> Path:
    """Return where the sidecar of a page lies."""
    return page.with_name(f"{page.name}.json")


def text_of(page: Path) -> Path:
    """Return where the text of a page lies, for people to read."""
    return page.with_name(f"{page.name}.txt")


def read_sidecar(page: Path) -> Sidecar | None:
    """Return what the sidecar of a page says, None where none lies beside it that we wrote."""
    path = sidecar_of(page)
    try:
        if not path.is_file():
            return None  # what is a pipe would be waited for
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):  # ValueError: a NUL in its name
        return None
    try:
        return FORM.validate_json(content) if len(content) <= MAX_BYTES else None
    except ValidationError:
        return None


def told_digest(sidecar: Sidecar) -> str:
    """Return the digest of what an audit takes from a sidecar: all but the hour of the fetch."""
    day = sidecar.published.isoformat() if sidecar.published else None
    told = [sidecar.url, sidecar.charset, sidecar.title, day]
    return sha256(json.dumps(told).encode("ascii")).hexdigest()
