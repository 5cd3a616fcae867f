"""One run of the command: what is asked, settled, audited, told; and the exit status."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from auditor.cache.place import user_folder
from auditor.errors import AuditError
from auditor.load.baseline import baseline_files
from auditor.model.audit import Audit
from auditor.opinion.chosen_judge import LOCK, ChosenJudge
from auditor.settings.chosen_rules import Selection
from auditor.settings.configuration import Choices
from auditor.settings.effective import Decided, is_ignored, settings
from auditor.settings.verified import verified
from auditor.stories.references_of import NoReference, references_of
from auditor.stories.submitted import Submitted, submitted
from auditor.stories.waivers_of import waivers_of
from auditor.turns.common import Common, Job
from auditor.turns.crew import cores
from auditor.turns.telling import Audience, tell
from auditor.turns.turn import Turn
from auditor.turns.workers import turns_apart
from auditor.write.deliver import look_of_output
from auditor.write.inputs import Inputs, inputs
from auditor.write.streams import say
from auditor.write.targets import ARRAYS, JOINED, PRINTED, targets


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for on the command line; () and None where he said nothing.

    Attributes:
        selection: rules by --select and --ignore.
        workers: processes at most, None for as many as there are processors.
        baseline: reports whose findings are known.
        diff: the revision since which only what changed counts, None for everything.
        judge: the language model that is asked for second opinions, None for none.
        judge_lock: the file of its answers, None for one beside each article.
        ocr: whether tesseract reads pages of a PDF that have no text.
    """

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
    profile: str | None = None
    selection: Selection = field(default_factory=Selection)
    workers: int | None = None
    is_quiet: bool = False
    is_verbose: bool = False
    baseline: tuple[Path, ...] = ()
    diff: str | None = None
    judge: ChosenJudge | None = None
    judge_lock: Path | None = None
    ocr: bool = False


def run(request: Request) -> int:
    """Audit every article, write the reports and return the exit status.

    Raises:
        AuditError: if no article can be audited for a reason that concerns them all.
    """
    _stand()
    decided = _decided(request)
    articles = tuple(submitted(path) for path in _once(request.articles))
    jobs = tuple(_jobs(articles, request))
    kept = [job for job in jobs if not _is_left_out(job.article, decided, request)]
    common = _common([job.article for job in kept], decided, request)
    if request.is_verbose:
        say(f"audit: settings of {decided.configuration.name or 'no file'}")
    printed = {target.format for target in jobs[0].places if not target.path}
    audience = Audience(
        articles=tuple(str(job.article.path) for job in kept),
        is_several=len(jobs) > 1,
        is_quiet=request.is_quiet,
        is_array=bool(printed & ARRAYS),
        is_for_people=printed <= {"text"},
        joined=next(iter(printed & JOINED), ""),
    )
    workers = 1 if request.judge else request.workers or cores()  # one ceiling, one record
    return tell(_turns(kept, common, workers), audience)


def auditing(request: Request) -> Callable[[Path], Audit]:
    """Return what audits one article after the other as `run` does, without a report.

    Raises:
        AuditError: if no article can be audited for a reason that concerns them all.
    """
    from auditor.turns.one import audits_of

    _stand()
    audit = audits_of(_common((), _decided(request), request))
    return lambda path: audit(submitted(path))


def auditing_open(request: Request) -> Callable[[Submitted], Audit | None]:
    """Return what audits articles that an editor has open, with auditors that are loaded once.

    Settings are read for each anew, from the working folder upwards. What they leave out, and what
    has no reference, is no article: None.
    """
    from auditor.turns.one import auditors_of, audits_of

    make = auditors_of(request.model, user_folder() if request.cache else None)

    def audit(article: Submitted) -> Audit | None:
        decided = _decided(request)
        if is_ignored(decided.configuration, article.path):
            return None
        try:
            return audits_of(_common((), decided, request), make)(article)
        except NoReference:
            return None

    return audit


def _decided(request: Request) -> Decided:
    asked = Choices(
        refs=request.refs or None,
        fail_on=request.fail_on,
        waivers=tuple(map(str, request.waivers)) or None,
    )
    return verified(request.config, asked, request.profile or "", request.selection)


def _common(articles: Sequence[Submitted], decided: Decided, request: Request) -> Common:
    return Common(
        decided=decided,
        selection=request.selection,
        inputs=_inputs(articles, decided, request),
        look=look_of_output(),
        model=request.model,
        cache=user_folder() if request.cache else None,
        offline=request.offline,
        open_report=request.open_report,
        is_verbose=request.is_verbose,
        baseline=request.baseline,
        diff=request.diff,
        judge=request.judge,
        lock=request.judge_lock,
        is_quiet=request.is_quiet,
        ocr=request.ocr,
    )


def _stand() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise AuditError("the folder that this was started in is gone; go to another") from error


def _once(articles: Sequence[Path]) -> tuple[Path, ...]:
    """Return each article once, under the first of its names."""
    named = {os.path.normpath(path): path for path in reversed(articles)}
    return tuple(path for path in dict.fromkeys(articles) if path in named.values())


def _jobs(articles: Sequence[Submitted], request: Request) -> Iterator[Job]:
    places = targets([article.path for article in articles], request.formats, request.output)
    usual = not request.formats and request.output != PRINTED
    for article, own in zip(articles, places, strict=True):
        files = tuple(target for target in own if target.path)
        yield Job(article, files if request.is_quiet and usual else own)


def _is_left_out(article: Submitted, decided: Decided, request: Request) -> bool:
    """Tell whether the settings leave an article out; the user is told so as well."""
    told = decided.configuration
    if not (article.is_file and is_ignored(told, article.path)):
        return False
    if not request.is_quiet:
        say(f"audit: {article.path}: not audited, as ignore in {told.name} says")
    return True


def _inputs(articles: Sequence[Submitted], decided: Decided, request: Request) -> Inputs:
    """Return everything that the run reads."""
    told = decided.configuration
    files = [*baseline_files(request.baseline), *([told.file] if told.file else [])]
    references: list[str] = []
    for article in articles:
        own = settings(decided, article.path if article.is_file else None)
        files += [article.path] if article.is_file else []
        files += waivers_of(article.path, own)
        files += [request.judge_lock or article.path.parent / LOCK] if request.judge else []
        with suppress(AuditError, OSError):  # said when this article's turn comes
            references += references_of(article, own, told).refs
    return inputs(files, references)


def _turns(jobs: Sequence[Job], common: Common, workers: int) -> Iterable[Turn]:
    """Return the turns of all articles: of one, or by one worker, in this process."""
    if min(len(jobs), workers) > 1:
        return turns_apart(jobs, common, workers)
    from auditor.turns.one import turns_of

    return map(turns_of(common), jobs)
