"""Where the data folders ``rules`` and ``reports`` lie: in the wheel, or in a checkout."""

from pathlib import Path


def folder(name: str) -> Path:
    """Return the data folder `name`: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / name
