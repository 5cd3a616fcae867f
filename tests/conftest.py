"""What tests of the whole command start from."""

import os
from pathlib import Path

os.environ["AUDITOR_CACHE"] = os.devnull
"""Nothing is kept: no folder can be there. Set first, for processes that tests start inherit it."""

import pytest  # noqa: E402  # see above
from hypothesis import settings  # noqa: E402

from tests.command import ARTICLE, REFERENCE  # noqa: E402

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Return a folder with an article and its one reference, which bears it out."""
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "wire.txt").write_text(REFERENCE, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path
