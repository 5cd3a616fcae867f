"""Asking a server again that fails for the moment: how often, and how long is waited before."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import SystemRandom
from time import sleep
from typing import TypeVar

Answer = TypeVar("Answer")

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses of HTTP that may be over a moment later."""

TRIES = 4
"""How often is asked at most. A guess."""
FIRST_PAUSE = 0.5
"""Seconds to the second try; every further pause is twice as long. A guess."""
LONGEST_PAUSE = 10.0
"""Seconds of one pause; a server that asks for more is not asked again. A guess."""

_SECONDS = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Patience:
    """How often is asked, and how long is waited in between.

    Attributes:
        tries: how often is asked at most.
        first: seconds to the second try; every further pause is twice as long.
        longest: seconds of one pause; a server that asks for more is not asked again.
        jitter: returns a number in [0, 1), by half of which a pause is longer, so that all who
            failed together do not come back together. It moves the hour of a try and nothing else.
        wait: waits so many seconds.
    """

    tries: int = TRIES
    first: float = FIRST_PAUSE
    longest: float = LONGEST_PAUSE
    jitter: Callable[[], float] = SystemRandom().random
    wait: Callable[[float], None] = sleep


@dataclass(frozen=True, slots=True)
class Later:
    """What a try returns that failed for the moment.

    Attributes:
        failure: what is raised where it is not tried again.
        seconds: how long the server asks to be left alone, None where it does not say.
    """

    failure: Exception
    seconds: float | None = None


def patient(
    attempt: Callable[[], Answer | Later], patience: Patience, left: Callable[[], float]
) -> Answer:
    """Return what an attempt returns, made again where it failed for the moment.

    Args:
        attempt: makes one try.
        patience: how often, and how long is waited.
        left: returns the seconds to the deadline; no wait goes beyond.

    Raises:
        Exception: the failure of the last try.
    """
    for tried in range(patience.tries - 1):
        answer = attempt()
        if not isinstance(answer, Later):
            return answer
        pause = patience.first * 2.0**tried if answer.seconds is None else answer.seconds
        if pause > min(patience.longest, left()):
            raise answer.failure
        patience.wait(min(pause * (1 + patience.jitter() / 2), max(left(), 0.0)))
    last = attempt()
    if isinstance(last, Later):
        raise last.failure
    return last


def seconds_asked(retry_after: str, now: str) -> float | None:
    """Return how long a server asks to be left alone, None where it does not say.

    Args:
        retry_after: its header of this name: seconds or a date.
        now: its ``Date``, against which that date counts, for our clock may be another.
    """
    if _SECONDS.fullmatch(retry_after.strip()):
        return float(retry_after)
    then, today = _instant(retry_after), _instant(now)
    return max((then - today).total_seconds(), 0.0) if then and today else None


def _instant(written: str) -> datetime | None:
    try:
        read = parsedate_to_datetime(written)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
