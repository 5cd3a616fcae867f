"""Stories, as many as wanted: names and figures exchanged in article and reports alike."""

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copytree, ignore_patterns

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
"""A capitalised word within a sentence."""

FIGURE = re.compile(r"(?<![\d.,:/-])\d{2,3}(?![\d.,:/-]| [A-Z])")
"""A figure that is no year, no part of a date and no amount with decimals."""

STANDING = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "University",
        "Council",
        "Reuters",
        "Party",
        "Court",
        "Ministry",
        "Minister",
        "President",
        "Company",
        "North",
        "South",
        "East",
        "West",
        "Street",
        "River",
        "Bank",
        "United",
        "States",
    ]
)
"""Words that would no longer mean what they meant."""

STARTS = [
    "Bar",
    "Kel",
    "Mor",
    "Tan",
    "Vel",
    "Sor",
    "Lin",
    "Dar",
    "Fen",
    "Hal",
    "Ros",
    "Tor",
    "Wes",
    "Yar",
    "Zel",
    "Cas",
    "Dun",
    "Gar",
]
ENDS = [
    "wick",
    "mere",
    "ton",
    "ham",
    "sby",
    "dale",
    "ford",
    "ley",
    "mont",
    "ova",
    "rand",
    "eki",
    "olo",
    "una",
    "grove",
    "stead",
]


def story_folders(sources: Sequence[Path]) -> tuple[Path, ...]:
    """Return the stories below some folders, in order: each holds an article and ``refs/``."""
    found = {path.parent.parent for root in sources for path in root.rglob("refs/*.txt")}
    return tuple(sorted(found))


def write_stories(sources: Sequence[Path], number: int, into: Path, seed: int = 7) -> None:
    """Write `number` stories of one article each, every one with names and figures of its own."""
    rng = random.Random(seed)
    stories = story_folders(sources)
    for n in range(number):
        source = stories[n % len(stories)]
        folder = into / f"desk{n % 8}" / f"{n:05d}-{source.name}"
        copytree(source, folder, ignore=ignore_patterns("*.json", "clean.txt"))
        files = sorted(folder.rglob("*.txt"))
        texts = [file.read_text(encoding="utf-8") for file in files]
        others = exchanged(texts, rng)
        for file, text in zip(files, texts, strict=True):
            file.write_text(with_exchanged(text, others), encoding="utf-8")


def exchanged(texts: Sequence[str], rng: random.Random) -> Mapping[str, str]:
    """Return another word for each name, and another figure for each figure."""
    names = {word for text in texts for word in NAME.findall(text)} - STANDING
    figures = {figure for text in texts for figure in FIGURE.findall(text)}
    shift = rng.randint(1, 9)
    others = {name: f"{rng.choice(STARTS)}{rng.choice(ENDS)}" for name in sorted(names)}
    return others | {figure: str(int(figure) + shift) for figure in sorted(figures)}


def with_exchanged(text: str, others: Mapping[str, str]) -> str:
    """Return a text with every name and figure exchanged, wherever it stands."""
    return re.sub(rf"\b[A-Z][a-z]{{3,}}\b|{FIGURE.pattern}", lambda m: others.get(m[0], m[0]), text)
