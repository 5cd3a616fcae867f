"""Verdicts follow from the findings by one table."""

from dataclasses import replace

import pytest

from auditor.judge.verdict import judge
from auditor.model.evidence import Evidence, Link
from auditor.model.finding import Finding
from auditor.model.text import Sentence, Token
from auditor.model.words import Category, SentenceKind, Severity, Stance, Verdict


def sentence(text: str, kind: SentenceKind = SentenceKind.PROSE) -> Sentence:
    """Return a sentence of one verb, which asserts something."""
    verb = Token(0, len(text), text, text, "VERB", "VBD", "ROOT", 0, "", False)
    return Sentence("s1", 0, len(text), text, kind, 0, (verb,))


def finding(implies: Verdict | None, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("rule", Category.NAME, severity, 0, 4, "Fire", "message", implies=implies)


CLOSE = (Evidence("r1", 0, 4, "Fire", Stance.SUPPORTS, 0.9),)


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ([], Verdict.SUPPORTED),
        ([finding(None)], Verdict.SUPPORTED),
        ([finding(Verdict.CONTRADICTED, Severity.NOTE)], Verdict.SUPPORTED),
        ([finding(Verdict.PARTIAL, Severity.WARNING)], Verdict.PARTIAL),
        ([finding(Verdict.PARTIAL), finding(Verdict.UNSUPPORTED)], Verdict.UNSUPPORTED),
        ([finding(Verdict.UNSUPPORTED), finding(Verdict.CONTRADICTED)], Verdict.CONTRADICTED),
    ],
)
def test_the_worst_that_an_error_or_warning_implies_is_the_verdict(findings, verdict):
    assert judge(Link(sentence("Fire"), CLOSE, support=0.9), findings).verdict is verdict


def test_support_falls_with_what_is_found():
    link = Link(sentence("Fire"), CLOSE, support=0.9)
    supports = [
        judge(link, [finding(implied)]).support
        for implied in (None, Verdict.PARTIAL, Verdict.UNSUPPORTED, Verdict.CONTRADICTED)
    ]
    assert supports == sorted(supports, key=lambda value: -(value or 0))
    assert all(value is not None and 0 <= value <= 1 for value in supports)


@pytest.mark.parametrize("kind", [SentenceKind.BOILERPLATE])
def test_boilerplate_is_not_checkable_and_has_no_support(kind):
    judged = judge(Link(sentence("Share", kind), ()), [])
    assert (judged.verdict, judged.support) == (Verdict.NOT_CHECKABLE, None)


@pytest.mark.parametrize("mark", ["'", "”", "...", "* * *"])
def test_marks_without_a_word_are_not_checkable(mark):
    judged = judge(Link(sentence(mark), ()), [])
    assert (judged.verdict, judged.support) == (Verdict.NOT_CHECKABLE, None)


def test_what_is_not_checkable_is_no_hiding_place():
    judged = judge(
        Link(sentence("Share", SentenceKind.BOILERPLATE), ()), [finding(Verdict.PARTIAL)]
    )
    assert judged.verdict is Verdict.PARTIAL


def test_a_note_lowers_support_a_little_unless_it_is_about_the_references():
    link = Link(sentence("Fire"), CLOSE, support=0.9)
    hint = finding(Verdict.CONTRADICTED, Severity.NOTE)
    about = replace(hint, category=Category.REFERENCE)
    free, noted, told = (judge(link, found).support for found in ([], [hint], [about]))
    assert free == told
    assert noted is not None
    assert free is not None
    assert 0.5 * free < noted < free
