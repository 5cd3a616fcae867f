"""An audit beside many references: what is not near is counted, and changes nothing."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from auditor import Auditor, Report
from auditor.render.record import to_dict
from auditor.resources import folder

AIBOT = Path(__file__).parents[1] / "fixtures/cases/aibot"
FILLER = 30


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Report]:
    """Return the reports beside AiBot's own references, and beside many more."""
    many = tmp_path_factory.mktemp("many")
    for n in range(FILLER):
        notes = f"Ward {n} notes: benches and lamps were painted, and the drains were seen to. "
        (many / f"z{n:02}.txt").write_text(30 * notes)
    auditor = Auditor(model=False)
    own = AIBOT / "refs"
    return auditor.audit(AIBOT / "article.txt", [own]), auditor.audit(
        AIBOT / "article.txt", [own, many]
    )


def test_the_marks_are_those_beside_its_own_references(reports: tuple[Report, Report]) -> None:
    alone, among = (to_dict(report.audit) for report in reports)
    marks = [
        [(f["rule"], f["start"], f["end"]) for s in report["sentences"] for f in s["findings"]]
        for report in (alone, among)
    ]
    assert marks[0] == marks[1]
    assert among["summary"]["complete"]


def test_the_record_lists_every_reference_and_which_were_searched(
    reports: tuple[Report, Report],
) -> None:
    record = to_dict(reports[1].audit)
    schema = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(json.dumps(record)))
    flags = {Path(one["path"]).name: one.get("searched", False) for one in record["references"]}
    assert flags == {
        **{path.name: False for path in (AIBOT / "refs").iterdir()},
        **{f"z{n:02}.txt": True for n in range(FILLER)},
    }


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_each_report_says_how_many_were_only_searched(
    reports: tuple[Report, Report], form: str
) -> None:
    told = "Of 34 references 30 hold nothing near the article and were searched, not read closely."
    alone, among = (" ".join(report.render(form).split()) for report in reports)
    assert told in among
    assert "searched, not read closely" not in alone


def test_the_page_lists_them_folded(reports: tuple[Report, Report]) -> None:
    page = reports[1].render("html")
    assert "30 more searched, nothing near the article in them" in page
    assert page.count('<li id="r') == FILLER


def test_an_event_that_the_article_draws_nothing_from_is_not_shown() -> None:
    fire = "LEEDS, May 3 - A fire killed two men in Leeds on Friday, police said."
    flood = "YORK, May 3 - A flood closed the museum in York on Friday, its director said."
    cats = "TURKU, May 3 - Judges in Turku named a grey cat the best of the show on Friday."
    article = "A fire killed two men in Leeds on Friday. A flood closed the museum in York."
    report = Auditor(model=False).audit_text(article, {"a": fire, "b": flood, "c": cats})
    assert len(report.audit.events) == 3
    shown = report.render("text")
    assert "2 events in the references" in shown
    assert "cat" not in shown
