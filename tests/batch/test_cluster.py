"""A batch on a cluster of real processes: one is killed, one would audit otherwise."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns
from threading import Event, Thread
from time import sleep

import pytest

from auditor.batch import machines as far
from auditor.resources import folder
from tests.batch.newsroom import newsroom, written
from tests.command import ENVIRONMENT, Done, audit

pytestmark = pytest.mark.slow

distributed = pytest.importorskip("distributed")

OUT = Path("audit-out/batch")
COMMAND = ("batch", "stories", "--no-model")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Cluster:
    address: str
    workers: tuple[subprocess.Popen[bytes], ...]


def started(
    stack: ExitStack, program: str, *arguments: str, path: Path = ROOT
) -> subprocess.Popen[bytes]:
    """Start one of Dask's programs, which ends with the test."""
    process = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{program}", *arguments],
        cwd=path,
        env={**ENVIRONMENT, "PYTHONPATH": str(path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def worker(stack: ExitStack, address: str, path: Path = ROOT) -> subprocess.Popen[bytes]:
    alone = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
    return started(stack, "dask_worker", address, *alone, path=path)


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Yield a scheduler with two workers, each a process."""
    told = tmp_path_factory.mktemp("scheduler") / "told.json"
    with ExitStack() as stack:
        alone = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        started(stack, "dask_scheduler", *alone, "--scheduler-file", str(told))
        while not (told.is_file() and told.stat().st_size):
            sleep(0.05)
        with distributed.Client(scheduler_file=str(told), set_as_default=False) as client:
            address = client.scheduler.address
            hired = tuple(worker(stack, address) for _ in range(2))
            client.wait_for_workers(2, timeout=60)
        yield Cluster(address, hired)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    root = newsroom(tmp_path_factory.mktemp("quiet"))
    return root, audit(root, *COMMAND, "--workers", "1")


def test_workers_of_a_cluster_make_the_same_bytes_and_load_what_they_need_once(
    machines, quiet, tmp_path
):
    done = audit(newsroom(tmp_path), *COMMAND, "--cluster", machines.address)
    assert (done.returncode, done.stdout) == (quiet[1].returncode, quiet[1].stdout)
    assert written(tmp_path / OUT) == written(quiet[0] / OUT)
    with distributed.Client(machines.address, set_as_default=False) as client:
        misses = client.run(loaded)
    assert sum(misses.values()) <= 2
    assert max(misses.values()) == 1


def loaded() -> int:
    return far._filing.cache_info().misses


def test_a_worker_that_would_audit_otherwise_is_refused(machines, tmp_path):
    other = Path(copytree(ROOT / "auditor", tmp_path / "other" / "auditor", ignore=WEIGHTS))
    (other / "weights").symlink_to(folder("weights"))
    for name in ("rules", "reports"):
        (other.parent / name).symlink_to(folder(name))
    (other / "errors.py").write_text((other / "errors.py").read_text() + "\n# newer\n")
    with ExitStack() as stack:
        worker(stack, machines.address, path=other.parent)
        with distributed.Client(machines.address, set_as_default=False) as client:
            client.wait_for_workers(3, timeout=60)
        done = audit(newsroom(tmp_path / "news"), *COMMAND, "--cluster", machines.address)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("audit: worker tcp://127.0.0.1:")
    assert done.stderr.endswith(f" {far.OTHERS}\n")


WEIGHTS = ignore_patterns("weights", "__pycache__")


def test_a_worker_killed_in_the_middle_loses_no_story_and_repeats_none(machines, quiet, tmp_path):
    record = tmp_path / OUT / "stories.jsonl"

    over = Event()

    def kill() -> None:
        while not over.is_set():
            if record.is_file() and record.stat().st_size > 5_000:
                machines.workers[0].kill()
                return
            sleep(0.01)

    newsroom(tmp_path)
    killer = Thread(target=kill)
    killer.start()
    done = audit(tmp_path, *COMMAND, "--cluster", machines.address)
    over.set()
    killer.join()
    assert machines.workers[0].wait() == -signal.SIGKILL
    assert (done.returncode, done.stdout) == (quiet[1].returncode, quiet[1].stdout)
    assert written(tmp_path / OUT) == written(quiet[0] / OUT)


def test_where_no_scheduler_answers_the_remedy_is_named(quiet, monkeypatch):
    monkeypatch.setattr(far, "PATIENCE", 1)
    done = audit(quiet[0], *COMMAND, "--cluster", "tcp://127.0.0.1:9")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--cluster tcp://127.0.0.1:9: no scheduler answers; start one with" in done.stderr
