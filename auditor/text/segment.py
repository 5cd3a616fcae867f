"""Cutting a document into sentences, each with its kind and its parsed tokens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from auditor.language import parser
from auditor.model.document import Block, Document
from auditor.model.text import Sentence, Text, Token
from auditor.model.words import SentenceKind
from auditor.text.blocks import blocks
from auditor.text.boilerplate import is_link, is_notice
from auditor.text.limits import LONGEST_SENTENCE, most_tokens
from auditor.text.quotation_marks import quote_spans

LONGEST_BLOCK = 8_000
"""Characters parsed as one text. Long paragraphs of news have some 1,500."""

_LONG_WORD = re.compile(r"\S{400}|[^\w\s]{120}")
"""More characters than any word or address of news has without a space, or marks than a line has.
The tokenizer takes off one mark after the other and looks at the whole word for each."""

WHOLE = frozenset({SentenceKind.HEADING, SentenceKind.TABLE_ROW})
"""Kinds of block that are one sentence however many full stops they hold."""


def segment(document: Document, parse: parser.Parse = parser.parse) -> Text:
    """Return the document's sentences in text order; () where it holds only white space.

    Args:
        document: what is cut.
        parse: what parses its blocks; a cache gives one that remembers.
    """
    cut = [piece for block in blocks(document) for piece in _pieces(document.text, block)]
    texts = [document.text[block.start : block.end] for block in cut]
    unbroken = [
        ((0, len(text)),) if block.kind in WHOLE else quote_spans(text)
        for block, text in zip(cut, texts, strict=True)
    ]
    ids = count(1)
    parsed = tuple(parse(texts, unbroken, most_tokens(len(document.text))))
    sentences = tuple(
        _sentence(document, block, paragraph, tokens, f"s{next(ids)}")
        for paragraph, (block, inside) in enumerate(zip(cut, parsed, strict=False))
        for whole in inside.sentences
        for tokens in _short(whole)
        if tokens
    )
    return Text(document, sentences, left_out=tuple(_left_out(document, cut, parsed)))


def _left_out(
    document: Document, cut: Sequence[Block], parsed: Sequence[parser.Parsed]
) -> Iterator[str]:
    """Yield what of a document was not parsed, or not as a whole."""
    long = sum(len(tokens) > LONGEST_SENTENCE for one in parsed for tokens in one.sentences)
    if long:
        yield (
            f"{long:,} of its sentences are longer than {LONGEST_SENTENCE} words and marks "
            "and were read in pieces; add full stops"
        )
    if len(parsed) < len(cut):
        yield (
            f"only its first {cut[len(parsed)].start:,} of {len(document.text):,} characters were "
            "looked at: it has more words and marks than can be parsed; audit it in parts"
        )


def _short(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Yield a sentence in pieces of bounded length; what hangs on another piece is a root."""
    for first in range(0, len(tokens), LONGEST_SENTENCE):
        piece = tokens[first : first + LONGEST_SENTENCE]
        inside = range(first, first + len(piece))
        yield (
            tuple(
                replace(token, head=(token.head if token.head in inside else n) - first)
                for n, token in zip(inside, piece, strict=True)
            )
            if len(piece) < len(tokens)
            else tuple(tokens)
        )


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """Yield the block, cut where it is longer than the parser's time allows.

    The parser's time grows with the square of a text and of a word; no paragraph of news is so
    long, and a hostile one must not stop the audit.
    """
    start = block.start
    while block.end - start > LONGEST_BLOCK or _LONG_WORD.search(text, start, block.end):
        window = text[start : min(block.end, start + LONGEST_BLOCK)]
        word = _LONG_WORD.search(window)
        cut = word.end() if word else window.rfind(" ") + 1 or LONGEST_BLOCK
        yield replace(block, start=start, end=start + cut)
        start += cut
    if start < block.end:
        yield replace(block, start=start)


def _sentence(
    document: Document, block: Block, paragraph: int, tokens: Sequence[Token], name: str
) -> Sentence:
    """Return the sentence that the tokens make, which count from the start of their block."""
    placed = tuple(
        replace(token, start=token.start + block.start, end=token.end + block.start)
        for token in tokens
    )
    start, end = placed[0].start, placed[-1].end
    text = document.text[start:end]
    return Sentence(
        id=name,
        start=start,
        end=end,
        text=text,
        kind=_kind(block.kind, text),
        paragraph=paragraph,
        tokens=placed,
    )


def _kind(kind: SentenceKind, text: str) -> SentenceKind:
    """Return the kind of a sentence in a block: a notice may stand in the midst of the news."""
    running = kind in {SentenceKind.PROSE, SentenceKind.LIST_ITEM}
    return SentenceKind.BOILERPLATE if running and (is_notice(text) or is_link(text)) else kind
