"""Articles audited by several processes at once, told in the order in which they were named."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from auditor.turns.common import Common, Job
from auditor.turns.turn import Said, Turn
from auditor.write.ending import INCOMPLETE, Stopped, stopping

AHEAD = 4
"""Articles for each process that may be done before one named earlier is: what bounds memory."""

PATIENCE = 5.0
"""Seconds that a process has to leave no half-written file when the command ends early."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A process that audits one article after the other, and the way to it."""

    process: BaseProcess
    connection: Connection


@dataclass(slots=True)
class _Desk:
    """Who is at work on what; the one value here that changes.

    Attributes:
        waiting: numbers of articles that nobody has begun.
        busy: by the way to the worker, the worker and the number of its article.
        done: turns that are over and wait for one named earlier.
    """

    waiting: deque[int]
    idle: list[Worker] = field(default_factory=list)
    busy: dict[Connection, tuple[Worker, int]] = field(default_factory=dict)
    done: dict[int, Turn] = field(default_factory=dict)


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def turns_apart(jobs: Sequence[Job], common: Common, workers: int) -> Iterator[Turn]:
    """Yield the turn of each article in order, audited by at most `workers` processes.

    The article whose process dies was not checked; the others are audited all the same.
    """
    desk = _Desk(deque(range(len(jobs))))
    try:
        for n in range(len(jobs)):
            while n not in desk.done:
                _assign(desk, jobs, common, min(workers, len(jobs)), n + AHEAD * workers)
                _collect(desk, jobs)
            yield desk.done.pop(n)
    finally:
        _dismiss(desk)


def _assign(desk: _Desk, jobs: Sequence[Job], common: Common, most: int, end: int) -> None:
    """Give work to whoever has none, and hire up to `most`; what comes after `end` waits."""
    while desk.waiting and desk.waiting[0] < end:
        if not desk.idle and len(desk.busy) >= most:
            return
        worker = desk.idle.pop() if desk.idle else _hired(common)
        n = desk.waiting.popleft()
        desk.busy[worker.connection] = worker, n
        try:
            worker.connection.send(jobs[n])
        except OSError:
            continue  # it died without work; `_collect` tells of the article that it would have had


def _collect(desk: _Desk, jobs: Sequence[Job]) -> None:
    """Wait until a worker is done or dead, and take what came of its article."""
    for connection in wait(list(desk.busy)):
        if not isinstance(connection, Connection):
            continue
        worker, n = desk.busy.pop(connection)
        try:
            desk.done[n] = connection.recv()
        except (EOFError, OSError):
            worker.process.join()
            connection.close()
            desk.done[n] = _lost(jobs[n], worker.process.exitcode)
        else:
            desk.idle.append(worker)


def _lost(job: Job, exitcode: int | None) -> Turn:
    path = str(job.article.path)
    how = f"signal {-exitcode}" if exitcode and exitcode < 0 else f"status {exitcode}"
    line = (
        f"audit: {path}: the process that audited it ended with {how}, perhaps for want of "
        "memory; audit it again with --workers 1"
    )
    return Turn(path, INCOMPLETE, "was not audited: its process died", (Said(line),))


def _hired(common: Common) -> Worker:
    """Start a worker with an interpreter of its own: a copy of this one may hold locks."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, common), daemon=True)
    with _deaf():
        process.start()
    theirs.close()
    return Worker(process, ours)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let what is started meanwhile not hear Ctrl-C: who started it stops it, without a traceback.

    What comes meanwhile is heard afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _dismiss(desk: _Desk) -> None:
    """End all workers: those without work at once, those at work as if somebody stopped them."""
    for worker in desk.idle:
        worker.connection.close()
    for worker, _ in desk.busy.values():
        worker.process.terminate()
        worker.connection.close()
    for worker in (*desk.idle, *(worker for worker, _ in desk.busy.values())):
        worker.process.join(PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()


def work(connection: Connection, common: Common) -> None:
    """Audit what comes until nothing comes any more; the whole life of a worker."""
    from auditor.turns.one import turns_of

    try:
        with stopping():
            turn = turns_of(common)
            while True:
                connection.send(turn(connection.recv()))
    except (EOFError, OSError, Stopped):
        connection.close()
