"""The worked example: what the audit of the AiBot article must say, and the whole of it as golden.

When a change to the golden file is right, make it anew:
``python -m tests.test_aibot``.
"""

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from auditor.render.record import to_dict
from auditor.resources import folder
from tests.aibot import CASE, audited

GOLDEN = CASE / "expected.json"


@cache
def report() -> dict[str, Any]:
    return to_dict(audited())


def sentence(beginning: str) -> dict[str, Any]:
    (found,) = [s for s in report()["sentences"] if s["text"].startswith(beginning)]
    return dict(found)


def marks(found: dict[str, Any], *severities: str) -> list[str]:
    wanted = severities or ("error", "warning")
    return [f["text"] for f in found["findings"] if f["severity"] in wanted]


def messages(found: dict[str, Any]) -> str:
    return " | ".join(f"{f['message']} {f['expected'] or ''}" for f in found["findings"])


def settled(value: Any) -> Any:
    """Return a report without what differs between machines, checkouts and versions."""
    if isinstance(value, dict):
        skipped = {"signature", "score", "support"}
        return {key: settled(part) for key, part in value.items() if key not in skipped}
    if isinstance(value, list):
        return [settled(part) for part in value]
    return value.replace(f"{CASE}/", "") if isinstance(value, str) else value


def test_the_report_validates_against_its_schema():
    schema = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(report())) == []


def test_the_whole_report_is_as_it_was():
    assert settled(report()) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_man_killed_in_2020_contradicts_the_references():
    found = sentence("The strike killed Kataib Hezbollah’s commander")
    assert found["verdict"] == "contradicted"


@pytest.mark.parametrize(
    "said",
    ["no reference", "Mushtaq Jawad Kazim al-Jawari", "Abu Taqwa", "3 January 2020", "counts two"],
)
def test_the_findings_on_him_say_what_is_wrong(said):
    assert said in messages(sentence("The strike killed Kataib Hezbollah’s commander"))


@pytest.mark.parametrize(
    ("beginning", "day"),
    [
        ("On January 3rd, the US carried out", "January 3rd"),
        ("Ultimately, the fallout", "January 3rd"),
        ("January 3, 2024 US carries out", "January 3, 2024"),
    ],
)
def test_the_day_of_the_strike_is_contradicted(beginning, day):
    found = sentence(beginning)
    assert found["verdict"] == "contradicted"
    assert day in marks(found, "error")
    assert "Thursday 4 January 2024" in messages(found)


@pytest.mark.parametrize(
    "quote",
    [
        "flagrant violation of national sovereignty",
        "We stress that we refuse the continuation",
        "a war crime",
        "We will avenge the blood",
        "The American military presence has become",
        "The strike threatens to undermine relations between Baghdad and Washington",
        "Killing Muhandis will likely generate calls",
    ],
)
def test_invented_quotes_are_marked(quote):
    marked = [
        f["text"]
        for s in report()["sentences"]
        for f in s["findings"]
        if f["category"] == "quote" and f["severity"] == "error"
    ]
    assert [text for text in marked if text.lstrip("“").startswith(quote)]


@pytest.mark.parametrize(
    ("beginning", "right"),
    [
        ("Removing the over 2,000 US troops", "over 2,000"),
        ("Iraqi Prime Minister Mohammed Shia al-Sudani", "Mohammed Shia al-Sudani"),
        ("The prime minister went on to declare", "2014"),
        ("Al-Muhandis was considered", "Popular Mobilization Forces"),
    ],
)
def test_what_the_references_bear_out_is_not_marked(beginning, right):
    assert not [text for text in marks(sentence(beginning)) if right in text]


def test_two_dates_of_one_article_are_a_finding():
    found = [f for s in report()["sentences"] for f in s["findings"]] + report()["article_findings"]
    assert [f["text"] for f in found if f["category"] == "internal" and "2024" in f["text"]]


def test_nothing_was_left_out():
    assert report()["problems"] == []


if __name__ == "__main__":
    text = json.dumps(settled(report()), ensure_ascii=False, indent=1)
    GOLDEN.write_text(f"{text}\n", encoding="utf-8")
