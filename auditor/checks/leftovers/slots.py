"""Slots of a template that nobody filled: ``[[TEAM_NAME]]``, ``[insert quote here]``."""

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.leftovers.outcome import Outcome
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.ruling import Ruling

_BRACKETS = re.compile(
    r"\[\[(?P<double>[^\[\]\n]{1,80})\]\]"
    r"|\{\{(?P<braces>[^{}\n]{1,80})\}\}"
    r"|[\[<{](?P<single>[^\[\]<>{}\n]{1,80})[\]>}](?!\()"
)
"""What stands in brackets; behind those of a Markdown link stands its address."""

_SHOUTED = re.compile(r"[A-Z][A-Z\d]*(?:_[A-Z\d]+)+")
"""The name of a variable: ``WINNING_TEAM``."""


def slots(case: Case) -> Iterator[Ruling]:
    """Yield each slot; in single brackets inside of a quotation stand a reporter's own words."""
    text = case.article.document.text
    for match in _BRACKETS.finditer(text):
        if _is_slot(match) and (match["single"] is None or not _is_quoted(case, match.start())):
            yield _ruling(match)
    for filler in lexicon("leftovers")["filler"]:
        for match in re.finditer(re.escape(filler), text, re.IGNORECASE):
            if not _is_quoted(case, match.start()):
                yield _ruling(match)


def _is_slot(match: re.Match[str]) -> bool:
    inside = next(group for group in match.groups() if group is not None).strip()
    words = " ".join(inside.replace("_", " ").lower().split())
    if _SHOUTED.fullmatch(inside) or words.startswith(_filling()):
        return True
    if match["single"] is None:
        return words in _names() or inside.isupper()
    return words in _names() and match[0].startswith("[")


@cache
def _names() -> frozenset[str]:
    return frozenset(lexicon("leftovers")["slots"])


@cache
def _filling() -> tuple[str, ...]:
    return tuple(f"{word} " for word in lexicon("leftovers")["filling"])


def _is_quoted(case: Case, place: int) -> bool:
    return any(quote.start <= place < quote.end for quote in case.article.quotes)


def _ruling(match: re.Match[str]) -> Ruling:
    return Ruling(Outcome.SLOT, match.start(), match.end(), {"words": match.group()})
