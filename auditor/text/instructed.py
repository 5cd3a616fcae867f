"""Paragraphs that speak to language models, told apart from news about such words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from auditor.knowledge.instructions import (
    Folded,
    decoded_instruction,
    folded_instruction,
    instructions,
)
from auditor.knowledge.lexicon import lexicon
from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind
from auditor.text.quotation_marks import quote_spans

FRAMED = 3
"""Paragraphs between two that speak to models belong to them, up to so many. A guess."""

_WORD = re.compile(r"[^\W\d_]{2,}")

Paragraph = tuple[Sentence, ...]


def instructed(text: Text) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph that speaks to language models, with the words that do so.

    A paragraph between two such, or below a heading or colon that does, is told with the same
    words: it is what the model shall be told.
    """
    paragraphs = tuple(
        tuple(group) for _, group in groupby(text.sentences, key=lambda one: one.paragraph)
    )
    found = {n: words for n in range(len(paragraphs)) if (words := _said(text, paragraphs, n))}
    for n, paragraph in enumerate(paragraphs):
        words = found.get(n) or _framing(paragraphs, found, n)
        if words:
            yield paragraph, words


def _said(text: Text, paragraphs: Sequence[Paragraph], n: int) -> str:
    """Return the words of a paragraph that speak to a model, "" where none does."""
    shown = _shown(text, paragraphs[n])
    folded = folded_instruction(shown)
    before = folded_instruction(_shown(text, paragraphs[n - 1])).text if n else ""
    if any(not _is_told(folded, at, before) for at, _ in instructions(folded)):
        return " ".join(shown.split())
    return decoded_instruction(shown)


def _shown(text: Text, paragraph: Paragraph) -> str:
    return text.document.text[paragraph[0].start : paragraph[-1].end]


def _framing(paragraphs: Sequence[Paragraph], found: dict[int, str], n: int) -> str:
    """Return the words of the paragraph that a paragraph belongs to, "" where it is its own."""
    above = [m for m in found if n - FRAMED <= m < n]
    if not above:
        return ""
    last = paragraphs[above[-1]][-1]
    opens = last.kind is SentenceKind.HEADING or last.text.endswith(":")
    is_framed = any(n < m <= above[-1] + FRAMED + 1 for m in found)
    return found[above[-1]] if is_framed or (opens and above[-1] == n - 1) else ""


def _is_told(folded: Folded, at: int, before: str) -> bool:
    """Tell whether words that begin at `at` are reported: quoted or introduced, and told of."""
    quotes = [span for span in quote_spans(folded.text) if span[0] <= at < span[1]]
    if not quotes and folded.text[at : at + 1] != ":":
        return False
    start, end = quotes[0] if quotes else (at, len(folded.text))
    around = f"{folded.text[:start]} {folded.text[end:]}"
    return bool(_telling().search(around if _WORD.search(around) else before))


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon('instructions')['telling']))})\b")
