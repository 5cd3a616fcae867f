"""A small archive: two strikes, a fire, and what somebody remembers of them."""

from pathlib import Path

from auditor.archive.indexing import Indexed, index, named_in
from auditor.archive.opened import archive_into

TEXTS = {
    "2020/strike.txt": "Strike kills Abu Mahdi al-Muhandis\n\nJanuary 3, 2020\n\n"
    "A US drone strike near Baghdad airport killed Abu Mahdi al-Muhandis on Friday.",
    "2024/strike.txt": "Strike kills Abu Taqwa\n\nJanuary 4, 2024\n\n"
    "A US drone strike killed Abu Taqwa of Harakat al-Nujaba in Baghdad on Thursday.",
    "2024/fire.txt": "Two die in harbour fire\n\nMarch 2, 2024\n\n"
    "A fire in the harbour of Selby killed two people on Saturday, police said.",
}


def write(folder: Path, texts: dict[str, str] = TEXTS) -> Path:
    """Write reports below ``archive`` in a folder."""
    root = folder / "archive"
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def indexed(root: Path, into: str) -> Indexed:
    """Index a folder."""
    with archive_into(into) as archive:
        return index(archive, [str(root)], named_in(into), lambda done, every: None)


def counts(done: Indexed) -> tuple[int, int, int, int]:
    """Return how many reports are new, changed, gone, and the same."""
    return done.added, done.changed, done.gone, done.same
