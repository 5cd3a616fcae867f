"""A whole batch: stories found, audited here or elsewhere, filed as they come, told together."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from auditor.batch import ledger as ledgers
from auditor.batch.assignment import Assignment, Terms, Unassigned, assignments
from auditor.batch.filing import FiledStory, unfiled
from auditor.batch.hands import filed_apart, filed_here
from auditor.batch.ledger import Ledger
from auditor.batch.machines import filed_far
from auditor.batch.made_by import made_by
from auditor.batch.summary import counted_stories, to_lines, to_page
from auditor.batch.tally import StoryRow, Tally, tally
from auditor.errors import AuditError
from auditor.load.folder import REPORTS, is_passed_over
from auditor.load.source import Unreadable
from auditor.render.record import Record
from auditor.render.sarif_of_many import joined, part_of_unaudited
from auditor.settings.chosen_rules import Selection
from auditor.settings.configuration import Choices
from auditor.settings.effective import Decided, settings
from auditor.settings.verified import verified
from auditor.stories.below import articles_below
from auditor.turns.crew import cores
from auditor.write.deliver import hide
from auditor.write.ending import CLEAN, FOUND, INCOMPLETE
from auditor.write.files import write_parts, write_whole
from auditor.write.progress import no_progress, progress
from auditor.write.streams import say, show

USUAL = Path(REPORTS) / "batch"
"""Where the reports go when nobody names a folder."""

PAGE = "index.html"
SARIF = "stories.sarif"


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What the user asked for on the command line; () and None where he said nothing.

    Attributes:
        places: folders of stories, and articles.
        workers: processes at most, None for as many as there are processors.
        cluster: address of a scheduler, None for this machine.
    """

    places: tuple[Path, ...]
    into: Path = USUAL
    refs: tuple[str, ...] = ()
    config: Path | None = None
    profile: str | None = None
    fail_on: str | None = None
    model: bool = True
    cache: bool = True
    offline: bool = False
    ocr: bool = False
    workers: int | None = None
    cluster: str | None = None
    is_quiet: bool = False
    selection: Selection = field(default_factory=Selection)


def conduct(request: BatchRequest) -> int:
    """Audit every story, write what comes of it and return the exit status.

    Raises:
        AuditError: if no story can be audited for a reason that concerns them all.
        Unwritten: if a file cannot be written.
    """
    asked = Choices(refs=request.refs or None, fail_on=request.fail_on)
    decided = verified(request.config, asked, request.profile or "", request.selection)
    articles = tuple(articles_below(request.places, decided.configuration))
    if not articles:
        raise AuditError(
            f"{request.places[0]}: no story in it; a story is an article with a folder refs/ "
            "beside it, or with references that audit.toml names"
        )
    _verify_place(request)
    terms = Terms(
        decided=decided,
        shape=made_by(request.model),
        offline=request.offline,
        today=date.today(),
        selection=request.selection,
        ocr=request.ocr,
    )
    with ledgers.opened(request.into) as ledger:
        if request.into == USUAL:
            hide()
        _audit(articles, terms, ledger, request)
        gone = ledgers.put_in_order(ledger, [_name(article) for article in articles])
    if gone and not request.is_quiet:
        say(f"audit: {counted_stories(len(gone))} of an earlier run, not named now, went")
    return _told(request, decided)


def _audit(
    articles: Sequence[Path | Unreadable], terms: Terms, ledger: Ledger, request: BatchRequest
) -> None:
    """File what comes of each article that is not kept from an earlier run."""
    done = _Count(len(articles))
    todo = _todo(assignments(articles, terms), ledger, done)
    for filed in _done(todo, len(articles), request):
        ledgers.file_story(ledger, filed)
        done.filed += 1
        if not request.is_quiet:
            progress(f"audit: {done} …")
    no_progress()
    if done.kept and not request.is_quiet:
        say(f"audit: {counted_stories(done.kept)} kept from an earlier run, as nothing changed")


@dataclass(slots=True)
class _Count:
    """How far a batch is; a value that changes."""

    total: int
    kept: int = 0
    filed: int = 0

    def __str__(self) -> str:
        return f"{self.kept + self.filed:,} of {counted_stories(self.total)}"


def _todo(
    every: Iterable[Assignment | Unassigned], ledger: Ledger, done: _Count
) -> Iterator[Assignment]:
    """Yield what is to be audited; what is kept is counted, what cannot be is filed as such."""
    for one in every:
        if isinstance(one, Unassigned):
            ledgers.file_story(ledger, unfiled(one, one.reason))
            done.filed += 1
        elif ledgers.is_kept(ledger, one):
            done.kept += 1
        else:
            yield one


def _done(todo: Iterator[Assignment], most: int, request: BatchRequest) -> Iterator[FiledStory]:
    if request.cluster:
        return filed_far(todo, request.model, request.cache, request.cluster)
    workers = min(request.workers or cores(), most)
    if workers > 1:
        return filed_apart(todo, request.model, request.cache, workers)
    return filed_here(todo, request.model, request.cache)


def _told(request: BatchRequest, decided: Decided) -> int:
    """Write the reports on all stories, tell them in a few lines, and return the exit status."""
    own = tally(ledgers.records(request.into), lambda row: _fails(row, decided))
    write_whole(request.into / PAGE, to_page(own))
    write_parts(request.into / SARIF, joined(lambda: map(_part, ledgers.records(request.into))))
    if not request.is_quiet:
        show(to_lines(own))
        say(f"report on all: {request.into / PAGE}")
        say(f"each story: {request.into / ledgers.FILE}; all findings: {request.into / SARIF}")
    return _status(own)


def _fails(row: StoryRow, decided: Decided) -> bool:
    if row.state == "lost":
        return False
    fail_on = settings(decided, Path(row.story)).fail_on.value
    return bool(fail_on != "never" and (row.errors or (fail_on == "warning" and row.warnings)))


def _part(record: Record) -> Record:
    if "sarif" in record:
        return record["sarif"]  # type: ignore[no-any-return]  # what `part_of` made
    return part_of_unaudited(record["story"], record["problem"])


def _status(own: Tally) -> int:
    if own.incomplete:
        return INCOMPLETE
    return FOUND if own.failing else CLEAN


def _name(article: Path | Unreadable) -> str:
    return article.where if isinstance(article, Unreadable) else article.as_posix()


def _verify_place(request: BatchRequest) -> None:
    """See that the reports go where no later run takes them for stories.

    Raises:
        AuditError: if they do not.
    """
    into = request.into
    if into.is_symlink() or (into == USUAL and Path(REPORTS).is_symlink()):
        raise AuditError(f"{into}: is a link, which no report follows; name a folder with --into")
    real = Path(os.path.realpath(into))
    for place in request.places:
        root = Path(os.path.realpath(place))
        if real.is_relative_to(root) and not any(map(is_passed_over, real.relative_to(root).parts)):
            raise AuditError(
                f"{into}: lies among the stories of {place}, where the next run would read it; "
                "name another folder with --into"
            )
