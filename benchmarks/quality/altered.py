"""Rows made of faithful claims: one name, figure or date of each put wrong."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from auditor.checks.mentions import with_mentions
from auditor.load import document_from_text
from auditor.model.name import Name
from auditor.model.text import Text, within
from auditor.text.segment import segment
from benchmarks.dates.trials import DATES, altered
from benchmarks.names.swaps import kind_of
from benchmarks.numbers.alter import alterations
from benchmarks.quality.ours import NAMED
from benchmarks.quality.rows import Row, Wrong

MOST = 150
"""Rows of each kind at most: the claims that come first by a digest of their text."""

Edit = tuple[int, int, str]
"""First character and one past the last, and what stands there instead."""


def rows(claims: Iterable[Row]) -> Iterator[Row]:
    """Yield the altered rows, kind by kind.

    A claim that is written in small letters alone is left out, and one whose source is too.
    """
    fit = [row for row in claims if not row.wrong and not _is_small(row)]
    taken = sorted(
        {row.references: row for row in fit}.values(),
        key=lambda row: zlib.crc32(row.article.encode()),
    )
    texts = [_read(row.article) for row in taken]
    yield from _first(zip(taken, map(_name_edit, _with_others(texts), taken), strict=True), "name")
    yield from _first(zip(taken, map(_figure_edit, texts, taken), strict=True), "number")
    yield from _first(zip(taken, map(_date_edit, taken), strict=True), "date")


def _is_small(row: Row) -> bool:
    return (
        row.article == row.article.lower() or row.references[0][1] == row.references[0][1].lower()
    )


def _read(article: str) -> Text:
    return with_mentions(segment(document_from_text("article", "article", article)))


def _first(edited: Iterable[tuple[Row, Edit | None]], kind: str) -> Iterator[Row]:
    made = 0
    for row, edit in edited:
        if edit is not None and made < MOST:
            made += 1
            start, end, new = edit
            article = row.article[:start] + new + row.article[end:]
            wrong = Wrong(start, start + len(new), NAMED[kind], kind)
            # Marks on what was left alone are judged with the claims themselves.
            yield Row(
                f"altered {kind}s",
                f"{row.source} {row.id}",
                article,
                row.references,
                (wrong,),
                faithful=(),
            )


def _with_others(texts: Sequence[Text]) -> Iterator[tuple[Text, list[Name]]]:
    """Yield each text with the names of those after it, then of those before it."""
    for n, text in enumerate(texts):
        later = [name for other in (*texts[n + 1 :], *texts[:n]) for name in other.names]
        yield text, later


def _name_edit(given: tuple[Text, list[Name]], row: Row) -> Edit | None:
    """Replace a name that the source has by one of its kind and length that it has not."""
    text, others = given
    source = row.references[0][1]
    for name in text.names:
        if kind_of(name) and name.text in source:
            for other in others:
                words = other.text.split()
                if (
                    kind_of(other) == kind_of(name)
                    and len(words) == len(name.text.split())
                    and not any(word in source or word in row.article for word in words)
                ):
                    return name.start, name.end, other.text
    return None


def _figure_edit(text: Text, row: Row) -> Edit | None:
    chance = Random(zlib.crc32(row.article.encode()))
    edits = [
        edit
        for number in text.numbers
        if not within(text.quotes, number)
        for edit in alterations(row.article, number, chance)
    ]
    if not edits:
        return None
    edit = chance.choice(edits)
    return edit.start, edit.end, edit.new


def _date_edit(row: Row) -> Edit | None:
    chance = Random(zlib.crc32(row.article.encode()))
    source = row.references[0][1]
    for kind, pattern in DATES.items():
        for match in pattern.finditer(row.article):
            new = altered(kind, match, row.article + source, chance)
            if match[kind] in source and new:
                start, end = match.span(kind)
                return start, end, new[start : len(new) - len(source) - len(row.article) + end]
    return None
