"""What is kept is there again, and whatever happens to it is at most forgotten."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.cache.store import Store
from tests.command import ENVIRONMENT

VALUES = {bytes([n]) * 32: b"value %d " % n * 40 for n in range(40)}
"""More than one page of the file."""

FIRST, *_ = VALUES


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store that holds `VALUES`."""
    kept = Store(tmp_path / "cache")
    kept.put(VALUES)
    return kept


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the file of a store that holds `VALUES`."""
    one = Store(tmp_path_factory.mktemp("kept"))
    one.put(VALUES)
    return one.path.read_bytes()


def test_what_was_kept_is_there_for_the_next_run(store):
    assert Store(store.folder).get([*VALUES, b"unknown"]) == VALUES
    assert Store(store.folder).fill().entries == len(VALUES)


def test_only_the_user_may_read_it(store):
    assert store.folder.stat().st_mode & 0o777 == 0o700
    assert store.path.stat().st_mode & 0o777 == 0o600


def test_nothing_is_made_where_nothing_is_kept(tmp_path):
    nothing = Store(tmp_path / "cache")
    assert nothing.get([FIRST]) == {}
    nothing.put({})
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=60)
@given(at=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
@example(at=0.10733029188300082, flip=128)  # a name in SQLite's own message is no text
def test_a_damaged_byte_loses_values_and_alters_none(kept, tmp_path_factory, at, flip):
    damaged = Store(tmp_path_factory.mktemp("damaged"))
    content = bytearray(kept)
    content[int(at * len(content))] ^= flip
    damaged.path.write_bytes(content)
    assert damaged.get(VALUES).items() <= VALUES.items()
    damaged.put(VALUES)
    assert damaged.get(VALUES).items() <= VALUES.items()


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: b"",
        lambda content: b"no database" * 1000,
        lambda content: content[:5000],
        lambda content: content[:100] + bytes(len(content) - 100),
    ],
    ids=["empty", "another file", "cut short", "zeros"],
)
def test_a_spoilt_file_is_forgotten_and_replaced(store, harm):
    store.path.write_bytes(harm(store.path.read_bytes()))
    assert store.get(VALUES) == {}
    store.put(VALUES)
    store.put(VALUES)  # where the fault shows only now
    assert store.get(VALUES) == VALUES


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_may_write_to_is_not_trusted(store, mode):
    store.folder.chmod(mode)
    assert store.get(VALUES) == {}
    store.folder.chmod(0o755)
    assert store.get(VALUES) == VALUES


@pytest.mark.parametrize("folder", [os.devnull, f"{os.devnull}/below", "/proc/none", "relative"])
def test_a_folder_that_cannot_be_written_keeps_nothing(folder):
    nowhere = Store(Path(folder))
    nowhere.put(VALUES)
    assert nowhere.get(VALUES) == {}


FULL = """
import resource, signal, sys
from pathlib import Path
from auditor.cache.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
store.put({bytes([n]): bytes(9_000) for n in range(9)})
"""
KILLED = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("PRAGMA cache_spill = 1")
db.execute("PRAGMA cache_size = 1")
db.execute("UPDATE entry SET value = zeroblob(9000)")
os.kill(os.getpid(), signal.SIGKILL)
"""


def run(code: str, *arguments: object) -> int:
    """Return the exit status of a Python program."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, check=False, env=ENVIRONMENT, timeout=60).returncode


def test_a_full_disk_keeps_what_was_kept_and_fails_nobody(store):
    assert run(FULL, store.folder) == 0
    assert store.get(VALUES) == VALUES


def test_a_run_that_is_killed_while_it_writes_loses_nothing(store):
    assert run(KILLED, store.path) == -signal.SIGKILL
    assert Path(f"{store.path}-journal").exists()
    assert store.get(VALUES) == VALUES


def test_a_store_that_another_run_holds_is_not_waited_for(store):
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        store.put({b"new": b"value"})
        assert store.get([FIRST]) == {}
    assert store.get([FIRST, b"new"]) == {FIRST: VALUES[FIRST]}


def _put_apart(folder: Path, own: int) -> None:
    for n in range(30):
        Store(folder).put({b"%d %d" % (own, n): b"%d" % n * 2000})


def test_runs_side_by_side_keep_what_each_of_them_found(tmp_path):
    fork = get_context("fork")
    runs = [fork.Process(target=_put_apart, args=(tmp_path, own)) for own in range(4)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    keys = [b"%d %d" % (own, n) for own in range(4) for n in range(30)]
    assert list(Store(tmp_path).get(keys)) == keys


def test_what_was_used_longest_ago_goes_first(tmp_path):
    store = Store(tmp_path, most=150_000)
    values = {bytes([n]): bytes(5_000) for n in range(20)}
    store.put(values)
    with closing(sqlite3.connect(store.path)) as db, db:
        db.execute("UPDATE entry SET used = 1 WHERE key < ?", (bytes([10]),))
    assert list(store.get([bytes([0]), bytes([15])])) == [bytes([0]), bytes([15])]
    store.put({b"new": bytes(40_000)})
    left = [n for n in range(20) if store.get([bytes([n])])]
    assert (left, list(store.get([b"new"]))) == ([0, *range(7, 20)], [b"new"])


def test_the_file_does_not_outgrow_its_bound(tmp_path):
    bounded = Store(tmp_path, most=100_000)
    for n in range(60):
        bounded.put({b"%d" % n: os.urandom(10_000)})
    assert bounded.path.stat().st_size <= 150_000
    assert bounded.get([b"59"]) != {}


def test_what_is_cleared_is_gone_from_the_disk(store):
    store.clear()
    assert list(store.folder.iterdir()) == []
    assert store.get(VALUES) == {}
