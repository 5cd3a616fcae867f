"""Workers and whole runs that are killed lose no story, and the result is that of a quiet run."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path
from shutil import copytree, rmtree
from threading import Event, Thread
from time import sleep

import pytest

from tests.batch.newsroom import newsroom, written
from tests.command import ENVIRONMENT, Done, audit

pytestmark = pytest.mark.slow

OUT = Path("audit-out/batch")
COMMAND = ("batch", "stories", "--no-model")


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    root = newsroom(tmp_path_factory.mktemp("quiet"))
    return root, audit(root, *COMMAND, "--workers", "1")


@pytest.fixture
def fresh(quiet: tuple[Path, Done], tmp_path: Path) -> Path:
    root = Path(copytree(quiet[0], tmp_path / "fresh"))
    rmtree(root / "audit-out")
    return root


def audited_while(root: Path, kill: Callable[[], bool]) -> Done:
    """Run with two workers while `kill` is called again and again, until it says enough."""
    over = Event()

    def killing() -> None:
        while not over.is_set() and not kill():
            sleep(0.01)

    killer = Thread(target=killing)
    killer.start()
    try:
        return audit(root, *COMMAND, "--workers", "2")
    finally:
        over.set()
        killer.join()


def kill_children(most: int) -> int:
    """Kill processes that audit, as a system does that has no memory left; return how many."""
    killed = 0
    for child in active_children()[:most]:
        with suppress(ProcessLookupError):
            os.kill(child.pid or 0, signal.SIGKILL)
            killed += 1
    return killed


def test_a_killed_worker_loses_no_story_and_repeats_none(quiet, fresh):
    def after_the_first() -> bool:
        record = fresh / OUT / "stories.jsonl"
        return record.is_file() and record.stat().st_size > 5_000 and kill_children(1) > 0

    done = audited_while(fresh, after_the_first)
    assert (done.returncode, done.stdout) == (quiet[1].returncode, quiet[1].stdout)
    assert written(fresh / OUT) == written(quiet[0] / OUT)


def test_a_story_that_no_worker_survives_is_given_up(fresh):
    done = audited_while(fresh, lambda: kill_children(9) > 9)
    assert done.returncode == 3
    assert done.stdout.splitlines()[0] == "4 stories: 4 not audited."
    assert done.stdout.count(": 3 processes that audited it ended, the last with signal 9") == 3


def test_a_killed_run_is_gone_on_with(quiet, fresh):
    process = subprocess.Popen(
        [sys.executable, "-m", "auditor", *COMMAND, "--workers", "2"],
        cwd=fresh,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    record = fresh / OUT / "stories.jsonl"
    while not (record.is_file() and record.stat().st_size > 5_000):
        sleep(0.01)
    process.kill()
    process.wait()
    done = audit(fresh, *COMMAND, "--workers", "1")
    assert (done.returncode, done.stdout) == (quiet[1].returncode, quiet[1].stdout)
    assert written(fresh / OUT) == written(quiet[0] / OUT)
