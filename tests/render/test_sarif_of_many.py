"""The run of many articles is that of the same articles in one, whatever is kept of them."""

import json
from collections.abc import Sequence

import pytest

from auditor import Auditor
from auditor.model.audit import Audit
from auditor.render import sarif_limits, sarif_of_many
from auditor.render.sarif import to_sarif
from auditor.render.sarif_of_many import joined, part_of, part_of_unaudited

WIRE = "A fire in the harbour killed two people on Tuesday, police said. It cost 6 million dollars."
ARTICLES = (
    "A fire in the harbour killed three people on Tuesday, police said.",
    "A fire in the harbour killed two people on Tuesday, police said.",
    "“We shall never forget this night,” said Mayor Anna Lund. It cost 5 million dollars.",
)


@pytest.fixture(scope="module")
def audits() -> Sequence[Audit]:
    every, some = Auditor(model=False), Auditor(model=False, disable=["number-conflict"])
    return [
        (some if n == 2 else every).audit_text(article, {"wire.txt": WIRE}).audit
        for n, article in enumerate(ARTICLES)
    ]


def log(parts):
    return json.loads("".join(joined(lambda: iter(parts))))


def test_parts_together_are_the_run_of_all(audits):
    assert log([part_of(audit) for audit in audits]) == to_sarif(audits)


@pytest.mark.parametrize(("most", "largest"), [(2, 10**6), (99, 2_000), (99, 10)])
def test_what_is_left_out_is_what_one_run_leaves_out(audits, monkeypatch, most, largest):
    parts = [part_of(audit) for audit in audits]
    for module in (sarif_limits, sarif_of_many):
        monkeypatch.setattr(module, "MOST_RESULTS", most)
        monkeypatch.setattr(module, "LARGEST", largest)
    made = log(parts)
    assert made == to_sarif(audits)
    assert len(made["runs"][0]["results"]) < sum(len(audit.findings) for audit in audits)


def test_an_article_that_was_not_audited_makes_the_run_unsuccessful(audits):
    made = log([part_of(audits[1]), part_of_unaudited("b/c d.txt", "gone\nsince")])
    (invocation,) = made["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"] == [
        {
            "descriptor": {"id": "story"},
            "level": "error",
            "message": {"text": "b/c d.txt: not audited: gone since"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "b/c%20d.txt", "uriBaseId": "%SRCROOT%"}
                    }
                }
            ],
        }
    ]


def test_no_article_makes_a_run_without_results():
    assert log([])["runs"][0]["results"] == []
