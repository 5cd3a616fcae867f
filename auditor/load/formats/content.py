"""What the reader of a kind of file hands back: text in portions, or files that it holds.

These values cross from the process that reads a stranger's file into ours, as JSON.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from auditor.model.words import SentenceKind

PARAGRAPH = "\n\n"
"""What parts a paragraph from the one before it."""

CELL = " | "
"""What parts the cells of a row."""

MARKER = re.compile(r"(?:[•‣◦▪●·–]|[-*]|\(?\d{1,2}[.)])\s+(?=\S)")
"""What an item of a list begins with where its number or point is text."""

_TIGHT = frozenset({SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})


class Refused(Exception):  # noqa: N818  # reads as what it is: a file that gives no text
    """A file gives no text; says why and what helps, in words that follow the file's name."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Text of one kind that stands in one place of its file.

    Attributes:
        locator: the place, as a citation names it: ``page 3``, ``00:01:12``; "" for none.
        glue: what parts it from the portion before: a paragraph's end, a space, nothing.
    """

    text: str
    locator: str = ""
    kind: SentenceKind = SentenceKind.PROSE
    glue: str = PARAGRAPH


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a file.

    Attributes:
        name: within the file that holds it; its suffix tells its kind.
        kind: a suffix that tells the kind where the name does not, "" where it does.
        charset: as the file that holds it declares, "" where it does not.
        refusal: why it is not read, "" where it can be.
    """

    name: str
    data: bytes = b""
    kind: str = ""
    url: str = ""
    charset: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds.

    Attributes:
        title: as the file declares it, "" where it does not.
        day: the day of publication that it declares, in ISO 8601, "" where it does not.
        gaps: what of it is not among the portions, each with why.
        body: the one text or page that the file wraps, None where the portions are the text.
        members: the files that it holds.
    """

    portions: tuple[Portion, ...] = ()
    title: str = ""
    day: str = ""
    gaps: tuple[str, ...] = ()
    body: Member | None = None
    members: tuple[Member, ...] = ()


def paragraphs(texts: Iterable[tuple[str, SentenceKind]]) -> tuple[Portion, ...]:
    """Return paragraphs as portions that bear their number; empty ones do not count.

    No blank line stands between the items of a list or the rows of a table.
    """
    kept = [(text.strip(), kind) for text, kind in texts if text.strip()]
    befores = [SentenceKind.PROSE, *(kind for _, kind in kept)]
    return tuple(
        Portion(
            text, f"paragraph {n}", kind, "\n" if kind is before and kind in _TIGHT else PARAGRAPH
        )
        for n, ((text, kind), before) in enumerate(zip(kept, befores, strict=False), 1)
    )


def packed(content: Content) -> bytes:
    """Return content as JSON."""
    return json.dumps(asdict(content), default=_base64).encode("ascii")


def unpacked(record: dict[str, Any]) -> Content:
    """Return the content that `packed` was given."""
    return Content(
        portions=tuple(
            Portion(**{**portion, "kind": SentenceKind(portion["kind"])})
            for portion in record["portions"]
        ),
        title=record["title"],
        day=record["day"],
        gaps=tuple(record["gaps"]),
        body=_member(record["body"]) if record["body"] else None,
        members=tuple(map(_member, record["members"])),
    )


def _member(record: dict[str, Any]) -> Member:
    return Member(**{**record, "data": b64decode(record["data"])})


def _base64(value: object) -> str:
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    raise TypeError(f"no JSON for {type(value).__name__}")
