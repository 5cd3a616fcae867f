"""The rubric over a sentence, and the label of a passage: no graver than the findings."""

from enum import StrEnum

from auditor.knowledge.lexicon import lexicon
from auditor.model.audit import Judged
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Stance, Verdict
from auditor.render.highlights import folded_words


class Rubric(StrEnum):
    """What stands over a sentence, gravest first: the order of the filters and their keys."""

    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    PARTIAL = "partial"
    CHECK = "check"
    NOTED = "noted"
    WEAK = "weak"
    SUPPORTED = "supported"
    NOT_CHECKABLE = "not_checkable"


RUBRICS = {
    Rubric.CONTRADICTED: "Contradicted",
    Rubric.UNSUPPORTED: "Unsupported",
    Rubric.PARTIAL: "Partly supported",
    Rubric.CHECK: "Check this",
    Rubric.NOTED: "See the note",
    Rubric.WEAK: "Weakly supported",
    Rubric.SUPPORTED: "Supported",
    Rubric.NOT_CHECKABLE: "Not checkable",
}
"""The words of each."""

MEANINGS = {
    Rubric.CONTRADICTED: "The references say otherwise about the same thing.",
    Rubric.UNSUPPORTED: "No reference says this, and none denies it.",
    Rubric.PARTIAL: "The core is in the references; some words are in none of them.",
    Rubric.CHECK: "A warning: the references may say otherwise, or may not say this at all.",
    Rubric.NOTED: "Nothing fails or warns; a note says what was not found as it stands.",
    Rubric.WEAK: "Nothing denies this, but no passage says it plainly: read the nearest ones.",
    Rubric.SUPPORTED: "The references say this.",
    Rubric.NOT_CHECKABLE: "Opinion, prediction, question or text about the article itself.",
}
"""What each means, shown beside it."""

DENIALS = frozenset({Category.NEGATION, Category.SUPPORT})
"""Categories whose warnings say that a passage denies the sentence, not that a detail differs."""


class Bearing(StrEnum):
    """What a passage is labelled: its stance, but where that says more than is sure."""

    CONTRADICTS = "contradicts"
    COMPARE = "compare"
    MENTIONS = "mentions"
    SUPPORTS = "supports"


BEARINGS = {
    Bearing.CONTRADICTS: "Contradicts",
    Bearing.COMPARE: "Compare",
    Bearing.MENTIONS: "On the same subject",
    Bearing.SUPPORTS: "Supports",
}
"""The words of each."""


_QUIET = frozenset({Severity.NOTE})


def rubric(judged: Judged) -> Rubric:
    """Return what stands over the sentence; the verdict stays as it is.

    A verdict that only a warning implies is headed “check this”, unless it is a denial with its
    passage; notes about the article keep a sentence from being headed “supported”, and so does a
    model that leans against it.
    """
    if any(denies(finding) for finding in judged.findings):
        return Rubric.CONTRADICTED
    grave = {f.implies for f in judged.findings if f.severity is Severity.ERROR}
    if judged.verdict in grave:
        return Rubric(judged.verdict.value)
    own = {f.severity for f in judged.findings if f.category is not Category.REFERENCE}
    calm = judged.verdict in {Verdict.SUPPORTED, Verdict.NOT_CHECKABLE}
    if own - _QUIET or (judged.findings and not calm):
        return Rubric.CHECK
    if own:
        return Rubric.NOTED
    if judged.verdict is Verdict.SUPPORTED and judged.is_weak:
        return Rubric.WEAK
    return Rubric(judged.verdict.value)


def denies(finding: Finding) -> bool:
    """Tell whether a finding is sure enough to say “contradicted”.

    It is an error, or a denial that a passage proves.
    """
    if finding.implies is not Verdict.CONTRADICTED or finding.severity is Severity.NOTE:
        return False
    proved = any(passage.stance is Stance.CONTRADICTS for passage in finding.evidence)
    return finding.severity is Severity.ERROR or (finding.category in DENIALS and proved)


def beside_finding(passage: Evidence, finding: Finding) -> Bearing:
    """Return what a passage beside a finding is labelled; none “supports” what is marked."""
    if passage.stance is Stance.MENTIONS:
        return Bearing.MENTIONS
    return Bearing.CONTRADICTS if denies(finding) else Bearing.COMPARE


def beside_sentence(passage: Evidence, judged: Judged) -> Bearing:
    """Return what a passage beside a sentence is labelled.

    A passage “supports” only a sentence that is headed so, and never one that it denies: where one
    of the two has a word such as “not” and the other has none, an editor must compare them.
    """
    over = rubric(judged)
    if passage.stance is Stance.CONTRADICTS:
        return Bearing.CONTRADICTS if over is Rubric.CONTRADICTED else Bearing.COMPARE
    if passage.stance is Stance.MENTIONS or over is not Rubric.SUPPORTED:
        return Bearing.MENTIONS
    alike = _negates(passage.text) == _negates(judged.sentence.text)
    return Bearing.SUPPORTS if alike else Bearing.COMPARE


def _negates(text: str) -> bool:
    """Tell whether a text holds a word that denies, such as “no”, “without” or “isn’t”."""
    words = folded_words(text)
    return bool(words & set(lexicon("meaning")["negations"])) or "n't" in text.replace("’", "'")
