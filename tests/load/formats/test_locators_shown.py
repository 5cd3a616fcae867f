"""Evidence from a file with pages, paragraphs or a clock says where in it, in every format."""

import json
from pathlib import Path

import jsonschema
import pytest

from auditor import Auditor, Report
from auditor.errors import AuditError
from auditor.load import load_article
from tests.load.formats.wrapped import zipped

ROOT = Path(__file__).parents[3]
SOURCES = ROOT / "fixtures" / "sources"
SCHEMA = json.loads((ROOT / "reports" / "report.schema.json").read_text(encoding="utf-8"))
SAID = (
    "Three dockers were killed, and 140 firefighters fought the blaze for nine hours, Mayor Anna "
    "Lind said."
)
ARTICLE = (
    '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>Fire in the harbour</w:t></w:r></w:p>'
    f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p></w:body></w:document>"
)
BRIEFING = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Anna Lind>Three dockers were killed in the fire.

00:01:12.000 --> 00:01:16.000
<v Anna Lind>Some 120 firefighters fought the blaze for nine hours.

soon --> later
<v Anna Lind>Nobody hears this.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Report:
    folder = tmp_path_factory.mktemp("desk")
    article, reference = folder / "article.docx", folder / "briefing.vtt"
    article.write_bytes(zipped(("word/document.xml", ARTICLE.encode())))
    reference.write_text(BRIEFING, encoding="utf-8")
    return Auditor(model=False).audit(article, [reference])


def test_the_json_report_has_a_locator_for_sentences_and_passages(report):
    record = report.to_dict()
    jsonschema.validate(record, SCHEMA)
    sentence = record["sentences"][-1]
    assert (sentence["text"], sentence["locator"]) == (SAID, "paragraph 2")
    proof = sentence["findings"][0]["evidence"]
    assert [(one["reference"], one["locator"]) for one in proof] == [("r1", "00:01:12")]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("text", "article.docx, paragraph 2: error, number: 140"),
        ("text", "briefing.vtt · 00:01:12 · contradicts"),
        ("html", '<bdi class="source-details">00:01:12</bdi>'),
        ("markdown", "briefing.vtt, 00:01:12: “"),
    ],
)
def test_people_read_where_a_passage_stands(report, form, words):
    assert words in " ".join(report.render(form).split())


def test_what_of_a_reference_was_not_read_makes_the_audit_incomplete(report):
    assert [problem.reason for problem in report.problems] == [
        "holds cues without a valid time (1), which were not read"
    ]


def test_an_article_is_one_document_whatever_wraps_it(tmp_path):
    one, two = ("a.txt", b"Fire in Leith."), ("b.txt", b"No fire in Leith.")
    kit = tmp_path / "kit.zip"
    kit.write_bytes(zipped(one))
    assert load_article(kit).text == "Fire in Leith."
    kit.write_bytes(zipped(one, ("photo.jpg", b"\xff")))
    assert (
        load_article(kit).gaps[0].startswith(f"holds {kit.as_posix()}!photo.jpg, which is a .jpg")
    )
    kit.write_bytes(zipped(one, two))
    with pytest.raises(AuditError, match="holds 2 documents; an article is one"):
        load_article(kit)


def test_what_is_attached_to_an_article_is_told_as_no_part_of_it():
    article = load_article(SOURCES / "outlook.eml")
    assert article.text.startswith("Statement on the fire")
    assert [gap.partition("!")[2].partition(";")[0] for gap in article.gaps] == [
        "quay.jpg, which is a .jpg file",
        "Statement.docx, which is no part of the article",
    ]
