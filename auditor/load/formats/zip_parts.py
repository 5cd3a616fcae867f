"""What a ZIP file holds, unpacked within limits that are checked while it streams."""

import zipfile
import zlib
from io import BytesIO

from auditor.load.formats.content import Refused

MOST_UNPACKED = 50_000_000
"""Bytes of all that is unpacked of one file. A guess: a thousand long articles."""

STEEPEST = 200
"""How many bytes one packed byte may give; text gives 3 to 20, a form of many blank rows 100."""

ALLOWED_ANYWAY = 1_000_000
"""Bytes up to which a part may be packed as well as it likes."""

_ENCRYPTED = 0x1
_PIECE = 65_536


class ZipParts:
    """A ZIP file, and how many bytes may still come out of it."""

    def __init__(self, data: bytes) -> None:
        """Read its list of parts.

        Raises:
            Refused: if it is damaged.
        """
        self._left = MOST_UNPACKED
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise Refused(f"is damaged ({error}); save it anew") from error

    @property
    def infos(self) -> list[zipfile.ZipInfo]:
        """The parts in their order, folders among them."""
        return self._file.infolist()

    def holds(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return name in self._file.namelist()

    def part(self, name: str) -> bytes:
        """Return a part by its name.

        Raises:
            Refused: if there is none, or as `unpacked` does.
        """
        try:
            info = self._file.getinfo(name)
        except KeyError:
            raise Refused(f"lacks its part {name}; save it anew") from None
        return self.unpacked(info)

    def unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """Return what a part holds.

        Raises:
            Refused: if it is encrypted or damaged, or unpacks to more than it may.
        """
        if info.flag_bits & _ENCRYPTED:
            raise Refused("is encrypted; unpack it and save it without a password")
        data = bytearray()
        try:
            with self._file.open(info) as stream:
                while piece := stream.read(_PIECE):
                    data += piece
                    self._left -= len(piece)
                    self._stay_within(len(data), info.compress_size)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
            raise Refused(f"is damaged ({error}); save it anew") from error
        return bytes(data)

    def _stay_within(self, size: int, packed: int) -> None:
        if self._left < 0:
            raise Refused(
                f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB with what lies before it; "
                "keep the news text"
            )
        if size > ALLOWED_ANYWAY and size > STEEPEST * packed:
            raise Refused(f"unpacks to more than {STEEPEST} times its size, as no text does")
