"""Print how well saved pages are read: ``python -m benchmarks.pages``.

The pages of ``fixtures/pages/`` are read by this package, by trafilatura and by readability-lxml,
each alone. Those under ``develop`` were looked at while the reader was made; of those under
``kept`` figures alone were. Needs ``pip install -e ".[benchmarks]"``.
"""

import argparse
from pathlib import Path

from benchmarks.pages.readers import READERS
from benchmarks.pages.scores import PageScore, gold, missed_and_added, score

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
HALVES = ("develop", "kept")


def main() -> None:
    """Read every page with every reader and print a row for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-v", "--verbose", action="store_true", help="each page of develop")
    options = parser.parse_args()
    print("| pages | read by | words F1 | lowest | day | byline |\n|---|---|---|---|---|---|")
    for half in HALVES:
        for name in READERS:
            scores = [_score(path, name) for path in _pages(half)]
            print(f"| {half} | {name} | {_row(scores)} |", flush=True)
    if options.verbose:
        for path in _pages("develop"):
            _tell(path)


def _pages(half: str) -> list[Path]:
    return sorted((PAGES / half).glob("*.html"))


def _score(path: Path, reader: str) -> PageScore:
    return score(READERS[reader](path), gold(path))


def _row(scores: list[PageScore]) -> str:
    words = [one.words for one in scores]
    days = sum(one.is_day_right for one in scores)
    bylines = sum(one.is_byline_right for one in scores)
    mean = sum(words) / len(words)
    return f"{mean:.3f} | {min(words):.2f} | {days}/{len(scores)} | {bylines}/{len(scores)}"


def _tell(path: Path) -> None:
    read, right = READERS["ours"](path), gold(path)
    one = score(read, right)
    print(f"\n{path.stem}: {one.words:.3f}, {read.published or 'no day'}, {list(read.byline)}")
    missed, added = missed_and_added(read, right)
    for sign, lines in (("-", missed), ("+", added)):
        for line in lines:
            print(f"  {sign} {line[:150]}")


if __name__ == "__main__":
    main()
