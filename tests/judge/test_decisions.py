"""What waivers let stand, what voids them, and what the report says of them."""

from dataclasses import replace
from datetime import date

import pytest

from auditor.judge.decisions import decided
from auditor.knowledge.rules import load_rules
from auditor.load.document import document
from auditor.load.source import Source, SourceFormat
from auditor.model.audit import Audit
from auditor.model.beside import passages_beside
from auditor.model.listed import Listed
from auditor.model.waiver import Decision, Waiver
from auditor.model.words import Severity
from auditor.pipeline import audit

RULES = load_rules()
WRONG = "The bridge cost 5 million dollars."
RIGHT = "The bridge cost 6 million dollars."
SOURCE = "The bridge cost 6 million dollars, the town said."


def audited(article: str, *references: str) -> Audit:
    texts = [
        document(name, Source(f"{name}.md", words.encode(), SourceFormat.MARKDOWN))
        for name, words in (("article", article), *((f"r{n}", w) for n, w in enumerate(references)))
    ]
    return audit(texts[0], texts[1:], RULES)


@pytest.fixture(scope="module")
def marked() -> Audit:
    return audited(WRONG, SOURCE)


def waiver(report: Audit) -> Waiver:
    """Return a waiver of the one finding of a report, signed as the command signs it."""
    (item,) = report.findings
    return Waiver(
        fingerprint=item.fingerprint,
        decision=Decision.ACCEPTED,
        reason="The town has published the bill.",
        initials="AB",
        decided=date(2024, 1, 6),
        article="article.md",
        rule=item.finding.rule,
        text=item.finding.text,
        sentence=item.sentence.text if item.sentence else "",
        expected=item.finding.expected or "",
        passages=passages_beside(report, item),
    )


def counted(report: Audit) -> list[str]:
    return [item.finding.rule for item in report.unwaived]


def of_waivers(report: Audit) -> list[Listed]:
    return [item for item in report.findings if item.finding.rule.startswith("waiver-")]


def test_a_waiver_that_fits_lets_its_finding_stand_and_nothing_is_said(marked):
    report = decided(marked, [waiver(marked)], RULES)
    assert (counted(report), of_waivers(report), report.stale) == ([], [], ())


@pytest.mark.parametrize(
    ("references", "message"),
    [
        ([SOURCE, "It rained in Lund. The bridge cost 6 million dollars in all."], ""),
        (["THE BRIDGE cost 6 million dollars,\nthe town said."], ""),
        (
            ["The bridge cost 6 million dollars, the mayor said."],
            "is void: a passage that it was signed beside no longer stands in the references.",
        ),
        (
            ["The bridge cost 7 million dollars, the town said."],
            "is void: a passage that it was signed beside no longer stands in the references.",
        ),
    ],
)
def test_a_waiver_holds_while_the_passages_stand_that_it_was_signed_beside(
    marked, references, message
):
    report = decided(audited(WRONG, *references), [waiver(marked)], RULES)
    about = of_waivers(report)
    assert counted(report) == (["number-conflict", "waiver-changed"] if message else [])
    assert [message in item.finding.message for item in about] == ([True] if message else [])
    assert [(item.sentence and item.sentence.text, item.finding.severity) for item in about] == (
        [(WRONG, Severity.WARNING)] if message else []
    )


def test_a_waiver_is_void_where_the_references_have_other_words_instead(marked):
    signed = replace(waiver(marked), expected="7 million dollars")
    report = decided(marked, [signed], RULES)
    (told,) = of_waivers(report)
    assert told.finding.message == (
        "The waiver that AB signed on 6 January 2024 (number-conflict, “5 million dollars”) is "
        "void: the references had “7 million dollars” in this place and have “6 million dollars” "
        "now. It was let stand because: The town has published the bill."
    )
    assert (counted(report), report.stale) == (["number-conflict", "waiver-changed"], (signed,))


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"until": date(2024, 2, 1)}, []),
        ({"until": date(2024, 1, 31)}, ["number-conflict", "waiver-expired"]),
        ({"reason": ""}, ["number-conflict", "waiver-reasonless"]),
        ({"passages": None, "expected": ""}, ["waiver-unbound"]),
        ({"passages": ()}, []),
        ({"fingerprint": "0" * 32}, ["waiver-unused", "number-conflict"]),
        ({"fingerprint": "0" * 32, "article": "other.md"}, ["number-conflict"]),
        ({"fingerprint": "0" * 32, "rule": "support-not-found"}, ["number-conflict"]),
    ],
)
def test_what_is_wrong_with_a_waiver_is_a_finding_of_its_own(marked, changes, counts):
    signed = replace(waiver(marked), **changes)
    report = decided(marked, [signed], RULES, date(2024, 2, 1))
    assert counted(report) == counts


def test_a_rule_left_out_makes_no_waiver_unused(marked):
    rules = [rule for rule in RULES if rule.id != "number-conflict"]
    signed = replace(waiver(marked), fingerprint="0" * 32)
    assert of_waivers(decided(marked, [signed], rules)) == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (WRONG, "lets nothing stand: nothing of it is marked there any more."),
        ("The bridge cost 4 million dollars.", "its sentence no longer stands in the article."),
    ],
)
def test_an_unused_waiver_is_told_with_what_changed(marked, sentence, why):
    signed = replace(waiver(marked), fingerprint="0" * 32, sentence=sentence)
    (told,) = of_waivers(decided(marked, [signed], RULES))
    assert (told.finding.severity, told.sentence) == (Severity.NOTE, None)
    assert why in told.finding.message


@pytest.mark.parametrize(
    ("article", "counts"),
    [
        ("<!-- audit: allow number-conflict the bill -->\n{}\n\nIt rained.", []),
        ("{} <!-- audit: allow number-conflict the bill -->", []),
        (
            "<!-- audit: allow number-conflict -->\n{}",
            ["waiver-reasonless", "number-conflict"],
        ),
        (
            "<!-- audit: allow date-conflict the bill -->\n{}",
            ["waiver-unused", "number-conflict"],
        ),
        (
            "<!-- audit: allow number-conflict the bill -->\nIt rained in Lund.\n\n{}",
            ["waiver-unused", "number-conflict"],
        ),
        ("{}\n\n<!-- audit: allow number-conflict why -->", ["number-conflict", "waiver-unused"]),
        ("<!-- audit: allow nmber-conflict why -->\n{}", ["waiver-unused", "number-conflict"]),
    ],
)
def test_a_comment_lets_findings_of_its_rule_stand_in_its_paragraph(article, counts):
    report = decided(audited(article.format(WRONG), SOURCE, "It rained in Lund."), (), RULES)
    assert [rule for rule in counted(report) if not rule.startswith("support-")] == counts


def test_a_comment_that_lets_stand_is_told_as_a_waiver_of_the_article():
    report = decided(
        audited(f"<!-- audit: allow number-conflict the bill says so -->\n{WRONG}", SOURCE),
        (),
        RULES,
    )
    (item,) = [item for item in report.findings if item.waiver]
    assert item.waiver
    assert (item.waiver.is_inline, item.waiver.reason) == (True, "the bill says so")


def test_no_rule_of_that_name_is_told_with_the_way_to_the_list():
    report = decided(
        audited(f"<!-- audit: allow nmber-conflict why -->\n{RIGHT}", SOURCE), (), RULES
    )
    (told,) = of_waivers(report)
    assert told.finding.message == (
        "The comment in the article that allows nmber-conflict lets nothing stand: "
        "no rule is called nmber-conflict; `audit rules` lists them."
    )
