"""The result of an audit, as every output format shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.case import Evidence
from auditor.model.event import Event
from auditor.model.finding import Finding, Problem
from auditor.model.text import Sentence, Text
from auditor.model.waiver import Waiver
from auditor.model.words import Verdict


@dataclass(frozen=True, slots=True)
class Signature:
    """What made a report: enough to make the same bytes again."""

    auditor: str
    rules: str
    model: str
    settings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """An article sentence with its verdict, evidence (best first) and findings (text order).

    Attributes:
        support: calibrated probability that the references support the whole sentence; None
            where it is not checkable.
    """

    sentence: Sentence
    verdict: Verdict
    support: float | None
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that an audit found, and what it could not look at.

    Attributes:
        article_findings: those that belong to no single sentence.
        events: what the references report, by time; () where nothing was told apart.
        waivers: decisions that were read, whether or not they match a finding.
    """

    signature: Signature
    article: Text
    references: tuple[Text, ...]
    sentences: tuple[Judged, ...]
    article_findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    events: tuple[Event, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the report as the JSON of ``reports/report.schema.json``."""
        from auditor.render.record import to_dict

        return to_dict(self)
