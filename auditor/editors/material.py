"""What an article that is open in an editor is audited against."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Material:
    """References and waiver files; without references a text is no article."""

    references: tuple[Path, ...]
    waivers: tuple[Path, ...]


def material_of(article: Path) -> Material:
    """Return what stands beside an article: the folder ``refs`` and its waiver file."""
    refs = article.parent / "refs"
    waivers = article.parent / f"{article.stem}.waivers.toml"
    return Material(
        references=(refs,) if os.path.isdir(refs) else (),  # noqa: PTH112  # never raises
        waivers=(waivers,) if os.path.isfile(waivers) else (),  # noqa: PTH113  # never raises
    )
