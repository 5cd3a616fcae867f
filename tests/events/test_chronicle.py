"""Events: references grouped by what they report, the article's own event told from others."""

import datetime
from dataclasses import replace

import pytest

from auditor.checks.events.find.find import with_events
from auditor.checks.events.find.written_days import days_of, written
from auditor.checks.mentions import with_mentions
from auditor.checks.names.entities.cluster import cluster
from auditor.evidence.align import align
from auditor.evidence.case import Case
from auditor.load import document_from_text
from auditor.text.segment import segment

PORTO = (
    "A fire destroyed a shoe factory in Porto on Monday. It took nine hours to fight the blaze "
    "at the factory, said fire chief Rui Tavares. The owner, Calçado Norte, employs 40 people."
)
PORTO_TOO = (
    "Forty people of Calçado Norte lost their work when a fire destroyed its shoe factory in "
    "Porto. Fire chief Rui Tavares said that the blaze had begun on the roof of the factory."
)
GRENOBLE = (
    "A fire gutted a furniture warehouse in Grenoble in 2019. Firefighters from Lyon came to help. "
    "Mayor Claire Dubois praised them. The cause was a faulty heater in the warehouse."
)


def case(article: str, references: list[str], published: datetime.date | None = None) -> Case:
    texts = [
        with_mentions(segment(document_from_text(name, name, text, published)))
        for name, text in [
            ("article", article),
            *((f"r{n}", t) for n, t in enumerate(references, 1)),
        ]
    ]
    aligned = align(texts[0], texts[1:])
    return with_events(replace(aligned, entities=cluster(texts[0], texts[1:])))


def test_references_on_one_event_are_one_group_and_the_article_has_its_own():
    found = case("A fire destroyed a factory in Porto.", [PORTO, GRENOBLE, PORTO_TOO]).events
    assert {(event.references, event.main) for event in found} == {
        (("r1", "r3"), True),
        (("r2",), False),
    }


def test_an_event_is_named_by_what_only_its_references_name():
    found = case("A fire destroyed a factory in Porto.", [PORTO, GRENOBLE]).events
    names = {event.references: event.names for event in found}
    assert "Grenoble" in names["r2",]
    assert "Porto" in names["r1",]


@pytest.mark.parametrize(
    "told",
    [
        "Nora Vance is believed to have died of a heart attack on Saturday. She was a painter.",
        "A coroner said that Nora Vance is believed to have died of a heart attack on Saturday.",
    ],
)
def test_an_event_told_by_an_infinitive_is_described_with_who_it_happened_to(told):
    (event,) = case(told, [told]).events
    assert event.description == "Nora Vance is believed to have died of a heart attack on Saturday"


def test_a_clause_before_what_is_told_keeps_its_conjunction():
    told = "After the fog had lifted, a ferry struck the Karsund bridge. It was empty."
    (event,) = case(told, [told]).events
    assert event.description == "After the fog had lifted, a ferry struck the Karsund bridge"


def test_one_reference_is_one_event():
    assert [e.main for e in case("A fire broke out.", [PORTO]).events] == [True]


def test_a_dateline_inside_a_page_dates_its_weekdays():
    text = (
        "Two reports on the strike\n\nBAGHDAD, Jan 5 (Reuters) –\n\n"
        "The military launched Thursday's strike in Baghdad, an official said."
    )
    found = case("The strike was on Thursday.", [text], None)
    reference = found.references[0]
    wrote = written(reference, datetime.date(2024, 1, 6))
    assert wrote == datetime.date(2024, 1, 5)
    assert datetime.date(2024, 1, 4) in {d for m in reference.dates for d in days_of(m, wrote)}
