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

ARRAYS = frozenset({"json", "gitlab"})
"""Formats that several articles share as one array, which holds nothing else."""

JOINED = frozenset({"sarif", "junit"})
"""Formats in which several articles make one document on standard output, and nothing else."""

WHOLE = frozenset({"html"})
"""Formats of which one document is one file."""

USUAL = ("text", "html")
"""The formats of a run that names none: to be read at once, and to be worked with."""

PRINTED = Path("-")
"""What --output names for standard output."""


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
        output: the file or folder that was named, `PRINTED` for standard output, None for nothing.

    Raises:
        AuditError: if a file was named for what needs a folder, or standard output would mix
            formats of several articles.
    """
    single = len(articles) == 1 and len(set(formats)) == 1
    if output == PRINTED:
        placed = [tuple(map(Target, dict.fromkeys(formats or USUAL[:1])))] * len(articles)
    elif output and not _is_folder(output, single):
        placed = [_one_file(articles, formats, output)]
    else:
        placed = [tuple(_in_folder(name, formats, output)) for name in report_names(articles)]
    _verify_printed(placed)
    return tuple(placed)


def _is_folder(output: Path, single: bool) -> bool:
    """Tell whether what was named is a folder or shall become one, as one report shall not."""
    kind = _mode(output)
    return stat.S_ISDIR(kind) if kind else not (_format_of(output) or single)


def _one_file(articles: Sequence[Path], formats: Sequence[str], output: Path) -> tuple[Target, ...]:
    """Return the one file, in the format that is asked for or that its suffix tells."""
    named = [*dict.fromkeys(formats)] or [one for one in [_format_of(output)] if one]
    if len(articles) > 1 or len(named) != 1:
        raise AuditError(
            f"{output}: is a file, which takes one article in one --format; name a folder"
        )
    beside = () if formats else (Target("text"),)
    return (*beside, Target(named[0], output))


def _verify_printed(placed: Sequence[Sequence[Target]]) -> None:
    """See that of several articles nothing is printed that cannot follow something else."""
    printed = {target.format for places in placed for target in places if not target.path}
    mixed = printed & (ARRAYS | JOINED) if len(printed) > 1 else set()
    alone = sorted(printed & WHOLE | mixed)
    if len(placed) > 1 and alone:
        raise AuditError(
            f"--format {alone[0]}: reports on several articles do not fit on standard output "
            f"{'beside others' if mixed else 'one after the other'}; name a folder with --output"
        )


def _format_of(path: Path) -> str:
    """Return the format whose files end like this one, "" for none; the longest ending counts."""
    name = path.name.lower()
    fitting = [format_ for format_, own in SUFFIXES.items() if name.endswith(f".{own}")]
    return max(fitting, key=lambda format_: len(SUFFIXES[format_]), default="")


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
