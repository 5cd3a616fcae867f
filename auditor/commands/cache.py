"""``audit cache [clear]``: where parses and readings are kept and how many, or forget them."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from auditor.commands import new_app
from auditor.errors import AuditError
from auditor.write.ending import CLEAN
from auditor.write.streams import show

app = new_app()


class Deed(StrEnum):
    """What may be done to the cache."""

    CLEAR = "clear"


@app.command()
def cache(
    deed: Annotated[
        Deed | None, typer.Argument(metavar="clear", help="Forget everything that is kept.")
    ] = None,
) -> Callable[[], int]:
    """Say where parses and readings of former runs are kept, and how many; or forget them.

    The folder is the system's for such files, or what AUDITOR_CACHE names.
    """
    return partial(_told, deed)


def _told(deed: Deed | None) -> int:
    from auditor.cache.place import user_folder, why_not
    from auditor.cache.store import MOST_BYTES, Store

    store = Store(user_folder())
    if fault := why_not(store.folder):
        raise AuditError(
            f"{store.folder}: {fault}; nothing is kept until AUDITOR_CACHE names another folder"
        )
    fill = store.fill()
    held = f"{fill.entries:,} entries, {_size(fill.bytes)}"
    if deed is None:
        show(f"{store.folder}: {held} (at most {_size(MOST_BYTES)})\n")
        return CLEAN
    try:
        store.clear()
    except OSError as error:
        raise AuditError(f"{store.path}: cannot be removed: {error.strerror}") from error
    show(f"{store.folder}: cleared of {held}\n")
    return CLEAN


def _size(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB" if size >= 1_000_000 else f"{size / 1_000:.0f} kB"
