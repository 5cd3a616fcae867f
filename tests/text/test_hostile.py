"""Hostile references: nothing that they hide or order becomes evidence, or turns a verdict."""

import json
from functools import cache
from pathlib import Path

import pytest

from auditor.checks.sources.check import check
from auditor.evidence.align import unlinked
from auditor.knowledge.rules import load_rules, rules_of
from auditor.load.document import document
from auditor.load.source import FORMATS, Source
from auditor.model.audit import Audit
from auditor.model.document import Document
from auditor.model.text import Text
from auditor.model.words import Verdict
from auditor.pipeline import audit
from auditor.text.heeded import heeded
from auditor.text.segment import segment

FOLDER = Path(__file__).parents[2] / "fixtures" / "hostile"
RULES = load_rules()

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    lines = (FOLDER / name).read_text(encoding="ascii").splitlines()
    return [json.loads(line) for line in lines]


def read(name: str, text: str, suffix: str = "txt") -> Document:
    path = f"{name}.{suffix}"
    return document(name, Source(path, text.encode(), FORMATS[f".{suffix}"]))


def told(text: str, suffix: str) -> tuple[Text, set[str]]:
    """Return a reference as it is compared, and the rules that speak of it."""
    (reference,) = heeded([segment(read("r1", text, suffix))])
    case = unlinked(Text(read("article", "Some words."), ()), [reference])
    return reference, {finding.rule for finding in check(case, rules_of(RULES, "sources"))}


@pytest.mark.parametrize("row", rows("hostile.jsonl"), ids=lambda row: row["name"])
def test_what_a_reference_hides_or_orders_is_told_and_no_evidence(row: Row) -> None:
    reference, rules = told(row["hostile"], row["format"])
    assert rules == set(row["rules"])
    assert row["wrong"].casefold() not in reference.document.text.casefold()
    assert all(sentence.text in reference.document.text for sentence in reference.sentences)


@pytest.mark.parametrize("row", rows("near.jsonl"), ids=lambda row: row["name"])
def test_what_is_honest_is_not_told_and_stays_evidence(row: Row) -> None:
    reference, rules = told(row["reference"], row["format"])
    assert rules == set()
    assert reference.set_aside == ()
    assert row["stays"] in reference.document.text


@cache
def beside(article: str, *references: tuple[str, str]) -> Audit:
    documents = [read(f"r{n}", text, suffix) for n, (text, suffix) in enumerate(references, 1)]
    return audit(read("article", article), documents, RULES)


@pytest.mark.slow
@pytest.mark.parametrize("row", rows("hostile.jsonl"), ids=lambda row: row["name"])
def test_a_hostile_reference_turns_no_verdict(row: Row) -> None:
    honest = (row["true"], "txt")
    before = beside(row["article"], honest, (row["shown"], "txt"))
    after = beside(row["article"], honest, (row["hostile"], row["format"]))
    assert after.problems == ()
    verdicts = {judged.sentence.text: judged.verdict for judged in after.sentences}
    assert verdicts == {judged.sentence.text: judged.verdict for judged in before.sentences}
    assert verdicts[row["wrong"]] is not Verdict.SUPPORTED
