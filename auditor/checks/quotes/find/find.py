"""All quotes of a text, in text order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from auditor.checks.quotes.find.people import people
from auditor.checks.quotes.find.quote_kinds import kind_of
from auditor.checks.quotes.find.speakers import with_speakers
from auditor.model.quote import Quote
from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind
from auditor.text.quotation_marks import Marked, pair_marks

PARAGRAPHS_LEFT_OPEN = 10
"""A closing mark is looked for in so many paragraphs after the opening one: some texts have a line
for each sentence. A guess."""

_OPENING = tuple("“„\"«‘'")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters ``start:end`` of a document, its sentences and the marks paired inside."""

    start: int
    end: int
    text: str
    sentences: tuple[Sentence, ...]
    marked: tuple[Marked, ...]
    strays: tuple[int, ...]


def find_quotes(text: Text) -> tuple[Quote, ...]:
    """Return the quotes of a text in text order, outer before nested ones.

    A quote never leaves its paragraph: one that goes on in the next is there once more, and
    says that it continues. Boilerplate is left out.
    """
    paragraphs = _paragraphs(text)
    quotes = [
        quote
        for n, paragraph in enumerate(paragraphs)
        for quote in _quotes(text, paragraphs, n, paragraph)
    ]
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    return with_speakers(text, quotes, people(text))


def _paragraphs(text: Text) -> list[Paragraph]:
    spoken = [s for s in text.sentences if s.kind is not SentenceKind.BOILERPLATE]
    return [
        _paragraph(text, tuple(sentences))
        for _, sentences in groupby(spoken, key=lambda s: s.paragraph)
    ]


def _paragraph(text: Text, sentences: tuple[Sentence, ...]) -> Paragraph:
    start, end = sentences[0].start, sentences[-1].end
    words = text.document.text[start:end]
    pairing = pair_marks(words)
    return Paragraph(start, end, words, sentences, pairing.quotes, pairing.strays)


def _quotes(
    text: Text, paragraphs: Sequence[Paragraph], n: int, paragraph: Paragraph
) -> Iterator[Quote]:
    reopened = n > 0 and _runs_on(paragraphs[n - 1]) and paragraph.text.startswith(_OPENING)
    if paragraph.sentences[0].kind is SentenceKind.QUOTE and not paragraph.marked:
        yield Quote(paragraph.start, paragraph.end, paragraph.text, "")
    outside = 0
    before: Marked | None = None
    for marked in paragraph.marked:
        nested = marked.start < outside
        outside = max(outside, marked.end)
        runs_on = (
            not marked.closed and marked.end == len(paragraph.text) and _goes_on(paragraphs, n)
        )
        span = _trimmed(paragraph, marked.inner, marked.outer)
        if span[0] < span[1]:
            yield Quote(
                *span,
                text.document.text[span[0] : span[1]],
                "",
                kind=kind_of(paragraph.text, marked, _sentence_at(paragraph, span[0])),
                continues=(reopened and marked.start == 0) or _follows(paragraph, before, marked),
                nested=nested,
                closed=marked.closed or runs_on,
            )
        before = marked
    yield from _rest(text, paragraphs, n)


def _follows(paragraph: Paragraph, before: Marked | None, marked: Marked) -> bool:
    """Tell whether a quote opens again right where one without a closing mark ends."""
    if before is None or before.closed:
        return False
    return paragraph.text[before.end : marked.start].isspace()


def _rest(text: Text, paragraphs: Sequence[Paragraph], n: int) -> Iterator[Quote]:
    """Yield what paragraph `n` holds of a quote that an earlier one left open.

    It reaches up to the next mark. Where that is not a closing mark but one printed the wrong way
    round, the rest counts as not closed.
    """
    opened = _left_open_before(paragraphs, n)
    ending = _ending(paragraphs, opened) if opened is not None else None
    if ending is None or n > ending[0]:
        return
    paragraph, (last, closed) = paragraphs[n], ending
    up_to = _first_mark(paragraph) if n == last else None
    span = _trimmed(paragraph, 0, len(paragraph.text) if up_to is None else up_to)
    if span[0] < span[1]:
        words = text.document.text[span[0] : span[1]]
        yield Quote(*span, words, "", continues=True, closed=closed)


def _left_open_before(paragraphs: Sequence[Paragraph], n: int) -> int | None:
    """Return the paragraph whose quote may reach into paragraph `n`: no mark between them."""
    for m in range(n - 1, max(-1, n - PARAGRAPHS_LEFT_OPEN), -1):
        if _first_mark(paragraphs[m]) is not None:
            return m if _runs_on(paragraphs[m]) else None
    return None


def _ending(paragraphs: Sequence[Paragraph], opened: int) -> tuple[int, bool] | None:
    """Return the paragraph where a quote left open ends, and whether a closing mark ends it.

    None where the next mark stands first in its paragraph, or too far off: a new quote.
    """
    for n in range(opened + 1, min(len(paragraphs), opened + PARAGRAPHS_LEFT_OPEN)):
        mark = _first_mark(paragraphs[n])
        if mark is not None:
            return (n, mark in paragraphs[n].strays) if mark > 0 else None
    return None


def _first_mark(paragraph: Paragraph) -> int | None:
    return min((*(m.start for m in paragraph.marked), *paragraph.strays), default=None)


def _runs_on(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph ends inside a quote."""
    return any(not m.closed and m.end == len(paragraph.text) for m in paragraph.marked)


def _goes_on(paragraphs: Sequence[Paragraph], n: int) -> bool:
    """Tell whether a quote left open in paragraph `n` is opened again or closed below."""
    if n + 1 < len(paragraphs) and paragraphs[n + 1].text.startswith(_OPENING):
        return True
    ending = _ending(paragraphs, n)
    return ending is not None and ending[1]


def _trimmed(paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """Return document offsets without outer white space and a comma at the end."""
    words = paragraph.text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip().rstrip(",").rstrip())
    return paragraph.start + first, paragraph.start + last


def _sentence_at(paragraph: Paragraph, setting: int) -> Sentence:
    return next(
        (s for s in paragraph.sentences if s.start <= setting < s.end), paragraph.sentences[0]
    )
