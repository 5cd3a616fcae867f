"""Make an archive, and measure engines and what is found in it.

::

    python -m benchmarks.archive make FOLDER [--reports 100000]
    python -m benchmarks.archive engine FOLDER fts5|tantivy|lancedb
    python -m benchmarks.archive vectors FOLDER
    python -m benchmarks.archive found FOLDER/archive.idx|postgresql://…
    python -m benchmarks.archive audit FOLDER/archive.idx|postgresql://…

``make`` hides the references of AiBot and of the stories to develop on among altered reports;
``engine`` says what indexing and searching take; ``vectors`` what vectors find, alone and beside
words; ``found`` which references an article gets; ``audit`` what that adds to an audit of AiBot.
Times are of one processor, in seconds that it worked, with the clock's in brackets: the figures
stand on machines that do other work as well. Needs ``tantivy`` or ``lancedb`` for theirs.
"""

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np

from auditor import pipeline
from auditor.archive.choosing import chosen_of
from auditor.archive.embedded import reading
from auditor.archive.opened import archive_at, is_shared
from auditor.archive.question import question_of
from auditor.archive.ranking import ranking
from auditor.archive.retrieving import most_holders
from auditor.archive.searching import hits
from auditor.archive.shelves import Archive
from auditor.load import load_article
from auditor.model.text import Text
from benchmarks.archive.altered_reports import write
from benchmarks.archive.by_vector import packed, vector_of, weights_of
from benchmarks.archive.engines import ENGINES, Search
from benchmarks.archive.texts import ROOT
from benchmarks.fresh_python import AUDIT, python

T = TypeVar("T")

Seconds = tuple[float, float]
"""Those that this process works, and those of the clock, a server's among them."""

SEED = 1
HIDDEN = "hidden"
SENTENCES_SEEN = 50
"""Hits of each sentence that count for its article where an engine ranks."""


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive")
    parser.add_argument("what", choices=["make", "engine", "vectors", "found", "audit"])
    parser.add_argument("place", help="folder, index or address of PostgreSQL")
    parser.add_argument("engine", nargs="?", choices=[*ENGINES], default="fts5")
    parser.add_argument("--reports", type=int, default=100_000)
    asked = parser.parse_args()
    match asked.what:
        case "make":
            make(Path(asked.place), asked.reports)
        case "engine":
            engine(Path(asked.place), asked.engine)
        case "vectors":
            by_vectors(Path(asked.place))
        case "found":
            found(asked.place)
        case "audit":
            audits(asked.place)


def stories() -> dict[str, Path]:
    """Return the folders of AiBot and of the stories to develop on, by name."""
    folders = [*sorted((ROOT / "fixtures" / "stories" / "develop").iterdir())]
    return {folder.name: folder for folder in (ROOT / "fixtures" / "cases" / "aibot", *folders)}


def make(folder: Path, count: int) -> None:
    """Write an archive."""
    for name, story in stories().items():
        shutil.copytree(story / "refs", folder / HIDDEN / name, dirs_exist_ok=True)
    write(folder / "reports", count, SEED)


def engine(folder: Path, name: str) -> None:
    """Print what an engine takes, and what it finds."""
    paths = reports(folder)
    texts = articles()
    with tempfile.TemporaryDirectory() as place:
        with timed(f"{name}: index {len(paths):,} reports"):
            search = ENGINES[name](Path(place), paths)
        size = sum(file.stat().st_size for file in Path(place).rglob("*") if file.is_file())
        print(f"{name}: {size / 1e6:.0f} MB on disk")
        lines = [sentence.text for text in texts.values() for sentence in text.sentences]
        took = [_took(partial(search, line, 10)) for line in lines]
        print(f"{name}: {len(lines)} searches for a sentence, {_spread(took)}")
        _recall(name, {story: _by_sentences(search, text) for story, text in texts.items()})
    print(f"{name}: {_memory():.0f} MB at most")


def by_vectors(folder: Path) -> None:
    """Print what vectors of reports find, alone and beside words; FOLDER.idx has the words."""
    paths = reports(folder)
    weights = weights_of(paths)
    with timed(f"vectors: make {len(paths):,}"):
        matrix = packed(paths, weights)
    print(f"vectors: {matrix.nbytes / 1e6:.0f} MB")
    names = [path.relative_to(folder).as_posix() for path in paths]
    alone: dict[str, list[str]] = {}
    both: dict[str, list[str]] = {}
    took = []
    with reading(Path(f"{folder}.idx")) as archive:
        for story, text in articles().items():
            begun = time.process_time()
            scores = matrix.astype(np.float32) @ vector_of(text.document.text, weights)
            took.append(time.process_time() - begun)
            alone[story] = [names[row] for row in np.argsort(-scores)[:2000]]
            both[story] = _fused(alone[story], _by_words(archive, text, folder.name))
    print(f"vectors: a search takes {np.median(took) * 1000:.0f} ms")
    _recall("vectors alone", alone)
    _recall("words and vectors", both)


def found(index: str) -> None:
    """Print which of the hidden references each article gets, and what looking for them takes."""
    texts = articles()
    took, every, right = [], 0, 0
    ranks: dict[str, list[str]] = {}
    with archive_at(index) as archive:
        most = most_holders(archive.volume().reports)
        for story, text in texts.items():
            asked = partial(ranking, archive, question_of(text), most)
            ranked, seconds = _timed(asked)
            took.append(seconds)
            ranks[story] = [one.docket.path for one in ranked.candidates]
            chosen = [one.docket.path for one in chosen_of(ranked)]
            own = [path for path in chosen if f"{HIDDEN}/{story}/" in path]
            every, right = every + len(chosen), right + len(own)
            print(f"{story}: {len(own)} of {_hidden(story)}, {len(chosen)} read")
        _tell_searches(archive, texts)
    print(f"chosen: {right} of {sum(map(_hidden, texts))} hidden references, {every} read")
    print(f"words: an article takes {_spread(took)}; {_memory():.0f} MB at most")
    _recall("words", ranks)


def _tell_searches(archive: Archive, texts: Mapping[str, Text]) -> None:
    """Print what `audit search` takes for each sentence and each name of the articles."""
    sentences = [sentence.text for text in texts.values() for sentence in text.sentences]
    names = [name.text for text in texts.values() for name in text.names]
    for label, lines in (("sentence", sentences), ("name", names)):
        took = [_took(partial(hits, archive, line, None, None, 10)) for line in lines]
        print(f"{len(lines)} searches for a {label}, {_spread(took)}")


def audits(index: str, times: int = 3) -> None:
    """Print what an audit of AiBot takes with its references named, and with an archive."""
    story = stories()["aibot"].resolve()
    found_at = index if is_shared(index) else str(Path(index).resolve())
    for option in ((), ("--no-model",)):
        rows = []
        for _ in range(times):
            with tempfile.TemporaryDirectory() as place:
                took = [
                    _audit(story, refs, place, option) for refs in (str(story / "refs"), found_at)
                ]
            rows.append(took)
        named, archived = np.median(np.array(rows), axis=0)
        told = " ".join(option) or "with the model"
        print(f"audit, {told}: {named[0]:.1f} s ({named[1]:.1f} s) with its references, ", end="")
        print(f"{archived[0]:.1f} s ({archived[1]:.1f} s) in an archive: ", end="")
        print(f"{archived[0] / named[0]:.2f} times ({archived[1] / named[1]:.2f})")


def _audit(story: Path, refs: str, place: str, option: Sequence[str]) -> tuple[float, float]:
    """Return the seconds that an audit works and takes."""
    audit = ("-c", AUDIT, str(story / "article.txt"), "--refs", refs)
    told = ("--no-cache", "--output", f"{place}/r.html", *option)
    taken = python(Path(place), *audit, *told, check=False)
    return taken.processor, taken.clock


def reports(folder: Path) -> list[Path]:
    """Return the files of an archive in the order of their paths."""
    return sorted(folder.rglob("*.txt"))


def articles() -> dict[str, Text]:
    """Return the articles, read, by the names of their stories."""
    read = pipeline.read
    return {
        name: read(load_article(folder / "article.txt"))[0] for name, folder in stories().items()
    }


def _by_sentences(search: Search, article: Text) -> list[str]:
    """Return reports by the sum of what they score for each sentence."""
    scores: dict[str, float] = {}
    for sentence in article.sentences:
        for path, score in search(sentence.text, SENTENCES_SEEN):
            scores[path] = scores.get(path, 0.0) + score
    return sorted(scores, key=lambda path: (-scores[path], path))


def _by_words(archive: Archive, article: Text, root: str) -> list[str]:
    most = most_holders(archive.volume().reports)
    ranked = ranking(archive, question_of(article), most)
    return [one.docket.path.removeprefix(f"{root}/") for one in ranked.candidates]


def _fused(*lists: Sequence[str]) -> list[str]:
    """Return what stands high in either list (reciprocal ranks, with 60 as usual)."""
    scores: dict[str, float] = {}
    for names in lists:
        for rank, name in enumerate(names):
            scores[name] = scores.get(name, 0.0) + 1 / (60 + rank)
    return sorted(scores, key=lambda name: (-scores[name], name))


def _hidden(story: str) -> int:
    return len([*(stories()[story] / "refs").iterdir()])


def _recall(name: str, ranks: Mapping[str, Sequence[str]]) -> None:
    counts = {4: 0, 8: 0, 20: 0}
    for story, paths in ranks.items():
        for most in counts:
            counts[most] += sum(f"{HIDDEN}/{story}/" in path for path in paths[:most])
    every = sum(map(_hidden, ranks))
    own = [n for n, path in enumerate(ranks["aibot"], 1) if f"{HIDDEN}/aibot/" in path]
    told = ", ".join(f"{count}/{every} in the first {most}" for most, count in counts.items())
    print(f"{name}: {told}; AiBot's at {', '.join(map(str, own[:4]))}")


def _took(work: Callable[[], object]) -> Seconds:
    return _timed(work)[1]


def _timed(work: Callable[[], T]) -> tuple[T, Seconds]:
    """Return what is made, and what it takes."""
    worked, begun = time.process_time(), time.perf_counter()
    made = work()
    return made, (time.process_time() - worked, time.perf_counter() - begun)


def _spread(took: Sequence[Seconds]) -> str:
    """Return the median and the 95th of a hundred of what works took, the clock's in brackets."""
    (p50, clock50), (p95, clock95) = np.percentile(np.array(took), [50, 95], axis=0) * 1000
    return f"p50 {p50:.0f} ms ({clock50:.0f} ms), p95 {p95:.0f} ms ({clock95:.0f} ms)"


@contextmanager
def timed(label: str) -> Iterator[None]:
    """Print what the work inside takes."""
    worked, begun = time.process_time(), time.perf_counter()
    yield
    print(
        f"{label}: {time.process_time() - worked:.0f} s ({time.perf_counter() - begun:.0f} s)",
        flush=True,
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
