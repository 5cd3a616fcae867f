"""Count what the rules about sources say: ``python -m benchmarks.sources [FOLDER…]``.

First of `fixtures/hostile`: rows that must be told, and near misses that must not. Then of every
folder ``refs`` below the given ones, each finding with its references, for a person to judge.
Nothing is aligned and no model reads, so that a hundred references take seconds.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from auditor.checks.mentions import with_mentions
from auditor.checks.sources.check import check
from auditor.evidence.align import unlinked
from auditor.evidence.copies import copies
from auditor.knowledge.rules import load_rules, rules_of
from auditor.load import document_from_text, load_references
from auditor.load.document import document
from auditor.load.source import FORMATS, Source
from auditor.model.document import Document
from auditor.model.finding import Finding
from auditor.model.text import Text
from auditor.text.heeded import heeded
from auditor.text.segment import segment

HOSTILE = Path(__file__).parents[2] / "fixtures" / "hostile"


def told(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Return what the rules about sources say of references."""
    references = heeded([with_mentions(segment(one)) for one in documents])
    article = Text(document_from_text("article", "article", "Some words."), ())
    case = replace(unlinked(article, references), copies=copies(references))
    return tuple(check(case, rules_of(load_rules(), "sources")))


def rows(name: str, key: str) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Yield name, rules that should speak and rules that do, of each row of a file."""
    for line in (HOSTILE / name).read_text(encoding="ascii").splitlines():
        row = json.loads(line)
        form = row["format"]
        source = Source(f"r1.{form}", row[key].encode(), FORMATS[f".{form}"])
        spoken = frozenset(finding.rule for finding in told([document("r1", source)]))
        yield row["name"], frozenset(row.get("rules", ())), spoken


def main() -> None:
    """Print the counts, and the findings in the given folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    for name, key in (("hostile.jsonl", "hostile"), ("near.jsonl", "reference")):
        every = tuple(rows(name, key))
        print(f"{name}: {len(every)} texts, {sum(bool(spoken) for *_, spoken in every)} told")
        for row, wanted, spoken in every:
            if spoken != wanted:
                print(f"  {row}: {sorted(spoken)} instead of {sorted(wanted)}")
    counts: Counter[str] = Counter()
    for root in parser.parse_args().folders:
        for folder in sorted(path for path in root.rglob("refs") if path.is_dir()):
            documents, _ = load_references([str(folder)])
            counts["references"] += len(documents)
            for finding in told(documents):
                counts[finding.rule] += 1
                print(f"{folder}: {finding.rule}: {finding.message}")
    print(dict(sorted(counts.items())))


if __name__ == "__main__":
    main()
