"""Made stories keep what hangs together: a name is exchanged alike in article and reports."""

import random

from benchmarks.batch.stories import exchanged, with_exchanged

ARTICLE = "On Monday 29 firefighters of Porto, led by Rui Tavares, saved 1,560 books."
REPORT = "The chief, Tavares, praised all 29 in Porto on Monday 16 February 2024."


def test_names_and_figures_are_exchanged_alike_in_all_texts_of_a_story():
    others = exchanged([ARTICLE, REPORT], random.Random(1))
    assert sorted(others) == ["29", "Porto", "Tavares"]
    article, report = (with_exchanged(text, others) for text in (ARTICLE, REPORT))
    assert (
        article == f"On Monday {others['29']} firefighters of {others['Porto']}, led by Rui "
        f"{others['Tavares']}, saved 1,560 books."
    )
    assert (
        report == f"The chief, {others['Tavares']}, praised all {others['29']} in "
        f"{others['Porto']} on Monday 16 February 2024."
    )
