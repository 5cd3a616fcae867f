"""Processes that do one task after the other, and who of them is at work on which."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from auditor.write.ending import Stopped, stopping

PATIENCE = 5.0
"""Seconds that a process has to leave no half-written file when the command ends early."""

Tag = TypeVar("Tag")

Make = Callable[[], Callable[[Any], object]]
"""Return in a new process what does the tasks there; it is sent to that process."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A process that does one task after the other, and the way to it."""

    process: BaseProcess
    connection: Connection


@dataclass(frozen=True, slots=True)
class Death:
    """How a process ended that was at work on a task."""

    exitcode: int | None

    def __str__(self) -> str:
        """Return ``signal 9`` or ``status 1``."""
        killed = self.exitcode is not None and self.exitcode < 0
        return f"signal {-(self.exitcode or 0)}" if killed else f"status {self.exitcode}"


@dataclass(slots=True)
class Crew(Generic[Tag]):
    """Who is at work on what; a value that changes.

    Attributes:
        make: what each new process begins with.
        most: how many are at work at once.
        busy: by the way to the worker, the worker and the tag of its task.
    """

    make: Make
    most: int
    idle: list[Worker] = field(default_factory=list)
    busy: dict[Connection, tuple[Worker, Tag]] = field(default_factory=dict)

    @property
    def has_room(self) -> bool:
        """Tell whether somebody can begin another task."""
        return len(self.busy) < self.most


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def give(crew: Crew[Tag], tag: Tag, task: object) -> None:
    """Give a task to whoever has none, or to somebody new; `tag` is what `collected` calls it."""
    worker = crew.idle.pop() if crew.idle else _hired(crew.make)
    crew.busy[worker.connection] = worker, tag
    try:
        worker.connection.send(task)
    except OSError:
        return  # it died without work; `collected` tells of the task that it would have had


def collected(crew: Crew[Tag]) -> list[tuple[Tag, Any]]:
    """Wait until somebody is done or dead; return tags with what came of them, or a `Death`."""
    over: list[tuple[Tag, Any]] = []
    for connection in wait(list(crew.busy)):
        if not isinstance(connection, Connection):
            continue
        worker, tag = crew.busy.pop(connection)
        try:
            over.append((tag, connection.recv()))
        except (EOFError, OSError):
            worker.process.join()
            connection.close()
            over.append((tag, Death(worker.process.exitcode)))
        else:
            crew.idle.append(worker)
    return over


def _hired(make: Make) -> Worker:
    """Start a worker with an interpreter of its own: a copy of this one may hold locks."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, make), daemon=True)
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


def dismiss(crew: Crew[Any]) -> None:
    """End all workers: those without work at once, those at work as if somebody stopped them."""
    for worker in crew.idle:
        worker.connection.close()
    for worker, _ in crew.busy.values():
        worker.process.terminate()
        worker.connection.close()
    for worker in (*crew.idle, *(worker for worker, _ in crew.busy.values())):
        worker.process.join(PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()


def work(connection: Connection, make: Make) -> None:
    """Do what comes until nothing comes any more; the whole life of a worker."""
    try:
        with stopping():
            do = make()
            while True:
                connection.send(do(connection.recv()))
    except (EOFError, OSError, Stopped):
        connection.close()
