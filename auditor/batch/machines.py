"""Assignments done by the workers of a Dask cluster, which need this package and no shared disk."""

import logging
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, cast

from auditor.batch.assignment import Assignment
from auditor.batch.filing import FiledStory, filing, unfiled
from auditor.batch.made_by import made_by
from auditor.errors import AuditError

AHEAD = 2
"""Assignments for each thread of the cluster that are on their way at once: one that is audited,
and the next, so that nobody waits and no memory fills."""

PATIENCE = 20
"""Seconds in which a scheduler and a first worker must answer. A guess."""

EXTRA = "--cluster needs Dask; pip install 'auditor[cluster]'"

OTHERS = (
    "has another auditor, other rules, weights or libraries, and would audit otherwise; install "
    "there what is installed here"
)

_filing = cache(filing)
"""What audits in this worker: its weights are loaded once, whatever it is asked."""


def filed_far(
    todo: Iterable[Assignment], model: bool, keep: bool, address: str
) -> Iterator[FiledStory]:
    """Yield what comes of each assignment as it comes, done by the workers of a cluster.

    The scheduler gives the assignments of a worker that dies to others.

    Args:
        todo: read when there is room for one, so that a bounded number is on its way.
        model: whether the entailment model takes part.
        keep: whether workers keep parses and readings where they run.
        address: of the scheduler, as ``tcp://10.0.0.1:8786``.

    Raises:
        AuditError: if no scheduler or worker answers, or a worker would audit otherwise.
    """
    library = _library()
    ours = made_by(model)
    with _client(library, address) as client:
        _verify(client, ours, model)
        coming = iter(todo)
        futures = library.as_completed(loop=client.loop)
        ways: dict[str, Assignment] = {}

        def send(number: int) -> None:
            for one in islice(coming, number):
                future = client.submit(_audited, model, keep, ours, one, key=_name(one), pure=False)
                ways[future.key] = one
                futures.add(future)

        send(AHEAD * sum(client.nthreads().values()))
        for future in futures:
            filed = _result(future, ways.pop(future.key))
            del future  # the scheduler forgets what nobody holds
            yield filed
            send(1)


def _audited(model: bool, keep: bool, ours: str, one: Assignment) -> FiledStory | None:
    """Audit an assignment in a worker; None where this worker would audit otherwise."""
    return _filing(model, keep)(one) if made_by(model) == ours else None


def _name(one: Assignment) -> str:
    """Return what the scheduler calls an assignment, the same whoever asks for it."""
    return f"audit-{one.key}"


def _result(future: Any, one: Assignment) -> FiledStory:
    """Return what came of an assignment.

    Raises:
        AuditError: if the scheduler is gone, or a worker audits otherwise.
    """
    if future.status == "cancelled":
        raise AuditError("the scheduler is gone; say the same again, and it goes on from here")
    error = future.exception()
    if error is not None:
        told = " ".join(f"{type(error).__name__}: {error}".split())
        return unfiled(one, f"{one.story}: the workers failed at it ({told})")
    filed = future.result()
    if filed is None:
        raise AuditError(f"a worker that came late {OTHERS}")
    return cast("FiledStory", filed)


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise AuditError(EXTRA) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is said by us
    return distributed


def _client(library: Any, address: str) -> Any:
    """Return a client of the scheduler that has a worker.

    Raises:
        AuditError: if nobody answers.
    """
    try:
        client = library.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise AuditError(
            f"--cluster {address}: no scheduler answers; start one with `dask scheduler`"
        ) from error
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        client.close()
        raise AuditError(
            f"--cluster {address}: has no worker; start some with `dask worker {address}` where "
            "auditor is installed"
        ) from error
    return client


def _verify(client: Any, ours: str, model: bool) -> None:
    """See that every worker would make the same reports.

    Raises:
        AuditError: naming a worker that would not.
    """
    told = client.run(made_by, model, on_error="return")
    for worker, theirs in sorted(told.items()):
        if isinstance(theirs, ImportError):
            raise AuditError(f"worker {worker}: {theirs}; install this version of auditor there")
        if isinstance(theirs, Exception):
            raise AuditError(f"worker {worker}: {theirs}")
        if theirs != ours:
            raise AuditError(f"worker {worker} {OTHERS}")
