"""Orders to language models among the strings of a file that are no part of its text."""

from collections.abc import Iterable, Iterator

from auditor.knowledge.instructions import is_instruction
from auditor.model.document import UnseenWords

MOST_LOOKED_AT = 500_000
"""Characters of a page that are looked through for orders; what is hidden is no text anyway."""

LEAST_COST = 20
"""Characters that each string counts for at least: a look at an empty one takes time, too."""

MOST_TOLD = 20
"""Hidden words that are told of one page."""

LONGEST_KEPT = 2_000
"""Characters kept of hidden words."""

FEWEST_WORDS = 4
"""Words of an order to a model."""


def orders(unseen: Iterable[tuple[str, str]]) -> Iterator[UnseenWords]:
    """Yield those of a file's unseen strings that are orders to language models.

    Args:
        unseen: each string with how it is hidden.
    """
    room = MOST_LOOKED_AT
    told = 0
    for words, way in unseen:
        room -= max(len(words), LEAST_COST)
        if room < 0 or told == MOST_TOLD:
            return
        if len(words.split()) >= FEWEST_WORDS and is_instruction(words):
            told += 1
            yield UnseenWords(" ".join(words.split())[:LONGEST_KEPT], way)
