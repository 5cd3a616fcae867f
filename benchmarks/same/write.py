"""Write what the package that is imported says of some texts, a file for each.

Run as a file, with a checkout first in ``PYTHONPATH``, as ``python -m benchmarks.same`` does.
Only the command and the public interface are used, so that any commit will do.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import auditor

HERE = Path(__file__).resolve().parents[2]

AIBOT = Path("fixtures/cases/aibot")
FORMATS = ("json", "text", "html", "markdown")
MODES = ((), ("--no-model",))
COMMAND = (sys.executable, "-P", "-c", "from auditor.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Story:
    """An article in a file beside its folder of references."""

    name: str
    article: Path
    references: Path


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in memory beside its references by name; `published` in ISO form, None for none."""

    name: str
    article: str
    references: Mapping[str, str]
    published: str | None = None


def main() -> None:
    """Write the reports on all stories and pairs into the folder named first."""
    parser = argparse.ArgumentParser()
    parser.add_argument("into", type=Path)
    parser.add_argument("--stories", type=Path, nargs="*", default=[])
    parser.add_argument("--files", type=Path, nargs="*", default=[])
    parser.add_argument("--most", type=int, default=0)
    asked = parser.parse_args()
    asked.into.mkdir(parents=True)
    for story in stories([AIBOT, *asked.stories]):
        for mode in MODES:
            _write_story(story, mode, asked.into / f"{story.name}{''.join(mode)}")
    _write_pairs(list(pairs(HERE / "rules", asked.files, asked.most)), asked.into)


def _write_story(story: Story, mode: Sequence[str], into: Path) -> None:
    """Write the report in every format and the exit status."""
    formats = [word for format_ in FORMATS for word in ("--format", format_)]
    paths = [str(story.article), "--refs", str(story.references), "--output", str(into)]
    done = subprocess.run(  # noqa: S603 -- our own command
        [*COMMAND, *paths, *mode, *formats], cwd=HERE, capture_output=True, text=True
    )
    into.mkdir(exist_ok=True)
    (into / "status.txt").write_text(f"{done.returncode}\n{done.stdout}", encoding="utf-8")
    report = into / f"{story.article.stem}.json"
    if not report.is_file():
        raise SystemExit(f"{story.name}: no report: {done.stderr}")
    digest = json.loads(report.read_text(encoding="utf-8"))["signature"]["rules"]
    for path in into.iterdir():
        path.write_text(_without(path.read_text(encoding="utf-8"), digest), encoding="utf-8")


def _without(text: str, digest: str) -> str:
    """Return a report without the digest of the rules, whole or shortened."""
    _, _, figures = digest.partition(":")
    return text.replace(figures, "").replace(figures[:12], "")


def _write_pairs(texts: Sequence[Pair], into: Path) -> None:
    auditors = {"": auditor.Auditor(), "--no-model": auditor.Auditor(model=False)}
    for pair in texts:
        for mode, program in auditors.items():
            try:
                report = program.audit_text(pair.article, pair.references, pair.published).to_dict()
                text = json.dumps(report, ensure_ascii=False, indent=1)
                text = _without(text, json.loads(text)["signature"]["rules"])
            except Exception as error:  # what fails must fail alike
                text = f"{type(error).__name__}: {error}"
            (into / f"{pair.name}{mode}.json").write_text(text, encoding="utf-8")


def stories(folders: Sequence[Path]) -> Iterator[Story]:
    """Yield the articles (``article.txt``, ``clean.txt``) of each folder that holds ``refs/``."""
    for folder in folders:
        for article in sorted((HERE / folder).glob("*.txt")):
            name = f"{folder.parent.name}-{folder.name}-{article.stem}"
            yield Story(name, folder / article.name, folder / "refs")


def pairs(rules: Path, files: Sequence[Path], most: int) -> Iterator[Pair]:
    """Yield the examples of the rules, then the rows of each file.

    Args:
        rules: the folder of ``RULE.toml``.
        files: small cases (``.json``) or claims (``.jsonl.gz``).
        most: rows taken of a file of claims.
    """
    for path in sorted(rules.glob("*.toml")):
        for n, example in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["example"]):
            references = {f"{m}.txt": text for m, text in enumerate(example["refs"], 1)}
            name = f"{path.stem}-{n + 1}"
            yield Pair(name, example["article"], references, example.get("published"))
    for path in files:
        yield from _cases(path) if path.suffix == ".json" else _claims(path, most)


def _cases(path: Path) -> Iterator[Pair]:
    for case in json.loads(path.read_text(encoding="utf-8")):
        yield Pair(f"{path.stem}-{case['id']}", case["article"], case["refs"], case["published"])


def _claims(path: Path, most: int) -> Iterator[Pair]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if n == most:
                return
            row = json.loads(line)
            name = f"{path.name.split('.')[0]}-{n}"
            yield Pair(name, row["hypothesis"], {"source": row["premise"]})


if __name__ == "__main__":
    main()
