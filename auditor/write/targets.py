"""Where each report goes: the file of each article and format, or standard output."""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import AuditError
from auditor.load.folder import REPORTS
from auditor.write.report_names import report_names

SUFFIXES = {
    "text": "txt",
    "html": "html",
    "json": "json",
    "markdown": "md",
    "sarif": "sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
}
"""How the file of a format ends."""

USUAL = ("text", "html")
"""The formats of a run that names none: to be read at once, and to be worked with."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where one format of a report goes.

    Attributes:
        format: one of `SUFFIXES`.
        path: None for standard output.
        usual: whether it goes to the folder that is made where nobody names one.
    """

    format: str
    path: Path | None = None
    usual: bool = False


def targets(
    articles: Sequence[Path], formats: Sequence[str], output: Path | None
) -> tuple[tuple[Target, ...], ...]:
    """Return for each article where its reports go; no two go to the same file.

    Args:
        articles: each once.
        formats: as asked for; () for the usual ones.
        output: the file or folder that was named, None where none was.

    Raises:
        AuditError: if a file was named for what needs a folder.
    """
    single = len(articles) == 1 and len(set(formats)) == 1
    kind = _mode(output) if output else 0
    if output and single and not stat.S_ISDIR(kind):
        return ((Target(formats[0], output),),)
    if kind and not stat.S_ISDIR(kind):
        raise AuditError(
            f"{output}: is a file, which takes one article in one --format; name a folder"
        )
    return tuple(tuple(_in_folder(name, formats, output)) for name in report_names(articles))


def _in_folder(name: str, formats: Sequence[str], output: Path | None) -> Iterator[Target]:
    for format_ in dict.fromkeys(formats or USUAL):
        file = f"{name}.{SUFFIXES[format_]}"
        if output and (formats or format_ == "html"):
            yield Target(format_, output / file)
        elif format_ == "html":
            yield Target(format_, Path(REPORTS) / file, usual=True)
        else:
            yield Target(format_)


def _mode(path: Path) -> int:
    """Return what stands at a path as the system's mode bits, 0 for nothing that can be seen."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0
