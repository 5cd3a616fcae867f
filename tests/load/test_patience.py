import pytest

from auditor.load.patience import Later, Patience, patient, seconds_asked

FAILED = ValueError("failed")


def waits(*answers: object, jitter: float = 0.0, left: float = 100.0) -> tuple[object, list[float]]:
    """Return what comes of attempts that answer so, one after the other, and each wait."""
    waited: list[float] = []
    to_come = iter(answers)
    patience = Patience(jitter=lambda: jitter, wait=waited.append)
    try:
        return patient(lambda: next(to_come), patience, lambda: left - sum(waited)), waited
    except ValueError as error:
        return error, waited


@pytest.mark.parametrize(
    ("answers", "outcome", "waited"),
    [
        (["page"], "page", []),
        ([Later(FAILED), "page"], "page", [0.5]),
        ([Later(FAILED)] * 3 + ["page"], "page", [0.5, 1.0, 2.0]),
        ([Later(FAILED)] * 4 + ["page"], FAILED, [0.5, 1.0, 2.0]),
        ([Later(FAILED, 7.0), "page"], "page", [7.0]),
        ([Later(FAILED, 0.0)] * 4, FAILED, [0.0, 0.0, 0.0]),
        ([Later(FAILED, 10.0), "page"], "page", [10.0]),
        ([Later(FAILED, 10.1), "page"], FAILED, []),
        ([Later(FAILED), Later(FAILED, 3600.0), "page"], FAILED, [0.5]),
    ],
)
def test_each_wait_is_twice_the_last_or_what_the_server_asks(answers, outcome, waited):
    assert waits(*answers) == (outcome, waited)


@pytest.mark.parametrize(
    ("left", "outcome", "waited"),
    [(1.6, "page", [0.5, 1.0]), (1.4, FAILED, [0.5]), (0.4, FAILED, []), (-1.0, FAILED, [])],
)
def test_no_wait_goes_beyond_the_deadline(left, outcome, waited):
    assert waits(Later(FAILED), Later(FAILED), "page", left=left) == (outcome, waited)


@pytest.mark.parametrize(("jitter", "waited"), [(0.0, 10.0), (0.5, 12.5), (0.99, 14.95)])
def test_jitter_moves_a_wait_and_never_whether_there_is_one(jitter, waited):
    outcome, seconds = waits(Later(FAILED, 10.0), "page", jitter=jitter)
    assert outcome == "page"
    assert seconds == [pytest.approx(waited)]


def test_a_wait_with_its_jitter_ends_at_the_deadline():
    assert waits(Later(FAILED, 2.0), "page", jitter=0.9, left=2.5) == ("page", [2.5])


NOW = "Mon, 05 Jan 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("asked", "now", "seconds"),
    [
        ("120", "", 120.0),
        (" 0 ", "", 0.0),
        ("Mon, 05 Jan 2026 10:02:00 GMT", NOW, 120.0),
        ("Mon, 05 Jan 2026 10:02:00 -0000", NOW, 120.0),
        ("Mon, 05 Jan 2026 09:00:00 GMT", NOW, 0.0),
        ("Mon, 05 Jan 2026 10:02:00 GMT", "", None),
        ("Mon, 05 Jan 2026 10:02:00 GMT", "now", None),
        ("", NOW, None),
        ("soon", NOW, None),
        ("-5", NOW, None),
        ("1.5", NOW, None),
        ("9" * 400, NOW, None),
        ("\u0665", NOW, None),
        ("Mon, 99 Jan 2026 10:02:00 GMT", NOW, None),
    ],
)
def test_a_server_asks_for_seconds_or_for_an_hour_of_its_own_clock(asked, now, seconds):
    assert seconds_asked(asked, now) == seconds
