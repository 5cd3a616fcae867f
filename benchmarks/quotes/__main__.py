"""Measure the quote check on news text: ``python -m benchmarks.quotes PATH...``."""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from auditor.checks.mentions import with_mentions
from auditor.checks.quotes.check import check
from auditor.checks.quotes.compare.folded_words import bases
from auditor.checks.quotes.compare.ladder import QuoteSources, compare
from auditor.checks.quotes.compare.reference_words import index
from auditor.checks.quotes.compare.same_speaker import cast
from auditor.evidence.case import Case
from auditor.evidence.passages import index as index_passages
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.document import Document
from auditor.model.finding import Finding
from auditor.model.text import Text
from auditor.model.words import Category, Severity
from auditor.text.segment import segment
from benchmarks.quotes.build import OTHERS, Asked, Bundle, bundles, texts
from benchmarks.quotes.spoil import SPOILERS, opposite_of


def main() -> None:
    """Print a table of every way of spoiling, and the figures that decide."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--half", choices=("develop", "report"), default="report")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each way")
    parser.add_argument("--antonyms", type=Path, help="pairs that the checker has not seen, as TSV")
    args = parser.parse_args()
    if args.antonyms:
        SPOILERS["opposite"] = (opposite_of(_pairs(args.antonyms)), "meaning changed")
    half = 0 if args.half == "develop" else 1
    news = list(texts(args.paths, args.articles, half))
    results: list[tuple[Asked, tuple[Finding, ...]]] = []
    seconds, compared = 0.0, 0
    rules = rules_of(load_rules(), "quotes")
    for bundle in bundles(news, args.seed):
        article = with_mentions(segment(Document("article", "article", bundle.article, "")))
        case = Case(article, bundle.references, (), index_passages(bundle.references))
        results += _placed(bundle, article, tuple(check(case, rules)))
        taken, count = _timed(case)
        seconds, compared = seconds + taken, compared + count
    _print(results, args.errors)
    print(f"throughput {compared / seconds:,.0f} quotations a second against 20 references")
    print(f"articles {len(news)}")


def _pairs(path: Path) -> list[tuple[str, str]]:
    """Return the pairs of single words in a table of part of speech, word and antonym."""
    rows = [line.split("\t")[1:3] for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [(a, b) for a, b in rows if a.isalpha() and b.isalpha()]


def _placed(
    bundle: Bundle, article: Text, findings: Sequence[Finding]
) -> list[tuple[Asked, tuple[Finding, ...]]]:
    """Give each quote the findings inside its paragraph."""
    placed, start = [], 0
    for asked, paragraph in zip(bundle.asked, bundle.article.split("\n\n"), strict=True):
        end = start + len(paragraph)
        placed.append((asked, tuple(f for f in findings if start <= f.start < end)))
        start = end + 2
    return placed


def _timed(case: Case) -> tuple[float, int]:
    """Return the processor seconds of comparing the quotes, and how many they are."""
    sources = QuoteSources(index(case.references), cast(case.references))
    known = bases(case.article.sentences)
    begun = time.process_time()
    for quote in case.article.quotes:
        compare(case.article, quote, known, sources)
    return time.process_time() - begun, len(case.article.quotes)


def _rung(findings: Sequence[Finding]) -> str:
    rungs = [f.quote.rung for f in findings if f.category is Category.QUOTE and f.quote]
    return rungs[0] if rungs else "silent"


def _print(results: Sequence[tuple[Asked, tuple[Finding, ...]]], errors: int) -> None:
    by_way: defaultdict[str, list[tuple[Asked, tuple[Finding, ...]]]] = defaultdict(list)
    for asked, findings in results:
        by_way[asked.way].append((asked, findings))
    print(f"{'way':16} {'n':>5} {'flagged':>8} {'error':>7} {'rung':>7}  where the rest went")
    right = total = 0
    for way, rows in by_way.items():
        rungs = Counter(_rung(found) for _, found in rows)
        hit = rungs[rows[0][0].rung]
        right, total = right + hit, total + len(rows)
        flagged = sum(any(f.severity is not Severity.NOTE for f in found) for _, found in rows)
        wrong = sum(any(f.severity is Severity.ERROR for f in found) for _, found in rows)
        rest = ", ".join(f"{r} {c}" for r, c in rungs.most_common() if r != rows[0][0].rung)
        print(
            f"{way:16} {len(rows):5} {flagged / len(rows):8.1%} {wrong / len(rows):7.1%}"
            f" {hit / len(rows):7.1%}  {rest}"
        )
        _show([row for row in rows if _rung(row[1]) != row[0].rung][:errors])
    print(f"right rung {right / total:.1%} of {total}")
    _print_speakers(results, errors)


def _print_speakers(results: Sequence[tuple[Asked, tuple[Finding, ...]]], errors: int) -> None:
    true = [row for row in results if row[0].speaker == "right"]
    false = [row for row in true if _is_misattributed(row[1])]
    for way in OTHERS:
        swapped = [row for row in results if row[0].way == way]
        caught = [row for row in swapped if _is_misattributed(row[1])]
        print(
            f"wrong speaker ({way}): recall {len(caught) / max(1, len(swapped)):.1%}"
            f" of {len(swapped)}, precision {len(caught) / max(1, len(caught) + len(false)):.1%}"
            f" ({len(false)} false on {len(true)})"
        )
        _show([row for row in swapped if not _is_misattributed(row[1])][:errors])
    _show(false[:errors])


def _is_misattributed(findings: Sequence[Finding]) -> bool:
    return any(f.category is Category.ATTRIBUTION for f in findings)


def _show(rows: Sequence[tuple[Asked, tuple[Finding, ...]]]) -> None:
    for asked, findings in rows:
        print(f"   - [{asked.truth}] {asked.quote}")
        for finding in findings:
            print(f"       {finding.rule}: {finding.message}")


if __name__ == "__main__":
    main()
