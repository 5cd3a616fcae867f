"""Of a Markdown article every place that is told is one of its file, marks and all."""

import json

import pytest

from auditor.api import Auditor
from auditor.render.position import Position, position
from auditor.render.record import to_dict
from auditor.render.sarif import to_sarif
from auditor.render.view import page

ARTICLE = """# Fire in the *harbour*

A **fire** in the [harbour](https://x.example/a) killed **five** people on *Tuesday*, police said.

The captain, **Anna** Berg, was hurt &amp; taken away.
"""
REFERENCE = """Two die in harbour fire

March 2, 2021

A **fire** in the harbour killed *two* people on Tuesday, police said. The captain, Nora Berg, \
was hurt and taken away.
"""


@pytest.fixture(scope="module")
def audit(tmp_path_factory):
    folder = tmp_path_factory.mktemp("marks")
    (folder / "a.md").write_text(ARTICLE)
    (folder / "r.md").write_text(REFERENCE)
    return Auditor(model=False).audit(folder / "a.md", references=[folder / "r.md"]).audit


def test_places_of_the_json_report_are_those_of_the_files(audit):
    record = json.loads(json.dumps(to_dict(audit)))
    found = [item for sentence in record["sentences"] for item in sentence["findings"]]
    assert [(i["rule"], i["text"], ARTICLE[i["start"] : i["end"]]) for i in found] == [
        ("number-conflict", "five", "five"),
        ("name-given-conflict", "Anna Berg", "Anna** Berg"),
    ]
    sentence = record["sentences"][1]
    assert sentence["text"] == ("A fire in the harbour killed five people on Tuesday, police said.")
    assert ARTICLE[sentence["start"] : sentence["end"]] == ARTICLE.splitlines()[2]
    best = sentence["evidence"][0]
    assert best["text"] == "A fire in the harbour killed two people on Tuesday, police said."
    assert REFERENCE[best["start"] : best["end"]] == (
        "A **fire** in the harbour killed *two* people on Tuesday, police said."
    )


def test_lines_and_columns_and_regions_are_those_of_the_file(audit):
    five = next(i.finding for i in audit.findings if i.finding.text == "five")
    at = ARTICLE.index("five")
    column = ARTICLE.splitlines()[2].index("five") + 1
    assert position(audit.article.document, five.start, five.end) == Position(
        3, column, 3, column + 4
    )
    results = to_sarif([audit])["runs"][0]["results"]
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in results]
    assert (at, 4) in [(region["charOffset"], region["charLength"]) for region in regions]


def test_an_accepted_correction_changes_the_file_and_keeps_its_marks(audit):
    view = page(audit, ())
    assert json.loads(view.article) == ARTICLE
    fixes = [card.correction for proof in view.proofs for card in proof.findings if card.correction]
    told = [(ARTICLE[fix.start : fix.end], fix.inserted) for fix in fixes]
    assert ("five", "two") in told
    assert all("*" not in words for words, _ in told)
