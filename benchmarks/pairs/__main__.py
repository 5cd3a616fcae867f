"""Audit the pairs: ``python -m benchmarks.pairs [KIND ...] [--part PART] [--rules-alone]``.

A pair holds reports, an article with one wrong detail, and a faithful one. It is hit where an error
or a warning overlaps the wrong words; the faithful one is marked where it has any. The writers had
not seen the rules, and who writes rules does not read ``kept``. Printed is a Markdown table with
90 % intervals; ``-v`` lists the misses and false marks of ``dev``.
"""

import argparse
from collections import Counter
from collections.abc import Sequence

from auditor.api import Auditor
from auditor.errors import AuditError
from auditor.model.finding import Finding
from auditor.model.words import Severity
from benchmarks.pairs.pairs import PARTS, Pair, kinds_of, read
from benchmarks.quality.figures import share


def main() -> None:
    """Read the arguments, audit, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--rules-alone", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="not of kept")
    options = parser.parse_args()
    auditor = Auditor(model=not options.rules_alone)
    print("| kind | pairs | hit | faithful marked | with an error | rules that hit |")
    print("|---|---|---|---|---|---|")
    for kind in options.kinds or kinds_of(options.part):
        pairs = tuple(read(kind, options.part))
        print(row(auditor, kind, pairs, verbose=options.verbose and options.part != "kept"))


def row(auditor: Auditor, kind: str, pairs: Sequence[Pair], *, verbose: bool = False) -> str:
    """Return a kind's row of the table."""
    hit = marked = errors = 0
    rules: Counter[str] = Counter()
    for pair in pairs:
        found, false = marks(auditor, pair.wrong, pair), marks(auditor, pair.faithful, pair)
        start = pair.wrong.find(pair.words)
        end = start + len(pair.words)
        right = [one for one in found if one.start < end and start < one.end]
        hit += bool(right)
        marked += bool(false)
        errors += any(one.severity is Severity.ERROR for one in false)
        rules.update({one.rule for one in right})
        if verbose and not right:
            print(f"MISS {pair.id} [{pair.words}] {pair.wrong}")
        for one in false if verbose else ():
            print(f"FALSE {pair.id} {one.rule} [{one.text}] {pair.faithful}")
    told = ", ".join(f"{rule} {times}" for rule, times in rules.most_common())
    cells = (kind, len(pairs), share(hit, len(pairs)), share(marked, len(pairs)), errors, told)
    return f"| {' | '.join(map(str, cells))} |"


def marks(auditor: Auditor, article: str, pair: Pair) -> list[Finding]:
    """Return the errors and warnings on an article; none where it cannot be audited."""
    references = {f"report {n}.txt": text for n, text in enumerate(pair.reports, 1)}
    try:
        audit = auditor.audit_text(article, references).audit
    except AuditError:
        return []
    every = [one for sentence in audit.sentences for one in sentence.findings]
    return [one for one in (*every, *audit.article_findings) if one.severity is not Severity.NOTE]


if __name__ == "__main__":
    main()
