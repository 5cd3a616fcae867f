"""Events: references grouped by what they report, the article's own event told from others."""

import datetime

import pytest

from auditor.checks.events.find.written_days import days_of, written
from tests.case import case

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


def test_references_on_one_event_are_one_group_and_the_article_has_its_own():
    events = case("A fire destroyed a factory in Porto.", PORTO, GRENOBLE, PORTO_TOO).events
    assert {(event.references, event.main) for event in events} == {
        (("r1", "r3"), True),
        (("r2",), False),
    }


def test_an_event_is_named_by_what_only_its_references_name():
    events = case("A fire destroyed a factory in Porto.", PORTO, GRENOBLE).events
    names = {event.references: event.names for event in events}
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
    (event,) = case(told, told).events
    assert event.description == "Nora Vance is believed to have died of a heart attack on Saturday"


def test_a_clause_before_what_is_told_keeps_its_conjunction():
    told = "After the fog had lifted, a ferry struck the Karsund bridge. It was empty."
    (event,) = case(told, told).events
    assert event.description == "After the fog had lifted, a ferry struck the Karsund bridge"


def test_one_reference_is_one_event():
    assert [e.main for e in case("A fire broke out.", PORTO).events] == [True]


def test_a_dateline_inside_a_page_dates_its_weekdays():
    text = (
        "Two reports on the strike\n\nBAGHDAD, Jan 5 (Reuters) –\n\n"
        "The military launched Thursday's strike in Baghdad, an official said."
    )
    told = case("The strike was on Thursday.", text)
    (reference,) = told.references
    wrote = written(reference, datetime.date(2024, 1, 6))
    assert wrote == datetime.date(2024, 1, 5)
    assert datetime.date(2024, 1, 4) in {
        day for date in reference.dates for day in days_of(date, wrote)
    }
