"""Names of a faithful summary replaced by others of the same kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.names.entities.forms import form
from auditor.checks.names.entities.lexis import lexis
from auditor.checks.names.entities.presence import Standing, standing
from auditor.knowledge.places import countries_of, related
from auditor.model.name import Name
from auditor.model.text import Text
from auditor.model.words import NameKind
from benchmarks.names.rows import Row

KINDS = ("person", "organisation", "place", "country")


@dataclass(frozen=True, slots=True)
class Swap:
    """A summary in which the words ``start:end`` name another of the same kind."""

    row: int
    kind: str
    old: str
    new: str
    summary: str
    start: int
    end: int


def kind_of(name: Name) -> str:
    """Return the kind under which a name is swapped, "" for names that are left alone."""
    if countries_of(name.text):
        return "country" if name.kind is NameKind.PLACE else ""
    return name.kind.value if name.kind.value in KINDS else ""


def swaps(rows: Sequence[Row], pairs: Sequence[tuple[Text, Text]]) -> Iterator[Swap]:
    """Yield one swap for each row and kind: the first name of that kind that its source holds.

    The new name comes from the next row that has one of as many words, none of which stands in
    this row's source.
    """
    names = [
        (n, name) for n, (summary, _) in enumerate(pairs) for name in summary.names if kind_of(name)
    ]
    for n, (row, (summary, reference)) in enumerate(zip(rows, pairs, strict=True)):
        held = lexis((reference,))
        done: set[str] = set()
        for name in summary.names:
            kind = kind_of(name)
            if not kind or kind in done or standing(name, held) is not Standing.WHOLE:
                continue
            later = [other for m, other in names if m > n] + [other for m, other in names if m < n]
            new = next((o for o in later if _is_fit(name, o, kind, reference)), None)
            if new is not None:
                done.add(kind)
                text = row.summary[: name.start] + new.text + row.summary[name.end :]
                yield Swap(
                    n, kind, name.text, new.text, text, name.start, name.start + len(new.text)
                )


def moves(rows: Sequence[Row], pairs: Sequence[tuple[Text, Text]]) -> Iterator[Swap]:
    """Yield one swap for each row and kind in which the new name stands in the row's own source.

    The two names never stand in one sentence of it, and the summary has the old one alone.
    """
    for n, (row, (summary, reference)) in enumerate(zip(rows, pairs, strict=True)):
        held = lexis((reference,))
        done: set[str] = set()
        for name in summary.names:
            kind = kind_of(name)
            if not kind or kind in done or standing(name, held) is not Standing.WHOLE:
                continue
            new = next(
                (o for o in reference.names if _is_apart(name, o, kind, row, reference)), None
            )
            if new is not None:
                done.add(kind)
                text = row.summary[: name.start] + new.text + row.summary[name.end :]
                yield Swap(
                    n, kind, name.text, new.text, text, name.start, name.start + len(new.text)
                )


def _is_apart(old: Name, new: Name, kind: str, row: Row, reference: Text) -> bool:
    words = form(new.text).words
    if kind_of(new) != kind or related(new.text) & related(old.text):
        return False
    if any(word in row.summary.lower() for word in words):
        return False
    olds = form(old.text).words
    return not any(
        any(word in sentence.text.lower() for word in words)
        and any(word in sentence.text.lower() for word in olds)
        for sentence in reference.sentences
    )


def _is_fit(old: Name, new: Name, kind: str, reference: Text) -> bool:
    low = reference.document.text.lower()
    if related(new.text) & frozenset(c for n in reference.names for c in related(n.text)):
        return False
    one, two = form(old.text).words, form(new.text).words
    return (
        kind_of(new) == kind
        and len(one) == len(two)
        and not any(word.lower() in low for word in new.text.split())
    )
