"""The bytes of a file or web page, and the text that they hold."""

import codecs
import re
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line
from auditor.load.harmless import told

MAX_BYTES = 5_000_000
"""Of one file or page. The longest news articles with their markup stay below a fifth of it."""


class SourceFormat(StrEnum):
    """The kinds of text that can be read."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "Word"
    ODT = "OpenDocument"
    RTF = "RTF"
    MAIL = "mail"
    MBOX = "mailbox"
    MHTML = "saved page"
    WARC = "web archive"
    NEWSWIRE = "NewsML-G2 or NITF"
    SUBTITLES = "subtitles"
    ZIP = "ZIP"


FORMATS = {
    ".txt": SourceFormat.PLAIN,
    ".text": SourceFormat.PLAIN,
    ".md": SourceFormat.MARKDOWN,
    ".markdown": SourceFormat.MARKDOWN,
    ".html": SourceFormat.HTML,
    ".htm": SourceFormat.HTML,
    ".xhtml": SourceFormat.HTML,
}
"""What people write in an editor: text that is its file, or nearly."""

DELIVERED = {
    ".pdf": SourceFormat.PDF,
    ".docx": SourceFormat.DOCX,
    ".docm": SourceFormat.DOCX,
    ".odt": SourceFormat.ODT,
    ".rtf": SourceFormat.RTF,
    ".eml": SourceFormat.MAIL,
    ".mbox": SourceFormat.MBOX,
    ".mhtml": SourceFormat.MHTML,
    ".mht": SourceFormat.MHTML,
    ".warc": SourceFormat.WARC,
    ".warc.gz": SourceFormat.WARC,
    ".xml": SourceFormat.NEWSWIRE,
    ".nitf": SourceFormat.NEWSWIRE,
    ".srt": SourceFormat.SUBTITLES,
    ".vtt": SourceFormat.SUBTITLES,
    ".zip": SourceFormat.ZIP,
}
"""What else is read, by modules of `auditor.load.formats`."""

READABLE = ".txt, .md, .html, .pdf, .docx and others"

MAX_DELIVERED = 50_000_000
"""Bytes of one such file, which may hold pictures. A guess: a press kit has some 20 MB."""


class Unreadable(AuditError):  # noqa: N818  # reads as what it is where it becomes a problem
    """A document that gives no text: where it lies, and why with the remedy."""

    def __init__(self, where: str, reason: str) -> None:
        """Keep both apart, for a `Problem` takes them so."""
        self.where = where
        self.reason = on_one_line(reason)
        super().__init__(f"{on_one_line(where)}: {self.reason}")

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[str, str]]:
        """Return how to make it anew in another process, which needs both parts."""
        return Unreadable, (self.where, self.reason)


@dataclass(frozen=True, slots=True)
class Source:
    """What was read, before it is decoded.

    Attributes:
        path: as the user gave it, with forward slashes; for a URL, the URL.
        url: where it was fetched, None for a file.
        charset: as the server declared it, "" where none did.
    """

    path: str
    data: bytes
    format: SourceFormat
    url: str | None = None
    charset: str = ""


def mode(path: Path) -> int:
    """Return what kind of file stands at a path, as the system's mode bits.

    Raises:
        Unreadable: if there is none.
    """
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL in it
        raise Unreadable(path.as_posix(), "no such file or folder; check the path") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreadable(path.as_posix(), f"cannot be reached ({reason})") from error


def written(path: Path, text: str) -> Source:
    """Return what a file would hold if `text` were saved in it as UTF-8.

    Raises:
        Unreadable: if it is too large, or of an unknown kind.
    """
    data = text.encode("utf-8", "surrogatepass")  # half a pair is told of when it is decoded
    return _source(path, data, "utf-8")


def read_file(path: Path) -> Source:
    """Return the bytes of a file.

    Raises:
        Unreadable: if it is missing, too large, not a regular file, or of an unknown kind.
    """
    where = path.as_posix()
    kind = mode(path)
    if stat.S_ISDIR(kind):
        raise Unreadable(where, "is a folder; name a file in it")
    if not stat.S_ISREG(kind):
        raise Unreadable(where, "is not a regular file; save its text as a .txt file")
    most = limit_of(format_of(path))
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreadable(where, f"cannot be read ({reason}); check its permissions") from error
    return _source(path, data)


def format_of(path: Path) -> SourceFormat:
    """Return the kind of text that a file holds by its name.

    Raises:
        Unreadable: if nobody knows.
    """
    return format_of_name(path.as_posix())


def format_of_name(name: str) -> SourceFormat:
    """Return the kind of text that a file of this name holds, as `format_of` does."""
    suffixes = Path(name).suffixes[-2:]
    for suffix in ("".join(suffixes).lower(), "".join(suffixes[-1:]).lower()):
        form = FORMATS.get(suffix) or DELIVERED.get(suffix)
        if form is not None:
            return form
    raise Unreadable(name, _unknown(Path(name).suffix))


def limit_of(form: SourceFormat) -> int:
    """Return how many bytes a file of a kind may have."""
    return MAX_DELIVERED if form in DELIVERED.values() else MAX_BYTES


def _source(path: Path, data: bytes, charset: str = "") -> Source:
    where, form = path.as_posix(), format_of(path)
    most = limit_of(form)
    if len(data) > most:
        raise Unreadable(where, f"is larger than {most // 1_000_000} MB; keep the news text")
    return Source(where, data, form, charset=charset)


def _unknown(suffix: str) -> str:
    kind = f"is a {told(suffix)} file" if suffix else "has no suffix that tells its kind"
    return f"{kind}; {READABLE} can be read, so save its text as one of them"


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of utf-16-le, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{1,40})"
    rb"|^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w:.-]{1,40})",
    re.I,
)
_DECLARED_WITHIN = 4096
"""Bytes; the HTML standard asks for the first 1024, pages in the wild are less tidy."""

_TEXT_CHARSETS = re.compile(
    r"ascii|utf-8|utf-16|utf-16-[lb]e|iso8859-\d+|cp125\d|cp932|cp949|mac-roman|koi8-[ru]"
    r"|shift_jis(?:_2004|x0213)?|euc_(?:jp|kr)|iso2022_jp|gb2312|gbk|gb18030|big5(?:hkscs)?"
)
"""Python has further codecs, some of them slow or no character sets at all."""

_AS_WINDOWS = frozenset({"ascii", "iso8859-1"})
"""The WHATWG Encoding Standard reads both labels as windows-1252, and so do browsers."""

_SAMPLE = 4_000
"""Bytes in which the zeros of UTF-16 are counted; an even number."""

ZEROS = 0.7
"""Share of zeros in every second byte from which a text is UTF-16. English has some .98."""

FEW_HIGH = 0.2
"""Share of bytes beyond ASCII up to which a text may be Windows-1252. A guess: French has .04."""

_UTF8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""A letter in UTF-8: a text with one is UTF-8, though damaged."""

_UNDEFINED = re.compile(rb"[\x00-\x08\x0e-\x1f\x81\x8d\x8f\x90\x9d]")
"""Bytes that no text in Windows-1252 has."""


def decoded(source: Source) -> str:
    """Return the text of a source, without its byte order mark and otherwise unaltered.

    A byte order mark says the charset, then the server, then the HTML itself; else it is UTF-8, or
    what `taken_for` makes of it.

    Raises:
        Unreadable: if the bytes are no text in that charset, or hold no words.
    """
    data = source.data
    if data.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Unreadable(source.path, "is a PDF or office document; name it so (.pdf, .docx, .odt)")
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _words(source, _decode(source, data[len(mark) :], charset))
    return _words(source, _decode(source, data, taken_for(source) or _declared(source)))


def taken_for(source: Source) -> str:
    """Return the charset that a source is read in though it does not say so, "" for none.

    That is UTF-16 without its mark, by its many zeros, and Windows-1252 where the bytes are no
    UTF-8, hold no letter in it, and make a text in which such characters are few.
    """
    data = source.data
    if any(data.startswith(mark) for mark, _ in _BOMS):
        return ""
    return _utf16(data) or (_windows(data) if _should_be_utf8(source) else "")


def _utf16(data: bytes) -> str:
    sample = data[:_SAMPLE]
    for first, charset in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if len(data) % 2 == 0 and not others and zeros > ZEROS * len(sample) / 2:
            return charset
    return ""


def _should_be_utf8(source: Source) -> bool:
    """Tell whether a source declares UTF-8 or nothing, and is something else."""
    try:
        return _declared(source) == "utf-8" and not source.data.decode("utf-8")
    except Unreadable:
        return False
    except UnicodeDecodeError:
        return True


def _windows(data: bytes) -> str:
    high = len(re.findall(rb"[\x80-\xff]", data))
    if not high or high > FEW_HIGH * len(data) or _UTF8_LETTER.search(data) or b"\0" in data:
        return ""
    return "" if _UNDEFINED.search(data) else "cp1252"


def _declared(source: Source) -> str:
    label = source.charset
    if not label and source.format is SourceFormat.HTML:
        match = _DECLARED.search(source.data[:_DECLARED_WITHIN])
        label = (match[1] or match[2]).decode("ascii") if match else ""
    if not label:
        return "utf-8"
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        name = ""
    if not _TEXT_CHARSETS.fullmatch(name):
        raise Unreadable(
            source.path, f"declares the unknown charset {told(label)!r}; save it as UTF-8"
        )
    if name in ("utf-16", "utf-16-le", "utf-16-be") and not source.charset:
        return "utf-8"  # what could be read as ASCII to find the label is not UTF-16
    return "cp1252" if name in _AS_WINDOWS else name


def _decode(source: Source, data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        where = f"byte {error.start} of its text is no {charset.upper()}"
        raise Unreadable(
            source.path,
            f"{where}; save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8 is the usual remedy)",
        ) from error


def _words(source: Source, text: str) -> str:
    if "\0" in text:
        raise Unreadable(source.path, "holds binary data or UTF-16 without mark; save it as UTF-8")
    if not any(map(str.isalnum, text)):
        raise Unreadable(source.path, "holds no words; there is nothing to audit in it")
    return text
