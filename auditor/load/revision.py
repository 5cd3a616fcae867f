"""What changed since a revision: git is asked what a file held then, and the texts are compared."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from hashlib import sha256
from pathlib import Path

from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line
from auditor.load.document import document
from auditor.load.git import git
from auditor.load.lines import Line, lines
from auditor.load.source import MAX_DELIVERED, Source, Unreadable, format_of_name
from auditor.model.document import Document
from auditor.model.since import Changes, Span

MOST_PAIRS = 1_000_000
"""Pairs of equal lines up to which two texts are compared line by line; news has one a line."""

_git = partial(git, asker="--diff")


def changes_since(revision: str, documents: Sequence[Document]) -> Changes:
    """Return what changed in documents since a revision; the article is the first of them.

    A file that the revision lacks changed as a whole; a reference outside of the article's
    repository did not change.

    Raises:
        AuditError: naming what is wrong: no git, no repository, no such revision.
    """
    article = Path(os.path.realpath(documents[0].path))
    top = _top(article)
    commit = _commit(top, revision)
    places = {
        read.id: tuple(_changed(read, _before(top, commit, path)))
        for read, path in _files(documents)
        if path.is_relative_to(top)
    }
    return Changes(commit, places)


def _files(documents: Iterable[Document]) -> Iterator[tuple[Document, Path]]:
    for read in documents:
        if read.url is None:
            yield read, Path(os.path.realpath(read.path))


def _top(article: Path) -> Path:
    done = _git(article.parent, "rev-parse", "--show-toplevel")
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise AuditError(
            f"{article}: --diff needs a git repository ({on_one_line(said)}); "
            "leave --diff out, or say --baseline FILE"
        )
    return Path(os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n"))))


def _commit(top: Path, revision: str) -> str:
    asked = f"{revision}^{{commit}}"
    done = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    if done.returncode:
        shown = on_one_line(revision)
        raise AuditError(
            f"--diff {shown}: no such revision in {top}; name a branch, tag or commit "
            "that is there (a shallow clone lacks older ones)"
        )
    return done.stdout.decode("ascii", "replace").strip()


def _before(top: Path, commit: str, path: Path) -> bytes | None:
    """Return what a file held in a revision, None where it had none or nothing to be read."""
    named = f"{commit}:{path.relative_to(top).as_posix()}"
    size = _git(top, "cat-file", "-s", named)
    if size.returncode or int(size.stdout) > MAX_DELIVERED:
        return None
    done = _git(top, "cat-file", "blob", named)
    return None if done.returncode else done.stdout


def _changed(read: Document, before: bytes | None) -> Iterator[Span]:
    """Yield the places of a document that its earlier bytes lack."""
    if before is not None and sha256(before).hexdigest() == read.sha256:
        return
    earlier = None if before is None else _read_before(read, before)
    if earlier is None:
        yield 0, len(read.text)
        return
    old, new = tuple(lines(earlier.text)), tuple(lines(read.text))
    if [row.text for row in old] != [row.text for row in new]:
        yield from _differences(old, new, len(read.text))


def _read_before(read: Document, before: bytes) -> Document | None:
    try:
        return document(read.id, Source(read.path, before, format_of_name(read.path)))
    except Unreadable:
        return None


def _differences(old: Sequence[Line], new: Sequence[Line], length: int) -> Iterator[Span]:
    was, now = [row.text for row in old], [row.text for row in new]
    often = Counter(was)
    if sum(often[row] for row in now) > MOST_PAIRS:
        yield 0, length
        return
    for kind, _, _, first, last in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind in {"replace", "insert"}:
            yield new[first].start, new[last - 1].end
        elif kind == "delete" and 0 < first < len(new):
            yield new[first].start, new[first].start
