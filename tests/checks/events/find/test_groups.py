"""Which references tell one story."""

import datetime
from pathlib import Path

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
        # two months lie between, and both name the factory
        ((DAY, LATER), ((0, 1),)),
    ],
)
def test_a_statement_joins_the_story_whose_names_it_shares(days, grouped):
    assert groups(texts(AGENCY, STATEMENT), days) == grouped


CHARGED = "Tendai Mushore was charged in Harare on Thursday. Ruth Pienaar says that a bet is a bet."
BANNED = "Tendai Mushore may not play until June, Anesu Gwata ruled in Harare."
ROBBED = "A shop was robbed in Harare on Thursday. Anesu Gwata saw it, and so did Kuda Marondera."
RAIDED = (
    "A bank was raided in Harare in June. Farai Dube of the Harare police is looking for a van."
)


@pytest.mark.parametrize(
    ("first", "later", "grouped"),
    [
        # near misses: another crime in one city, one witness in common
        (ROBBED, RAIDED, ((0,), (1,), (2,))),
        (ROBBED, f"{RAIDED} Gwata owns it.", ((0,), (1,), (2,))),
        (CHARGED, BANNED, ((0, 1), (2,))),
        # one person in full among many others
        (
            f"{ROBBED} Gift Chirwa and Rudo Ncube fled.",
            f"{RAIDED} Anesu Gwata owns it.",
            ((0, 1), (2,)),
        ),
        # three rare names, few as they are among the others
        (
            f"{ROBBED} Gift Chirwa, Rudo Ncube, Tariro Moyo and Tatenda Sithole fled.",
            f"{RAIDED} Gwata owns it, Marondera drove, Sithole saw Panashe and Rutendo Zhou.",
            ((0, 1), (2,)),
        ),
    ],
)
def test_a_report_months_later_is_a_sequel_where_it_shares_many_rare_names_or_a_person(
    first, later, grouped
):
    beside = texts(first, later, UNRELATED[0])
    assert groups(beside, (DAY, LATER, LATER + datetime.timedelta(days=90))) == grouped


@pytest.mark.parametrize(
    ("later", "grouped"), [(RAIDED, ((0,), (1,))), (f"{RAIDED} Gwata owns it.", ((0, 1),))]
)
def test_two_reports_alone_tell_one_story_where_they_share_a_rare_name(later, grouped):
    assert groups(texts(ROBBED, later), (DAY, LATER)) == grouped


def test_a_report_of_another_fire_stays_apart():
    assert groups(texts(AGENCY, ELSEWHERE), (None, None)) == ((0,), (1,))


def test_no_reference_makes_no_group():
    assert groups((), ()) == ()


STRIKES = sorted((Path(__file__).parents[4] / "fixtures/cases/aibot/refs").iterdir())
STRIKE_DAYS = (datetime.date(2024, 2, 22), None, None, datetime.date(2024, 1, 5))
UNRELATED = (
    "The parish of Little Wick will repaint its bandstand. Volunteers bring brushes on Saturday.",
    (
        "Rebels and government troops fought for Aleppo. The United States and Russia blamed each "
        "other for strikes in Syria, and Washington broke off the talks, a spokesman said."
    ),
    "A bakery in Turku sells rye bread by post. Orders doubled over the winter, its owner said.",
    "Shares of the rail operator fell after it cut its forecast for the year.",
)


@pytest.mark.parametrize("others", range(len(UNRELATED) + 1))
def test_two_strikes_in_one_city_stay_two_whatever_else_lies_beside_their_reports(others):
    strikes = [path.read_text("utf-8") for path in STRIKES]
    beside = texts(*strikes, *UNRELATED[:others])
    found = groups(beside, (*STRIKE_DAYS, *([None] * others)))
    assert [tuple(n for n in group if n < 4) for group in found if group[0] < 4] == [(0, 1), (2, 3)]
