"""Counting outcomes: what each rule marks rightly and wrongly, what each source loses."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from auditor.model.words import Severity
from benchmarks.quality.outcomes import Judgement, Mark, Outcome

Z = 1.645
"""Standard deviations on each side of a 90 % interval."""

RAISED = "raised"
"""The row of warnings of all rules that are errors where the model denies the sentence as well."""

Ids = dict[str, set[str]]
"""Places by source."""


@dataclass(slots=True)
class OfRule:
    """What a rule marked: places by source. A place is counted once, however often it is marked."""

    severity: Severity
    right: Ids = field(default_factory=lambda: defaultdict(set))
    wrong: Ids = field(default_factory=lambda: defaultdict(set))
    beside: Ids = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class OfSource:
    """What of a source's errors was found, and which of its faithful sentences are marked.

    Attributes:
        found, alarms: by an error or a warning.
        caught, flagged: by the verdict of their sentence.
        typed: by an error or a warning that names it.
    """

    rows: int = 0
    errors: set[str] = field(default_factory=set)
    found: set[str] = field(default_factory=set)
    caught: set[str] = field(default_factory=set)
    typed: set[str] = field(default_factory=set)
    faithful: set[str] = field(default_factory=set)
    alarms: set[str] = field(default_factory=set)
    flagged: set[str] = field(default_factory=set)
    contradicted: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Figures:
    """All counts, rules and sources by their names."""

    rules: Mapping[str, OfRule]
    sources: Mapping[str, OfSource]


def figures(outcomes: Iterable[Outcome]) -> Figures:
    """Count outcomes."""
    rules: dict[str, OfRule] = {}
    sources: dict[str, OfSource] = defaultdict(OfSource)
    for one in outcomes:
        _count(one, sources[one.source])
        for mark in one.marks:
            _judge(mark, one.source, rules.setdefault(mark.rule, OfRule(mark.severity)))
            if mark.is_raised:
                _judge(mark, one.source, rules.setdefault(RAISED, OfRule(Severity.ERROR)))
    return Figures(dict(sorted(rules.items())), dict(sources))


def _judge(mark: Mark, source: str, of: OfRule) -> None:
    places = {
        Judgement.RIGHT: of.right,
        Judgement.WRONG: of.wrong,
        Judgement.BESIDE: of.beside,
    }[mark.judgement]
    places[source].add(mark.at)


def _count(one: Outcome, of: OfSource) -> None:
    of.rows += 1
    of.errors |= {error.at for error in one.found}
    of.found |= {error.at for error in one.found if error.loud}
    of.typed |= {error.at for error in one.found if error.typed}
    of.caught |= {error.at for error in one.found if error.flagged}
    of.faithful |= {sentence.at for sentence in one.faithful}
    of.alarms |= {sentence.at for sentence in one.faithful if sentence.loud}
    of.flagged |= {sentence.at for sentence in one.faithful if sentence.flagged}
    of.contradicted |= {sentence.at for sentence in one.faithful if sentence.contradicted}


def interval(hits: int, all_: int) -> tuple[float, float]:
    """Return Wilson's 90 % interval of a share; all from 0 to 1 where nothing was tried.

    Source: Wilson 1927, “Probable inference, the law of succession, and statistical inference”.
    """
    if not all_:
        return 0.0, 1.0
    share = hits / all_
    middle = share + Z * Z / (2 * all_)
    spread = Z * math.sqrt(share * (1 - share) / all_ + Z * Z / (4 * all_ * all_))
    scale = 1 + Z * Z / all_
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def table(of: Figures) -> str:
    """Return both tables in Markdown: sources, and rules with their marks by source."""
    lines = [
        "| source | rows | errors marked | named | flagged | true marked | flagged | denied |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {source.rows} | {share(len(source.found), len(source.errors))} | "
        f"{len(source.typed)} | {share(len(source.caught), len(source.errors))} | "
        f"{share(len(source.alarms), len(source.faithful))} | "
        f"{share(len(source.flagged), len(source.faithful))} | {len(source.contradicted)} |"
        for name, source in of.sources.items()
    ]
    lines += [
        "",
        "| rule | severity | right of right and wrong | beside | by source: right/wrong |",
        "|---|---|---|---|---|",
    ]
    for name, rule in of.rules.items():
        right, wrong = _total(rule.right), _total(rule.wrong)
        by_source = ", ".join(
            f"{source} {len(rule.right.get(source, ()))}/{len(rule.wrong.get(source, ()))}"
            for source in of.sources
            if rule.right.get(source) or rule.wrong.get(source)
        )
        lines.append(
            f"| {name} | {rule.severity.value} | {share(right, right + wrong)} | "
            f"{_total(rule.beside)} | {by_source} |"
        )
    return "\n".join(lines)


def _total(places: Ids) -> int:
    return sum(map(len, places.values()))


def share(hits: int, all_: int) -> str:
    """Return a share with its interval, a dash where nothing was tried."""
    if not all_:
        return "–"
    low, high = interval(hits, all_)
    return f"{hits}/{all_} = {hits / all_:.2f} ({low:.2f}–{high:.2f})"
