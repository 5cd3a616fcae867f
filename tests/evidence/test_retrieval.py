"""Retrieval: of many references, those that the article can rest on are read, the rest is not."""

from pathlib import Path

import pytest

from auditor.evidence.retrieval import ALL_READ, near
from auditor.load import document_from_text
from auditor.model.document import Document
from auditor.model.text import Text
from auditor.pipeline import read

FIXTURES = Path(__file__).parents[2] / "fixtures"
STORIES = sorted([*(FIXTURES / "stories/develop").iterdir(), *(FIXTURES / "cases").iterdir()])
TOKENS = "the committee met again on the first floor and talked about drains, lamps and benches. "


def reports() -> dict[str, str]:
    """Return every reference of every story, by story and file."""
    paths = (path for story in STORIES for path in sorted((story / "refs").rglob("*.*")))
    return {f"{path.parents[1].name}/{path.name}": path.read_text("utf-8") for path in paths}


def documents(texts: dict[str, str]) -> list[Document]:
    return [
        document_from_text(f"r{n}", name, text) for n, (name, text) in enumerate(texts.items(), 1)
    ]


def article(text: str) -> Text:
    return read(document_from_text("article", "article", text))[0]


def names(text: str, *references: str) -> list[int]:
    """Return which references are near, among filler on nothing that the text is about."""
    filler = {f"filler {n}": f"Ward {n} notes: {TOKENS * 40}" for n in range(25)}
    own = {f"own {n}": reference for n, reference in enumerate(references)}
    every = documents({**own, **filler})
    assert sum(len(document.text) for document in every) > ALL_READ
    chosen = near(article(text), every)
    return [n for n in range(len(every)) if every[n].id in chosen]


def test_few_references_are_all_read():
    every = documents({"a": "Rain fell in Leeds.", "b": "A cat sat in Hull."})
    assert near(article("Shares rose."), every) == {"r1", "r2"}


def test_no_references_give_none():
    assert near(article("Shares rose."), ()) == frozenset()


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_report_of_a_story_is_found_among_those_of_the_others(story):
    every = documents(reports())
    text = next(story.glob("article.*")).read_text("utf-8")
    chosen = near(article(text), every)
    own = {document.id for document in every if document.path.startswith(f"{story.name}/")}
    assert own <= chosen
    assert len(chosen) < len(every) / 2


LEEDS = "Rain fell in Leeds on Monday. The river Aire rose by a metre and two roads were closed."
OTHER = "A committee. Mr Femi Oduya left the drains to others, as the benches were painted."


def test_a_report_on_the_same_thing_is_near_and_filler_is_not():
    assert names("Heavy rain closed two roads in Leeds as the Aire rose.", LEEDS) == [0]


def test_a_report_that_alone_holds_a_name_is_near_whatever_else_it_is_about():
    text = "Heavy rain closed two roads in Leeds as the Aire rose, Mr Femi Oduya said."
    assert names(text, LEEDS, OTHER) == [0, 1]


def test_a_report_that_holds_a_quotation_to_the_letter_is_near():
    text = "Heavy rain closed two roads in Leeds. “As the benches were painted,” he said."
    assert names(text, LEEDS, OTHER) == [0, 1]


def test_a_few_common_words_in_quotation_marks_do_not_make_a_report_near():
    text = "Heavy rain closed two roads in Leeds. He called it “the drains”."
    assert names(text, LEEDS, OTHER) == [0]


def test_the_order_of_the_references_changes_nothing():
    every = documents(reports())
    text = article(next(STORIES[0].glob("article.*")).read_text("utf-8"))
    assert near(text, every) == near(text, every[::-1])
