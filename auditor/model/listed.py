"""Findings as all outputs show them: in document order, with id, fingerprint and waiver."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from auditor.model.finding import Finding
from auditor.model.text import Sentence
from auditor.model.waiver import Waiver
from auditor.model.words import Severity

WAIVED = "waived"
"""The state of a finding that an editor has decided to let stand."""

KNOWN = "known"
"""The state of a finding that was there before what is looked at now."""

_MARKS_ALIKE = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―", '\'\'\'\'""""""------')
"""Quotation marks and dashes, each as its plain kind."""


class KnownBy(StrEnum):
    """Why a finding that nobody has waived does not count: it was there before."""

    BASELINE = "baseline"
    """A report that was given as the baseline has it."""
    UNCHANGED = "unchanged"
    """Neither its sentence nor its evidence changed since a revision."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as outputs show it.

    Attributes:
        id: ``f1``, ``f2`` … in document order.
        fingerprint: the same in every audit that marks the same words of the same sentence by
            the same rule, wherever the sentence stands.
        sentence: the one that it belongs to, None for a finding about the whole article.
        waiver: the decision that lets it stand, None where there is none.
        known: why it does not count though nobody waived it, None where it counts.
    """

    id: str
    fingerprint: str
    finding: Finding
    sentence: Sentence | None
    waiver: Waiver | None = None
    known: KnownBy | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it counts: nobody has waived it, and it was not there before."""
        return self.waiver is None and self.known is None

    @property
    def state(self) -> str:
        """Return its severity, or ``waived`` or ``known``, which weigh less than any."""
        if self.waiver:
            return WAIVED
        return KNOWN if self.known else self.finding.severity.value

    @property
    def rank(self) -> int:
        """Return 0 for the gravest state and more for each that weighs less."""
        return [*Severity, WAIVED, KNOWN].index(self.state)


def listed(
    findings: Iterable[tuple[Finding, Sentence | None]],
    waivers: Iterable[Waiver],
    known: Mapping[str, KnownBy],
) -> tuple[Listed, ...]:
    """Return findings by place, each given with its sentence; of one place in the order given."""
    ordered = sorted(findings, key=lambda pair: (pair[0].start, pair[0].end))
    decided = {waiver.fingerprint: waiver for waiver in waivers}
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for number, (finding, sentence) in enumerate(ordered, start=1):
        words = folded(finding.text or finding.about)
        key = (finding.rule, words, folded(sentence.text) if sentence else "")
        seen[key] += 1
        own = fingerprint(*key, ordinal=seen[key])
        result.append(
            Listed(f"f{number}", own, finding, sentence, decided.get(own), known.get(own))
        )
    return tuple(result)


def fingerprint(rule: str, text: str, sentence: str, ordinal: int = 1) -> str:
    """Return 32 hexadecimal digits; 128 bits leave no room for two findings to meet by chance.

    Args:
        rule: the id of a finding's rule.
        text: its `folded` words, or what it is about.
        sentence: the folded words of its sentence, "" where it belongs to none.
        ordinal: counts findings that are alike in all of this.
    """
    return hashlib.sha256("\0".join((rule, text, sentence, str(ordinal))).encode()).hexdigest()[:32]


def folded(text: str) -> str:
    """Return `text` without case, accents, kinds of quotation mark or dash, and line breaks.

    Kept apart from every other folding: a change here voids each waiver ever signed.
    """
    plain = unicodedata.normalize("NFKD", text).translate(_MARKS_ALIKE).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
