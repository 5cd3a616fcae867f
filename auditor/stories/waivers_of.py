"""Which waiver files an article has."""

from pathlib import Path

from auditor.load.record_of_waivers import waiver_files
from auditor.settings.effective import Settings


def waivers_of(article: Path, settings: Settings) -> tuple[Path, ...]:
    """Return the waiver files that are asked for or configured, else those of its repository."""
    return tuple(map(Path, settings.waivers.value)) or waiver_files(article)
