"""``audit waive ARTICLE:FINDING --reason … --by NAME``: let a finding stand, on the record."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import new_app
from auditor.commands.judge import NO_LIMITS, JudgeLock, JudgeModel, JudgeOnly, JudgeUrl, chosen
from auditor.errors import AuditError
from auditor.model.waiver import Decision
from auditor.write.ending import CLEAN
from auditor.write.streams import say, show

if TYPE_CHECKING:
    from auditor.judge.signing import Signed
    from auditor.model.audit import Audit
    from auditor.model.listed import Listed
    from auditor.run import Request

app = new_app()

EPILOG = """
A finding is named as the terminal names it: ARTICLE:50cbea46, or ARTICLE:f3 by its number in the
report. The article is audited again, so that what is signed is what stands there now. The waiver
goes into audit.waivers.toml in the root of the repository; `audit waivers` shows them all.
"""
"""What ``audit waive --help`` ends with."""

Refs = Annotated[list[str] | None, typer.Option(metavar="PATH_OR_URL", help="As of the audit.")]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="As of the audit.")]
NoModel = Annotated[bool, typer.Option("--no-model", help="As of the audit.")]
Offline = Annotated[bool, typer.Option("--offline", help="Fetch nothing.")]


@app.command(epilog=EPILOG)
def waive(
    findings: Annotated[
        list[str], typer.Argument(metavar="FINDING...", help="As ARTICLE:50cbea46 or ARTICLE:f3.")
    ],
    reason: Annotated[str, typer.Option(help="Why it may stand.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides so.")],
    until: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="The last day on which it holds."),
    ] = None,
    dismiss: Annotated[
        bool,
        typer.Option(
            "--dismiss/--accept",
            help="A false alarm, or right but the words stay.  [default: accept]",
            show_default=False,
        ),
    ] = False,
    refs: Refs = None,
    config: Config = None,
    no_model: NoModel = False,
    offline: Offline = False,
    judge: JudgeUrl = None,
    judge_model: JudgeModel = None,
    judge_only: JudgeOnly = None,
    judge_lock: JudgeLock = None,
) -> Callable[[], int]:
    """Let findings stand: they stay visible with the reason, and no longer fail the audit."""
    from auditor.judge.signing import Signed

    signature = Signed(
        by=_said("--by", by),
        reason=_said("--reason", reason),
        decision=Decision.DISMISSED if dismiss else Decision.ACCEPTED,
        decided=date.today(),
        until=until.date() if until else None,
    )
    if signature.until and signature.until < signature.decided:
        raise AuditError(f"--until {signature.until}: lies in the past; name a day to come")
    request = replace(
        asked(refs, config, no_model, offline),
        judge=chosen(
            judge,
            judge_model,
            judge_only,
            NO_LIMITS,
            offline=offline,
            is_kept=judge_lock is not None,
        ),
        judge_lock=judge_lock,
    )
    return partial(_waive, findings, signature, request)


def asked(
    refs: Sequence[str] | None, config: Path | None, no_model: bool, offline: bool
) -> "Request":
    """Return what an audit is asked for that writes no report."""
    from auditor.run import Request

    return Request(
        articles=(),
        refs=tuple(refs or ()),
        formats=(),
        output=None,
        fail_on=None,
        waivers=(),
        config=config,
        model=not no_model,
        cache=True,
        offline=offline,
        open_report=False,
    )


def _said(option: str, words: str) -> str:
    said = " ".join(words.split())
    if not said:
        raise AuditError(f"{option}: must not be empty; the next editor reads it")
    return said


def _waive(findings: Sequence[str], signature: "Signed", request: "Request") -> int:
    from auditor.run import auditing

    wanted = _by_article(findings)
    audit = auditing(request)
    reports = [(article, keys, audit(article)) for article, keys in wanted.items()]
    for article, keys, report in reports:
        _sign(article, keys, report, signature)
    return CLEAN


def _by_article(findings: Sequence[str]) -> dict[Path, list[str]]:
    """Return what is asked for of each article, in the order given.

    Raises:
        AuditError: if an article is not named.
    """
    wanted: dict[Path, list[str]] = {}
    for finding in dict.fromkeys(findings):
        article, _, key = finding.rpartition(":")
        if not (article and key):
            raise AuditError(f"{finding}: name article and finding, as in story.md:50cbea46")
        wanted.setdefault(Path(article), []).append(key)
    return wanted


def _sign(article: Path, keys: Sequence[str], report: "Audit", signature: "Signed") -> None:
    """Add the waivers of one article's findings to the record and tell which these are."""
    from auditor.load.record_of_waivers import record
    from auditor.write.sign_off import sign_off

    is_new = not record(article).exists()
    file, items = sign_off(article, keys, report, signature)
    show("".join(f"{_told(article, item, signature)}\n" for item in items))
    say(f"waivers: {file}")
    if is_new:
        _recommend(file)


def _told(article: Path, item: "Listed", signature: "Signed") -> str:
    from auditor.render import labels
    from auditor.render.safe import line

    finding = item.finding
    words = f" “{finding.text}”" if finding.text else ""
    until = f" until {labels.day(signature.until)}" if signature.until else ""
    why = labels.DECISIONS[signature.decision]
    kind = f"{labels.SEVERITIES[finding.severity].lower()} {finding.rule}"
    return line(f"{article}: {kind}{words} may stand{until}: {why}")


def _recommend(file: Path) -> None:
    """Tell once how git merges two branches that each add a waiver."""
    from auditor.write.waiver_file import UNION

    attributes = file.parent / ".gitattributes"
    told = attributes.read_text("utf-8", "replace") if attributes.is_file() else ""
    if (file.parent / ".git").exists() and UNION not in told.splitlines():
        say(f"add this line to {attributes}, so that waivers of two branches merge: {UNION}")
