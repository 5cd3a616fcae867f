"""All stories together: sums, the gravest first, and nothing of a text that acts."""

import re

import pytest

from auditor.batch import tally as tallies
from auditor.batch.summary import to_lines, to_page
from auditor.batch.tally import Share, tally

HOSTILE = "<script>alert(1)</script>\u202e\x1b[2J"


def finding(severity: str, rule: str = "number-conflict", **more: object) -> dict[str, object]:
    passage = {"reference": "r1"}
    made = {"rule": rule, "category": "number", "severity": severity, "evidence": [passage]}
    return {**made, "waived": None, **more}


def story(name: str, *findings: dict[str, object], title: str = "", desk: str = "city"):
    grave = [one["severity"] for one in findings if not one["waived"] and "known" not in one]
    report = {
        "signature": {"auditor": "1", "rules": "sha256:1", "model": "none"},
        "article": {"title": title or None},
        "references": [
            {"id": "r1", "sha256": "aa", "path": f"{name}/refs/wire.txt", "url": None},
            {"id": "r2", "sha256": name, "path": f"{name}/refs/own.txt", "url": None},
        ],
        "sentences": [{"kind": "prose", "text": "It rained.", "findings": list(findings)}],
        "article_findings": [],
        "problems": [],
        "summary": {
            "errors": grave.count("error"),
            "warnings": grave.count("warning"),
            "complete": True,
        },
    }
    return {"story": name, "key": "", "desk": desk, "outcome": "", "report": report}


def lost(name: str, problem: str = "gone", desk: str = "city") -> dict[str, object]:
    return {"story": name, "key": "", "desk": desk, "problem": problem}


def of(*records):
    return tally(records, lambda row: bool(row.errors))


STORIES = (
    story("a", finding("error"), finding("error"), finding("note", "number-small")),
    story("b", finding("warning"), desk="sport"),
    story("c", finding("error", waived={"reason": "right"}), finding("error", known="baseline")),
    lost("d", desk="sport"),
    story("e", finding("error", evidence=[{"reference": "r2"}, {"reference": "r1"}])),
)


def test_sums_are_of_what_counts_and_the_gravest_come_first():
    own = of(*STORIES)
    assert own.states == {"lost": 1, "stop": 2, "open": 0, "read": 1, "clear": 1}
    assert [row.story for row in own.stories] == ["d", "a", "e", "b", "c"]
    assert own.desks == (
        Share("city", stories=3, errors=3, notes=1),
        Share("sport", stories=2, warnings=1, lost=1),
    )
    assert own.kinds == (
        Share("number-conflict", "number", stories=3, errors=3, warnings=1),
        Share("number-small", "number", stories=1, notes=1),
    )
    assert own.references == (
        Share("a/refs/wire.txt", stories=2, errors=3),
        Share("e/refs/own.txt", stories=1, errors=1),
    )
    assert (own.failing, own.incomplete) == (2, 1)


def test_a_terminal_gets_the_first_of_each():
    assert to_lines(of(*STORIES)).splitlines() == [
        (
            "5 stories: 1 not audited, 2 not ready to run, 1 with warnings alone, "
            "1 with nothing against them."
        ),
        "",
        "Desks with most errors:",
        "city: 3 errors in 3 stories",
        "sport: no errors, 1 warning in 2 stories",
        "",
        "Rules with most errors:",
        "number-conflict: 3 errors, 1 warning in 3 stories",
        "",
        "References behind most errors:",
        "a/refs/wire.txt: 3 errors in 2 stories",
        "e/refs/own.txt: 1 error in 1 story",
        "",
        "Not audited:",
        "gone",
    ]


def test_of_very_many_stories_the_gravest_are_listed_and_the_others_counted(monkeypatch):
    monkeypatch.setattr(tallies, "ROWS", 2)
    own = of(*(story(f"{n}", *[finding("error")] * (n % 3)) for n in range(9)))
    assert [row.story for row in own.stories] == ["2", "5"]
    assert (own.total, own.failing) == (9, 6)
    assert "7 more in stories.jsonl" in to_page(own)


@pytest.mark.parametrize("record", [story(HOSTILE, title=HOSTILE), lost("d", HOSTILE, HOSTILE)])
def test_nothing_that_a_story_says_acts(record):
    own = of(record)
    page = to_page(own)
    assert "<script" not in page
    assert not re.search("[\u202e\x1b]", page + to_lines(own))
    assert "default-src &#39;none&#39;" in page


def test_a_page_links_each_story_to_its_own():
    page = to_page(of(story("x/y z.md")))
    assert re.findall(r'href="(reports/[^"]*)"', page) == ["reports/x-y%20z-476312810da8.html"]
