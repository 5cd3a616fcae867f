"""Every reference that the user names: files, folders, pages of the web."""

import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line
from auditor.load.document import document
from auditor.load.folder import files
from auditor.load.kept import KeptPage, as_told, kept, kept_source, told_apart
from auditor.load.network import INTERNET, Network
from auditor.load.sidecar import Sidecar
from auditor.load.source import DELIVERED, READABLE, Source, Unreadable, mode, read_file
from auditor.load.url import is_url
from auditor.load.web import Errand, fetched
from auditor.model.document import Document
from auditor.model.finding import Problem

MAX_REFERENCES = 2_000
"""An article is made from some ten reports; more than this is an archive."""

MAX_CHARACTERS = 12_000_000
"""Of all references together: what is searched in some seconds. An article's have some 50,000."""

Place = Path | KeptPage | str | Unreadable
"""A file, a page that was kept, an address, or what was found unreadable before it was opened."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was read at one place, before it is unpacked; `sidecar` is that of a kept page."""

    read: Source | Unreadable
    sidecar: Sidecar | None = None


def load_article(article: Path | Source, *, ocr: bool = False) -> Document:
    """Return the article under audit, of a file or of what was read.

    Raises:
        AuditError: naming the file and the remedy, if it gives no text, or several.
    """
    source = article if isinstance(article, Source) else read_file(article)
    found = tuple(sources_in(source))
    own, *others = [one for one in found if isinstance(one, Source)] or [source]
    if others and own is not source:
        raise Unreadable(source.path, f"holds {1 + len(others)} documents; an article is one")
    left = [
        f"holds {one.where}, which {one.reason}" for one in found if isinstance(one, Unreadable)
    ]
    left += [f"holds {one.path}, which is no part of the article" for one in others]
    made = document("article", own, ocr=ocr)
    return replace(made, gaps=(*made.gaps, *left))


def load_references(
    locations: Sequence[str],
    network: Network = INTERNET,
    *,
    ocr: bool = False,
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the references ``r1``, ``r2`` … and those that cannot be read.

    They are numbered in the order of their paths and addresses, however they were named, so that
    the same references give the same report. A folder is read with all its subfolders. A file named
    twice is read once; two files of the same content are two references.

    Args:
        locations: files, folders, and ``http`` or ``https`` addresses of single pages.
        network: how pages are reached.
        ocr: whether pages of a PDF that have no text are read by tesseract.

    Raises:
        AuditError: if a location does not exist, none is usable, or there are too many.
    """
    return load_deliveries(deliveries(locations, network), locations, ocr=ocr)


def deliveries(locations: Sequence[str], network: Network = INTERNET) -> Iterator[Delivery]:
    """Yield what was read at each place, in the order of `load_references`.

    Raises:
        AuditError: if a location does not exist, or there are too many.
    """
    named = (place for location in locations for place in places_at(location))
    places = tuple(_once(sorted(named, key=_name)))
    if len(places) > MAX_REFERENCES:
        raise AuditError(
            f"{on_one_line(locations[0])}: {len(places)} files, but at most {MAX_REFERENCES} "
            "references are read; name the folder of one story"
        )
    errand = Errand(network)
    for place in places:
        try:
            sidecar = place.sidecar if isinstance(place, KeptPage) else None
            yield Delivery(source_at(place, errand), sidecar)
        except Unreadable as error:
            yield Delivery(error)


def load_deliveries(
    read: Iterable[Delivery], locations: Sequence[str], *, ocr: bool = False
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return what `load_references` does, of what was read already.

    Args:
        read: what `deliveries` yields.
        locations: as the user named them, for messages.
        ocr: whether pages of a PDF that have no text are read by tesseract.

    Raises:
        AuditError: if none is usable.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    room = MAX_CHARACTERS
    for sidecar, found in ((one.sidecar, found) for one in read for found in _found(one.read)):
        try:
            if isinstance(found, Unreadable):
                raise found
            if len(documents) == MAX_REFERENCES:
                raise Unreadable(found.path, f"comes after {MAX_REFERENCES} other references")
            reference = document(f"r{len(documents) + 1}", found, ocr=ocr)
            if sidecar:
                reference = as_told(reference, sidecar)
            room -= len(reference.text)
            if room < 0:
                raise Unreadable(
                    reference.path, f"comes after {MAX_CHARACTERS:,} characters of other references"
                )
            documents.append(reference)
        except Unreadable as error:
            problems.append(Problem("load", error.where, error.reason))
    if not documents:
        raise AuditError(_nothing(locations, problems))
    return tuple(documents), tuple(problems)


def places_at(location: str) -> Iterator[Place]:
    """Yield what a location names: an address, a file, or all that a folder holds."""
    if is_url(location):
        yield location
        return
    if not location.strip():
        raise AuditError("--refs is empty; name a file, a folder or a web page")
    path = Path(location)
    if stat.S_ISDIR(mode(path)):
        yield from told_apart(files(path))
    else:
        yield kept(path)


def _name(place: Place) -> str:
    match place:
        case Unreadable():
            return place.where
        case Path():
            return place.as_posix()
        case KeptPage():
            return place.path.as_posix()
    return place


def _once(places: Sequence[Place]) -> Iterator[Place]:
    """Yield each file once, however often it is named."""
    seen: set[object] = set()
    for place in places:
        key = _key(place)
        if key not in seen:
            seen.add(key)
            yield place


def _key(place: Place) -> object:
    match place:
        case Unreadable():
            return place.where, place.reason
        case KeptPage():
            return place.path.resolve()
        case Path():
            return place.resolve()
    return place


def _found(read: Source | Unreadable) -> Iterator[Source | Unreadable]:
    """Yield the documents of a place, several where it is an archive, and what cannot be read."""
    if isinstance(read, Unreadable):
        yield read
    else:
        yield from sources_in(read)


def sources_in(source: Source) -> Iterator[Source | Unreadable]:
    """Yield the documents that were delivered in one file, and what of it cannot be read."""
    if source.format not in DELIVERED.values():
        yield source
        return
    from auditor.load.formats.delivered import documents_in

    yield from documents_in(source)


def source_at(place: Place, errand: Errand) -> Source:
    """Return the bytes at a place.

    Raises:
        Unreadable: if they cannot be read.
    """
    if isinstance(place, Unreadable):
        raise place
    if isinstance(place, KeptPage):
        return kept_source(place)
    if isinstance(place, Path):
        return read_file(place)
    return fetched(errand, place)


def _nothing(locations: Sequence[str], problems: Sequence[Problem]) -> str:
    if not locations:
        return "no reference; name one with --refs"
    if not problems:
        return f"{on_one_line(locations[0])}: no reference in it; {READABLE} files are read"
    first = f"{on_one_line(problems[0].where)}: {problems[0].reason}"
    others = len(problems) - 1
    return f"no usable reference: {first}" + (f" (and {others} more)" if others else "")
