"""The JSON report."""

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from auditor.model.audit import Audit
from auditor.model.finding import Finding
from auditor.render.record import to_dict
from auditor.resources import folder

from .golden import compare
from .sample import ACCEPTED, AUDIT, CLEAN, DISAGREE, WAIVED, hostile_waived, long_report

SCHEMA = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))


def errors(record: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(record)]


def findings(report: Audit) -> list[dict[str, Any]]:
    return [found for sentence in to_dict(report)["sentences"] for found in sentence["findings"]]


def test_the_whole_report() -> None:
    compare("report.json", json.dumps(to_dict(AUDIT), ensure_ascii=False, indent=1) + "\n")


def test_what_a_reader_counts_on() -> None:
    record = to_dict(AUDIT)
    assert record["schema"] == 1
    assert record["summary"] == {
        "sentences": 7,
        "supported": 3,
        "partial": 0,
        "contradicted": 2,
        "unsupported": 1,
        "not_checkable": 1,
        "errors": 2,
        "warnings": 1,
        "notes": 1,
        "waived": 0,
        "complete": False,
    }
    assert [found["id"] for found in record["article_findings"]] == ["f1"]
    assert [found["id"] for found in findings(AUDIT)] == ["f2", "f3", "f4"]
    assert record["sentences"][1]["findings"][0]["expected"] == "Sunday"
    assert record["sentences"][5]["support"] is None
    assert record["article"]["published"] == "2024-03-05"
    assert record["references"][1]["published"] is None


def test_marked_words_stand_at_their_offsets() -> None:
    text = AUDIT.article.document.text
    assert all(text[found["start"] : found["end"]] == found["text"] for found in findings(AUDIT))


def test_only_findings_about_quotes_tell_rung_speaker_and_diff() -> None:
    day, number, quote = findings(AUDIT)
    assert "rung" not in day
    assert "diff" not in number
    assert quote["rung"] == "meaning changed"
    assert quote["speaker"] == {"article": "Ida Holm", "reference": "Ida Holm"}
    assert quote["diff"][1] == {"kind": "struck", "text": "little"}


@pytest.mark.parametrize("report", [AUDIT, CLEAN, WAIVED, hostile_waived(), long_report(3, 2)])
def test_every_report_is_valid_against_the_schema(report: Audit) -> None:
    assert errors(json.loads(json.dumps(to_dict(report)))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("extra",), 1),
        (("sentences", 0, "verdict"), "true"),
        (("sentences", 1, "findings", 0, "extra"), 1),
        (("sentences", 1, "findings", 0, "rung"), "altered"),
        (("sentences", 1, "evidence", 0, "score"), 1.5),
        (("article", "published"), "5 March"),
        (("problems", 0, "reason"), None),
        (("sentences", 1, "findings", 0, "waived"), {}),
        (("sentences", 1, "findings", 0, "waived", "decision"), "fixed"),
        (("sentences", 1, "findings", 0, "waived", "decided"), "6 January"),
        (("sentences", 1, "findings", 0, "known"), "long since"),
        (("sentences", 1, "findings", 0, "waived", "extra"), 1),
        (("stale_waivers", 0, "fingerprint"), "f1"),
        (("stale_waivers", 0, "extra"), 1),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_name(
    path: tuple[Any, ...], value: object
) -> None:
    record = json.loads(json.dumps(to_dict(WAIVED)))
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert errors(record)


def test_without_problems_the_report_is_complete() -> None:
    assert to_dict(CLEAN)["summary"]["complete"] is True


def test_a_waived_finding_tells_who_let_it_stand_and_does_not_count() -> None:
    record = to_dict(WAIVED)
    day, number, quote = findings(WAIVED)
    assert day["waived"] == {
        "decision": "dismissed",
        "reason": "The coast guard corrected the day.",
        "initials": "AB",
        "decided": "2024-01-06",
    }
    assert (number["waived"], quote["waived"]) == (None, None)
    counts = ("errors", "warnings", "notes", "waived")
    assert [record["summary"][name] for name in counts] == [1, 1, 1, 1]
    assert [s["verdict"] for s in record["sentences"]] == [
        s["verdict"] for s in to_dict(AUDIT)["sentences"]
    ]


def test_a_waiver_of_this_article_that_matches_nothing_is_stale() -> None:
    assert to_dict(WAIVED)["stale_waivers"] == [
        {
            "fingerprint": "0" * 32,
            "rule": "date-conflict",
            "text": "Tuesday",
            "decision": "dismissed",
            "reason": "The coast guard corrected the day.",
            "initials": "AB",
            "decided": "2024-01-06",
        }
    ]
    assert to_dict(replace(AUDIT, waivers=(ACCEPTED,)))["stale_waivers"] == []


def moved(finding: Finding, by: int) -> Finding:
    return replace(finding, start=finding.start + by, end=finding.end + by)


def test_a_fingerprint_survives_a_move_and_a_change_of_typography() -> None:
    second = AUDIT.sentences[3]
    words = second.sentence.text.replace("“", '"').replace("”", '"').upper()
    sentence = replace(second.sentence, id="s9", start=9, end=59, text=words)
    found = tuple(moved(finding, -300) for finding in second.findings)
    other = replace(AUDIT, sentences=(replace(second, sentence=sentence, findings=found),))
    assert findings(other)[0]["fingerprint"] == findings(AUDIT)[2]["fingerprint"]


@pytest.mark.parametrize("change", ["rule", "text"])
def test_another_rule_or_other_words_have_another_fingerprint(change: str) -> None:
    day = AUDIT.sentences[1].findings[0]
    other = Finding(
        rule="date-other" if change == "rule" else day.rule,
        category=day.category,
        severity=day.severity,
        start=day.start,
        end=day.end,
        text="on Monday" if change == "text" else day.text,
        message=day.message,
    )
    sentence = replace(AUDIT.sentences[1], findings=(other,))
    report = replace(AUDIT, sentences=(sentence,))
    assert findings(report)[0]["fingerprint"] != findings(AUDIT)[0]["fingerprint"]


def test_equal_findings_differ_in_their_ordinal() -> None:
    report = replace(AUDIT, article_findings=(DISAGREE, DISAGREE))
    first, second = to_dict(report)["article_findings"]
    assert first["fingerprint"] != second["fingerprint"]
