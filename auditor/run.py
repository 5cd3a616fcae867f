"""One run of the command: settings, audits, files written, exit status."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size

from pydantic import BaseModel, ConfigDict

from auditor.errors import AuditError
from auditor.model.audit import Audit
from auditor.model.words import Severity
from auditor.resources import read_table

DEFAULT_FOLDER = Path("audit-out")
"""Where the HTML report goes if nobody says otherwise; a .gitignore inside hides it."""

SUFFIXES = {"text": "txt", "html": "html", "json": "json", "markdown": "md"}
"""How the file of a format ends."""

FAILING = {
    "error": {Severity.ERROR},
    "warning": {Severity.ERROR, Severity.WARNING},
    "never": set[Severity](),
}
"""Severities that make the command fail, by what --fail-on says."""

CLEAN, FOUND, UNUSABLE, INCOMPLETE = 0, 1, 2, 3
"""Exit statuses; of several articles the worst counts, in the order of `BEST_FIRST`."""

BEST_FIRST = (CLEAN, FOUND, INCOMPLETE, UNUSABLE)
"""Exit statuses from nothing to do to nothing done."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for on the command line; () and None where he said nothing."""

    articles: tuple[Path, ...]
    refs: tuple[str, ...]
    formats: tuple[str, ...]
    output: Path | None
    fail_on: str | None
    waivers: tuple[Path, ...]
    config: Path | None
    model: bool
    offline: bool
    open_report: bool


class Config(BaseModel):
    """The file given with --config."""

    model_config = ConfigDict(extra="forbid", strict=True)
    refs: list[str] = []
    fail_on: str = "error"
    disable: list[str] = []
    waivers: list[str] = []


def run(request: Request) -> int:
    """Audit every article, write the reports and return the exit status.

    Raises:
        AuditError: if no article can be audited for a reason that concerns them all.
    """
    from auditor.api import Auditor

    config = _config(request.config)
    fail_on = request.fail_on or config.fail_on
    if request.output and len(request.articles) > 1 and request.output.is_file():
        raise AuditError(f"{request.output}: is a file; several articles need a folder")
    auditor = Auditor(model=request.model, disable=config.disable)
    statuses = []
    for article in request.articles:
        _progress(f"auditing {article}")
        try:
            references = _references(article, request, config)
            report = auditor.audit(article, references, _waivers(article, request, config))
        except AuditError as error:
            print(f"audit: {error}", file=sys.stderr)
            statuses.append(UNUSABLE)
            continue
        _write(article, report.audit, request)
        statuses.append(_status(report.audit, fail_on))
    return max(statuses, key=BEST_FIRST.index)


def _config(path: Path | None) -> Config:
    if path is None:
        return Config()
    config = read_table(path, Config)
    if config.fail_on not in FAILING:
        raise AuditError(f"{path}: fail_on: must be one of {', '.join(FAILING)}")
    return config


def _references(article: Path, request: Request, config: Config) -> tuple[str, ...]:
    """Return where this article's references are: as asked, as configured, or beside it."""
    from auditor.load.url import is_url

    beside = article.parent / "refs"
    references = request.refs or tuple(config.refs) or ((str(beside),) if beside.is_dir() else ())
    if not references:
        raise AuditError(
            f"{article}: no reference; say --refs PATH_OR_URL or put a folder refs/ beside it"
        )
    remote = [named for named in references if is_url(named)]
    if request.offline and remote:
        raise AuditError(
            f"{remote[0]}: not fetched because of --offline; save the page and name it"
        )
    return references


def _waivers(article: Path, request: Request, config: Config) -> tuple[Path, ...]:
    """Return this article's waiver files: as asked, as configured, or the one beside it."""
    beside = article.parent / f"{article.stem}.waivers.toml"
    named = request.waivers or tuple(map(Path, config.waivers))
    return named or ((beside,) if beside.is_file() else ())


def _status(audit: Audit, fail_on: str) -> int:
    if audit.problems:
        return INCOMPLETE
    failing = FAILING[fail_on]
    return FOUND if any(item.finding.severity in failing for item in audit.unwaived) else CLEAN


def _write(article: Path, audit: Audit, request: Request) -> None:
    for format_, path in _targets(article, request):
        if path is None:
            _to_stdout(format_, audit)
        else:
            _to_file(path, _rendered(format_, audit))
            print(f"{format_} report: {path}", file=sys.stderr)
            if format_ == "html" and request.open_report:
                _open(path)


def _targets(article: Path, request: Request) -> Iterator[tuple[str, Path | None]]:
    """Yield each format with the file it goes to, None for standard output."""
    formats = request.formats or ("text", "html")
    single = request.formats and len(formats) == 1 and len(request.articles) == 1
    for format_ in dict.fromkeys(formats):
        name = f"{_stem(article, request.articles)}.{SUFFIXES[format_]}"
        if request.output and single and not request.output.is_dir():
            yield format_, request.output
        elif request.output and (request.formats or format_ == "html"):
            yield format_, request.output / name
        elif format_ == "html":
            yield format_, DEFAULT_FOLDER / name
        else:
            yield format_, None


def _stem(article: Path, articles: Sequence[Path]) -> str:
    """Return what the article's report is called: with its folders where another has its name."""
    namesakes = {path for path in articles if path.stem == article.stem}
    parts = [part for part in article.with_suffix("").parts if part not in {"/", ".", ".."}]
    return "-".join(parts) if len(namesakes) > 1 else article.stem


def _rendered(format_: str, audit: Audit) -> str:
    from auditor.render import formats

    return formats.render(format_, audit)


def _to_stdout(format_: str, audit: Audit) -> None:
    from auditor.render import formats

    width = min(get_terminal_size().columns, 110)
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    sys.stdout.write(formats.render(format_, audit, color=color, width=width))


def _to_file(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.parent == DEFAULT_FOLDER:
            (DEFAULT_FOLDER / ".gitignore").write_text("*\n", encoding="utf-8")
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise AuditError(f"{path}: cannot write the report: {error.strerror}") from error


def _progress(message: str) -> None:
    if sys.stderr.isatty():
        print(f"audit: {message} …", file=sys.stderr)


def _open(path: Path) -> None:
    import webbrowser

    webbrowser.open(path.resolve().as_uri())
