"""Which reports an article is held against: its story, and what else it tells of."""

from datetime import date
from typing import Any

import pytest

from auditor import Auditor, pipeline
from auditor.archive.keys import words_of
from auditor.archive.opened import archive_at
from auditor.archive.respelt import spellings
from auditor.archive.retrieving import sought
from auditor.archive.searching import hits
from auditor.errors import AuditError
from auditor.load import document_from_text
from auditor.model.retrieved import Retrieval, Retrieved
from auditor.model.text import Text
from tests.archive.reports import TEXTS, indexed, write

STRIKE = """Strike in Baghdad

January 6, 2024

A US drone strike killed Abu Taqwa in Baghdad on Thursday.
"""
CONFLATED = STRIKE + "Abu Mahdi al-Muhandis was killed near Baghdad airport.\n"


def article(text: str) -> Text:
    return pipeline.read(document_from_text("article", "article.txt", text))[0]


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("archive")
    into = str(folder / "archive.idx")
    indexed(write(folder), into)
    return into


def paths(archive: str, text: str) -> list[str]:
    return [each.path for each in sought([archive], article(text), ()).references]


@pytest.mark.parametrize(
    ("text", "references"),
    [
        (STRIKE, ["archive/2024/strike.txt"]),
        (CONFLATED, ["archive/2020/strike.txt", "archive/2024/strike.txt"]),
        ("March 3, 2024\n\nA fire in Selby killed two people.\n", ["archive/2024/fire.txt"]),
        ("March 3, 2024\n\nA flood in Whitby drowned nobody.\n", []),
    ],
    ids=["its story", "and the event that it mixed up", "another story", "none"],
)
def test_an_article_gets_the_reports_of_its_story_and_of_what_else_it_tells(
    archive, text, references
):
    assert paths(archive, text) == references


def test_why_a_report_was_found_is_its_names_and_days(archive):
    (retrieval,) = sought([archive], article(STRIKE), ()).retrievals
    assert retrieval == Retrieval(
        archive=archive,
        reports=3,
        near=1,
        unread=0,
        retrieved=(
            Retrieved(
                reference="r1",
                words=("Abu Taqwa", "Baghdad", "US", "Strike", "drone", "killed"),
                days=(date(2024, 1, 4), date(2024, 1, 6)),
            ),
        ),
    )


def test_of_reports_in_like_words_the_one_of_the_same_days_comes_first(tmp_path):
    into = str(tmp_path / "archive.idx")
    told = "Mayor Anna Lund opened the harbour bridge in Selby."
    days = ["May 1, 2019", "January 5, 2024", "June 1, 2029"]
    texts = {f"{n}.txt": f"{day}\n\n{told}" for n, day in enumerate(days)}
    indexed(write(tmp_path, texts), into)
    with archive_at(into) as archive:
        found = hits(archive, told, None, None, 9)
        assert [hit.docket.path for hit in found] == [f"archive/{n}.txt" for n in range(3)]
    text = article(f"January 6, 2024\n\n{told}")
    assert [each.path for each in sought([into], text, ()).references] == ["archive/1.txt"]


def test_the_article_itself_is_no_reference_whatever_its_file(tmp_path):
    into = str(tmp_path / "archive.idx")
    body = "".join(f"Anna Lund of Selby counted {n} boats at the quay. " for n in range(3, 12))
    text = f"January 6, 2024\n\n{body}"
    published = {"published.txt": f"{text}\nBy our robot.", "own.txt": text}
    indexed(write(tmp_path, published | TEXTS), into)
    came = sought([into], article(text), ())
    assert [each.path for each in came.references] == []
    assert came.retrievals[0].copies == ("archive/own.txt", "archive/published.txt")


def test_a_report_that_is_named_as_well_is_one_reference(archive):
    named = document_from_text("r1", "refs/wire.txt", TEXTS["2024/strike.txt"])
    came = sought([archive], article(CONFLATED), [named])
    assert [(each.id, each.path) for each in came.references] == [
        ("r1", "archive/2020/strike.txt"),
        ("r2", "refs/wire.txt"),
    ]
    assert [one.reference for one in came.retrievals[0].retrieved] == ["r1", "r2"]


def test_an_audit_says_the_same_as_with_the_references_named(archive, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(CONFLATED, encoding="utf-8")
    root = write(tmp_path)
    named = [root / "2020" / "strike.txt", root / "2024" / "strike.txt"]
    auditor = Auditor(model=False)
    by_name: dict[str, Any] = auditor.audit(path, named).to_dict()
    by_archive: dict[str, Any] = auditor.audit(path, [archive]).to_dict()
    for report in (by_name, by_archive):
        for reference in report["references"]:
            reference.pop("path")
            reference.pop("found", None)
    assert by_archive == by_name


def test_an_archive_without_a_report_near_the_article_is_an_error_not_a_pass(archive, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("March 3, 2024\n\nA flood in Whitby drowned nobody.\n", encoding="utf-8")
    with pytest.raises(AuditError, match="holds no report near the article; name its references"):
        Auditor(model=False).audit(path, [archive])


@pytest.mark.parametrize(
    ("words", "first", "last", "found"),
    [
        ("Muhandis", None, None, ["2020/strike.txt"]),
        ("abu muhandís", None, None, ["2020/strike.txt", "2024/strike.txt"]),
        ("Muhandes", None, None, ["2020/strike.txt"]),
        ("Taqva", None, None, ["2024/strike.txt"]),
        ("Baghdad strikes", None, None, ["2020/strike.txt", "2024/strike.txt"]),
        ("Baghdad strikes", date(2024, 1, 1), None, ["2024/strike.txt"]),
        ("Baghdad strikes", None, date(2023, 12, 31), ["2020/strike.txt"]),
        ("Baghdad strikes", date(2021, 1, 1), date(2021, 1, 2), []),
        ("Whitby", None, None, []),
        ("“” — …", None, None, []),
        ("", None, None, []),
    ],
)
def test_words_are_found_in_any_spelling_within_days(into, tmp_path, words, first, last, found):
    indexed(write(tmp_path), into)
    with archive_at(into) as archive:
        paths = [hit.docket.path for hit in hits(archive, words, first, last, 9)]
    assert [path.partition("archive/")[2] for path in paths] == found


@pytest.mark.parametrize(
    ("key", "known", "near"),
    [
        ("hezbolah", ["hezbollah", "hezekiah", "hebron"], ("hezbollah",)),
        ("taqva", ["taqwa", "taiga", "taqwas"], ("taqwa",)),
        ("sudani", ["sudan", "sudany", "sultan"], ("sudan", "sudany")),
        ("hezbolah", ["hezb0llah"], ()),
    ],
)
def test_a_name_is_known_in_another_spelling(key, known, near):
    assert spellings(key, known) == near


def test_the_keys_of_a_report_change_only_with_the_form_of_the_archive():
    """Where this row changes, FORM of embedded.py grows and a migration empties the database."""
    told = "The U.S. spent $1,500.50 on Iran's 3rd F16; O’Brien’s naïve coöperation, Đặng 19h30."
    document = document_from_text("r1", "a.txt", told)
    assert words_of(document) == "150050 19h30 3rd cooper f16 iran naiv obrien on spent the us đang"
