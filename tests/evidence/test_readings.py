"""Readings: what the model makes of the passages together, with the dates they mean."""

from collections.abc import Sequence

import pytest

from auditor.evidence import entailment
from auditor.evidence.case import Case
from auditor.evidence.readings import with_readings
from auditor.load import document_from_text
from auditor.model.reading import Reading
from auditor.pipeline import prepared

DEAL = """February 29, 2012

The company bought a rival for $334 million on Wednesday.
It plans to sell its own chips in the second half of this year.
The founder, who grew up in Leeds, will leave in May."""

FIRE = "Crews fought the fire all night. Nobody was hurt. The store was ruined."


def read(article: str, *references: str) -> Case:
    case = prepared(
        document_from_text("article", "article.txt", article),
        [document_from_text(f"r{n}", f"{n}.txt", text) for n, text in enumerate(references, 1)],
    )
    return with_readings(case, entailment.load())


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("There were no injuries.", "Three people were injured in the fire."),
        ("The shop was destroyed.", "The store was saved by the crews."),
    ],
)
def test_what_the_passages_say_is_likelier_than_what_they_deny(true, false):
    (one,), (other,) = read(true, FIRE).links, read(false, FIRE).links
    assert one.reading
    assert other.reading
    assert one.reading.supports > other.reading.supports


def test_a_passage_carries_the_year_that_it_means():
    told = "The company plans to sell its own chips in the second half of {}."
    (right,), (wrong,) = (read(told.format(year), DEAL).links for year in (2012, 2015))
    assert right.reading
    assert wrong.reading
    assert right.reading.supports > wrong.reading.supports


def test_two_references_bear_out_together_what_neither_does_alone():
    story = "The shop was destroyed and nobody was hurt."
    halves = ("The store was ruined by the fire.", "Nobody was hurt in the blaze.")
    (both,), (one,) = read(story, *halves).links, read(story, halves[1]).links
    assert both.reading
    assert one.reading
    assert both.reading.supports > one.reading.supports


@pytest.mark.parametrize("article", ["What happens next?", "It could take months to rebuild."])
def test_what_nothing_could_settle_is_not_read(article):
    assert [link.reading for link in read(article, FIRE).links] == [None]


def test_a_sentence_without_a_passage_is_not_read():
    assert [link.reading for link in read("Penguins breed on ice.", FIRE).links] == [None]


def test_a_heading_is_not_read():
    links = read("Crews Save the Store\n\nThe store was ruined.", FIRE).links
    assert [(link.sentence.text, link.reading is None) for link in links] == [
        ("Crews Save the Store", True),
        ("The store was ruined.", False),
    ]


def test_a_row_of_a_timeline_is_not_read():
    rows = "January 5, 2024 Crews fight a fire\nJanuary 6, 2024 Store is found ruined"
    links = read(f"The store was ruined.\n\nDate Event\n{rows}", FIRE).links
    assert [(link.sentence.kind.value, link.reading is None) for link in links] == [
        ("prose", False),
        ("boilerplate", True),
        ("table_row", True),
        ("table_row", True),
    ]


def test_beside_a_false_sentence_a_true_one_is_believed_less():
    true, false = "There were no injuries.", "Crews saved the store from any damage."
    (alone,), (first, second) = read(true, FIRE).links, read(f"{true} {false}", FIRE).links
    assert alone.reading
    assert first.reading
    assert second.reading
    assert first.reading.supports == alone.reading.supports
    assert first.reading.company == second.reading.company < alone.reading.company
    assert first.support < alone.support


def test_a_second_audit_reads_the_same():
    story = "The shop was destroyed and nobody was hurt."
    assert read(story, DEAL, FIRE).links == read(story, DEAL, FIRE).links


class Denying:
    """A reader that believes nothing and takes a passage for a denial where it says “not”."""

    digest = "sha256:0"

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        return tuple(Reading(0.0, 0.9 if " not " in passage else 0.1, 0.1) for passage, _ in pairs)


def stances(article: str, reference: str) -> list[tuple[str, str]]:
    """Return text and stance of each passage of the article's one sentence."""
    case = prepared(
        document_from_text("article", "article.txt", article),
        [document_from_text("r1", "r1.txt", reference)],
    )
    (link,) = with_readings(case, Denying()).links
    return [(passage.text, passage.stance) for passage in link.evidence]


def test_the_passage_that_denies_a_sentence_is_named_though_another_is_closer():
    article = "The suspect bought the earrings at a petrol station and has been charged."
    near = "The suspect said he bought the earrings at a petrol station."
    denial = "The suspect has not been charged."
    assert stances(article, f"{near} {denial}") == [(near, "mentions"), (denial, "contradicts")]


def test_where_nothing_is_denied_the_passages_of_a_doubt_are_on_the_subject():
    near = "The suspect said he bought the earrings at a petrol station."
    assert stances("The suspect sold the earrings.", near) == [(near, "mentions")]


def test_an_item_of_a_list_that_only_names_something_is_not_read():
    article = "The airline adds routes.\n\n- Nantes\n- Bari, daily\n- It gives up Stuttgart."
    links = read(article, "The airline will fly to Nantes and Bari. It gives up Stuttgart.").links
    assert [link.sentence.text for link in links if link.reading] == [
        "The airline adds routes.",
        "It gives up Stuttgart.",
    ]
