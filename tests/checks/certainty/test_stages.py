"""A later stage than any reference has, and the opposite of what they have, are marked."""

import pytest

from tests.checks.certainty.test_check import marked

CHARGED = "Nigel Orpwood, 63, has been charged with fraud over the pavilion fund. He denies it."
GRANGER = "A jury acquitted Paul Granger of fraud on Wednesday. It convicted Carl Dunn of bribery."
COUNCIL = "The council rejected the motion to scrap the seafront charge by 19 votes to 14."


@pytest.mark.parametrize(
    ("article", "references"),
    [
        ("Nigel Orpwood was charged with fraud over the pavilion fund.", [CHARGED]),
        (
            "Nigel Orpwood was convicted of fraud.",
            [CHARGED, "Nigel Orpwood was found guilty of fraud."],
        ),
        (
            "Nigel Orpwood was convicted of fraud.",
            [CHARGED, "Nigel Orpwood came to court. He was convicted."],
        ),
        ("Nigel Orpwood will be convicted of fraud, his rivals hope.", [CHARGED]),
        ("Len Dack was convicted of fraud.", [CHARGED]),
        ("Carl Dunn was convicted of bribery.", [GRANGER]),
        ("Paul Granger was acquitted of fraud.", [GRANGER]),
        ("Paul Granger was found not guilty of fraud.", [GRANGER]),
        ("The council rejected the motion to scrap the seafront charge.", [COUNCIL]),
        ("Granger may be convicted of fraud\n\nThe court sits on Monday in Leeds.", [GRANGER]),
        ("The council passed the budget by 20 votes to 13.", [COUNCIL]),
    ],
)
def test_what_a_reference_has_or_nobody_denies_is_left_alone(
    article: str, references: list[str]
) -> None:
    assert marked(article, *references) == []


@pytest.mark.parametrize(
    ("article", "reference", "rule", "words"),
    [
        ("Nigel Orpwood was convicted of fraud.", CHARGED, "certainty-ahead", "was convicted"),
        (
            "Police found the missing boy.",
            "Police are searching for the missing boy.",
            "certainty-ahead",
            "found",
        ),
        (
            "The bill became law on Tuesday.",
            "The bill passed the House on Tuesday.",
            "certainty-ahead",
            "became",
        ),
        (
            "Paul Granger was found guilty of fraud.",
            GRANGER,
            "certainty-verdict",
            "was found guilty",
        ),
        ("Carl Dunn was cleared of bribery.", GRANGER, "certainty-verdict", "was cleared"),
        (
            "The council passed the motion to scrap the seafront charge.",
            COUNCIL,
            "certainty-opposed",
            "passed",
        ),
    ],
)
def test_a_later_stage_or_the_opposite_is_marked(
    article: str, reference: str, rule: str, words: str
) -> None:
    assert marked(article, reference) == [(rule, words)]
