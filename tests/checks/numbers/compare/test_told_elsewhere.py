"""A figure is known though its scale, its unit, its form or its terms stand elsewhere."""

import pytest

from auditor.checks.numbers.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.words import Severity
from tests.case import case

RULES = rules_of(load_rules(), "numbers")

BUDGET = (
    "The budget of Torre provides for spending of 64 million euros: 25 million for staff and "
    "18 million for schools. Debt falls by 2.4 million to 71.5. Of the cable car's 38 million "
    "francs the commune is to pay six."
)
TRAIN = (
    "The night train was stopped near Sisak. A tree fell on the wire at 11.50 p.m. and the train "
    "braked at 11.56. A second engine reached it at 4.35 and drew it away."
)
MATCH = "Varzim 2-3 Serra. The visitors came from two goals down to win."
GOALS = MATCH + " Nogueira scored after nine minutes and Falé on 31 minutes."
SWIM = (
    "Tamwoy broke the record, touching in 2:05.94. The old mark, 2:06.30, had stood for eleven "
    "years. Tamwoy won the marathon in 2:19:33."
)
SHARES = (
    "Mizuhara, with sales of 268 billion yen, up from 250 billion a year earlier, will issue 0.65 "
    "of a share for each Tanigawa share."
)
FINE = (
    "The court doubled the fine of the shipowner to 8.6 million euros. The lower court had fined "
    "him 4.3 million in 2021."
)
LEGS = "The handball women of Viborg go down 53-56 over the two matches."
CUTS = "Power failed at 4.10 p.m. on Monday. The last homes were connected at 11 a.m. on Tuesday."
DRUMS = (
    "Customs found the powder in a container on Saturday. It was hidden in 31 of the 80 drums, "
    "the prosecutor's office said. Fourteen officers were there."
)
OLD = "The lizard lived about 68 million years ago. Until now the oldest was 52 million years old."
TRAM = "The stretch of 2.4 kilometres cost 1.9 billion crowns, 300 million more than planned."
WORKS = (
    "The site lost money in seven of the last ten years. Peter Aldous had his fortieth "
    "anniversary there. The apprentices are aged 16 to 23."
)

BALLOONS = (
    "Two balloons left the Esrange site on Tuesday. The larger rose to 36.4 kilometres and drifted "
    "east; the smaller, carrying a camera, burst at 29.8 kilometres."
)
WHEAT = (
    "Growers around Torun brought in 6.8 tonnes a hectare, those around Golub 5.1. Last year's "
    "yields were 6.2 and 5.6 respectively."
)
FERRY = (
    "CEBU CITY, Feb 11 - Twelve people died and 14 were hurt when fire swept the car deck of the "
    "ferry Santa Lourdes off Bantayan on Saturday evening, the coast guard said. In 2019 another "
    "ferry of the line burned and 31 people died."
)


@pytest.mark.parametrize(
    ("article", "reference", "marked"),
    [
        # a unit left out
        ("The other balloon burst with its camera at 29.8.", BALLOONS, []),
        ("Around Golub the yield was 5.6 tonnes a hectare the year before.", WHEAT, []),
        ("Around Golub the yield was 5.1 tonnes a hectare.", WHEAT, []),
        ("The other balloon burst with its camera at 28.9.", BALLOONS, ["28.9"]),
        # one of several
        ("One balloon got as high as 36.4 kilometres.", BALLOONS, []),
        # who died and who was hurt, in a headline's few words
        ("Twelve dead in ferry fire off Bantayan", FERRY, []),
        ("Fourteen injured in ferry fire off Bantayan", FERRY, []),
        ("Fourteen dead in ferry fire off Bantayan", FERRY, ["Fourteen"]),
        # a scale told once
        (
            "Spending is 64 million euros. Staff take 25 of these, the rest goes elsewhere.",
            BUDGET,
            [],
        ),
        ("In millions:\n\n- staff 25\n- schools 18", BUDGET, []),
        ("In millions:\n\n- staff 25\n- schools 19", BUDGET, ["19"]),
        ("The town of Torre will owe 71.5 million euros.", BUDGET, []),
        ("The town of Torre will owe 74.5 million euros.", BUDGET, ["74.5 million euros"]),
        ("The commune is to pay six million francs.", BUDGET, []),
        # a time of day without its half
        ("A second engine reached the train at 4.35 a.m.", TRAIN, []),
        ("The train stopped at 11.56 p.m.", TRAIN, []),
        ("A second engine reached the train at 4.53 a.m.", TRAIN, ["4.53 a.m."]),
        # hours between two times of day
        ("The power was back after nearly nineteen hours.", CUTS, []),
        ("The power was back after 13 hours.", CUTS, ["13 hours"]),
        # a score from the other side, and on the way to the result
        ("Varzim lost 3-2 to Serra.", MATCH, []),
        ("Viborg lost 56-53 in all.", LEGS, []),
        ("Varzim led 2-0 after half an hour.", MATCH, []),
        ("Varzim led 4-0 after half an hour.", MATCH, ["4-0"]),
        ("Varzim beat Serra 4-0.", MATCH, ["4-0"]),
        ("The goals:\n\n- 9: Nogueira 1-0\n- 31: Falé 2-0", GOALS, []),
        ("The goals:\n\n- 9: Nogueira 1-0\n- 31: Falé 4-0", GOALS, []),
        # a duration in another form, and its distance from another
        ("Tamwoy touched in two minutes and 5.94 seconds.", SWIM, []),
        ("Tamwoy improved the record by 36 hundredths.", SWIM, []),
        ("Tamwoy improved the record by 39 hundredths.", SWIM, ["39 hundredths"]),
        ("Tamwoy touched in 2:05.49 and broke the record.", SWIM, ["2:05.49"]),
        ("Tamwoy ran the marathon in two hours and 19 minutes.", SWIM, []),
        ("Tamwoy ran the marathon in 2 hours 19 minutes and 33 seconds.", SWIM, []),
        (
            "Tamwoy won the marathon in 2 hours 19 minutes and 38 seconds.",
            SWIM,
            ["2 hours 19 minutes and 38 seconds"],
        ),
        # per hundred; a year and twelve months; one told with an article
        ("Owners get 65 Mizuhara shares for every hundred of their own.", SHARES, []),
        ("Owners get 67 Mizuhara shares for every hundred of their own.", SHARES, ["67"]),
        ("Sales rose in twelve months.", SHARES, []),
        ("Sales rose in eleven months.", SHARES, ["eleven months"]),
        (
            "Two men and one woman died.",
            "Three died, two men aged 71 and 83 and a woman of 78.",
            [],
        ),
        # two unlike counts
        (
            "More than 6,000 people a day put up with the bus.",
            "Ninety people working day and night removed the rubble. The bus took 6,200 a day.",
            [],
        ),
        # the same order of names and figures
        (
            "Mindelo has 17 patients. Arvore has twelve, Azurara eight.",
            "Of the patients 17 live in Mindelo, 12 in Arvore and eight in Azurara.",
            [],
        ),
        # the sum of what stands far apart may be meant
        ("In all 8,900 were driven out.", f"Some 6,800 fled. {SHARES} Another 2,100 left.", []),
        # ages as a range
        ("Pupils from four to 16 years old took part.", "The pupils are aged four to sixteen.", []),
        # one end of a range is another
        ("The fair drew 80 to 90 groups.", "The fair drew 80 to 90 groups.", []),
        ("The fair drew 80 to 95 groups.", "The fair drew 80 to 90 groups.", ["80 to 95"]),
        # money whose unit is left out where it is told, beside another sum
        ("His fine had been 4.3 million euros.", FINE, []),
        ("His fine had been 4.7 million euros.", FINE, ["4.7 million euros"]),
        # what is left, found by the figure beside
        ("The powder lay in drums; 31 held it and 49 did not.", DRUMS, []),
        ("The powder lay in drums; 31 held it and 57 did not.", DRUMS, ["57"]),
        # apart by so much
        ("The lizard is 68 million years old, the last one 52 million, 16 million fewer.", OLD, []),
        ("The stretch of 2.4 kilometres was to cost 1.6 billion crowns but came to 1.9.", TRAM, []),
        # a span of years as an anniversary, an open count, the end of a range
        ("Peter Aldous has been there for 40 years.", WORKS, []),
        ("Peter Aldous has been there for 30 years.", WORKS, ["30 years"]),
        ("It lost money in seven years out of ten.", WORKS, []),
        ("Of the apprentices the oldest is 23.", WORKS, []),
        ("Of the apprentices the oldest is 26.", WORKS, ["26"]),
        # a number word behind a name, part of none
        (
            "The party came eleven hours late.",
            "The party reached Brittany eleven hours late on Sunday.",
            [],
        ),
    ],
)
def test_a_figure_is_marked_only_where_nothing_told_elsewhere_gives_it(article, reference, marked):
    found = check(case(article, reference), RULES)
    assert [one.text for one in found if one.severity is not Severity.NOTE] == marked


CASES = (
    "Forty-seven cases were confirmed: 26 in Vaslui, 14 in Galați and seven in Brăila. The budget "
    "is 64 million euros: 18 million for schools, 13 million for building and 8 million for debts. "
    "Leandro Quintela, in office for 6 years, spoke. "
    "Moe was nine seconds faster with 3:05:31 than Arbeláez. Quintela came third in 3:07:02."
)


@pytest.mark.parametrize(
    ("rows", "marked"),
    [
        ("- Vaslui: 26\n- Galați: 14\n- Brăila: 7\n- all: 47", []),
        ("- Brăila: seven\n- Galați: 14\n- Vaslui: 26", []),
        ("- Galați, near the river: 19", []),
        ("- Vaslui: 26\n- Galați: 19\n- Brăila: 7", ["19"]),
        ("- schools: 18 million\n- building: 31 million\n- debts: 8 million", ["31 million"]),
        ("- schools 18\n- building 13\n- in all 57", []),
        # an age behind a person's name, and a time told as one and another
        ("- Leandro Quintela, 49\n- Ingrid Moe, 31", []),
        ("2. Arbeláez 3:05:40\n3. Quintela 3:07:02", []),
        ("2. Arbeláez 3:05:47\n3. Quintela 3:07:02", ["3:05:47"]),
    ],
)
def test_a_row_of_a_list_is_held_to_the_figure_beside_its_label(rows, marked):
    found = check(case(f"The figures are these:\n\n{rows}", CASES), RULES)
    assert [one.text for one in found if one.severity is not Severity.NOTE] == marked
