"""Phrases of a passage that change places."""

import pytest

from training.rows.exchanges import Exchange, exchanges
from training.rows.tags import tag


@pytest.mark.parametrize(
    ("passage", "sentence", "expected"),
    [
        (
            "The storm ruined the mill. The crews cleared a street.",
            "The storm wrecked a mill.",
            [
                Exchange(
                    "object",
                    "The storm ruined a street. The crews cleared the mill.",
                    (20, 24),
                    ("The storm wrecked a street.", ((18, 26),)),
                )
            ],
        ),
        (
            "A driver was held in the harbour. A child was found in the forest.",
            "The harbour is where he was.",
            [
                Exchange(
                    "circumstance",
                    "A driver was held in the forest. A child was found in the harbour.",
                    (4, 11),
                    ("The forest is where he was.", ((0, 10),)),
                )
            ],
        ),
        (
            "The club praised the goalkeeper. The club sacked the coach.",
            "Somebody was sacked.",
            [
                Exchange(
                    "deed",
                    "The club sacked the goalkeeper. The club praised the coach.",
                    (13, 19),
                    None,
                )
            ],
        ),
        (
            "The dog chased the man. He ran.",
            "A man was chased by a dog.",
            [
                Exchange(
                    "role",
                    "The man chased the dog. He ran.",
                    (20, 25),
                    ("A dog was chased by a man.", ((0, 5),)),
                )
            ],
        ),
        ("The mayor met the owner. He left.", "The mayor met an owner.", []),
        (
            "The storm ruined the mill. The mill burnt. The crews cleared a street.",
            "A mill stood there.",
            [],
        ),
        ("The storm ruined the mill. It passed.", "Nobody was hurt.", []),
    ],
)
def test_what_a_sentence_shares_with_its_passage_changes_places_with_what_it_does_not(
    passage: str, sentence: str, expected: list[Exchange]
) -> None:
    near, said = tag([passage, sentence])
    assert list(exchanges(near, said)) == expected
