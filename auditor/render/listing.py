"""Every finding of a report in document order, with the id and fingerprint that outputs show."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model.finding import Finding
from auditor.model.report import Report
from auditor.model.text import Sentence

_SAME = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―", '\'\'\'\'""""""------')


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as outputs show it.

    Attributes:
        id: ``f1``, ``f2`` … in document order.
        fingerprint: the same in every audit that marks the same words of the same sentence by
            the same rule, wherever the sentence stands.
        sentence: the one that it belongs to, None for a finding about the whole article.
    """

    id: str
    fingerprint: str
    finding: Finding
    sentence: Sentence | None


def listed(report: Report) -> tuple[Listed, ...]:
    """Return all findings of a report by place; at one place the article's own come first."""
    found = sorted(_findings(report), key=lambda pair: (pair[0].start, pair[0].end))
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    for number, (finding, sentence) in enumerate(found, start=1):
        key = (finding.rule, _fold(finding.text), _fold(sentence.text) if sentence else "")
        seen[key] += 1
        result.append(Listed(f"f{number}", _fingerprint(key, seen[key]), finding, sentence))
    return tuple(result)


def _findings(report: Report) -> Iterator[tuple[Finding, Sentence | None]]:
    for finding in report.article_findings:
        yield finding, None
    for judged in report.sentences:
        for finding in judged.findings:
            yield finding, judged.sentence


def _fingerprint(key: tuple[str, str, str], ordinal: int) -> str:
    """Return 32 hexadecimal digits; 128 bits leave no room for two findings to meet by chance."""
    return hashlib.sha256("\0".join((*key, str(ordinal))).encode()).hexdigest()[:32]


def _fold(text: str) -> str:
    """Return `text` without case, accents, kinds of quotation mark or dash, and line breaks.

    Kept apart from every other folding: a change here voids each waiver ever signed.
    """
    plain = unicodedata.normalize("NFKD", text).translate(_SAME).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
