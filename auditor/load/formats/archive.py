"""A ZIP file: the documents in it are files of their own; nothing of it is written to the disk."""

import re
import stat
import zipfile

from auditor.load.folder import is_passed_over
from auditor.load.formats.content import Content, Member, Refused
from auditor.load.formats.zip_parts import ZipParts

MOST_MEMBERS = 500
"""Files of an archive that are unpacked: as many as there may be references."""

_LEADS_OUT = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\0")
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_UNIX = 16
"""Bits that a file's mode is shifted by among its attributes."""


def read(data: bytes) -> Content:
    """Return the files in an archive by their names.

    Raises:
        Refused: if it is damaged.
    """
    parts = ZipParts(data)
    members: list[Member] = []
    for info in parts.infos:
        if info.is_dir() or _is_left_behind(info.filename):
            continue
        if len(members) == MOST_MEMBERS:
            reason = f"comes after {MOST_MEMBERS} other files, as does what follows"
            members.append(Member(info.filename, refusal=reason))
            break
        members.append(_member(parts, info))
    return Content(members=tuple(members))


def _is_left_behind(name: str) -> bool:
    """Tell whether file managers left a file there, as in a folder."""
    parts = [part for part in name.split("/") if part not in {".", ".."}]
    return any(is_passed_over(part) or part.lower() in _LEFT_BEHIND for part in parts)


def _member(parts: ZipParts, info: zipfile.ZipInfo) -> Member:
    if _LEADS_OUT.search(info.orig_filename):
        return Member(info.filename, refusal="has a path that leads out of the archive")
    if stat.S_ISLNK(info.external_attr >> _UNIX):
        return Member(info.filename, refusal="is a link; pack the file itself")
    try:
        return Member(info.filename, parts.unpacked(info))
    except Refused as error:
        return Member(info.filename, refusal=str(error))
