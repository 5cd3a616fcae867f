"""Pages that ``audit fetch`` keeps: page, text and sidecar are one reference, as it was pinned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from auditor.load.lock import LOCK, Lock, Pin, read_lock
from auditor.load.sidecar import Sidecar, read_sidecar, sidecar_of, text_of, told_digest
from auditor.load.source import Source, Unreadable, read_file
from auditor.model.document import Document


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that lies in a folder.

    Attributes:
        path: of its bytes.
        lock: of its folder, None where it has none.
    """

    path: Path
    sidecar: Sidecar
    lock: Lock | None


def told_apart(paths: Iterable[Path | Unreadable]) -> Iterator[Path | KeptPage | Unreadable]:
    """Yield what lies in a folder, the files of a kept page as that one page, and no lock.

    A page that is pinned but gone, and a lock that cannot be read, are yielded as errors.
    """
    found = tuple(paths)
    locks: dict[Path, Lock | None] = {}
    for path in found:
        if isinstance(path, Path) and path.name == LOCK:
            try:
                locks[path.parent] = read_lock(path.parent)
            except Unreadable as error:
                yield error
    pages: set[Path] = set()
    for path in found:
        if isinstance(path, Unreadable):
            yield path
        elif path.name == LOCK:
            yield from _gone(path.parent, locks.get(path.parent) or {})
        else:
            place = _page(path, locks.get(path.parent))
            if not isinstance(place, KeptPage):
                yield place
            elif place.path not in pages:
                pages.add(place.path)
                yield place


def kept(path: Path) -> Path | KeptPage | Unreadable:
    """Return the kept page that a file belongs to, else the file; its error where it has one."""
    try:
        return _page(path, read_lock(path.parent))
    except Unreadable as error:
        return error


def kept_source(page: KeptPage) -> Source:
    """Return the bytes of a kept page.

    Raises:
        Unreadable: if they cannot be read, or are not those that are pinned.
    """
    source = read_file(page.path)
    if page.lock is not None:
        _verify(page, source, page.lock.get(page.path.name))
    return replace(source, url=page.sidecar.url, charset=page.sidecar.charset)


def as_told(document: Document, sidecar: Sidecar) -> Document:
    """Return a document with the title and date that its sidecar tells."""
    return replace(document, title=sidecar.title, published=sidecar.published)


def _page(path: Path, lock: Lock | None) -> Path | KeptPage | Unreadable:
    for page in (path, *_of_companion(path)):
        sidecar = read_sidecar(page)
        if sidecar is None and page.name not in (lock or {}):
            continue
        if not page.is_file():
            return Unreadable(page.as_posix(), _GONE)
        if sidecar is None:
            return Unreadable(page.as_posix(), _ALONE)
        return KeptPage(page, sidecar, lock)
    return path


def _of_companion(path: Path) -> Iterator[Path]:
    """Yield the page whose text or sidecar a file would be by its name."""
    page = path.with_suffix("")
    if path.suffix and path in (text_of(page), sidecar_of(page)):
        yield page


_ALONE = f"is pinned in {LOCK}, but its sidecar is gone or damaged; fetch the page again"
_GONE = (
    "is gone, but was kept by audit fetch; fetch it again, or remove its sidecar and its row in "
    f"{LOCK}"
)


def _gone(folder: Path, lock: Lock) -> Iterator[Unreadable]:
    """Yield the pages that are pinned, but have neither bytes nor sidecar."""
    for name in sorted(lock):
        page = folder / name
        if not page.exists() and not sidecar_of(page).exists():
            yield Unreadable(page.as_posix(), _GONE)


def _verify(page: KeptPage, source: Source, pin: Pin | None) -> None:
    """See that a page is the one that is pinned.

    Raises:
        Unreadable: if it is another, or none is.
    """
    if pin == Pin(sha256(source.data).hexdigest(), told_digest(page.sidecar)):
        return
    fault = "is not what is pinned" if pin else "is not pinned"
    raise Unreadable(
        source.path,
        f"{fault} in {LOCK}; to accept it as it lies there: audit fetch --accept --into "
        f"{page.path.parent.as_posix()}",
    )
