"""The report on an article, as programs get it: findings, problems, and every format."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import AuditError
from auditor.judge.known import with_known
from auditor.load.baseline import load_baseline
from auditor.load.revision import changes_since
from auditor.model.audit import Audit
from auditor.model.finding import Finding, Problem
from auditor.render.formats import render
from auditor.render.record import to_dict
from auditor.write.targets import SUFFIXES


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit says, for other programs.

    Attributes:
        audit: everything that was found, with verdict and evidence of each sentence.
    """

    audit: Audit

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings that count, in document order.

        Those that a waiver lets stand, or that were there before, are left out; `audit.findings`
        has them as well.
        """
        return tuple(item.finding for item in self.audit.unwaived)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what was not checked, and why."""
        return self.audit.problems

    @property
    def is_complete(self) -> bool:
        """Tell whether everything was checked; without findings, it is clean only then."""
        return not self.audit.problems

    def render(self, format_: str = "text") -> str:
        """Return the report as the command writes it.

        Args:
            format_: ``text`` (100 columns, no colour), ``html``, ``json``, ``markdown``,
                ``sarif``, ``github``, ``gitlab`` or ``junit``.

        Raises:
            AuditError: if there is no such format.
        """
        if format_ not in SUFFIXES:
            raise AuditError(f"{format_!r} is no format; say one of {', '.join(SUFFIXES)}")
        return render(format_, self.audit)

    def to_dict(self) -> dict[str, object]:
        """Return the report as the JSON of ``reports/report.schema.json``."""
        return to_dict(self.audit)

    def compared(self, baseline: Sequence[Path | str] = (), since: str | None = None) -> "Report":
        """Return the report in which findings that were there before do not count.

        Args:
            baseline: JSON reports of an earlier run, or folders of such: what they have is known.
            since: a git revision: what changed neither in the article nor in a reference is known.

        Raises:
            AuditError: if a file is no report, or git does not know the revision.
        """
        document = self.audit.article.document
        documents = (document, *self.audit.loaded)
        changes = changes_since(since, documents) if since is not None else None
        known = load_baseline(map(Path, baseline), document.path) if baseline else None
        return Report(with_known(self.audit, known, changes))
