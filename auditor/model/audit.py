"""The result of an audit, as every output format shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from auditor.model.document import Document
from auditor.model.event import Event
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding, Problem
from auditor.model.listed import KnownBy, Listed, listed
from auditor.model.retrieved import Retrieval
from auditor.model.second_opinion import SecondOpinion
from auditor.model.text import Sentence, Text
from auditor.model.waiver import Waiver
from auditor.model.words import Verdict


@dataclass(frozen=True, slots=True)
class Signature:
    """What made an audit: enough to make the same bytes again.

    Attributes:
        rules, model: digests; ``none`` where no entailment model took part.
        language: name, version and digest of the language model that parses.
    """

    auditor: str
    rules: str
    language: str
    model: str
    settings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """An article sentence with its verdict, evidence (best first) and findings (text order).

    Attributes:
        support: calibrated probability that the references support the whole sentence; None
            where it is not checkable.
        is_weak: the model finds it likelier that they do not.
    """

    sentence: Sentence
    verdict: Verdict
    support: float | None
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything that an audit found, and what it could not look at.

    Attributes:
        article_findings: those that belong to no single sentence.
        references: those that were read closely, in loading order.
        events: what the references report, by time; () where nothing was told apart.
        copies: references that are one text, the ids of each group.
        waivers: decisions that were read, whether or not they match a finding.
        void: those that match a finding and do not hold any more.
        known: by fingerprint, the findings that were there before.
        second: what a language model was asked, None where none was.
        searched: references that hold nothing near the article; their words were searched alone.
        retrievals: archives that references came from, and why each did.
        findings: all of them as outputs show them, by place; at one place the article's own come
            first. Listed here, so that no audit can be shown without them.
    """

    signature: Signature
    article: Text
    references: tuple[Text, ...]
    sentences: tuple[Judged, ...]
    article_findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    events: tuple[Event, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    waivers: tuple[Waiver, ...] = ()
    void: tuple[Waiver, ...] = ()
    known: Mapping[str, KnownBy] = field(default_factory=dict)
    second: SecondOpinion | None = None
    searched: tuple[Document, ...] = ()
    retrievals: tuple[Retrieval, ...] = ()
    findings: tuple[Listed, ...] = field(init=False)

    def __post_init__(self) -> None:
        """List the findings, once for all who ask."""
        object.__setattr__(self, "findings", listed(self._findings(), self.waivers, self.known))

    @property
    def loaded(self) -> tuple[Document, ...]:
        """Return every reference, read closely or not, in loading order."""
        every = (*(text.document for text in self.references), *self.searched)
        return tuple(sorted(every, key=lambda document: (len(document.id), document.id)))

    def _findings(self) -> Iterator[tuple[Finding, Sentence | None]]:
        for finding in self.article_findings:
            yield finding, None
        for judged in self.sentences:
            for finding in judged.findings:
                yield finding, judged.sentence

    @property
    def unwaived(self) -> tuple[Listed, ...]:
        """Return the findings that count: nobody let them stand, and they were not there before."""
        return tuple(item for item in self.findings if item.is_open)

    @property
    def stale(self) -> tuple[Waiver, ...]:
        """Return the waivers signed for this article that let nothing stand any more.

        One file may be given for several articles; waivers that name another article's file are
        not stale here.
        """
        matched = {item.fingerprint for item in self.findings}
        own = {"", PurePath(self.article.document.path).name}
        return self.void + tuple(
            waiver
            for waiver in self.waivers
            if waiver.fingerprint not in matched and PurePath(waiver.article).name in own
        )
