"""What a language model says of labelled texts, beside what we say, and what both say together."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor import pipeline
from auditor.evidence import entailment
from auditor.evidence.case import Case
from auditor.knowledge.rules import load_rules
from auditor.model.audit import Audit
from auditor.model.text import Spanned
from auditor.opinion.answers import Stated, answer
from auditor.opinion.consultant import Consultant, Consultation
from auditor.opinion.development import FLAGGED, Labelled, LabelledText
from auditor.opinion.what_counts import Drop, Opinion

Z = 1.6449
"""Standard deviations on each side of a 90 % interval."""

AGAINST = frozenset({Stated.CONTRADICTED, Stated.MISSING})
"""What a model states of a sentence that it would send to an editor."""

SYSTEMS = ("ours", "the model, believed", "the model, where it proves it", "both")
"""Who may flag a text, as the table names it."""


@dataclass(frozen=True, slots=True)
class Flagging:
    """A labelled text, and which of the systems flag it, in their order."""

    is_true: bool
    flags: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class WorthOfModel:
    """What came of a set.

    Attributes:
        decisions: one for each labelled text.
        asked: questions that were put.
        fates: what became of their answers, and how many for each.
        problems: what was not asked or answered, each once.
    """

    model: str
    decisions: tuple[Flagging, ...]
    asked: int
    fates: Mapping[str, int]
    problems: tuple[str, ...]


def evaluated(
    texts: Iterable[LabelledText], consultant: Consultant, lock: Path | None, *, model: bool
) -> WorthOfModel:
    """Return what each system flags of labelled texts.

    Args:
        texts: in their order; of each only labelled sentences are asked about.
        consultant: asks about all sentences.
        lock: the file of answers on record, None for none.
        model: whether our own model takes part.

    Raises:
        AuditError: as `Consultant.consult` does.
    """
    rules, reader = load_rules(), entailment.shipped() if model else None
    decisions: list[Flagging] = []
    fates: Counter[str] = Counter()
    problems: dict[str, None] = {}
    asked = 0
    for text in texts:
        seen: list[tuple[Case, Audit]] = []
        case = pipeline.prepared(text.article, text.references)
        own = pipeline.audited(case, rules, entailment=reader, second=_seen_by(seen))
        read, _ = seen[0]
        spoken = consultant.consult(read, own, lock, text.labels)
        both = consultant.heard(read, own, rules, spoken)
        asked += len(spoken.asking.asked)
        fates.update(_fates(spoken))
        problems |= dict.fromkeys(problem.reason for problem in spoken.problems)
        decisions += (_decision(label, own, spoken, both) for label in text.labels)
    name = f"{consultant.chosen.model} at {consultant.chosen.server}"
    return WorthOfModel(name, tuple(decisions), asked, fates, tuple(problems))


def table(name: str, worth: WorthOfModel) -> str:
    """Return the figures of a set as a table for people."""
    wrong = [one for one in worth.decisions if not one.is_true]
    true = [one for one in worth.decisions if one.is_true]
    rows = [("", f"flagged of {len(wrong)} wrong", f"of {len(true)} true", "balanced accuracy")]
    for n, system in enumerate(SYSTEMS):
        caught, alarms = (sum(one.flags[n] for one in side) for side in (wrong, true))
        shares = _share(caught, len(wrong)), _share(alarms, len(true))
        rows.append((system, *shares, _balanced(caught, len(wrong), alarms, len(true))))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    fates = ", ".join(f"{number} {fate}" for fate, number in sorted(worth.fates.items()))
    head = f"{name}, judged by {worth.model}; 90 % intervals"
    return "\n".join([head, *lines, f"{worth.asked} questions: {fates or 'no answers'}", "", ""])


def _seen_by(seen: list[tuple[Case, Audit]]) -> Callable[[Case, Audit], Audit]:
    """Return what keeps a case as it was read, and leaves its audit as it is."""

    def keep(case: Case, own: Audit) -> Audit:
        seen.append((case, own))
        return own

    return keep


def _decision(label: Labelled, own: Audit, spoken: Consultation, both: Audit) -> Flagging:
    asked = [one for one in spoken.asking.asked if _overlap(one.question.sentence, label)]
    believed = (answer(one.answer.written) for one in asked if one.answer)
    weighed = (spoken.weighed.get(one.question.sentence.id) for one in asked)
    return Flagging(
        label.is_true,
        (
            _flags(own, label),
            any(said is not None and said.verdict in AGAINST for said in believed),
            any(isinstance(one, Opinion) and one.stated in AGAINST for one in weighed),
            _flags(both, label),
        ),
    )


def _flags(audit: Audit, label: Labelled) -> bool:
    return any(
        judged.verdict in FLAGGED for judged in audit.sentences if _overlap(judged.sentence, label)
    )


def _overlap(one: Spanned, other: Spanned) -> bool:
    return one.start < other.end and other.start < one.end


def _fates(spoken: Consultation) -> Iterator[str]:
    """Yield what became of each answer."""
    for one in spoken.weighed.values():
        if isinstance(one, Drop):
            yield f"dropped ({one.value})"
        else:
            yield "undecided" if one is None else f"counted ({one.stated.value})"


def interval(hits: int, all_: int) -> tuple[float, float]:
    """Return Wilson's 90 % interval of a share; all from 0 to 1 where nothing was tried.

    Source: Wilson 1927, “Probable inference, the law of succession, and statistical inference”.
    """
    if not all_:
        return 0.0, 1.0
    share, size = hits / all_, Z * Z / all_
    spread = Z * math.sqrt(share * (1 - share) / all_ + size / (4 * all_))
    low, high = share + size / 2 - spread, share + size / 2 + spread
    return max(0.0, low / (1 + size)), min(1.0, high / (1 + size))


def _share(hits: int, all_: int) -> str:
    if not all_:
        return "–"
    low, high = interval(hits, all_)
    return f"{hits}/{all_} = {hits / all_:.2f} ({low:.2f}–{high:.2f})"


def _balanced(caught: int, wrong: int, alarms: int, true: int) -> str:
    """Return the mean of what is caught and what is let pass, a dash where there is one label.

    Its interval is recovered from those of the two shares (Zou and Donner 2008).
    """
    if not (wrong and true):
        return "–"
    shares = caught / wrong, 1 - alarms / true
    bounds = interval(caught, wrong), interval(true - alarms, true)
    mean = sum(shares) / 2
    below = math.hypot(*(p - low for p, (low, _) in zip(shares, bounds, strict=True))) / 2
    above = math.hypot(*(high - p for p, (_, high) in zip(shares, bounds, strict=True))) / 2
    return f"{mean:.2f} ({mean - below:.2f}–{mean + above:.2f})"
