"""Looking for reports by words and days."""

from dataclasses import dataclass
from datetime import date

from auditor.archive.question import question_in
from auditor.archive.ranking import ranking, shared
from auditor.archive.shelves import Archive, Docket

MOST_HOLDERS = 5_000
"""Reports that may hold a word; one that more hold is passed over beside rarer ones, since its list
takes longer than all of theirs."""

ANY = 1_000_000
"""Reports that may hold a word where no rarer one was asked for: a second's worth."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that has words which were looked for.

    Attributes:
        share: what it has of them, 0 to 1 by how much each tells.
        words: those that it has, what tells most first.
    """

    docket: Docket
    share: float
    words: tuple[str, ...]


def hits(
    archive: Archive, words: str, first: date | None, last: date | None, limit: int
) -> tuple[Hit, ...]:
    """Return the reports of some days that have most of the words, nearest first.

    Args:
        archive: where they are looked for.
        words: in any order and spelling.
        first: the earliest day; None for any, a report without a date included.
        last: the latest day, likewise.
        limit: how many at most.
    """
    within = archive.between(first, last) if first or last else None
    asked = question_in(words)
    ranked = ranking(archive, asked, MOST_HOLDERS, within, looked_at=limit)
    if not ranked.holders.rows:
        ranked = ranking(archive, asked, ANY, within, looked_at=limit)
    return tuple(
        Hit(one.docket, one.shares[0], shared(ranked, one)) for one in ranked.candidates[:limit]
    )
