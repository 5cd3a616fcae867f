"""Precision and severity of each rule, as the figures have them.

An error must be right 19 times in 20, a warning three times in four; a rule is lowered where even
the upper end of its interval is less, so that a few marks lower none by chance.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from auditor.model.rule import Precision, Rule
from auditor.model.words import Severity
from auditor.resources import folder
from benchmarks.quality.figures import Figures, OfRule, interval

MADE_ON = "bundles"
"""The source that rules were made on: what they get right there says nothing."""

LEAST = {Severity.ERROR: 0.95, Severity.WARNING: 0.75}
"""Share of right marks that a severity asks for."""


FEWEST = 5
"""Marks of a rule that say something of it: of three, one wrong label would lower it. A guess."""


def measured(of: OfRule) -> Precision | None:
    """Return a rule's precision, None where the material has no mark of it to judge."""
    right = sum(len(places) for source, places in of.right.items() if source != MADE_ON)
    wrong = sum(len(places) for source, places in of.wrong.items() if source != MADE_ON)
    return Precision(right, wrong) if right + wrong else None


def is_too_severe(rule: Rule) -> bool:
    """Tell whether a rule is surely less often right than its severity asks for."""
    of = rule.precision
    if of is None or of.right + of.wrong < FEWEST:
        return False
    _, high = interval(of.right, of.right + of.wrong)
    return high < LEAST.get(rule.severity, 0.0)


def write(figures: Figures, rules: Path | None = None) -> None:
    """Put the precision of every rule into its file, in place of what stands there."""
    for path in sorted((rules or folder("rules")).glob("*.toml")):
        of = figures.rules.get(path.stem)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        made = measured(of) if of else None
        path.write_text("".join(_with(lines, made)), encoding="utf-8")


def _with(lines: list[str], precision: Precision | None) -> Iterator[str]:
    for line in lines:
        if re.match(r"precision\b", line):
            continue
        if precision and re.match(r"checker\b", line):
            yield f"precision = {{ right = {precision.right}, wrong = {precision.wrong} }}\n"
        yield line
