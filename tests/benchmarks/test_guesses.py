"""Moving a threshold: everything that reads it sees it moved, and then as it was."""

import pytest

from auditor.checks.roles import by_frame
from auditor.model import text
from benchmarks.quality.guesses import guesses, moved, reached

REACH = next(guess for guess in guesses() if guess.name == "RECALLED")


def values() -> tuple[int, int]:
    """Return the threshold where it stands and where it is imported."""
    return text.RECALLED, vars(by_frame)["RECALLED"]


def test_a_guess_is_a_number_whose_docstring_says_so():
    assert "guess" in REACH.says.lower()
    assert str(REACH) == "model/text.RECALLED"


@pytest.mark.parametrize(("factor", "value"), [(0.67, 1), (1.5, 3), (1.1, 3)])
def test_a_whole_number_moves_by_one_at_least_in_every_module_that_reads_it(
    factor: float, value: int
) -> None:
    with moved(REACH, factor):
        assert values() == (value, value)
    assert values() == (2, 2)


def test_a_guess_is_as_it_was_after_a_failure():
    with pytest.raises(ZeroDivisionError), moved(REACH, 2.0):
        raise ZeroDivisionError
    assert values() == (2, 2)


def test_what_is_read_once_and_for_all_cannot_be_moved():
    assert [str(guess) for guess in guesses() if not guess.is_movable] == [
        "archive/ranking.LOOKED_AT",
        "commands/fetch.LIMIT",
        "load/network.DEADLINE",
        "load/patience.TRIES",
        "load/patience.FIRST_PAUSE",
        "load/patience.LONGEST_PAUSE",
        "render/annotation.LONGEST",
    ]


def test_a_module_reaches_what_it_imports_and_what_that_does():
    modules = reached("auditor.checks.roles.check")
    assert {"auditor.checks.roles.said_of", "auditor.language.vectors"} <= modules
    assert "auditor.checks.quotes.check" not in modules
