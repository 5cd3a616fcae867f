"""Every end of a command has its exit status, and 1 is for findings alone."""

import os
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from auditor.errors import AuditError, Unwritten
from auditor.write.ending import Stopped, ended, told_fault


def raising(error: BaseException) -> Callable[[], int]:
    def command() -> int:
        raise error

    return command


def signalled(number: int) -> Callable[[], int]:
    def command() -> int:
        os.kill(os.getpid(), number)
        return 0

    return command


@pytest.fixture
def usual_signals() -> Iterator[None]:
    """Let signals act as in a shell: what starts the tests in the background has some ignored."""
    usual: dict[int, Any] = {
        signal.SIGINT: signal.default_int_handler,
        signal.SIGTERM: signal.SIG_DFL,
        signal.SIGHUP: signal.SIG_DFL,
    }
    before = {number: signal.signal(number, handler) for number, handler in usual.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


FAULT = "a fault in auditor itself ({}); please report it with what AUDITOR_DEBUG=1 shows"
CLOSED = PermissionError(13, "Permission denied", "model.bin")


@pytest.mark.usefixtures("usual_signals")
@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        (lambda: 0, 0, ""),
        (lambda: 1, 1, ""),
        (raising(AuditError("x.txt: is a folder")), 2, "x.txt: is a folder"),
        (raising(Unwritten("standard output: is closed")), 3, "standard output: is closed"),
        (raising(KeyboardInterrupt()), 130, ""),
        (signalled(signal.SIGINT), 130, ""),
        (signalled(signal.SIGTERM), 143, ""),
        (signalled(signal.SIGHUP), 129, ""),
        (raising(KeyError("heading")), 3, FAULT.format("KeyError: 'heading'")),
        (raising(RecursionError("to\no\x1b")), 3, FAULT.format("RecursionError: to o\\x1b")),
        (raising(MemoryError()), 3, "the memory is not enough; audit a shorter text"),
        (raising(CLOSED), 3, "model.bin: cannot be used (Permission denied); check that"),
    ],
)
def test_whatever_happens_ends_in_its_status_and_a_sentence(capsys, command, status, said):
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)]
    assert ended(command) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"audit: {said}" if said else "")
    assert err.count("\n") == bool(said)
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)] == before


def test_who_looks_for_a_fault_is_shown_where_it_happened(capsys, monkeypatch):
    monkeypatch.setenv("AUDITOR_DEBUG", "1")
    assert ended(raising(KeyError("\x1b[2J"))) == 3
    err = capsys.readouterr().err
    assert err.startswith("Traceback (most recent call last):\n")
    assert "\x1b" not in err


@pytest.mark.parametrize("stop", [Stopped(143), KeyboardInterrupt()])
def test_a_request_to_end_that_comes_back_as_a_fault_is_one(capsys, stop):
    """As code in C tells of it."""

    def stopped() -> int:
        try:
            raise stop
        except BaseException as cause:
            raise SystemError("returned a result with an exception set") from cause

    def telling() -> int:
        try:
            return stopped()
        except Exception as error:
            told_fault(error, "a.txt")
        return 0

    status = getattr(stop, "status", 130)
    assert [ended(stopped), ended(telling)] == [status, status]
    assert capsys.readouterr() == ("", "")


def test_a_request_to_end_that_is_ignored_stays_ignored():
    """As under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert ended(signalled(signal.SIGHUP)) == 0
    finally:
        signal.signal(signal.SIGHUP, before)
