from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive.postgres import cluster, why_not


@pytest.fixture(scope="session")
def database() -> Iterator[str]:
    """Return the address of a database of these tests."""
    if reason := why_not():
        pytest.skip(reason)
    with cluster() as url:
        yield url


@pytest.fixture
def shared(database: str) -> str:
    """Return the address of a database that holds no archive."""
    import psycopg

    with psycopg.connect(database, autocommit=True) as db:
        db.execute("DROP SCHEMA public CASCADE")
        db.execute("CREATE SCHEMA public")
    return database


@pytest.fixture(params=["file", pytest.param("database", marks=pytest.mark.slow)])
def into(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where an archive goes: a file, or a database."""
    if request.param == "file":
        return str(tmp_path / "archive.idx")
    return str(request.getfixturevalue("shared"))
