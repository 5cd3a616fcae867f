"""Several articles by several processes: one run, in which one process is killed."""

import os
import signal
from multiprocessing import active_children
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from auditor.turns.crew import cores
from tests.command import ARTICLE, INVENTED, REFERENCE, Done, audit

pytestmark = pytest.mark.slow

NAMES = ("a.txt", "b.txt", "c.txt")


def kill_one() -> None:
    """Kill the first process that audits, as a system does that has no memory left."""
    end = monotonic() + 60
    while monotonic() < end:
        for child in active_children():
            os.kill(child.pid or 0, signal.SIGKILL)
            return
        sleep(0.01)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("newsroom")
    (root / "refs").mkdir()
    (root / "refs" / "wire.txt").write_text(REFERENCE, encoding="utf-8")
    for name in NAMES:
        (root / name).write_text(ARTICLE + INVENTED * (name == "c.txt"), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def apart(newsroom: Path) -> Done:
    killer = Thread(target=kill_one)
    killer.start()
    done = audit(newsroom, *NAMES, "--no-model", "--workers", "2", "--format", "text")
    killer.join()
    return done


def test_a_process_that_dies_leaves_its_article_unchecked_and_the_others_audited(apart):
    assert apart.returncode == 3
    (line,) = apart.stderr.splitlines()
    lost = next(name for name in NAMES if line.startswith(f"audit: {name}: the process that"))
    assert "ended with signal 9, perhaps for want of memory; audit it again with --work" in line
    told = apart.stdout.splitlines()[-3:]
    assert told[NAMES.index(lost)] == f"{lost}: was not audited: its process died"
    assert sum("was not audited" in row for row in told) == 1


def test_reports_come_in_order_with_the_bytes_that_each_has_alone(newsroom, apart):
    alone = {name: audit(newsroom, name, "--no-model", "--format", "text") for name in NAMES}
    kept = [name for name in NAMES if f"{name}: was not audited" not in apart.stdout]
    assert len(kept) == 2
    reports = "\n".join(alone[name].stdout for name in kept)
    assert apart.stdout.startswith(f"{reports}\n{NAMES[0]}: ")


def test_nobody_is_left_at_work(apart):
    assert active_children() == []


def test_there_is_a_processor():
    assert cores() >= 1
