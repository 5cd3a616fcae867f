"""Which references tell one story."""

import datetime

import pytest

from auditor.checks.events.find.groups import groups
from auditor.checks.mentions import with_mentions
from auditor.load import document_from_text
from auditor.model.text import Text
from auditor.text.segment import segment

AGENCY = "A fire destroyed the shoe factory of Calçado Norte in Porto. It burned for nine hours."
STATEMENT = (
    "Calçado Norte thanks the people of Porto. We shall rebuild, says Rui Tavares, our founder."
)
ELSEWHERE = "A blaze gutted a furniture warehouse in Grenoble. Claire Dubois praised the crews."


def texts(*contents: str) -> tuple[Text, ...]:
    return tuple(
        with_mentions(segment(document_from_text(f"r{n}", f"{n}.txt", content)))
        for n, content in enumerate(contents, start=1)
    )


DAY = datetime.date(2024, 1, 6)
LATER = datetime.date(2024, 3, 6)


@pytest.mark.parametrize(
    ("days", "grouped"),
    [
        # near misses: reports of one story that share hardly a word but its names
        ((DAY, DAY), ((0, 1),)),
        ((DAY, DAY + datetime.timedelta(days=9)), ((0, 1),)),
        ((None, None), ((0, 1),)),
        # two months lie between
        ((DAY, LATER), ((0,), (1,))),
    ],
)
def test_a_statement_joins_the_story_whose_names_it_shares_unless_its_day_is_far(days, grouped):
    assert groups(texts(AGENCY, STATEMENT), days) == grouped


def test_a_report_of_another_fire_stays_apart():
    assert groups(texts(AGENCY, ELSEWHERE), (None, None)) == ((0,), (1,))


def test_no_reference_makes_no_group():
    assert groups((), ()) == ()
