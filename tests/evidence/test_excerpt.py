"""Excerpts: what of the references is read beside a sentence."""

from auditor.evidence.excerpt import excerpt, sources
from auditor.load import document_from_text
from auditor.pipeline import prepared

FIRE = """March 3, 2021

Crews fought the fire at the Miller bakery all night.
Its owner found the door open on Monday.
He called the police from a neighbour's house."""

LONG = "The council spent the money on roads, " + ", ".join(["bridges"] * 120) + " and schools."


def excerpts(article: str, *references: str) -> list[str]:
    case = prepared(
        document_from_text("article", "article.txt", article),
        [document_from_text(f"r{n}", f"{n}.txt", text) for n, text in enumerate(references, 1)],
    )
    found = sources(case.references)
    return [excerpt(link, found) for link in case.links]


def test_the_best_passage_stands_among_the_sentences_around_it_with_the_days_it_means():
    (found,) = excerpts("The owner found an open door.", FIRE)
    around = FIRE.partition("\n\n")[2].replace("\n", " ")
    assert found == around.replace("on Monday", "on Monday (March 1, 2021)")


def test_facts_of_two_references_stand_together_in_loading_order():
    story = "The baker was hurt and the mill burned down."
    halves = ("The mill burned down on a farm.", "A baker was hurt in the village.")
    assert excerpts(story, *halves) == [" ".join(halves)]
    assert excerpts(story, *reversed(halves)) == [" ".join(reversed(halves))]


def test_a_passage_that_there_is_no_room_for_is_left_out():
    story = "The mayor signed the budget for bridges."
    assert excerpts(story, "The mayor signed the budget.", LONG) == ["The mayor signed the budget."]


def test_the_best_passage_is_read_whole_however_long_it_is():
    assert excerpts("The council spent the money on bridges.", LONG) == [LONG]
