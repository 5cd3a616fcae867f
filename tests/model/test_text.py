"""Which mentions stand in a span, however many there are."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from auditor.model.text import MANY, within


@dataclass(frozen=True, slots=True)
class Place:
    """A mention that is nothing but its place."""

    start: int
    end: int


PLACES = st.builds(lambda a, b: Place(min(a, b), max(a, b)), st.integers(0, 90), st.integers(0, 90))


@given(st.lists(PLACES, min_size=MANY, max_size=3 * MANY), PLACES, st.booleans())
def test_many_mentions_are_found_as_few_are_in_order_or_not(
    mentions: list[Place], span: Place, ordered: bool
):
    if ordered:
        mentions.sort(key=lambda place: place.start)
    one_by_one = tuple(m for m in mentions if m.start < span.end and span.start < m.end)
    assert within(tuple(mentions), span) == within(mentions, span) == one_by_one
