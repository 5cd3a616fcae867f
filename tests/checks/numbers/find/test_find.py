"""Numbers are read by value, with their unit, noun and bound; what counts nothing is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.numbers.find import find_numbers
from auditor.checks.numbers.find.clock import clock_times
from auditor.checks.numbers.find.number_pieces import pieces
from auditor.checks.numbers.find.numerals import numeral
from auditor.checks.numbers.find.units import in_base
from auditor.model.document import Document
from auditor.model.number import Bound, Number
from auditor.text.segment import segment
from benchmarks.numbers.notation import spelled


def numbers(text: str) -> tuple[Number, ...]:
    return find_numbers(segment(Document("article", "a.txt", text, "")))


def shown(text: str) -> list[str]:
    return [f"{q.text} = {q.value:g} {q.unit}".rstrip() for q in numbers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The flood hit 1,250 homes.", ["1,250 = 1250"]),
        ("The flood hit twelve homes.", ["twelve = 12"]),
        ("The flood hit most of Larvik's 12 homes.", ["12 = 12"]),
        ("They spoke before Larvik's 2-0 win.", ["2-0 = 2 score"]),
        ("Arsenal beat Chelsea 2-1 on Saturday.", ["2-1 = 2 score"]),
        ("The flood hit 30\u00a0000 homes.", ["30\u00a0000 = 30000"]),
        ("The flood hit 816 000 homes.", ["816 000 = 816000"]),
        ("The flood hit 36, 000 homes.", ["36, 000 = 36000"]),
        ("The flood hit 1,84,600 homes.", ["1,84,600 = 184600"]),
        ("The mine shipped 816 t of ore.", ["816 t = 816 tonne"]),
        ("She cleared 4.83 m there.", ["4.83 m = 4.83 metre"]),
        ("They saw the launch of Apollo 11 there.", []),
        ("The flood hit twenty-three homes.", ["twenty-three = 23"]),
        ("The flood hit one hundred and five homes.", ["one hundred and five = 105"]),
        ("The flood hit two dozen homes.", ["two dozen = 24"]),
        ("The flood hit a dozen homes.", ["a dozen = 12"]),
        ("The flood hit half a million homes.", ["half a million = 500000"]),
        ("The flood hit two and a half million homes.", ["two and a half million = 2.5e+06"]),
        ("The flood hit 2.5 million homes.", ["2.5 million = 2.5e+06"]),
        ("The flood hit 2.5m homes.", ["2.5m = 2.5e+06"]),
        ("The flood hit 300k homes.", ["300k = 300000"]),
        ("The flood cost $1.5bn in all.", ["$1.5bn = 1.5e+09 USD"]),
        ("The flood cost $1.5 billion in all.", ["$1.5 billion = 1.5e+09 USD"]),
        ("The flood cost US$3 million in all.", ["US$3 million = 3e+06 USD"]),
        ("The flood cost £250,000 in all.", ["£250,000 = 250000 GBP"]),
        ("The flood cost 40 million euros in all.", ["40 million euros = 4e+07 EUR"]),
        ("The flood cost 50 cents a head.", ["50 cents = 50 CENT"]),
        ("The flood cost a A$5m bridge.", ["A$5m = 5e+06 AUD"]),
        ("The flood cost five million dollars.", ["five million dollars = 5e+06 USD"]),
        ("Shares fell 3.5 percent on Friday.", ["3.5 percent = 3.5 percent"]),
        ("Shares fell 3.5% on Friday.", ["3.5% = 3.5 percent"]),
        ("Shares fell by three per cent on Friday.", ["three per cent = 3 percent"]),
        ("The rate rose 1.5 percentage points.", ["1.5 percentage points = 1.5 points"]),
        ("The rate rose 25 basis points.", ["25 basis points = 25 basis-points"]),
        ("A third of the voters stayed away.", ["A third = 33.3333 percent"]),
        ("Two-thirds of the voters stayed away.", ["Two-thirds = 66.6667 percent"]),
        ("Half of the voters stayed away.", ["Half = 50 percent"]),
        ("One in five voters stayed away.", ["One in five = 20 percent"]),
        ("Nine out of ten voters stayed away.", ["Nine out of ten = 90 percent"]),
        ("About 1 in 12 drivers failed.", ["1 in 12 = 8.33333 percent"]),
        ("A quarter of the voters stayed away.", ["A quarter = 25 percent"]),
        ("The wall is 12 miles long.", ["12 miles = 12 mile"]),
        ("The 12-mile wall fell.", ["12-mile = 12 mile"]),
        ("The wall is 12km long.", ["12km = 12 km"]),
        ("A £5m pool that is 25m long opened.", ["£5m = 5e+06 GBP", "25m = 25 metre"]),
        ("The £1.2m crossing takes walkers to 60m.", ["£1.2m = 1.2e+06 GBP", "60m = 60 metre"]),
        ("It lost $2m in May, against 1.7m in June.", ["$2m = 2e+06 USD", "1.7m = 1.7e+06 USD"]),
        ("It rose from €3.2m to 4.1m.", ["€3.2m = 3.2e+06 EUR", "4.1m = 4.1e+06 EUR"]),
        (
            "It lost 43 of the 55 million euros.",
            ["43 = 4.3e+07 EUR", "55 million euros = 5.5e+07 EUR"],
        ),
        ("It hit six of the five million homes.", ["six = 6", "five million = 5e+06"]),
        ("The wall is 5m high.", ["5m = 5 metre"]),
        ("He is 6 feet 2 inches tall.", ["6 feet 2 inches = 6.16667 foot"]),
        ("He is 6ft 2in tall.", ["6ft 2in = 6.16667 foot"]),
        ("It took two hours and 30 minutes.", ["two hours and 30 minutes = 2.5 hour"]),
        ("It took a year and a half.", ["a year and a half = 1.5 year"]),
        ("It took two hours and a half.", ["two hours and a half = 2.5 hour"]),
        ("It took an hour and 30 minutes.", ["an hour and 30 minutes = 1.5 hour"]),
        ("It took an hour and thirty people.", ["thirty = 30"]),
        ("It takes an hour and a half of rain.", ["an hour and a half = 1.5 hour"]),
        ("The dam holds 240ML of water.", ["240ML = 240 megalitre"]),
        ("The dose is 240 ml of water.", ["240 ml = 240 ml"]),
        ("The firm uses 1.2TWh a year.", ["1.2TWh = 1.2 twh"]),
        ("The flood hit a quarter of a million homes.", ["a quarter of a million = 250000"]),
        ("The flood hit a million and a half homes.", ["a million and a half = 1.5e+06"]),
        ("It cost a million and a half million.", ["a million = 1e+06", "a half million = 500000"]),
        ("The flood cost NOK 14 million.", ["NOK 14 million = 1.4e+07 NOK"]),
        ("The flood cost kr14m in all.", ["kr14m = 1.4e+07 NOK"]),
        ("The flood cost 14m kroner.", ["14m kroner = 1.4e+07 NOK"]),
        ("The flood cost 300 Kenyan shillings.", ["300 Kenyan shillings = 300 KES"]),
        ("It was 30C at noon.", ["30C = 30 celsius", "noon = 720 time-of-day"]),
        ("It was 86 degrees Fahrenheit.", ["86 degrees Fahrenheit = 86 fahrenheit"]),
        ("It fell to -5C overnight.", ["-5C = -5 celsius"]),
        ("It fell to minus five degrees Celsius.", ["minus five degrees Celsius = -5 celsius"]),
        ("Winds reached 130 mph (210 km/h).", ["130 mph = 130 mph", "210 km/h = 210 kmh"]),
        ("They burned 40,000 acres.", ["40,000 acres = 40000 acre"]),
        ("They seized 2.2 tons of cocaine.", ["2.2 tons = 2.2 ton"]),
        ("They pump 90,000 barrels a day.", ["90,000 barrels = 90000 barrel"]),
        ("He was jailed for 18 months.", ["18 months = 18 month"]),
        ("He got a three-year sentence.", ["three-year = 3 year"]),
        ("The 34-year-old scored.", ["34-year-old = 34 age"]),
        ("Anna Berg, 34, scored.", ["34 = 34 age"]),
        ("Anna Berg, aged 34, scored.", ["34 = 34 age"]),
        ("Anna Berg died at 77.", ["77 = 77 age"]),
        ("The six-month-old baby slept.", ["six-month-old = 0.5 age"]),
        ("It won the vote 5 to 4.", ["5 to 4 = 5 score"]),
        ("They won 3-2 on Sunday.", ["3-2 = 3 score"]),
        ("They drew 1–1 on Sunday.", ["1–1 = 1 score"]),
        ("Between 80 and 90 percent left.", ["80 and 90 percent = 85 percent"]),
        ("It takes 10 to 15 minutes.", ["10 to 15 minutes = 12.5 minute"]),
        ("It takes 10-15 minutes.", ["10-15 minutes = 12.5 minute"]),
        ("It costs $2-3 million.", ["$2-3 million = 2.5e+06 USD"]),
        ("LIMA, Feb 11 - Twelve people died.", ["Twelve = 12"]),
        (
            "They raised it from 1.8 to 2.3 billion kroner.",
            ["1.8 = 1.8e+09 NOK", "2.3 billion kroner = 2.3e+09 NOK"],
        ),
        ("It rose from 80 to 90 percent.", ["80 = 80 percent", "90 percent = 90 percent"]),
        ("The 42nd president spoke.", ["42nd = 42 ordinal"]),
        ("It was his third title.", ["third = 3 ordinal"]),
        ("A 7.1-magnitude quake struck.", ["7.1-magnitude = 7.1 magnitude"]),
        ("A quake of magnitude 7.1 struck.", ["7.1 = 7.1 magnitude"]),
        ("A Category 4 hurricane struck.", ["4 = 4 category"]),
        ("Dozens of cars burned.", ["Dozens = 71.5"]),
        ("Tens of thousands of people fled.", ["Tens of thousands = 59500"]),
        ("Several hundred people fled.", ["Several hundred = 700"]),
        ("A few people fled.", ["A few = 5.5"]),
        ("Police came at 8:49 p.m. on Friday.", ["8:49 p.m. = 1249 time-of-day"]),
        ("Police came at 20:49 on Friday.", ["20:49 = 1249 time-of-day"]),
        ("Police came at 2045 GMT on Friday.", ["2045 GMT = 1245 time-of-day"]),
        ("Police came at 4.30pm on Friday.", ["4.30pm = 990 time-of-day"]),
        ("Police came at half past four.", ["half past four = 270 time-of-day-12h"]),
        ("It came at five past three.", ["five past three = 185 time-of-day-12h"]),
        ("It came at twenty-five to ten.", ["twenty-five to ten = 575 time-of-day-12h"]),
        ("It was twenty to midnight.", ["twenty to midnight = 1420 time-of-day"]),
        ("It came ten minutes past noon.", ["ten minutes past noon = 730 time-of-day"]),
        ("Ten to eleven bridges are closed.", ["Ten to eleven = 10.5"]),
        ("It came at eight minutes past two.", ["eight minutes past two = 128 time-of-day-12h"]),
        # letters that stand for money before thousands
        (
            "Losses were P740 million and R19,000.",
            ["P740 million = 7.4e+08 PHP", "R19,000 = 19000 ZAR"],
        ),
        (
            "Sh93m went to a school and N4.5bn to roads.",
            ["Sh93m = 9.3e+07 KES", "N4.5bn = 4.5e+09 NGN"],
        ),
        ("The R12 road and the K2 are closed.", []),
        # frost, shares of things, points of a share
        ("It was 4.2 degrees below zero.", ["4.2 degrees below zero = -4.2 degree"]),
        ("Three euros in ten are earned there.", ["Three euros in ten = 30 percent"]),
        ("Three wins in four", ["Three = 3", "four = 4"]),
        ("They scored three goals in ten games.", ["three = 3", "ten = 10"]),
        ("It was 69%, which is 19 points lower.", ["69% = 69 percent", "19 points = 19 points"]),
        ("They won by 19 points.", ["19 = 19"]),
        ("Police came at midnight.", ["midnight = 0 time-of-day"]),
        ("It lasted a quarter of a century.", ["a quarter of a century = 0.25 century"]),
        ("It lasted half a century.", ["half a century = 0.5 century"]),
        ("It took three quarters of an hour.", ["three quarters of an hour = 0.75 hour"]),
        ("A quarter of the century was lost.", ["A quarter = 25 percent"]),
        ("It cost 12 pounds.", ["12 pounds = 12 GBP"]),
        ("The crowd was 14 872, of whom 2 140 came far.", ["14 872 = 14872", "2 140 = 2140"]),
        ("On March 14 872 people came.", []),
        ("Call 14 872 911.", []),
        ("The wind rose to 41 m/s.", ["41 m/s = 41 metre-per-second"]),
        ("It left shortly before seven on Tuesday.", ["seven = 420 time-of-day-12h"]),
        ("It left at seven on Tuesday morning.", ["seven = 420 time-of-day-12h"]),
        ("No van may call before five in the morning.", ["five = 300 time-of-day-12h"]),
        ("The count stood at seven on Tuesday.", ["seven = 7"]),
        ("The toll rose by five on Tuesday morning.", ["five = 5"]),
        ("Three died on Sunday and 12 on Monday morning.", ["Three = 3", "12 = 12"]),
        ("It left just before two lorries did.", ["two = 2"]),
        ("All had left by eleven in the morning.", ["eleven = 660 time-of-day-12h"]),
        # how long it took, and what is part of a second
        ("She touched in 2:05.94.", ["2:05.94 = 125.94 second"]),
        ("He ran 2:19:33 in Fukuoka.", ["2:19:33 = 8373 second"]),
        (
            "He ran 2h 19m 33s, she 2hr19min.",
            ["2h 19m 33s = 8373 second", "2hr19min = 8340 second"],
        ),
        ("He lost 4m 12.3s on the pass.", ["4m 12.3s = 252.3 second"]),
        ("It fell at 12:05:33.", ["12:05:33 = 5 time-of-day-12h"]),
        ("She won by 36 hundredths.", ["36 hundredths = 36 centisecond"]),
        ("He lost seven tenths of a second.", ["seven tenths of a second = 0.7 second"]),
        (
            "It took two hours, 30 minutes and 36 seconds.",
            [
                "two hours, 30 minutes and 36 seconds = 2.51 hour",
            ],
        ),
        # the ends of a range in words, and a figure before a colon
        ("They were aged four to sixteen: 40 came.", ["four to sixteen = 10 age", "40 = 40"]),
        ("Children from four to 16 years old came.", ["four to 16 years old = 10 age"]),
        ("They won the last four of the games.", ["four = 4"]),
        ("The last 16 lorries left.", ["16 = 16"]),
        # what counts nothing
        ("City are through to the last four of the FA Trophy.", []),
        ("City are in the last 16.", []),
        ("It was sold from March '22 on.", []),
        ("City reached the last eight on Saturday.", []),
        ("It closed in 2019.", []),
        ("It closed on January 3.", []),
        ("It closed on 3 January.", []),
        ("It closed on January 3-5.", []),
        ("It closed on the 3rd of January.", []),
        ("It closed in the 1990s.", []),
        ("It closed two days ago.", []),
        ("It closed two days after the strike.", []),
        ("The F-16 jets flew over Highway 50.", []),
        ("Covid-19 hit the G20 and the A380.", []),
        ("He lives at No. 10.", []),
        ("He lives at 10 Downing Street.", []),
        ("Call 555-1234 or 0800 123 4567.", []),
        ("It fell on 9/11 and runs 24/7.", []),
        ("See page 5 and section 230.", []),
        ("No one came.", []),
        ("One of them came.", []),
        ("He was one of a kind, one day.", []),
        ("The second half was dull.", ["second = 2 ordinal"]),
        ("They met in the first half.", []),
        ("It was the first time.", []),
        ("The 101st Airborne Division left.", []),
        ("The 2019-20 season ended.", []),
        ("It dates from 3,700 BC.", []),
        ("The 53rd Street station closed.", []),
    ],
)
def test_numbers_are_read_by_value_and_unit(text: str, found: list[str]) -> None:
    assert shown(text) == found


@pytest.mark.parametrize(
    ("text", "bound", "phrase"),
    [
        ("Some 60 people fled.", Bound.ABOUT, "Some 60"),
        ("About 60 people fled.", Bound.ABOUT, "About 60"),
        ("They saw 60 or so people.", Bound.ABOUT, "60 or so"),
        ("Nearly 60 people fled.", Bound.ABOUT, "Nearly 60"),
        ("More than 60 people fled.", Bound.OVER, "More than 60"),
        ("Upwards of 60 people fled.", Bound.OVER, "Upwards of 60"),
        ("At least 60 people fled.", Bound.OVER, "At least 60"),
        ("The over 60 people fled.", Bound.OVER, "over 60"),
        ("They saw 60 or more people.", Bound.OVER, "60 or more"),
        ("Fewer than 60 people fled.", Bound.UNDER, "Fewer than 60"),
        ("Up to 60 people fled.", Bound.UNDER, "Up to 60"),
        ("As many as 60 people fled.", Bound.UNDER, "As many as 60"),
        ("Exactly 60 people fled.", Bound.EXACT, "60"),
        ("A victory over 60 rivals followed.", Bound.EXACT, "60"),
        ("Dozens of people fled.", Bound.VAGUE, "Dozens"),
        ("Between 50 and 60 people fled.", Bound.RANGE, "50 and 60"),
    ],
)
def test_bounds_are_read_from_the_words_beside(text: str, bound: Bound, phrase: str) -> None:
    (found,) = numbers(text)
    assert (found.bound, text[found.phrase_start : found.phrase_end]) == (bound, phrase)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They sent 12 police officers.", "officer"),
        ("They sent 12 wounded soldiers home.", "soldier"),
        ("They sent three of the men home.", "man"),
        ("They sent 2,500 US troops.", "troop"),
        ("They sent two dozen people.", "people"),
        ("They held 12 Palestinians.", "palestinian"),
        ("Of them, 12 were hurt.", ""),
        ("Cases rose by 63 a day earlier.", ""),
        ("Anna Berg, 34, came.", "berg"),
        ("The 34-year-old Anna Berg came.", "berg"),
    ],
)
def test_a_number_counts_the_noun_on_its_right(text: str, counted: str) -> None:
    assert numbers(text)[-1].counted == counted


@pytest.mark.parametrize(
    ("apart", "whole"),
    [
        ("The club bid £ 50 m for him.", "The club bid £50m for him."),
        ("The club bid $ 3.5 bn for it.", "The club bid $3.5bn for it."),
        ("She signed an 18 - month contract.", "She signed an 18-month contract."),
        ("The 34 - year - old signed it.", "The 34-year-old signed it."),
        ("It was a two - year deal.", "It was a two-year deal."),
        ("Larvik won 4 - 0 on Monday.", "Larvik won 4-0 on Monday."),
        ("It takes 20 - 30 boats.", "It takes 20-30 boats."),
        ("He stayed for the 2010 - 11 season.", "He stayed for the 2010-11 season."),
        ("It hit twenty - three homes.", "It hit twenty-three homes."),
    ],
)
def test_marks_that_stand_apart_are_read_with_their_number(apart, whole):
    read = [(q.low, q.high, q.unit, q.counted) for q in numbers(apart)]
    assert read == [(q.low, q.high, q.unit, q.counted) for q in numbers(whole)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2010 - 11 people died then - it closed.", ["11 = 11"]),
        ("It has 12 ships - 10 of them full.", ["12 = 12", "10 = 10"]),
        ("It cost 12 - 10 more than it should.", ["12 = 12", "10 = 10"]),
        ("It has 50 m of rope.", ["50 = 50"]),
        ("She waited for 12 – month after month.", ["12 = 12"]),
    ],
)
def test_a_dash_between_numbers_and_words_parts_them(text, found):
    assert shown(text) == found


@given(st.integers(min_value=0, max_value=999))
def test_a_number_in_words_has_the_value_of_its_figure(value: int) -> None:
    read = numeral(pieces(spelled(value), 0), 0)
    assert read is not None
    assert read.value == value


@given(st.integers(min_value=1000, max_value=999_999_999))
def test_commas_do_not_change_a_value(value: int) -> None:
    with_commas, without = numeral(pieces(f"{value:,}", 0), 0), numeral(pieces(str(value), 0), 0)
    assert with_commas is not None
    assert without is not None
    assert with_commas.value == without.value == value


@given(st.integers(min_value=0, max_value=23), st.integers(min_value=0, max_value=59))
def test_a_time_of_day_is_the_same_by_both_clocks(hour: int, minute: int) -> None:
    half = "p.m." if hour >= 12 else "a.m."
    (twelve,) = clock_times(f"at {hour % 12 or 12}:{minute:02} {half} on")
    (day,) = clock_times(f"at {hour:02}:{minute:02} GMT on")
    assert twelve.minutes == day.minutes == 60 * hour + minute


@given(
    st.sampled_from(
        [("mile", "km", 1.609344), ("foot", "metre", 0.3048), ("acre", "hectare", 0.40468564)]
    ),
    st.floats(min_value=0.1, max_value=1e6),
)
def test_units_convert_both_ways(pair: tuple[str, str, float], value: float) -> None:
    one, other, factor = pair
    assert in_base(value, one) == pytest.approx(in_base(value * factor, other))


@settings(max_examples=60)
@given(st.text(alphabet="0123456789 .,-–/$£%:aehilmnopstuy½()'", max_size=80))
def test_any_text_is_read_and_every_mention_is_where_it_says(text: str) -> None:
    found = numbers(text)
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
