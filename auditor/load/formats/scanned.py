"""PDF whose pages are pictures: tesseract reads them, where it is installed and was asked for."""

import shutil
import subprocess
from typing import TYPE_CHECKING

from auditor.load.formats.content import Content, Refused
from auditor.load.formats.pdf import content_of_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

DOTS = 300
"""Per inch, as tesseract's documentation advises."""

LARGEST = 40_000_000
"""Dots of a page: A3 at twice that. A larger page is drawn smaller."""

SECONDS = 60
"""For one page. A guess."""

PROGRAM = "tesseract"


def read(data: bytes) -> Content:
    """Return the text of a PDF; of pages without text what they show.

    Raises:
        Refused: as of any PDF, and where there is no tesseract.
    """
    if shutil.which(PROGRAM) is None:
        raise Refused("needs tesseract for --ocr, which is not installed; install it or save text")
    return content_of_pdf(data, _recognised)


def _recognised(page: "PdfPage") -> str:
    """Return what a page shows, "" where tesseract finds nothing."""
    width, height = page.get_size()
    scale = min(DOTS / 72, (LARGEST / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(
        rows[start : start + bitmap.width]
        for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)
    )
    try:
        done = subprocess.run(  # noqa: S603  # the program that the user asked for
            [PROGRAM, "stdin", "stdout", "-l", "eng"],  # wherever it is installed
            input=picture,
            capture_output=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return ""
    return "" if done.returncode else done.stdout.decode("utf-8", errors="replace")
