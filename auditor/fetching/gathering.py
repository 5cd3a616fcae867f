"""Pages one after the other: fetched and kept, or compared with what is kept of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from auditor.attempt import FAULT, LONGEST
from auditor.errors import AuditError, Unwritten
from auditor.fetching.feeds import Choice, Expanded, ListKind, expanded
from auditor.fetching.keeping import (
    Fetched,
    Keeping,
    KeptFolder,
    keep,
    pin_of,
    says_the_same,
    version_of,
    write_lock,
)
from auditor.fetching.page_names import page_name
from auditor.fetching.snapshot import is_snapshot, snapshot
from auditor.fetching.versions_apart import told_changes
from auditor.load.document import document
from auditor.load.folder import files
from auditor.load.kept import KeptPage, as_told, told_apart
from auditor.load.lock import LOCK, verify_own_lock
from auditor.load.source import Unreadable
from auditor.load.url import without_password
from auditor.load.web import Errand, fetched
from auditor.model.document import Document

Showing = Callable[[str], None]
"""Shows what is being done."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is fetched.

    Attributes:
        pages: their addresses.
        lists: addresses of feeds and sitemaps, each with its kind.
        choice: which of the listed pages are taken.
        archive: whether a snapshot may stand for a page that cannot be had.
    """

    pages: tuple[str, ...]
    lists: tuple[tuple[str, ListKind], ...]
    choice: Choice
    archive: bool


@dataclass(frozen=True, slots=True)
class Stood:
    """A page that is kept: where, what became of it, what it says, and where it came from.

    Attributes:
        snapshot: the address of the snapshot that it is, "" where the page itself came.
    """

    path: Path
    fate: Keeping
    document: Document
    snapshot: str = ""


@dataclass(frozen=True, slots=True)
class Refetched:
    """A page that was fetched again; `changes` is () where it says the same."""

    path: Path
    changes: tuple[str, ...]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class ListedPages:
    """A feed or sitemap that was read."""

    url: str
    found: Expanded


Step = Stood | Refetched | ListedPages | Unreadable
"""What is told of one page or list; an error is a problem, and the rest goes on."""


def gathered(
    asked: Asked, kept_folder: KeptFolder, errand: Errand, showing: Showing
) -> Iterator[Step]:
    """Fetch and keep pages, and yield what became of each list and page.

    Raises:
        Unwritten: if something cannot be written.
    """
    urls = dict.fromkeys(asked.pages)
    for url, kind in asked.lists:
        showing(f"reading {without_password(url)}")
        try:
            found = expanded(errand, url, kind, asked.choice)
        except Unreadable as error:
            yield error
            continue
        urls |= dict.fromkeys(found.urls)
        yield ListedPages(url, found)
    for number, url in enumerate(urls, start=1):
        showing(f"fetching {number} of {len(urls)}: {without_password(url)}")
        yield _tried(url, partial(_stood, url, asked, kept_folder, errand))


def compared(
    asked: Asked, kept_folder: KeptFolder, errand: Errand, showing: Showing
) -> Iterator[Step]:
    """Fetch kept pages again and yield what changed; what is accepted is kept as it is now.

    Only those of `asked.pages` are, where there are some.

    Raises:
        AuditError: if nothing is kept there.
        Unwritten: if something cannot be written.
    """
    places = tuple(told_apart(files(kept_folder.folder)))
    _verify_kept(kept_folder.folder, places)
    yield from (place for place in places if isinstance(place, Unreadable))
    pages = [place for place in places if isinstance(place, KeptPage)]
    wanted = [page for page in pages if not asked.pages or _is_of(page, asked.pages)]
    yield from _never_kept(asked.pages, pages)
    for number, page in enumerate(wanted, start=1):
        showing(f"fetching {number} of {len(wanted)}: {without_password(page.sidecar.asked)}")
        yield _tried(page.sidecar.asked, partial(_compared, page, asked, kept_folder, errand))


def accepted(kept_folder: KeptFolder) -> Iterator[Step]:
    """Pin what lies in a folder as it lies there, and yield each page, then what is still wrong.

    Pages that are gone are pinned no longer.

    Raises:
        AuditError: if nothing is kept there, or a page or what bears the name of the lock cannot
            be read.
        Unwritten: if a lock cannot be written.
    """
    places = tuple(told_apart(files(kept_folder.folder)))
    pages = [place for place in places if isinstance(place, KeptPage)]
    _verify_kept(kept_folder.folder, places)
    found = (path for path in files(kept_folder.folder) if isinstance(path, Path))
    locked = {path.parent for path in found if path.name == LOCK}
    for folder in sorted(locked | {page.path.parent for page in pages}):
        verify_own_lock(folder)
        own = [page for page in pages if page.path.parent == folder]
        write_lock(folder, {page.path.name: pin_of(page.path, page.sidecar) for page in own})
    for page in pages:
        said = as_told(version_of(page.path, page.sidecar), page.sidecar)
        yield Stood(page.path, Keeping.PINNED, said)
    left = told_apart(files(kept_folder.folder))
    yield from (place for place in left if isinstance(place, Unreadable))


def _verify_kept(folder: Path, places: Sequence[Path | KeptPage | Unreadable]) -> None:
    """See that a folder has pages to look at: who looked at none has not found them as before.

    Raises:
        AuditError: if it has none.
    """
    if all(isinstance(place, Path) for place in places):
        raise AuditError(
            f"{folder}: holds no page that audit fetch kept; name its folder with --into"
        )


def _tried(url: str, work: Callable[[], Step]) -> Step:
    """Return what comes of a page, or the problem that it met; the rest goes on in any case."""
    try:
        return work()
    except Unreadable as error:
        return error
    except Unwritten:
        raise
    except Exception as error:  # whatever we did wrong with this page, the others have their turn
        told = f"{FAULT}, please report it: {type(error).__name__}: {error}"
        return Unreadable(without_password(url), told[:LONGEST])


def _stood(url: str, asked: Asked, kept_folder: KeptFolder, errand: Errand) -> Stood:
    page = _fetched(errand, url, archive=asked.archive)
    snapped = _snapshot_of(page)
    name = page_name(url if snapped else page.source.url or url, page.source.format)
    path = kept_folder.folder / name
    return Stood(path, keep(kept_folder, page, path), page.document, snapped)


def _fetched(errand: Errand, url: str, *, archive: bool) -> Fetched:
    try:
        source = fetched(errand, url)
    except Unreadable:
        if not archive:
            raise
        source = snapshot(errand, url)
    return Fetched(url, source, document("r1", source))


def _snapshot_of(page: Fetched) -> str:
    """Return the address of the snapshot that a page is, "" where it is itself."""
    came = page.source.url or ""
    return came if is_snapshot(came) and not is_snapshot(page.asked) else ""


def _compared(page: KeptPage, asked: Asked, kept_folder: KeptFolder, errand: Errand) -> Refetched:
    before = version_of(page.path, page.sidecar)
    now = _fetched(errand, page.sidecar.asked, archive=asked.archive)
    if says_the_same(before, now.document):
        return Refetched(page.path, ())
    changes = tuple(told_changes(before, now.document))
    if kept_folder.accept:
        keep(kept_folder, now, page.path)
    return Refetched(page.path, changes, kept=kept_folder.accept)


def _is_of(page: KeptPage, urls: Sequence[str]) -> bool:
    return page.sidecar.asked in urls or page.sidecar.url in urls


def _never_kept(urls: Sequence[str], pages: Sequence[KeptPage]) -> Iterator[Unreadable]:
    for url in urls:
        if not any(_is_of(page, [url]) for page in pages):
            yield Unreadable(
                without_password(url), "was never kept there; fetch it without --check first"
            )
