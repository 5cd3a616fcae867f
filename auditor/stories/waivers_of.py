"""Which waiver files an article has."""

import os
from pathlib import Path

from auditor.settings.effective import Settings


def waivers_of(article: Path, settings: Settings) -> tuple[Path, ...]:
    """Return the waiver files that are asked for or configured, else the one beside the article."""
    named = tuple(map(Path, settings.waivers.value))
    beside = article.parent / f"{article.stem}.waivers.toml"
    return named or ((beside,) if os.path.isfile(beside) else ())  # noqa: PTH113  # never raises
