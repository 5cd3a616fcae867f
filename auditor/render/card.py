"""A finding as a card: what is wrong, what stands there instead, why it matters, the proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model.beside import passages_of
from auditor.model.document import Document, in_file, is_unbroken
from auditor.model.evidence import Evidence
from auditor.model.finding import Edit, Finding
from auditor.model.listed import KNOWN, Listed
from auditor.model.quote import Rung
from auditor.model.rule import Rule
from auditor.model.text import Sentence
from auditor.model.waiver import Waiver
from auditor.model.words import Category
from auditor.render import labels
from auditor.render.corrections.suggestion import suggestion
from auditor.render.rubric import beside_finding
from auditor.render.shown_passages import PassageView, Shelf, distinct

AROUND = 48
"""Characters of the sentence shown on each side of a suggested correction."""

PASSAGES_SHOWN = 4
"""Passages shown beside one finding or sentence; more drown the proof."""

RUNGS: dict[str, str] = {
    Rung.VERBATIM: "The reference’s own words",
    Rung.COSMETIC: "The reference’s words, other marks",
    Rung.EDITED: "The reference’s words, edited",
    Rung.ALTERED: "Edited so that the meaning changes",
    Rung.STITCHED: "Put together from distant places",
    Rung.PROMOTED: "Reported speech in the reference, not a quotation",
    Rung.NARRATED: "The reporter’s words, said by nobody",
    Rung.FABRICATED: "In no reference",
}
"""What each rung of the ladder of quotes means; an unknown rung is shown as it is."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The words that could stand in the article instead, between their neighbours.

    Attributes:
        start, end: what they replace, in code points of the article's file.
    """

    before: str
    struck: str
    inserted: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuoteView:
    """What is known of a quote: its rung in words, the speakers, the differences if any."""

    rung: str
    speakers: tuple[tuple[str, str], ...]
    diff: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as a card.

    Attributes:
        severity: ``waived`` where a waiver lets the finding stand; `weight` is what it is without.
        searched: where words that no reference has were looked for, "" for other findings.
        waiver: None while the finding is open.
        decision, decided, until: why the waiver lets it stand, since when and how long, ""
            without one.
        standing: why it does not count, "" where it does.
        bound: digests of the passages that a waiver of it is bound to, space-separated.
        record_url: where a known fact is recorded, "" for other findings.
        why: why editors care, "" where the rule is not among those that ship.
        source, source_url: the citation of the rule and, where it is one, its link.
        note: the whole as plain text, to be copied.
    """

    id: str
    fingerprint: str
    rule: str
    category: str
    category_label: str
    line: str
    severity: str
    weight: str
    severity_label: str
    text: str
    message: str
    record_url: str
    expected: str
    expected_label: str
    correction: Correction | None
    quote: QuoteView | None
    why: str
    source: str
    source_url: str
    searched: str
    passages: tuple[PassageView, ...]
    note: str
    waiver: Waiver | None
    decision: str
    decided: str
    until: str
    standing: str
    bound: str


def finding_view(
    item: Listed, rules: Mapping[str, Rule], shelf: Shelf, linked: Sequence[Evidence] = ()
) -> FindingView:
    """Return one finding as a card; `linked` is the evidence of its sentence."""
    finding = item.finding
    rule = rules.get(finding.rule)
    source, source_url = _citation(rule.source if rule else "")
    message, record_url = _message(finding)
    around = item.sentence.text if item.sentence else finding.text
    passages = tuple(
        shelf.show(evidence, beside_finding(evidence, finding), around, finding.expected or "")
        for evidence in list(distinct(finding.evidence))[:PASSAGES_SHOWN]
    )
    return FindingView(
        id=item.id,
        fingerprint=item.fingerprint,
        rule=finding.rule,
        category=finding.category.value,
        category_label=labels.CATEGORIES[finding.category],
        line=labels.LINES.get(finding.category, labels.OTHER_LINE),
        severity=item.state,
        weight=_weight(item),
        severity_label=labels.severity(finding, item.waiver, item.known),
        text=finding.text,
        message=message,
        record_url=record_url,
        expected=finding.expected or "",
        expected_label=labels.EXPECTED_LABELS.get(finding.category, labels.REFERENCES_SAY),
        correction=_correction(finding, item.sentence, shelf.article),
        quote=_quote(finding),
        why=rule.why if rule else "",
        source=source,
        source_url=source_url,
        searched=_searched(finding, len(shelf.texts)),
        passages=passages,
        note=_note(item, passages),
        waiver=item.waiver,
        decision=labels.DECISIONS[item.waiver.decision] if item.waiver else "",
        decided=labels.day(item.waiver.decided) if item.waiver else "",
        until=labels.day(item.waiver.until) if item.waiver else "",
        standing=labels.standing(item),
        bound=" ".join(passages_of(finding.evidence or linked, shelf.texts)),
    )


def _weight(item: Listed) -> str:
    """Return what a finding counts as once an editor reopens it; words of the article stay."""
    if item.waiver and not item.waiver.is_inline:
        return KNOWN if item.known else item.finding.severity.value
    return item.state


def _citation(source: str) -> tuple[str, str]:
    """Return a rule's source in words, and the web address that it begins with, "" for none."""
    first, _, rest = source.partition(" ")
    address = web_address(first)
    return (rest.strip(" ()") or "source", address) if address else (source, "")


def _message(finding: Finding) -> tuple[str, str]:
    """Return what the card says, and the web address that ends it where a fact base speaks.

    Other messages hold words of the article and the references, whose addresses stay text.
    """
    message = labels.message(finding)
    start, _, last = message.rpartition(" ")
    if finding.category is Category.KNOWN_FACT and web_address(last):
        return start.removesuffix(" See"), web_address(last)
    return message, ""


def web_address(text: str) -> str:
    """Return `text` if it is an http or https address and nothing else, else ""."""
    scheme, colon, rest = text.strip().partition("://")
    is_link = colon and scheme.lower() in {"http", "https"} and rest and not rest.split()[1:]
    return text.strip() if is_link else ""


def _correction(
    finding: Finding, sentence: Sentence | None, article: Document | None
) -> Correction | None:
    """Return a correction that fits, None also where marks of the file stand between its words."""
    fit = suggestion(finding, sentence)
    if sentence is None or fit is None:
        return None
    if article is not None and not is_unbroken(article, fit.start, fit.end):
        return None
    place = in_file(article, fit.start, fit.end) if article else (fit.start, fit.end)
    start, end = fit.start - sentence.start, fit.end - sentence.start
    return Correction(
        before=_tail(sentence.text[:start]),
        struck=sentence.text[start:end],
        inserted=fit.words,
        after=_head(sentence.text[end:]),
        start=place[0],
        end=place[1],
    )


def _tail(text: str) -> str:
    """Return the last words of `text`, with an ellipsis where it is cut."""
    if len(text) <= AROUND:
        return text
    return "…" + text[-AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    """Return the first words of `text`, with an ellipsis where it is cut."""
    if len(text) <= AROUND:
        return text
    return text[:AROUND].rpartition(" ")[0] + "…"


def _searched(finding: Finding, references: int) -> str:
    """Return where words were looked for that no reference has, "" where that is not the matter."""
    rung = finding.quote.rung if finding.quote else ""
    is_name = finding.category in {Category.NAME, Category.PLACE}
    if finding.expected or not (rung == Rung.FABRICATED or is_name):
        return ""
    return f"Not in any of {references} references" if references > 1 else "Not in the reference"


def _quote(finding: Finding) -> QuoteView | None:
    if finding.quote is None:
        return None
    quote = finding.quote
    speakers = (
        ("Article’s speaker", quote.speaker_article),
        ("Reference’s speaker", quote.speaker_reference),
    )
    return QuoteView(
        rung=RUNGS.get(quote.rung, quote.rung),
        speakers=tuple(pair for pair in speakers if pair[1]),
        diff=quote.diff if any(edit.kind != "kept" for edit in quote.diff) else (),
    )


def _note(item: Listed, passages: Sequence[PassageView]) -> str:
    finding = item.finding
    kind = labels.severity(finding, item.waiver, item.known)
    about = labels.CATEGORIES[finding.category].lower()
    lines = [f"{kind}, {about} ({finding.rule}): {finding.message}"]
    if item.waiver:
        lines.append(f"Decision: {labels.waived(item.waiver)}")
    elif item.known:
        lines.append(labels.KNOWN[item.known].capitalize())
    if finding.text:
        lines.append(f"Words: “{finding.text}”")
    if item.sentence and item.sentence.text != finding.text:
        lines.append(f"Sentence: {item.sentence.text}")
    if finding.expected:
        said = labels.EXPECTED_LABELS.get(finding.category, labels.REFERENCES_SAY)
        lines.append(f"{said}: {finding.expected}")
    for passage in passages[:2]:
        where = f"{passage.source} ({passage.details})" if passage.details else passage.source
        lines.append(f"Source: {where}: “{passage.text}”")
    return "\n".join(lines)
