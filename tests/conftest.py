"""What tests of the whole command start from."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.command import ARTICLE, REFERENCE

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a folder with an article and its one reference, which bears it out."""
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "wire.txt").write_text(REFERENCE, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path
