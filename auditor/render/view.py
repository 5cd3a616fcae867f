"""Everything that the HTML report shows, computed; the templates only loop and print."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model.audit import Audit
from auditor.model.finding import Problem
from auditor.model.listed import KNOWN, WAIVED, Listed
from auditor.model.rule import Rule
from auditor.model.words import Category, SentenceKind, Severity
from auditor.render import labels
from auditor.render.card import FindingView, finding_view
from auditor.render.gravest import Grave, gravest
from auditor.render.headline import ADVICE, Headline, headline
from auditor.render.rubric import MEANINGS, RUBRICS, rubric
from auditor.render.sentence_proof import Proof, proof
from auditor.render.shown_passages import shelf
from auditor.render.sources import EventView, SourceView, events, searched, sources
from auditor.render.story import StoryBlock, story

MENDED = "corrected"
"""The state of a finding whose words an editor put right on the page; no report is made with it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A count that filters when clicked.

    Attributes:
        key: the keyboard key, "" for none.
        line: the underline of a category.
        meaning: what the word means, "" where it needs no telling.
    """

    value: str
    label: str
    count: int
    key: str = ""
    line: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page.

    Attributes:
        disagreements: findings about the references, such as figures that differ.
        general: findings about the whole article.
        findings: how many there are, waived or not.
        advices: what to do in each state, for decisions made on the page.
        article: its text as a JSON string of ASCII alone, so that no reader alters a character.
    """

    title: str
    path: str
    sha256: str
    subtitle: str
    headline: Headline
    promise: str
    rubrics: tuple[Filter, ...]
    severities: tuple[Filter, ...]
    categories: tuple[Filter, ...]
    gravest: tuple[Grave, ...]
    blocks: tuple[StoryBlock, ...]
    proofs: tuple[Proof, ...]
    general: tuple[FindingView, ...]
    disagreements: tuple[FindingView, ...]
    events: tuple[EventView, ...]
    sources: tuple[SourceView, ...]
    searched: tuple[SourceView, ...]
    problems: tuple[Problem, ...]
    signature: tuple[tuple[str, str], ...]
    findings: int
    advices: tuple[tuple[str, str], ...]
    article: str


def page(audit: Audit, rules: Iterable[Rule]) -> Page:
    """Return what the page shows; `rules` tell why each finding matters."""
    by_id = {rule.id: rule for rule in rules}
    findings = audit.findings
    document = audit.article.document
    general = [item for item in findings if item.sentence is None]
    return Page(
        title=_title(audit),
        path=document.path,
        sha256=document.sha256,
        subtitle=_subtitle(audit),
        headline=headline(audit),
        promise=labels.promise(audit),
        rubrics=_rubrics(audit),
        severities=_severities(findings),
        categories=_categories(findings),
        gravest=gravest(audit, findings),
        blocks=story(audit, findings),
        proofs=_proofs(audit, by_id),
        general=_cards(audit, general, by_id, disagree=False),
        disagreements=_cards(audit, general, by_id, disagree=True),
        events=events(audit),
        sources=sources(audit),
        searched=searched(audit),
        problems=audit.problems,
        signature=_signature(audit),
        findings=len(findings),
        advices=tuple(ADVICE.items()),
        article=json.dumps(document.file_text or document.text),
    )


def _title(audit: Audit) -> str:
    """Return the article's title, else its first heading, else its path."""
    headings = (
        judged.sentence.text
        for judged in audit.sentences
        if judged.sentence.kind is SentenceKind.HEADING
    )
    document = audit.article.document
    return document.title or next(headings, document.path)


def _subtitle(audit: Audit) -> str:
    document = audit.article.document
    parts = (
        _title(audit),
        labels.day(document.published) or "date unknown",
        labels.counted(len(audit.sentences), "sentence"),
        f"checked against {labels.counted(len(audit.loaded), 'reference')}",
    )
    return " · ".join(part for part in parts if part)


def _rubrics(audit: Audit) -> tuple[Filter, ...]:
    given = [rubric(judged) for judged in audit.sentences]
    return tuple(
        Filter(one.value, label, given.count(one), key=str(n), meaning=MEANINGS[one])
        for n, (one, label) in enumerate(RUBRICS.items(), start=1)
        if one in given
    )


def _severities(findings: Iterable[Listed]) -> tuple[Filter, ...]:
    states = [item.state for item in findings]
    return tuple(
        Filter(state, _counted(state, states.count(state)), states.count(state))
        for state in (*Severity, WAIVED, KNOWN, MENDED)
    )


def _counted(state: str, number: int) -> str:
    """Return ``no errors``, ``1 error``, ``2 waived``, "" for none of what needs no mention."""
    if state in {Severity.ERROR, Severity.WARNING}:
        return labels.counted(number, state)
    if not number:
        return ""
    return labels.counted(number, state) if state == Severity.NOTE else f"{number} {state}"


def _categories(findings: Iterable[Listed]) -> tuple[Filter, ...]:
    categories = [item.finding.category for item in findings]
    return tuple(
        Filter(
            category.value,
            labels.CATEGORIES[category],
            categories.count(category),
            line=labels.LINES.get(category, labels.OTHER_LINE),
        )
        for category in Category
        if category in categories
    )


def _proofs(audit: Audit, rules: Mapping[str, Rule]) -> tuple[Proof, ...]:
    texts = shelf(audit.references, audit.article.document)
    return tuple(proof(audit, judged, rules, texts) for judged in audit.sentences)


def _cards(
    audit: Audit, findings: Iterable[Listed], rules: Mapping[str, Rule], *, disagree: bool
) -> tuple[FindingView, ...]:
    texts = shelf(audit.references, audit.article.document)
    return tuple(
        finding_view(item, rules, texts)
        for item in findings
        if (item.finding.category is Category.REFERENCE) == disagree
    )


def _signature(audit: Audit) -> tuple[tuple[str, str], ...]:
    signature = audit.signature
    return (
        ("auditor", signature.auditor),
        ("rules", signature.rules),
        ("language", signature.language),
        ("model", signature.model),
        *(sorted(signature.settings.items())),
        ("article", f"sha256:{audit.article.document.sha256}"),
    )
