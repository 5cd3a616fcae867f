"""What the reports of several articles are called, so that none takes another's place."""

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

LONGEST = 240
"""Bytes of a name: file systems allow 255, and a suffix and a number are still to come."""

DIGEST = 8
"""Hexadecimal digits that stand for what was cut off a longer name."""


def report_names(articles: Sequence[Path]) -> tuple[str, ...]:
    """Return what each article's report is called, without the suffix of its format.

    That is the article's own name without suffix (``x``). Where two would be alike, on a file
    system without regard to case too, both take their folders (``a-x``); where that is not
    enough, their own suffix (``a-x.txt``); in the end the later one is numbered.
    """
    choices = [tuple(_choices(article)) for article in articles]
    taken = [0] * len(articles)
    while True:
        names = [choice[at] for choice, at in zip(choices, taken, strict=True)]
        often = Counter(map(_folded, names))
        alike = [n for n, name in enumerate(names) if often[_folded(name)] > 1]
        rising = [n for n in alike if taken[n] + 1 < len(choices[n])]
        if not rising:
            return tuple(_numbered(names))
        for n in rising:
            taken[n] += 1


def _choices(article: Path) -> Iterator[str]:
    parts = [part for part in article.parts if part not in {article.anchor, ".."}]
    folders = parts[:-1]
    yield _cut(article.stem)
    yield _cut("-".join([*folders, article.stem]))
    yield _cut("-".join([*folders, article.name]))


def _cut(name: str) -> str:
    """Return a name that a file system takes; what is cut off is told apart by its digest."""
    whole = os.fsencode(name)
    if len(whole) <= LONGEST:
        return name
    kept = whole[: LONGEST - DIGEST - 1].decode("utf-8", "ignore")
    return f"{kept}-{sha256(whole).hexdigest()[:DIGEST]}"


def _numbered(names: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        numbered = (name if n == 1 else f"{name}-{n}" for n in count(1))
        own = next(one for one in numbered if _folded(one) not in seen)
        seen.add(_folded(own))
        yield own


def _folded(name: str) -> str:
    """Return what names have in common that are one name to some file system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
