"""Findings as all outputs show them: in document order, with id, fingerprint and waiver."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.finding import Finding
from auditor.model.text import Sentence
from auditor.model.waiver import Waiver
from auditor.model.words import Severity

WAIVED = "waived"
"""The state of a finding that an editor has decided to let stand."""

_MARKS_ALIKE = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―", '\'\'\'\'""""""------')
"""Quotation marks and dashes, each as its plain kind."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as outputs show it.

    Attributes:
        id: ``f1``, ``f2`` … in document order.
        fingerprint: the same in every audit that marks the same words of the same sentence by
            the same rule, wherever the sentence stands.
        sentence: the one that it belongs to, None for a finding about the whole article.
        waiver: the decision that lets it stand, None while it is open.
    """

    id: str
    fingerprint: str
    finding: Finding
    sentence: Sentence | None
    waiver: Waiver | None = None

    @property
    def state(self) -> str:
        """Return its severity, or ``waived``, which weighs less than any."""
        return WAIVED if self.waiver else self.finding.severity.value

    @property
    def rank(self) -> int:
        """Return 0 for the gravest state and more for each that weighs less."""
        return [*Severity, WAIVED].index(self.state)


def listed(
    findings: Iterable[tuple[Finding, Sentence | None]], waivers: Iterable[Waiver]
) -> tuple[Listed, ...]:
    """Return findings by place, each given with its sentence; of one place in the order given."""
    ordered = sorted(findings, key=lambda pair: (pair[0].start, pair[0].end))
    decided = {waiver.fingerprint: waiver for waiver in waivers}
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for number, (finding, sentence) in enumerate(ordered, start=1):
        key = (finding.rule, _fold(finding.text), _fold(sentence.text) if sentence else "")
        seen[key] += 1
        fingerprint = _fingerprint(key, seen[key])
        waiver = decided.get(fingerprint)
        result.append(Listed(f"f{number}", fingerprint, finding, sentence, waiver))
    return tuple(result)


def _fingerprint(key: tuple[str, str, str], ordinal: int) -> str:
    """Return 32 hexadecimal digits; 128 bits leave no room for two findings to meet by chance."""
    return hashlib.sha256("\0".join((*key, str(ordinal))).encode()).hexdigest()[:32]


def _fold(text: str) -> str:
    """Return `text` without case, accents, kinds of quotation mark or dash, and line breaks.

    Kept apart from every other folding: a change here voids each waiver ever signed.
    """
    plain = unicodedata.normalize("NFKD", text).translate(_MARKS_ALIKE).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
