"""Indexing folders: what is new or changed is read, what is gone is forgotten, all else stays.

Work is written in batches, each whole or not at all: a run that is killed is gone on with by the
next, which finds by their digests what is done.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from auditor.archive.opened import is_shared
from auditor.archive.shelves import INCOMPLETE, Archive, FiledReports
from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line
from auditor.load.document import document
from auditor.load.kept import KeptPage, as_told
from auditor.load.network import INTERNET
from auditor.load.references import Place, places_at, source_at, sources_in
from auditor.load.source import READABLE, Source, Unreadable
from auditor.load.url import is_url
from auditor.load.web import Errand
from auditor.model.document import Document
from auditor.model.finding import Problem

BATCH = 500
"""Reports written in one step, in half a second: what a killed run has to do again."""

NAME = "indexed"
"""The id of a document that is no reference of any article yet."""

Named = Callable[[Path], str]
"""How an archive names a file."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What a run of indexing did: counts of reports, and what could not be read."""

    added: int
    changed: int
    gone: int
    same: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A place of the archive and its name there."""

    name: str
    place: Place


def index(
    archive: Archive, locations: Sequence[str], named: Named, told: Callable[[int, int], None]
) -> Indexed:
    """Bring an archive up to date with folders and files, and return what was done.

    Args:
        archive: to write into.
        locations: what is indexed; whatever else the archive holds stays.
        named: how it names a file.
        told: is told how many files of how many are done.

    Raises:
        AuditError: if a location does not exist or holds no file, so that an archive which is not
            mounted is not taken for one that was emptied.
    """
    places = tuple(_places(locations, named))
    known = archive.digests()
    problems: list[tuple[str, Unreadable]] = []
    counts = {"added": 0, "changed": 0, "same": 0}
    held: set[str] = set()
    for start in range(0, len(places), BATCH):
        batch: list[FiledReports] = []
        for one in places[start : start + BATCH]:
            digest = known.get(one.name, "")
            filed, left = _filed(one, digest)
            problems += [(one.name, error) for error in left]
            if filed is not None and filed.digest != digest:
                batch.append(filed)
            if filed is not None:
                held.add(one.name)
                counts[_fate(filed.digest, digest)] += 1
        if batch:
            archive.put(batch, ())
        told(min(start + BATCH, len(places)), len(places))
    roots = [named(Path(location)) for location in locations]
    gone = _gone(known, held, places, roots)
    if gone:
        archive.put((), gone)
    archive.tell_unread(_unread(archive.unread(), problems, roots))
    return Indexed(
        **counts,
        gone=len(gone),
        problems=tuple(Problem("load", error.where, error.reason) for _, error in problems),
    )


def _places(locations: Sequence[str], named: Named) -> Iterator[_Named]:
    """Yield each place once, by the order of the locations and of paths."""
    seen: set[str] = set()
    for location in locations:
        if is_url(location):
            raise AuditError(f"{location}: is a page; audit fetch keeps it, then index its folder")
        places = tuple(places_at(location))
        if not places:
            raise AuditError(f"{location}: no report in it; {READABLE} files are read")
        for place in places:
            one = _named(place, named)
            if one.name not in seen:
                seen.add(one.name)
                yield one


def _named(place: Place, named: Named) -> _Named:
    """Return a place with its name, as long as that is a text."""
    path = _path(place)
    name = named(path)
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        fault = Unreadable(path.as_posix(), "has a name that is no text; rename it")
        return _Named(on_one_line(name), fault)
    return _Named(name, place)


def _path(place: Place) -> Path:
    match place:
        case Unreadable():
            return Path(place.where)
        case KeptPage():
            return place.path
    return Path(place)


def _filed(one: _Named, known: str) -> tuple[FiledReports | None, tuple[Unreadable, ...]]:
    """Return what a place holds, and what of it cannot be read.

    The documents of a file that is known and was read in full are not read again: () then.
    """
    try:
        source = source_at(one.place, Errand(INTERNET))
    except Unreadable as error:
        return None, (error,)
    digest = sha256(source.data + _told(one.place)).hexdigest()
    if digest == known:
        return FiledReports(one.name, known, ()), ()
    documents: list[Document] = []
    left: list[Unreadable] = []
    for found in sources_in(source):
        try:
            documents.append(_document(found, one))
        except Unreadable as error:
            left.append(error)
    if not documents:
        return None, tuple(left)
    return FiledReports(one.name, f"{INCOMPLETE if left else ''}{digest}", tuple(documents)), tuple(
        left
    )


def _told(place: Place) -> bytes:
    """Return what is told beside the bytes of a place and counts as well."""
    return repr(place.sidecar).encode() if isinstance(place, KeptPage) else b""


def _document(found: Source | Unreadable, one: _Named) -> Document:
    if isinstance(found, Unreadable):
        raise found
    made = document(NAME, found)
    if isinstance(one.place, KeptPage):
        made = as_told(made, one.place.sidecar)
    within = made.path.removeprefix(_path(one.place).as_posix())
    return replace(made, path=f"{one.name}{within}")


def _fate(digest: str, known: str) -> str:
    return "same" if digest == known else "changed" if known else "added"


def _unread(
    before: Mapping[str, str], problems: Sequence[tuple[str, Unreadable]], roots: Sequence[str]
) -> Mapping[str, str]:
    """Return what cannot be read now, and what elsewhere could not be read before."""
    elsewhere = {
        name: reason
        for name, reason in before.items()
        if not any(_is_below(name, root) for root in roots)
    }
    return elsewhere | {name: error.reason for name, error in problems}


def _gone(
    known: Mapping[str, str], held: Collection[str], places: Sequence[_Named], roots: Sequence[str]
) -> tuple[str, ...]:
    """Return what the archive has of these locations and they have no more.

    What lies in a folder that cannot be listed is not gone; a file that cannot be read any more is.
    """
    closed = [one.name for one in places if isinstance(one.place, Unreadable)]
    return tuple(
        name
        for name in known
        if name not in held
        and any(_is_below(name, root) for root in roots)
        and not any(_is_below(name, folder) and name != folder for folder in closed)
    )


def _is_below(name: str, folder: str) -> bool:
    if folder == ".":
        return not name.startswith("../")
    return name == folder or name.startswith(f"{folder}/")


def named_in(into: str) -> Named:
    """Return how an archive names files: as seen from its own folder, in a database in full.

    So the folder in which a run is started does not matter, and an archive may move with its file.
    """
    if is_shared(into):
        return lambda path: _real(path).as_posix()
    start = os.path.realpath(Path(into).parent)
    return lambda path: Path(os.path.relpath(_real(path), start)).as_posix()


def _real(path: Path) -> Path:
    """Return where a file lies; a link keeps its own name."""
    return Path(os.path.realpath(path.parent)) / path.name
