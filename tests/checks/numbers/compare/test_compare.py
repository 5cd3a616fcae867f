"""Two numbers agree by value, rounding and bound; a slip between them has a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.numbers.compare.agreement import Relation, relation
from auditor.checks.numbers.find import find_numbers
from auditor.model.document import Document
from auditor.model.number import Bound, Number
from auditor.text.segment import segment


def number(phrase: str) -> Number:
    text = f"There were {phrase} there."
    return find_numbers(segment(Document("article", "a.txt", text, "")))[0]


AGREES, BOUND, SCALE, UNIT = Relation.AGREES, Relation.BOUND, Relation.SCALE, Relation.UNIT
TRANSPOSED, DIFFERS = Relation.TRANSPOSED, Relation.DIFFERS


@pytest.mark.parametrize(
    ("article", "reference", "expected"),
    [
        # rounding
        ("12 people", "twelve people", AGREES),
        ("12 people", "a dozen people", AGREES),
        ("2.5 million people", "2,487,000 people", AGREES),
        ("2,500 people", "2,487 people", AGREES),
        ("2.5 million people", "2.5m people", AGREES),
        ("$1.5bn", "1.5 billion dollars", AGREES),
        ("3.5 percent", "3.52 percent", AGREES),
        ("3.5 percent", "3.5%", AGREES),
        ("half", "48 percent", AGREES),
        ("a third of them", "34 percent", AGREES),
        ("two-thirds of them", "66 percent", AGREES),
        ("12 people", "13 people", DIFFERS),
        ("60 people", "58 people", DIFFERS),
        ("2.5 million people", "2.7 million people", DIFFERS),
        ("half", "38 percent", DIFFERS),
        # units and currencies that leave open which is meant
        ("12 tons", "12 tonnes", AGREES),
        ("12 tons", "12,000 kg", AGREES),
        ("2,000 lbs", "1 ton", AGREES),
        ("12 tons", "13 tonnes", DIFFERS),
        ("minus 12 degrees", "-12C", AGREES),
        ("12F", "12C", UNIT),
        ("CAD 300,000", "$300,000", AGREES),
        ("$300,000", "C$300,000", AGREES),
        ("300,000 Australian dollars", "300,000 dollars", AGREES),
        ("US$300,000", "C$300,000", UNIT),
        ("300,000 Norwegian kroner", "300,000 kroner", AGREES),
        ("NOK 300,000", "300,000 Danish kroner", UNIT),
        ("300,000 pesos", "300,000 Chilean pesos", AGREES),
        ("300,000 pesos", "300,000 euros", UNIT),
        ("CAD 300,000", "$350,000", DIFFERS),
        # about
        ("about 60 people", "sixty people", AGREES),
        ("about 60 people", "57 people", AGREES),
        ("some 2,500 people", "2,431 people", AGREES),
        ("nearly 100 people", "97 people", AGREES),
        ("almost half", "47 percent", AGREES),
        ("97 people", "nearly 100 people", AGREES),
        ("63 people", "about 60 people", AGREES),
        ("about 60 people", "80 people", DIFFERS),
        ("nearly 100 people", "72 people", DIFFERS),
        ("nearly 100 people", "108 people", BOUND),
        # bounds
        ("over 2,000 people", "2,500 people", AGREES),
        ("upwards of fifty people", "more than 50 people", AGREES),
        ("more than 50 people", "53 people", AGREES),
        ("more than 50 people", "50 people", AGREES),
        ("at least 50 people", "50 people", AGREES),
        ("50 people", "more than 50 people", AGREES),
        ("53 people", "more than 50 people", AGREES),
        ("up to 60 people", "55 people", AGREES),
        ("fewer than 60 people", "55 people", AGREES),
        ("as many as 60 people", "up to 60 people", AGREES),
        ("more than 50 people", "49 people", BOUND),
        ("more than 50 people", "200 people", DIFFERS),
        ("70 people", "more than 50 people", DIFFERS),
        ("over 60 people", "more than 50 people", DIFFERS),
        ("less than $105 million", "more than $105 million", BOUND),
        ("more than 50 people", "fewer than 50 people", BOUND),
        ("less than 870 people", "870 people", BOUND),
        ("less than half", "55 percent", BOUND),
        ("less than half", "48 percent", AGREES),
        ("less than half", "72 percent", DIFFERS),
        ("less than 30 people", "30 people", AGREES),
        ("up to 870 people", "870 people", AGREES),
        ("more than 100 people", "nearly 100 people", BOUND),
        # ranges and vague words
        ("80 to 90 percent", "85 percent", AGREES),
        ("85 percent", "between 80 and 90 percent", AGREES),
        ("80 to 90 percent", "60 percent", DIFFERS),
        ("dozens of people", "60 people", AGREES),
        ("dozens of people", "a dozen people", DIFFERS),
        ("hundreds of people", "450 people", AGREES),
        ("hundreds of people", "45 people", DIFFERS),
        ("thousands of people", "2,500 people", AGREES),
        ("several people", "four people", AGREES),
        # slips
        ("361 people", "316 people", TRANSPOSED),
        ("1.8 million people", "8.1 million people", TRANSPOSED),
        ("316 people", "315 people", DIFFERS),
        ("$1.5 million", "$1.5 billion", SCALE),
        ("250 people", "2,500 people", SCALE),
        ("12 miles", "12 kilometres", UNIT),
        ("three days", "three hours", UNIT),
        ("$5 million", "£5 million", UNIT),
        ("1.5 percent", "1.5 percentage points", UNIT),
        # conversions
        ("12 miles", "19 km", AGREES),
        ("19 km", "12 miles", AGREES),
        ("5 feet", "1.52 metres", AGREES),
        ("18 months", "1.5 years", AGREES),
        ("two weeks", "14 days", AGREES),
        ("86F", "30C", AGREES),
        ("100 acres", "40 hectares", AGREES),
        ("130 mph", "210 km/h", AGREES),
        ("220 lbs", "100 kg", AGREES),
        ("50 cents", "$0.50", AGREES),
        ("25 basis points", "0.25 percentage points", AGREES),
        ("12 miles", "30 km", DIFFERS),
        ("two weeks", "20 days", DIFFERS),
        # times of day
        ("8:49 p.m. trains", "20:49 trains", AGREES),
        ("half past four trains", "4.30pm trains", AGREES),
        ("half past four trains", "16:30 trains", AGREES),
        ("2045 GMT trains", "9:45 p.m. BST trains", AGREES),
        ("8:49 p.m. trains", "8:49 a.m. trains", DIFFERS),
        ("8:49 p.m. trains", "9:49 p.m. trains", DIFFERS),
        # scores
        ("3-2 wins", "2-3 defeats", AGREES),
        ("3-2 wins", "3-1 wins", DIFFERS),
    ],
)
def test_what_one_number_is_to_another(article: str, reference: str, expected: Relation) -> None:
    assert relation(number(article), number(reference)) is expected


def plain(value: float, unit: str = "") -> Number:
    return Number(0, 1, "0", value, value, unit, "", value=value, step=1, bound=Bound.EXACT)


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(["", "USD", "percent", "mile"]))
def test_a_number_agrees_with_itself(value: int, unit: str) -> None:
    assert relation(plain(value, unit), plain(value, unit)) is AGREES


@given(
    st.integers(min_value=3, max_value=5000),
    st.sampled_from([("mile", "km", 1.609344), ("foot", "metre", 0.3048), ("week", "day", 7.0)]),
)
def test_conversion_agrees_both_ways(value: int, pair: tuple[str, str, float]) -> None:
    one, other = plain(value, pair[0]), plain(value * pair[2], pair[1])
    assert relation(one, other) is relation(other, one) is AGREES


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_counts_that_differ_differ_both_ways(one: int, other: int) -> None:
    there, back = relation(plain(one), plain(other)), relation(plain(other), plain(one))
    assert (there is AGREES) == (back is AGREES)
