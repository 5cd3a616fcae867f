"""A page as it is kept: its bytes, its text, its sidecar, its pin; never over what is not ours."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from auditor.errors import Unwritten
from auditor.load.document import document
from auditor.load.kept import KeptPage, kept_source
from auditor.load.lock import HEAD, LOCK, Lock, Pin, read_lock
from auditor.load.sidecar import FORM, Sidecar, read_sidecar, sidecar_of, text_of, told_digest
from auditor.load.source import Source, Unreadable, read_file
from auditor.model.document import Document
from auditor.render.safe import escaped_json
from auditor.write.files import write_whole

Clock = Callable[[], datetime]
"""Returns the hour, in universal time."""


class Keeping(StrEnum):
    """What became of a page."""

    NEW = "kept"
    SAME = "as before"
    ACCEPTED = "changed, and kept as it is now"
    PINNED = "pinned as it lies there"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that came.

    Attributes:
        asked: the address that was asked for.
    """

    asked: str
    source: Source
    document: Document


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """Where pages are kept.

    Attributes:
        folder: it is made where it is missing.
        clock: tells the hour that stands in sidecars.
        accept: whether a page that has changed takes the place of the one that is kept.
    """

    folder: Path
    clock: Clock
    accept: bool = False


def keep(place: KeptFolder, page: Fetched, path: Path) -> Keeping:
    """Keep a page at a path, and return what became of it.

    One that says the same as it did is left as it is, be its bytes others: many pages differ from
    one visit to the next in what nobody reads.

    Raises:
        Unreadable: if it has changed and that is not accepted, or something else stands there.
        Unwritten: if it cannot be written.
    """
    before = read_sidecar(path)
    if before is None:
        _verify_free(path)
        _write(path, page, place.clock())
        return Keeping.NEW
    if path.is_file() and says_the_same(version_of(path, before), page.document):
        if path.name not in (read_lock(path.parent) or {}):
            pin(path, before)
        return Keeping.SAME
    if path.is_file():
        _verify_replaceable(path, before, place)
    _write(path, page, place.clock())
    return Keeping.ACCEPTED


def says_the_same(one: Document, other: Document) -> bool:
    """Tell whether two versions of a page have the same text, title and date."""
    return _said(one) == _said(other)


def _said(version: Document) -> tuple[object, ...]:
    return version.text, version.title, version.published


def version_of(path: Path, sidecar: Sidecar) -> Document:
    """Return what a kept page says itself, whatever its sidecar tells by now.

    Raises:
        Unreadable: if it cannot be read.
    """
    return document("r1", kept_source(KeptPage(path, sidecar, None)))


def pin(path: Path, sidecar: Sidecar) -> None:
    """Pin a page as it lies there.

    Raises:
        Unreadable: if it or the lock cannot be read.
        Unwritten: if the lock cannot be written.
    """
    lock = read_lock(path.parent) or {}
    write_lock(path.parent, {**lock, path.name: pin_of(path, sidecar)})


def pin_of(path: Path, sidecar: Sidecar) -> Pin:
    """Return the pin of a page as it lies there.

    Raises:
        Unreadable: if it cannot be read.
    """
    return Pin(sha256(read_file(path).data).hexdigest(), told_digest(sidecar))


def write_lock(folder: Path, lock: Lock) -> None:
    """Write the pins of a folder.

    Raises:
        Unwritten: if they cannot be written.
    """
    rows = (f"{of.page}  {of.told}  {name}\n" for name, of in sorted(lock.items()))
    written(folder / LOCK, HEAD + "".join(rows))


def written(path: Path, content: str | bytes) -> None:
    """Write a file whole.

    Raises:
        Unwritten: naming it and the remedy.
    """
    try:
        write_whole(path, content)
    except Unwritten as error:
        raise Unwritten(
            f"{path}: cannot be written; make room, or name a folder that you may write with --into"
        ) from error


def _verify_free(path: Path) -> None:
    for place in (path, text_of(path), sidecar_of(path)):
        if os.path.lexists(place):
            raise Unreadable(
                place.as_posix(),
                "is there already and was not written by audit fetch; move it away, or name "
                "another folder with --into",
            )


def _verify_replaceable(path: Path, before: Sidecar, place: KeptFolder) -> None:
    if not place.accept:
        raise Unreadable(
            path.as_posix(),
            "has changed since it was fetched, and stays as it was; audit fetch --check shows "
            "what, --accept takes it as it is now",
        )
    own = pin_of(path, before)
    if own.page != before.sha256 and own != (read_lock(path.parent) or {}).get(path.name):
        raise Unreadable(
            path.as_posix(),
            "was changed by hand since it was fetched; move it away, and fetch it again",
        )


def _write(path: Path, page: Fetched, now: datetime) -> None:
    """Write the sidecar first: what is left of a fetch that was cut off is known as ours."""
    text = page.document.text.encode("utf-8", "backslashreplace")
    sidecar = Sidecar(
        asked=page.asked,
        url=page.source.url or page.asked,
        fetched=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        charset=page.source.charset,
        sha256=sha256(page.source.data).hexdigest(),
        text_sha256=sha256(text).hexdigest(),
        title=page.document.title,
        published=page.document.published,
    )
    told = FORM.dump_json(sidecar, indent=2).decode("utf-8")
    written(sidecar_of(path), escaped_json(told) + "\n")
    written(text_of(path), text)
    written(path, page.source.data)
    pin(path, sidecar)
