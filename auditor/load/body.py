"""The bytes of a page out of what its server sends: packed once at most, and within a limit."""

import zlib
from collections.abc import Callable, Iterable

from auditor.load.harmless import told
from auditor.load.source import MAX_BYTES, Unreadable

Unpacker = Callable[[bytes, int], bytes]
"""Returns what a piece holds, at most so many bytes."""


def body(shown: str, coding: str, pieces: Iterable[bytes]) -> bytes:
    """Return the bytes of a page.

    Args:
        shown: what messages call the page.
        coding: its server's ``Content-Encoding``.
        pieces: as they come in.

    Raises:
        Unreadable: if they are larger than `MAX_BYTES`, damaged, or packed in another way.
    """
    layers = [layer for name in coding.split(",") if (layer := name.strip().lower())]
    if layers in ([], ["identity"]):
        return _joined(shown, pieces, lambda piece, _: piece)
    if layers not in (["gzip"], ["x-gzip"]):
        raise Unreadable(
            shown,
            f"is packed as {told(coding)}, but only gzip is read, and that once; save the page",
        )
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)  # 16: the head and tail of gzip
    try:
        data = _joined(shown, pieces, unpacker.decompress)
    except zlib.error as error:
        raise Unreadable(shown, f"is damaged gzip ({error}); save the page") from error
    if not unpacker.eof or unpacker.unused_data:
        raise Unreadable(shown, "is not one whole gzip text; save the page")
    return data


def _joined(shown: str, pieces: Iterable[bytes], unpack: Unpacker) -> bytes:
    data = bytearray()
    for piece in pieces:
        data += unpack(piece, MAX_BYTES + 1 - len(data))
        if len(data) > MAX_BYTES:
            raise Unreadable(shown, f"is larger than {MAX_BYTES // 1_000_000} MB; save its text")
    return bytes(data)
