"""One run of the command: settings, audits, reports, exit status."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from auditor.cache.place import user_folder
from auditor.errors import AuditError, Unwritten
from auditor.load.source import mode
from auditor.model.audit import Audit
from auditor.model.words import Severity
from auditor.resources import read_table
from auditor.write.deliver import deliver
from auditor.write.ending import BEST_FIRST, CLEAN, FOUND, INCOMPLETE, UNUSABLE, say_fault
from auditor.write.inputs import Inputs, inputs
from auditor.write.streams import say
from auditor.write.targets import Target, targets

if TYPE_CHECKING:
    from auditor.api import Auditor

FAILING = {
    "error": {Severity.ERROR},
    "warning": {Severity.ERROR, Severity.WARNING},
    "never": set[Severity](),
}
"""Severities that make the command fail, by what --fail-on says."""


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
    cache: bool
    offline: bool
    open_report: bool


class Config(BaseModel):
    """The file given with --config."""

    model_config = ConfigDict(extra="forbid", strict=True)
    refs: list[str] = []
    fail_on: str = "error"
    disable: list[str] = []
    waivers: list[str] = []


@dataclass(frozen=True, slots=True)
class Run:
    """What all articles of a run have in common."""

    request: Request
    config: Config
    auditor: "Auditor"
    inputs: Inputs


def run(request: Request) -> int:
    """Audit every article, write the reports and return the exit status.

    Raises:
        AuditError: if no article can be audited for a reason that concerns them all.
    """
    from auditor.api import Auditor

    _stand()
    config = _config(request.config)
    articles = _once(request.articles)
    places = targets(articles, request.formats, request.output)
    cache = user_folder() if request.cache else None
    auditor = Auditor(model=request.model, disable=config.disable, cache=cache)
    common = Run(request, config, auditor, _inputs(articles, request, config))
    statuses = [
        _run_one(article, own, common) for article, own in zip(articles, places, strict=True)
    ]
    return max(statuses, key=BEST_FIRST.index)


def _stand() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise AuditError("the folder that this was started in is gone; go to another") from error


def _once(articles: Sequence[Path]) -> tuple[Path, ...]:
    """Return each article once, under the first of its names."""
    named = {os.path.normpath(path): path for path in reversed(articles)}
    return tuple(path for path in dict.fromkeys(articles) if path in named.values())


def _inputs(articles: Sequence[Path], request: Request, config: Config) -> Inputs:
    """Return everything that the run reads."""
    paths, references = list(articles), list[str]()
    if request.config:
        paths.append(request.config)
    for article in articles:
        paths += _waivers(article, request, config)
        with suppress(AuditError, OSError):  # said when this article's turn comes
            references += _references(article, request, config)
    return inputs(paths, references)


def _run_one(article: Path, places: Sequence[Target], common: Run) -> int:
    """Audit one article; whatever goes wrong with it, the others have their turn."""
    _progress(f"auditing {article}")
    try:
        return _reported(article, places, common)
    except AuditError as error:
        say(f"audit: {error}")
        return UNUSABLE
    except Exception as error:  # whatever we did wrong with this article, the others are audited
        say_fault(error, str(article))
        return INCOMPLETE


def _reported(article: Path, places: Sequence[Target], common: Run) -> int:
    """Audit one article, write its reports and return its exit status.

    Raises:
        AuditError: if it cannot be audited, or a report would take the place of what is read.
    """
    request, config = common.request, common.config
    mode(article)
    references = _references(article, request, config)
    for target in places:
        if target.path:
            common.inputs.refuse(target.path)
    audit = common.auditor.audit(article, references, _waivers(article, request, config)).audit
    delivered = [_delivered(audit, target, request.open_report) for target in places]
    status = _status(audit, request.fail_on or config.fail_on)
    return status if all(delivered) else INCOMPLETE


def _delivered(audit: Audit, target: Target, open_report: bool) -> bool:
    """Write one format and tell whether it arrived; if not, the user knows where and why."""
    try:
        deliver(audit, target)
    except Unwritten as error:
        say(f"audit: {error}")
        return False
    if target.path and target.format == "html" and open_report:
        _open(target.path)
    return True


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
    return named or ((beside,) if os.path.isfile(beside) else ())  # noqa: PTH113  # never raises


def _status(audit: Audit, fail_on: str) -> int:
    if audit.problems:
        return INCOMPLETE
    failing = FAILING[fail_on]
    return FOUND if any(item.finding.severity in failing for item in audit.unwaived) else CLEAN


def _progress(message: str) -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        say(f"audit: {message} …")


def _open(path: Path) -> None:
    import webbrowser

    try:
        opened = webbrowser.open(path.resolve().as_uri())
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        say(f"audit: {path}: no browser can be started; open it yourself")
