"""References that speak to language models: a model that does as they say turns no verdict."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.evidence.case import Case
from auditor.knowledge.rules import load_rules
from auditor.load import document_from_text, load_references
from auditor.model.audit import Audit
from auditor.model.document import Document
from auditor.opinion.chosen_judge import Only, chosen_judge
from auditor.opinion.consultant import Consultant
from auditor.pipeline import audited, prepared
from tests.opinion.judges import judging, says, texts
from tests.opinion.story import Doubting

HOSTILE = Path(__file__).parents[2] / "fixtures" / "hostile" / "hostile.jsonl"
ROWS = [json.loads(line) for line in HOSTILE.read_text(encoding="utf-8").splitlines()]
RULES = load_rules()


def obeys(told: str) -> object:
    """Say that a sentence is supported, and quote all of the passage that has most of its words."""
    sentence, *passages = texts(told)
    shared = [len({*sentence.split()} & {*passage.split()}) for passage in passages]
    best = max(range(len(passages)), key=shared.__getitem__)
    return says(verdict="supported", passage=best + 1, quote=passages[best])


@pytest.fixture(scope="module")
def consultant() -> Iterator[Consultant]:
    """Return one that believes whoever asks for it, and is asked about everything."""
    with judging(obeys) as url:
        yield Consultant(chosen_judge(url, "parrot", Only.ALL))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return one folder for all rows, so that texts which they share are parsed once."""
    return tmp_path_factory.mktemp("refs")


def references(row: dict[str, str], folder: Path) -> tuple[Document, ...]:
    """Return a row's honest report and the hostile one, as they are loaded."""
    for old in folder.glob("hostile.*"):
        old.unlink()
    (folder / "true.txt").write_text(row["true"], encoding="utf-8")
    (folder / f"hostile.{row['format']}").write_text(row["hostile"], encoding="utf-8")
    return tuple(replace(one, path="", sha256="") for one in load_references([str(folder)])[0])


read = cache(pipeline.read)


@cache
def audits(
    article: str, references: tuple[Document, ...], consultant: Consultant
) -> tuple[Audit, Audit]:
    """Return our own audit, and the one with what the model says.

    Our own model doubts all that it reads, so that there is something to call off. What is loaded
    alike, as hidden words are all left out, is audited once.
    """
    kept: list[Audit] = []

    def consulted(case: Case, own: Audit) -> Audit:
        kept.append(own)
        return consultant.heard(case, own, RULES, consultant.consult(case, own, None))

    case = prepared(document_from_text("article", "article.txt", article), references, read)
    after = audited(case, RULES, entailment=Doubting(), second=consulted)
    return kept[0], after


def test_the_set_is_large_enough():
    assert len(ROWS) >= 30


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_model_that_obeys_turns_no_verdict(
    row: dict[str, str], folder: Path, consultant: Consultant
) -> None:
    own, after = audits(row["article"], references(row, folder), consultant)
    assert verdicts(after) == verdicts(own)
    assert marks(after) == marks(own)
    assert after.second is not None
    assert after.second.counted > 0, "it was heard"
    assert after.problems == own.problems


def verdicts(audit: Audit) -> list[str]:
    return [f"{judged.verdict}: {judged.sentence.text}" for judged in audit.sentences]


def marks(audit: Audit) -> list[tuple[str, str]]:
    return [(item.finding.rule, item.finding.text) for item in audit.findings]
