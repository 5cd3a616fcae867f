"""Compare with other checkers: ``python -m benchmarks.peers --claims FILE... --torch PYTHON``.

Each checker is installed from the package index into a virtual environment of its own, outside of
the repository (``--venvs``), and asked without a network about the AiBot article and a sample of
each set of claims. Times are processor seconds, so that what else the machine does counts little,
and shares of ours in one run. Then the pairs that our
audit of AiBot reads are run through encoders of the size that others use, with random weights,
by a Python that has ``torch`` and ``transformers``.
"""

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import process_time, thread_time
from typing import Any

from auditor import pipeline
from auditor.evidence import entailment
from auditor.evidence.entailment import Entailment
from auditor.knowledge.rules import load_rules
from auditor.load import load_article, load_references
from auditor.model.reading import Reading
from benchmarks.peers.ask import CHECKERS

HERE = Path(__file__).resolve().parents[2]
AIBOT = HERE / "fixtures/cases/aibot"
WRONG = ("contradicted", "unsupported", "partial")
DECIDED = (*WRONG, "supported")


class Listening:
    """A reader that notes which pairs it is asked for."""

    def __init__(self, reader: Entailment) -> None:
        """Read by `reader`."""
        self.reader, self.digest = reader, reader.digest
        self.pairs: list[tuple[str, str]] = []

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        """Return a reading for each pair, in order."""
        self.pairs += pairs
        return self.reader.read(pairs)


def main() -> None:
    """Read the arguments, ask, print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--claims", type=Path, nargs="*", default=[])
    parser.add_argument("--sample", type=int, default=60, help="rows of each set")
    parser.add_argument("--venvs", type=Path, default=Path(tempfile.gettempdir()) / "peers")
    parser.add_argument("--torch", type=Path, help="a Python with torch and transformers")
    parser.add_argument("--pairs", type=int, default=0, help="of all, spread by length; 0 for all")
    asked = parser.parse_args()
    _tell_checkers(asked.claims, asked.sample, asked.venvs)
    if asked.torch:
        _tell_encoders(asked.torch, asked.pairs)


def _tell_checkers(sets: Sequence[Path], sample: int, venvs: Path) -> None:
    rows = [(path.name.partition(".")[0], row) for path in sets for row in _sampled(path, sample)]
    references = [file.read_text() for file in sorted((AIBOT / "refs").glob("*.txt"))]
    article = (AIBOT / "article.txt").read_text()
    questions = [
        (article, references),
        *((row["hypothesis"], [row["premise"]]) for _, row in rows),
    ]
    names = [path.name.partition(".")[0] for path in sets]
    head = ("checker", "version", "AiBot, share of our time", "as we mark AiBot", *names)
    print(f"| {' | '.join(head)} |")
    print("|---|---|---|---|" + "---|" * len(names))
    ours = 0.0
    for name in CHECKERS:
        answer = _answer(name, questions, venvs)
        if isinstance(answer, str):
            print(f"| {name} | – | {answer} | – |{' – |' * len(names)}")
            continue
        ours = ours or answer["seconds"]
        cells = [_accuracy(name_, rows, answer["passed"]) for name_ in names]
        print(
            f"| {name} | {answer['version']} | {answer['seconds'] / ours:.4f} "
            f"| {_on_sentences(answer['marked'])} | {' | '.join(cells)} |"
        )
    print(f"\nOur audit of AiBot takes {ours:.2f} processor seconds, warm.")


def _sampled(path: Path, number: int) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return random.Random(7).sample(rows, min(number, len(rows)))


def _answer(name: str, questions: Sequence[Any], venvs: Path) -> Any:
    """Return what a checker answers, or why there is no answer."""
    python = Path(sys.executable)
    environment = {**os.environ, "PYTHONPATH": str(HERE), "AUDITOR_CACHE": os.devnull}
    if not name.startswith("auditor"):
        environment.pop("PYTHONPATH")
        folder = venvs / name.partition("[")[0]
        python = folder / "bin" / "python"
        install = [str(python), "-m", "pip", "install", "--quiet", name]
        if not python.is_file():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
        done = subprocess.run(install, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            return f"does not install: {_last(done.stderr)}"
    done = subprocess.run(  # noqa: S603 -- our own script
        [str(python), str(Path(__file__).with_name("ask.py")), name],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
        cwd=venvs if venvs.is_dir() else None,
        env=environment,
    )
    return json.loads(done.stdout) if not done.returncode else f"fails: {_last(done.stderr)}"


def _last(text: str) -> str:
    return " ".join(text.strip().splitlines()[-1:])[:160].replace("|", "/")


def _accuracy(name: str, rows: Iterable[tuple[str, Any]], passed: Sequence[bool]) -> str:
    """Return balanced accuracy on one set, and the shares of right and wrong that pass."""
    told = [
        (row["label"] == "support", good)
        for (set_, row), good in zip(rows, passed, strict=True)
        if set_ == name
    ]
    return _balanced(told)


def _on_sentences(marked: Sequence[str]) -> str:
    """Return how far marks agree with ours on the sentences of AiBot."""
    labelled = json.loads((AIBOT / "expected.json").read_text())["sentences"]
    return _balanced(
        [
            (one["verdict"] == "supported", not any(_touches(mark, one["text"]) for mark in marked))
            for one in labelled
            if one["verdict"] in DECIDED
        ]
    )


def _touches(mark: str, sentence: str) -> bool:
    mark, sentence = (" ".join(text.split()) for text in (mark, sentence))
    return bool(mark) and (mark in sentence or sentence in mark)


def _balanced(told: Sequence[tuple[bool, bool]]) -> str:
    right = [good for is_right, good in told if is_right]
    wrong = [good for is_right, good in told if not is_right]
    if not (right and wrong):
        return "–"
    passing, caught = sum(right) / len(right), 1 - sum(wrong) / len(wrong)
    return f"{(passing + caught) / 2:.2f} ({caught:.2f} caught, {1 - passing:.2f} false)"


def _tell_encoders(python: Path, number: int) -> None:
    reader = entailment.load()
    pairs, audit = _pairs(reader)
    own = [len(reader.tokenizer.encode(*pair).ids) for pair in pairs]
    order = sorted(range(len(pairs)), key=own.__getitem__)
    taken = order[:: max(1, len(order) // number)] if number else order
    began = thread_time()
    for n in taken:
        reader._read(*pairs[n])  # one thread, as theirs
    ours = (thread_time() - began) / len(taken)
    told = subprocess.run(  # noqa: S603 -- our own script
        [str(python), str(Path(__file__).with_name("encoders.py"))],
        input=json.dumps([own[n] for n in taken]),
        capture_output=True,
        text=True,
        check=True,
    )
    mean = sum(own) / len(own)
    print(
        f"\nOur audit of AiBot reads {len(pairs)} pairs of {mean:.0f} tokens (mean); "
        f"{len(taken)} of them are timed here. Ours takes {ours * 1_000:.1f} ms a pair, the whole "
        f"audit {audit:.2f} s.\n"
    )
    print("| encoder | parameters, million | a pair, times ours | all pairs, times our audit |")
    print("|---|---|---|---|")
    for name, answer in json.loads(told.stdout).items():
        pair = sum(answer["seconds"]) / len(taken)
        print(
            f"| {name} | {answer['parameters'] / 1e6:.0f} | {pair / ours:.0f} "
            f"| {pair * len(pairs) / audit:.0f} |"
        )


def _pairs(reader: Entailment) -> tuple[list[tuple[str, str]], float]:
    """Return the pairs that our audit of AiBot reads, and its processor seconds, warm."""
    listening = Listening(reader)
    references, problems = load_references([str(AIBOT / "refs")])
    seconds = 0.0
    for _ in range(2):
        listening.pairs.clear()
        began = process_time()
        case = pipeline.prepared(load_article(AIBOT / "article.txt"), references)
        pipeline.audited(case, load_rules(), problems, {}, listening)
        seconds = process_time() - began
    return listening.pairs, seconds


if __name__ == "__main__":
    main()
