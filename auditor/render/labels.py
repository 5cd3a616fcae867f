"""The words that people read for verdicts, categories, severities, stances and dates."""

from datetime import date

from auditor.model.audit import Audit
from auditor.model.calendar import day_in_words
from auditor.model.finding import Finding
from auditor.model.listed import KnownBy, Listed
from auditor.model.second_opinion import SecondOpinion
from auditor.model.waiver import Decision, Waiver
from auditor.model.words import Category, Severity, Verdict

VERDICTS = {
    Verdict.CONTRADICTED: "Contradicted",
    Verdict.UNSUPPORTED: "Unsupported",
    Verdict.PARTIAL: "Partly supported",
    Verdict.SUPPORTED: "Supported",
    Verdict.NOT_CHECKABLE: "Not checkable",
}
"""Gravest first. What stands over a sentence may say less than its verdict: `rubric.py`."""

CATEGORIES = {
    Category.NAME: "Name",
    Category.PLACE: "Place",
    Category.DATE: "Date",
    Category.NUMBER: "Number",
    Category.QUOTE: "Quotation",
    Category.ATTRIBUTION: "Attribution",
    Category.NEGATION: "Negation",
    Category.ROLE: "Role",
    Category.CERTAINTY: "Certainty",
    Category.EVENT: "Event",
    Category.INTERNAL: "Inconsistency",
    Category.KNOWN_FACT: "Known fact",
    Category.SUPPORT: "Support",
    Category.REFERENCE: "References",
}
"""What a finding is about; some labels wait for a rule."""

LINES = {
    Category.NAME: "who",
    Category.ROLE: "who",
    Category.ATTRIBUTION: "who",
    Category.QUOTE: "words",
    Category.DATE: "when",
    Category.NUMBER: "figure",
    Category.PLACE: "where",
}
"""The underline of a category; the others share `OTHER_LINE`, since CSS knows five lines."""

OTHER_LINE = "what"
"""The underline of categories that have none of their own."""

EXPECTED_LABELS = {
    Category.KNOWN_FACT: "Known",
    Category.INTERNAL: "Elsewhere in the article",
    Category.NEGATION: "As the references have it",
}
"""What introduces an expected value; where nothing is said, `REFERENCES_SAY`."""

REFERENCES_SAY = "The references say"
"""What introduces the expected value of most findings."""

SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
"""How grave a finding is; a waived one is called so (`severity`)."""

DECISIONS = {
    Decision.ACCEPTED: "right, but the words stay",
    Decision.DISMISSED: "a false alarm",
}
"""Why a waived finding stands."""

PROMISE = "“Supported” means supported by the references, not necessarily true."
"""What a reader may take a verdict for."""

RULES_ALONE = "Rules alone read this article, without the entailment model."
"""Added to the promise where no model took part."""


def promise(audit: Audit) -> str:
    """Return what a reader may take the report for."""
    off = len(audit.signature.settings.get("disable", "").split())
    words = (
        PROMISE,
        _searched(audit),
        RULES_ALONE if audit.signature.model == "none" else "",
        f"{counted(off, 'rule')} {'was' if off == 1 else 'were'} switched off." if off else "",
        second_opinion(audit.second) if audit.second else "",
    )
    return " ".join(word for word in words if word)


def second_opinion(second: SecondOpinion) -> str:
    """Return what was put to a language model, and what became of its answers."""
    references = len({passage.reference for passage in second.passages})
    left = sum(number for _, number in second.dropped)
    why = "; ".join(f"{number}: {reason}" for reason, number in second.dropped)
    fates = (
        f"{counted(second.counted, 'answer')} {'counts' if second.counted == 1 else 'count'}",
        f"{second.undecided} undecided" if second.undecided else "",
        f"{left} dropped ({why})" if left else "",
        f"{second.unanswered} never came" if second.unanswered else "",
    )
    return (
        f"Asked for a second opinion, {second.model} at {second.server} was sent "
        f"{counted(len(second.sentences), 'sentence')} and "
        f"{counted(len(second.passages), 'passage')} of {counted(references, 'reference')}: "
        f"{', '.join(fate for fate in fates if fate)}."
    )


def _searched(audit: Audit) -> str:
    """Return how many references were not read closely, "" where all were."""
    searched = len(audit.searched)
    if not searched:
        return ""
    every = f"Of {len(audit.loaded):,} references {searched:,}"
    near, were = ("holds", "was") if searched == 1 else ("hold", "were")
    return f"{every} {near} nothing near the article and {were} searched, not read closely."


def message(finding: Finding) -> str:
    """Return the message as a sentence, without marked words that the reader sees above it."""
    rest = finding.message.removeprefix(f"“{finding.text}” – ")
    return f"{rest[:1].upper()}{rest[1:]}"


def day(value: date | None) -> str:
    """Return a date as ``6 January 2024``, "" for none; the same in every locale."""
    return day_in_words(value) if value else ""


KNOWN = {
    KnownBy.BASELINE: "known: the baseline has it",
    KnownBy.UNCHANGED: "known: neither its sentence nor its passages changed",
}
"""Why a finding that nobody waived does not count."""


def severity(finding: Finding, waiver: Waiver | None, known: KnownBy | None = None) -> str:
    """Return ``Error``, or ``Waived error``, or ``Known error``."""
    label = SEVERITIES[finding.severity]
    if waiver:
        return f"Waived {label.lower()}"
    return f"Known {label.lower()}" if known else label


def standing(item: Listed) -> str:
    """Return why a finding does not count, "" where it does."""
    if item.waiver:
        return waived(item.waiver)
    return KNOWN[item.known] if item.known else ""


def waived(waiver: Waiver) -> str:
    """Return ``waived by AB, 6 January 2024: reason``, or that the article itself waives it."""
    if waiver.is_inline:
        return f"waived in the article: {waiver.reason}"
    until = f", until {day(waiver.until)}" if waiver.until else ""
    return f"waived by {waiver.initials}, {day(waiver.decided)}{until}: {waiver.reason}"


def counted(number: int, noun: str) -> str:
    """Return ``no errors``, ``1 error`` or ``9 errors``."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
