"""A figure that a reader reckons from the references' is no error; another result still is."""

import pytest

from tests.checks.numbers.test_check import findings, loud

FLATS = (
    "Gas blew out the front of the block on Sunday. The 19 families will spend Christmas in a "
    "school; the mayor has offered them flats, which six have accepted."
)
SERIAL = (
    "Radio Cladagh said that the serial now had 40,000 listeners, a tenth of what it had in 1990."
)
BAKERS = "The court fined the bakers' union 20 kroner for each of the thirty-four."
FLOCKS = "All 14,000 ducks at Kisret were killed on Wednesday; the 3,200 geese at Tofalu follow."
LACE = "The tour opened before 14 kilometres of lace, of which the Nottingham mill made eight."
SHOPS = "The discounter will have 140 shops by 2024, it said. All 117 shops go to a Turkish chain."
HEDGE = "The colony's rules allow hedges of 1.25 metres; the chairwoman's hedge measured 1.60."
TERM = (
    "The treasurer got thirty months in prison. The prosecutor had asked for four years in prison."
)
PRICE = "The museum dropped out at 46,000 pounds. The son had offered the owner twice the price."

TEAM = (
    "Seven of the eleven women who beat a men's team in 1959 met again on Saturday; the others "
    "are dead."
)
MAPS = (
    "The library missed 29 maps. Eighteen of the maps were found under his ironing board, and four "
    "with a dealer in Hamburg."
)
RATE = "The governor doubled the key rate to 14% on Thursday. Her deputy had wanted 12."
RENT = "The city halved the rent of the stalls to 40 euros in May."
LEI = "The cleaning will cost 3 million lei, of which the ministry promises a third."
CARE = (
    "The town bought 32 trams. The maker will also look after the trams for 12 years, at NOK 62 "
    "million a year, and pay NOK 150,000 for each week of delay."
)
PAY = (
    "The raise is worth 11.5 per cent. The owners had offered 6 per cent and the union had asked "
    "for 15."
)
TRIP = "The ferry left at 6:47 p.m. on Friday. The radar went off at 7:36 p.m. and on 11 min later."
COSTS = (
    "The Union wants cheaper food for 180 million euros. The Forum wants free schools, at 65 "
    "million euros. The Accord asks for cheaper diesel, for another 42 million euros."
)
JOBS = "The maker will cut 3,400 jobs, a memo shows. 2,150 of the cuts fall on its Turin works."
YARD = "The state got back €14m of the €61m that it had put into the yard."
CATTLE = "The province paid 2.4m pesos for lost cattle in 2025, against 1.7m in 2024."
KITCHEN = (
    "The kitchen has been inspected fourteen times since May; the visit of 3 June is the only one "
    "to have found a fault."
)
SALES = (
    "The firm expects sales of 410 million euros a year. It sells bicycles in nine countries. "
    "Analyst Petra Vega disagrees: she thinks that annual sales could reach EUR465m."
)
DAMAGE = "The council puts the damage to bridges at 5.2m euros and that to farms at 1.6m."
SITE = "Six hundred and fifty were at work on the Korvin site in March. There are 390 now."
TICKETS = "The club sold 18,400 tickets for the final. The semi-final had drawn 15,900."
FLIES = "She had counted 4,000 insects and looked at the sex of 200 of the insects."


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("Four of the eleven women who beat a men's team in 1959 are dead.", TEAM),
        ("Seven of the 29 maps are still missing.", MAPS),
        ("The key rate was at 7% before the governor raised it.", RATE),
        ("The rent of the stalls was 80 euros before May.", RENT),
        ("Two million lei of the cost of the cleaning are not covered yet.", LEI),
        ("She had looked at the sex of one insect in twenty.", FLIES),
        ("Thirteen families have not accepted the flats that the mayor has offered.", FLATS),
        ("In 1990 the serial had some 400,000 listeners.", SERIAL),
        ("In all the bakers' union has to pay a fine of 680 kroner.", BAKERS),
        ("The ducks at Kisret and the geese at Tofalu were 17,200 birds together.", FLOCKS),
        ("Six kilometres of the lace were not made by the Nottingham mill.", LACE),
        ("The discounter ended 23 shops short of what it had said.", SHOPS),
        ("The chairwoman's hedge was 35 centimetres too high.", HEDGE),
        (
            "The treasurer got eighteen months less in prison than the prosecutor had asked for.",
            TERM,
        ),
        ("The son had offered the owner 92,000 pounds.", PRICE),
        ("It was 6:44 p.m.; three minutes later the ferry left.", TRIP),
        ("The radar of the ferry was off for 11 minutes.", TRIP),
        ("Food, schools and diesel would cost 287 million euros together.", COSTS),
        ("The maker will look after the trams at 744 million kroner in all.", CARE),
        ("The raise is 3.5 percentage points short of what the union had asked for.", PAY),
        ("1,250 of the 3,400 jobs concerned lie outside Turin.", JOBS),
        ("47 of the 61 million euros from the state were not recovered.", YARD),
        ("Compensation for cattle rose by 700,000 pesos, to 2.4 million.", CATTLE),
        ("The other thirteen inspections of the kitchen found nothing.", KITCHEN),
        ("Vega believes that the firm's figure could be exceeded by €55m a year.", SALES),
        ("The council reckons with damage of €6.8m to bridges and farms.", DAMAGE),
        ("On the Korvin site the workforce has shrunk by 260 since March.", SITE),
        ("The semi-final was outdone by 2,500 tickets.", TICKETS),
    ],
)
def test_what_follows_from_the_references_figures_is_at_most_a_note(
    article: str, reference: str
) -> None:
    assert loud(article, reference) == []


@pytest.mark.parametrize(
    ("article", "reference", "marked"),
    [
        ("Eight of the eleven women who beat a team in 1959 met again.", TEAM, ["conflict: Eight"]),
        ("The governor doubled the key rate to 7% on Thursday.", RATE, ["conflict: 7%"]),
        ("The city halved the rent of the stalls to 80 euros.", RENT, ["conflict: 80 euros"]),
        ("The cleaning will cost 2 million lei.", LEI, ["conflict: 2 million lei"]),
        ("The 17 families will spend Christmas in a school.", FLATS, ["conflict: 17"]),
        ("The serial now had 400 listeners, said Radio Cladagh.", SERIAL, ["scale: 400"]),
        ("The court fined the bakers' union 30 kroner for each.", BAKERS, ["conflict: 30 kroner"]),
        ("All 15,000 ducks at Kisret were killed on Wednesday.", FLOCKS, ["conflict: 15,000"]),
        ("The discounter will have 160 shops by 2024, it said.", SHOPS, ["conflict: 160"]),
        (
            "The maker will look after the trams at 774 million kroner in all.",
            CARE,
            ["conflict: 774 million kroner"],
        ),
        ("It was 6:41 p.m.; three minutes later the ferry left.", TRIP, ["conflict: 6:41 p.m."]),
        ("The treasurer got twenty months in prison.", TERM, ["conflict: twenty months"]),
        ("1,450 of the 3,400 jobs lie outside Turin.", JOBS, ["unfound: 1,450"]),
        ("43 of the 61 million euros from the state were lost.", YARD, ["unfound: 43"]),
        ("Vega believes that it could be exceeded by €85m a year.", SALES, ["unfound: €85m"]),
        ("The damage to bridges and farms is put at €7.2m.", DAMAGE, ["conflict: €7.2m"]),
        ("The Korvin workforce has shrunk by 340 since March.", SITE, ["unfound: 340"]),
    ],
)
def test_what_does_not_follow_is_marked_as_before(
    article: str, reference: str, marked: list[str]
) -> None:
    assert loud(article, reference) == marked


def test_the_arithmetic_is_shown_in_figures_and_in_the_texts_words_where_units_differ() -> None:
    told = [
        found.message.split("it follows: ")[-1].split(" (")[0]
        for article, reference in (
            ("Thirteen families have not yet accepted the flats that were offered.", FLATS),
            ("The chairwoman's hedge was 35 centimetres too high.", HEDGE),
            ("In 1990 the serial had some 400,000 listeners.", SERIAL),
        )
        for found in findings(article, reference)
        if found.rule == "number-derived"
    ]
    assert told == [
        "19 − 6 = 13",
        "1.60 − 1.25 metres = 35 centimetres",
        "40,000 / a tenth = 400,000",
    ]


BALLOT = (
    "The union said that 6,060 members had voted for a strike at the mine and 990 against. "
    "All of them work underground."
)
FAIR = "The fair in Bremen is open from 18 June to 28 June 2026."
SALES = (
    "Of every hundred shillings of sales, {} came from abroad: Pakistan with 38, Egypt with 17 "
    "and Britain with 15."
)
FERRY = "The owner of the ferry promised 15,000 pesos to each survivor. There were 139 of them."


@pytest.mark.parametrize(
    ("article", "reference", "marked"),
    [
        # near misses: reckoned with what the article itself has just told
        (
            "Of 7,050 members who took part 6,060 voted for the strike, or 86 per cent.",
            BALLOT,
            [],
        ),
        (
            (
                "The owner promised 15,000 pesos to each of the 139 survivors. That adds up to "
                "nearly 2.1 million pesos."
            ),
            FERRY,
            [],
        ),
        (
            "Of 7,050 members who took part 6,060 voted for the strike, or 68 per cent.",
            BALLOT,
            ["unfound: 68 per cent"],
        ),
        (
            (
                "The owner promised 15,000 pesos to each of the 139 survivors. That adds up to "
                "3.4 million pesos."
            ),
            FERRY,
            ["unfound: 3.4 million pesos"],
        ),
        (SALES.format("70"), "Pakistan bought 38 per cent, Egypt 17 and Britain 15.", []),
        (
            SALES.format("73"),
            "Pakistan bought 38 per cent, Egypt 17 and Britain 15.",
            ["unfound: 73"],
        ),
        # days between two dates, both counted or not
        ("The fair lasts eleven days, from 18 to 28 June 2026.", FAIR, []),
        ("The fair lasts 10 days, from 18 to 28 June 2026.", FAIR, []),
        ("The fair lasts 13 days, from 18 to 28 June 2026.", FAIR, ["unfound: 13 days"]),
    ],
)
def test_a_figure_may_follow_from_those_that_the_article_has_beside_it(
    article: str, reference: str, marked: list[str]
) -> None:
    assert loud(article, reference) == marked
