"""How a run ends: every way out has its exit status, and none but findings has theirs."""

import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from auditor.errors import AuditError, Unwritten
from auditor.write.streams import hold_places, say

CLEAN, FOUND, UNUSABLE, INCOMPLETE = 0, 1, 2, 3
"""Exit statuses; of several articles the worst counts, in the order of `BEST_FIRST`."""

BEST_FIRST = (CLEAN, FOUND, INCOMPLETE, UNUSABLE)
"""Exit statuses from nothing to do to nothing done."""

SIGNALLED = 128
"""What shells add to the number of the signal that ended a command."""

DEBUG = "AUDITOR_DEBUG"
"""The environment variable that shows where our own faults happened."""

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Requests to end that Python lets kill at once, half-written files left behind."""


class Stopped(BaseException):
    """Somebody asked the command to end; not an `Exception`, so that nothing takes it for one."""

    def __init__(self, status: int) -> None:
        """Keep the exit status that says which signal it was."""
        super().__init__(status)
        self.status = status


def ended(command: Callable[[], int]) -> int:
    """Run a command to whatever end it comes and return its exit status."""
    hold_places()
    try:
        with stopping():
            return command()
    except (KeyboardInterrupt, Stopped) as stop:
        return _status(stop)
    except AuditError as error:
        say(f"audit: {error}")
        return UNUSABLE
    except Unwritten as error:
        say(f"audit: {error}")
        return INCOMPLETE
    except Exception as error:  # whatever we did wrong, it is no finding and no clean article
        if behind := _stop_behind(error):
            return _status(behind)
        say_fault(error)
        return INCOMPLETE


def _status(stop: KeyboardInterrupt | Stopped) -> int:
    return stop.status if isinstance(stop, Stopped) else SIGNALLED + signal.SIGINT


def _stop_behind(error: BaseException | None) -> KeyboardInterrupt | Stopped | None:
    """Return the request to end that a fault came of, None for a fault of its own.

    Code in C that is stopped in the middle tells of it as a `SystemError`.
    """
    while error is not None:
        if isinstance(error, KeyboardInterrupt | Stopped):
            return error
        error = error.__cause__ or error.__context__
    return None


def say_fault(error: Exception, where: str = "") -> None:
    """Write what nobody foresaw, as `told_fault` tells it."""
    for row in told_fault(error, where):
        say(row)


def told_fault(error: Exception, where: str = "") -> tuple[str, ...]:
    """Return the lines on what nobody foresaw, and with `DEBUG` where it happened.

    Args:
        error: an `OSError` is the system's fault, any other ours.
        where: what was being audited, "" for nothing yet.

    Raises:
        KeyboardInterrupt, Stopped: the fault came of a request to end.
    """
    if stop := _stop_behind(error):
        raise stop
    trace = "".join(traceback.format_exception(error)) if os.environ.get(DEBUG) else ""
    parts = ("audit", where, _fault(error))
    return (*trace.splitlines(), ": ".join(part for part in parts if part))


def _fault(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "the memory is not enough; audit a shorter text, or fewer references"
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        named = f"{error.filename}: " if error.filename else ""
        return f"{named}cannot be used ({reason}); check that it is there and open to you"
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"a fault in auditor itself ({said}); please report it with what {DEBUG}=1 shows"


@contextmanager
def stopping() -> Iterator[None]:
    """Let requests to end pass through every ``finally``, so that no half file is left."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    usual = [number for number in SIGNALS if signal.getsignal(number) is signal.SIG_DFL]
    for number in usual:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in usual:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(SIGNALLED + number)
