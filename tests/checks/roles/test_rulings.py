"""Parts that the article gives to one and the references to another."""

import pytest

from auditor.checks.roles import by_frame, by_other_words, by_preposition
from tests.case import case


@pytest.mark.parametrize(
    ("article", "reference", "flagged"),
    [
        (
            "Ann Keller, who joined in May, will run the new unit and report to Paul Brandt.",
            (
                "Keller stays on and will be head of the new unit, reporting to Maria Lund. Ann "
                "Keller joined in May. Paul Brandt is the technology chief."
            ),
            ["Paul Brandt"],
        ),
        (
            "When the bell rang at noon, it was Paul Brandt who answered the door.",
            (
                "Brandt and Omar Said were at home. At noon the bell rang. Said answered the "
                "door. Paul Brandt stayed upstairs."
            ),
            ["Paul Brandt"],
        ),
        (
            "The one who answered the door was Paul Brandt.",
            (
                "Brandt and Omar Said were at home. At noon the bell rang. Said answered the "
                "door. Paul Brandt stayed upstairs."
            ),
            ["Paul Brandt"],
        ),
        (
            "She and Paul Brandt were put in charge of the archive.",
            (
                "Ms. Keller and another aide, Omar Said, were put in charge of the archive. "
                "Paul Brandt, the treasurer, left in May. Ann Keller was born in Bern."
            ),
            ["Paul Brandt"],
        ),
        (
            "Karim Daoud was succeeded by Paul Brandt as head of the bank.",
            (
                "Daoud, who led the bank for nine years, was succeeded by Maria Lund. Paul "
                "Brandt, an analyst, praised Karim Daoud."
            ),
            ["Paul Brandt"],
        ),
        (
            "The delegation was led by Paul Brandt.",
            (
                "Maria Lund led the delegation, which spent a week in Ghana. Paul Brandt, the "
                "ambassador, met them at the airport."
            ),
            ["Paul Brandt"],
        ),
        (
            "Keller testified against Paul Brandt in March.",
            (
                "In March, Keller testified against Omar Said, her former driver. Paul Brandt, "
                "a lawyer, represented her."
            ),
            ["Paul Brandt"],
        ),
        (
            "Maria Lund was appointed by Paul Brandt in 2012.",
            "Lund was appointed by Omar Said in 2012. Paul Brandt praised Maria Lund.",
            ["Paul Brandt"],
        ),
        (
            "Ann Keller is married to Paul Brandt.",
            "Keller is married to Omar Said. They have two sons. Paul Brandt, her agent, said so.",
            ["Paul Brandt"],
        ),
        (
            "It was Paul Brandt whom Keller accused of theft.",
            "Ann Keller accused Omar Said of theft. Paul Brandt is her lawyer.",
            ["Paul Brandt"],
        ),
        (
            "The role of Cinna was played by Paul Brandt.",
            "Omar Said played the role of Cinna. Paul Brandt wrote the music for the film.",
            ["Paul Brandt"],
        ),
        (
            "Omar Said and Paul Brandt founded the bakery in 2003.",
            "Omar Said and Maria Lund founded the bakery in 2003. Paul Brandt is its manager.",
            ["Paul Brandt"],
        ),
        (
            "Ann Keller will report to Paul Brandt.",
            "Keller will report to Maria Lund and Paul Brandt.",
            [],
        ),
        (
            "Ann Keller will report to Paul Brandt.",
            "Keller will report to Maria Lund at first. In May, she will report to Paul Brandt.",
            [],
        ),
        (
            "Ann Keller reported to Paul Brandt in 2012.",
            "In 2016, Keller reported to Maria Lund. Paul Brandt, her first boss, died in 2014.",
            [],
        ),
        (
            "Paul Brandt answered the door.",
            "Omar Said answered the phone. Paul Brandt was at the door.",
            [],
        ),
        (
            "Paul Brandt answered the door at noon.",
            (
                "Paul Brandt was at home. He answered the door at noon. In the evening Omar "
                "Said answered the door."
            ),
            [],
        ),
        (
            "The delegation was led by Paul Brandt.",
            (
                "The delegation was led by the ambassador. Maria Lund met Paul Brandt, the "
                "ambassador. Maria Lund led the talks."
            ),
            [],
        ),
        (
            "Keller accused Paul Brandt of theft.",
            "Keller accused Omar Said of fraud. Later she said that Paul Brandt stole her car.",
            [],
        ),
        (
            "Keller defeated Paul Brandt in the first round.",
            "Keller defeated Omar Said in the final after she had beaten Paul Brandt.",
            [],
        ),
        (
            "Among those who signed the letter was Paul Brandt.",
            "Ann Keller signed the letter. The 40 signers include the painter Paul Brandt.",
            [],
        ),
        (
            "Paul Brandt told Keller about the plan.",
            "Omar Said told Keller about the plan. Paul Brandt knew of it.",
            [],
        ),
        (
            "Brandt criticised the law.",
            "Keller criticised the law. Paul Brandt also found fault with it.",
            [],
        ),
        (
            "Paul Brandt took part in the race.",
            "Ann Keller took part in the race. Paul Brandt was at the start.",
            [],
        ),
        (
            "Paul Brandt bought a car.",
            "Ann Keller bought a car. Paul Brandt came by train.",
            [],
        ),
        (
            "The relief effort was coordinated by Paul Brandt.",
            (
                "The quake struck on Tuesday. Omar Said, head of the agency, is coordinating "
                "relief efforts. Paul Brandt, a spokesman, gave no figures."
            ),
            ["Paul Brandt"],
        ),
        (
            "Police named the gunman as Paul Brandt.",
            (
                "Two people died in a bank. Police identified the gunman as Omar Said, 43. A "
                "customer, Paul Brandt, was wounded."
            ),
            ["Paul Brandt"],
        ),
        (
            "The winning goal was scored by Paul Brandt in the 88th minute.",
            (
                "The side won 1-0 thanks to a goal in the 88th minute by Omar Said. Paul "
                "Brandt left after an hour."
            ),
            ["Paul Brandt"],
        ),
        (
            "The film, directed by Paul Brandt, opened in Bern.",
            (
                "The film's director, Omar Said, told reporters in Bern that the cars were "
                "real. Paul Brandt made the two films before it."
            ),
            ["Paul Brandt"],
        ),
        (
            "Ann Keller told jurors that the knife was never found in the river.",
            (
                "The knife was never found in the river, lawyer Omar Said told the jury. Ann "
                "Keller objected."
            ),
            ["Ann Keller"],
        ),
        (
            "Ann Keller said that the knife was never found.",
            (
                "The knife was never found, lawyer Omar Said told the jury. Ann Keller spoke "
                "of the missing knife as well."
            ),
            [],
        ),
        (
            "Ann Keller told jurors that the knife was never found in the river.",
            (
                "Ann Keller spoke for an hour. The knife was never found in the river, she "
                "told jurors. Omar Said also told the jury that the knife was not in the river."
            ),
            [],
        ),
        (
            "Investigators believe that Paul Brandt started the fire.",
            (
                "Investigators believe that the fire was started by Gary Lane. Paul Brandt, a "
                "neighbour, called the fire brigade."
            ),
            ["Paul Brandt"],
        ),
        (
            "According to Paul Brandt, the company will hire 200 people this year.",
            (
                "The company will hire 200 people this year, said its founder, Omar Said. Paul "
                "Brandt, its lawyer, did not comment."
            ),
            ["Paul Brandt"],
        ),
        (
            "Novak was replaced by his deputy, Paul Brandt.",
            "Ed Novak's deputy, Sara Holt, replaced him in June. Paul Brandt leads the union.",
            ["Paul Brandt"],
        ),
        (
            "Samsung overtook Nokia in phone sales, a survey by Gartner showed.",
            (
                "Samsung overtook Nokia in phone sales, according to a survey by IDC. Gartner "
                "had expected it."
            ),
            ["Gartner"],
        ),
        (
            "Samsung overtook Nokia in phone sales, a survey by Gartner showed.",
            (
                "Samsung overtook Nokia in phone sales, said a survey by IDC. One by Gartner, "
                "another survey, agreed."
            ),
            [],
        ),
        (
            "Paul Brandt sings on two songs of the album, which Ed Novak produced.",
            (
                "Ed Novak produced the album, which was recorded in Nashville. Paul Brandt "
                "sings on two songs."
            ),
            [],
        ),
        (
            "Paul Brandt plans to finish his opponent inside two rounds.",
            (
                "Paul Brandt faces Omar Said tonight. The Londoner believes his instinct will help "
                "him finish his opponent inside two rounds."
            ),
            [],
        ),
        (
            "Rosa appeared on the cover of the Evening Post in May 1943.",
            (
                "As a telephone operator, Ann Keller posed for the famous painting that would "
                "become the cover of the Evening Post in May 1943. The picture is known as Rosa."
            ),
            [],
        ),
        (
            "The former ballet dancer Keller is to write a series of children's books.",
            (
                "The former ballet dancer has signed a deal to write a series for children. Books "
                "sell well, Keller said. The singer Omar Said has a deal to write a series "
                "of children's books."
            ),
            [],
        ),
        (
            "The former ballet dancer Keller is to write a series of children's books.",
            (
                "The former ballet dancer has opened a school. Books sell well. Keller is well. "
                "The singer Omar Said has a deal to write a series of children's books."
            ),
            ["Keller"],
        ),
        (
            "Ann Keller said she thought the fund did “a lot of good” there.",
            (
                "Ann Keller wrote of the fund in her book. Omar Said said: “He built a stadium. "
                "The fund did a lot of good for the town in the war.”"
            ),
            [],
        ),
        (
            "Ann Keller said she thought the fund did a lot of good there in the war.",
            (
                "Ann Keller wrote of the fund in her book. Omar Said said: “He built a stadium. "
                "The fund did a lot of good for the town in the war.”"
            ),
            ["Ann Keller"],
        ),
    ],
)
def test_a_part_that_the_references_give_to_another_is_marked(article, reference, flagged):
    told = case(article, reference)
    comparisons = (by_frame, by_preposition, by_other_words)
    names = {ruling.fields["name"] for by in comparisons for ruling in by.rulings(told)}
    assert names == set(flagged)
