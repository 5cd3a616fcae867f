"""An article as an editor has it, and what of it stands when it has been written on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.editors.mark import Mark


@dataclass(frozen=True, slots=True)
class Leave:
    """That a finding may stand: its fingerprint or the first digits of it, and who says so why."""

    fingerprint: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an article in an editor when it was opened or saved.

    Attributes:
        address: what the editor calls it.
        number: later drafts have greater ones.
        text: as the editor has it, with its byte order mark where that is kept.
        encoding: what columns count in: units of ``utf-8``, ``utf-16`` or ``utf-32``.
        leave: what is to be put on record before it is audited, None for nothing.
    """

    address: str
    number: int
    path: Path
    text: str
    encoding: str
    leave: Leave | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How drafts are audited: whether the model takes part, and whether no page is fetched."""

    model: bool
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that was audited, and what is to be said of it."""

    draft: Draft
    marks: tuple[Mark, ...]


def standing(checked: Checked, text: str) -> Iterator[tuple[Mark, int, int]]:
    """Yield the marks whose words stand in `text` as well, and where they do.

    Words before and after all that was changed do; those in between were written anew.
    """
    before = checked.draft.text
    same = _alike(before, text)
    rest = _alike(before[same:][::-1], text[same:][::-1])
    longer = len(text) - len(before)
    for mark in checked.marks:
        if mark.end <= same:
            yield mark, mark.start, mark.end
        elif mark.start >= len(before) - rest:
            yield mark, mark.start + longer, mark.end + longer


def _alike(first: str, second: str) -> int:
    """Return how many characters two texts have in common from their beginning."""
    if first == second:
        return len(first)
    pairs = enumerate(zip(first, second, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(first), len(second)))
