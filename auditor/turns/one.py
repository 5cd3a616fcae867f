"""The turn of one article: its references are found, it is audited, its reports are written."""

import stat
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.api import Auditor
from auditor.errors import AuditError, Unwritten
from auditor.knowledge.rules import load_rules
from auditor.load.source import mode
from auditor.load.url import is_url, without_password
from auditor.model.audit import Audit
from auditor.model.words import Severity
from auditor.opinion.chosen_judge import LOCK
from auditor.render.headline import headline
from auditor.settings.chosen_rules import silent
from auditor.settings.effective import Settings, settings
from auditor.stories.references_of import Named, references_of
from auditor.stories.submitted import Submitted
from auditor.stories.waivers_of import waivers_of
from auditor.turns.common import Common, Job
from auditor.turns.turn import Opened, Said, Shown, Step, Turn
from auditor.write.deliver import printed, write_report
from auditor.write.ending import CLEAN, FOUND, INCOMPLETE, UNUSABLE, told_fault
from auditor.write.progress import no_progress
from auditor.write.streams import say
from auditor.write.targets import Target

if TYPE_CHECKING:
    from auditor.opinion.consultant import Consultant

FAILING = {
    "error": {Severity.ERROR},
    "warning": {Severity.ERROR, Severity.WARNING},
    "never": set[Severity](),
}
"""Severities that make the command fail, by what --fail-on says."""

AUDITORS = 4
"""Auditors of different rules that are kept, one a profile; their model is one. A guess."""

Turns = Callable[[Job], Turn]

Auditors = Callable[..., Auditor]
"""Return the auditor of some settings, which is kept."""


def turns_of(common: Common) -> Turns:
    """Return what audits the articles of a run, each with an auditor of its settings."""
    return partial(_turn, common, _auditors(common))


def auditors_of(
    model: bool, cache: Path | None, consultant: "Consultant | None" = None
) -> Auditors:
    """Return what makes the auditors of a run, or of several that have them in common."""
    return lru_cache(AUDITORS)(partial(_auditor, model, cache, consultant))


def _auditors(common: Common) -> Auditors:
    return auditors_of(common.model, common.cache, _consultant(common))


def _consultant(common: Common) -> "Consultant | None":
    if not common.judge:
        return None
    from auditor.opinion.consultant import Consultant

    return Consultant(common.judge, (lambda line: None) if common.is_quiet else _say_before)


def _say_before(line: str) -> None:
    """Say what is about to be sent, before it is."""
    no_progress()
    say(line)


def audits_of(common: Common, make: Auditors | None = None) -> Callable[[Submitted], Audit]:
    """Return what audits the articles of a run and writes no report.

    Args:
        common: what they have in common.
        make: makes the auditors; None for new ones.

    Raises, when called:
        AuditError: if the article cannot be audited.
    """
    auditors = make or _auditors(common)

    def audit(article: Submitted) -> Audit:
        own, named = _found(common, article)
        return _audit(common, auditors, article, own, named)

    return audit


def _auditor(
    model: bool,
    cache: Path | None,
    consultant: "Consultant | None",
    disable: tuple[str, ...],
    severity: tuple[tuple[str, str], ...],
) -> Auditor:
    return Auditor(
        model=model,
        disable=disable,
        severity=dict(severity),
        cache=cache,
        consultant=consultant,
    )


def _turn(common: Common, make: Auditors, job: Job) -> Turn:
    """Audit one article; whatever goes wrong with it is said, and the others have their turn."""
    article = str(job.article.path)
    try:
        return _audited(common, make, job)
    except AuditError as error:
        return Turn(article, UNUSABLE, "could not be audited", (Said(f"audit: {error}"),))
    except Exception as error:  # whatever we did wrong with this article, the others are audited
        rows = told_fault(error, article)
        return Turn(article, INCOMPLETE, "was not audited in full", tuple(map(Said, rows)))


def _audited(common: Common, make: Auditors, job: Job) -> Turn:
    article = job.article
    own, named = _found(common, article)
    for target in job.places:
        if target.path:
            common.inputs.refuse(target.path)
    audit = _audit(common, make, article, own, named)
    steps = [step for target in job.places for step in _reported(audit, target, common)]
    arrived = not any(isinstance(step, Said) and step.is_fault for step in steps)
    told = tuple(_sources(article, own, named)) if common.is_verbose else ()
    status = _status(audit, own.fail_on.value) if arrived else INCOMPLETE
    outcome = str(headline(audit)) if arrived else "a report of it could not be written"
    return Turn(str(article.path), status, outcome, (*told, *steps))


def _found(common: Common, article: Submitted) -> tuple[Settings, Named]:
    """Return what holds for an article, and its references."""
    _verify(article)
    own = settings(common.decided, article.path if article.is_file else None)
    named = references_of(article, own, common.decided.configuration)
    if common.offline:
        _verify_local(named)
    return own, named


def _audit(
    common: Common, make: Auditors, article: Submitted, own: Settings, named: Named
) -> Audit:
    disable = silent(load_rules(), own, common.selection) if _names_rules(common, own) else ()
    auditor = make(disable, own.severity.value)
    waivers = waivers_of(article.path, own)
    lock = _lock(common, article) if common.judge else None
    report = auditor.audit(
        article.written or article.path, named.refs, waivers, lock=lock, ocr=common.ocr
    )
    return report.compared(common.baseline, common.diff).audit


def _lock(common: Common, article: Submitted) -> Path | None:
    """Return where answers about an article are kept; beside it where nothing else is said."""
    return common.lock or (article.path.parent / LOCK if article.is_file else None)


def _verify(article: Submitted) -> None:
    if article.written is None and stat.S_ISDIR(mode(article.path)):
        raise AuditError(
            f"{article.path}: is a folder; name the articles in it, such as {article.path / '*.md'}"
        )


def _verify_local(named: Named) -> None:
    remote = [reference for reference in named.refs if is_url(reference)]
    if remote:
        raise AuditError(
            f"{without_password(remote[0])}: not fetched because of --offline; "
            "save the page and name it"
        )


def _names_rules(common: Common, own: Settings) -> bool:
    return bool(own.disable.value or common.selection.only or common.selection.ignored)


def _reported(audit: Audit, target: Target, common: Common) -> Iterator[Step]:
    """Yield what is to be shown of one format, or where it was written, or why it was not."""
    if target.path is None:
        yield Shown(target.format, printed(audit, target.format, common.look))
        return
    try:
        write_report(audit, target, target.path)
    except Unwritten as error:
        yield Said(f"audit: {error}")
        return
    yield Said(f"{target.format} report: {target.path}", is_fault=False)
    if target.format == "html" and common.open_report:
        yield Opened(target.path)


def _sources(article: Submitted, own: Settings, named: Named) -> Iterator[Said]:
    """Yield where what holds for an article comes from."""
    profile = f", profile {own.profile.value}" if own.profile.value else ""
    refs = ", ".join(map(without_password, named.refs))
    line = f"audit: {article.path}: references {refs} ({named.way}){profile}"
    yield Said(line, is_fault=False)


def _status(audit: Audit, fail_on: str) -> int:
    if audit.problems:
        return INCOMPLETE
    failing = FAILING[fail_on]
    return FOUND if any(item.finding.severity in failing for item in audit.unwaived) else CLEAN
