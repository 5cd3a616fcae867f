"""A denial right before the words quoted that the article leaves out: not a “loss”."""

from collections.abc import Iterator, Sequence

from auditor.checks.quotes.compare.changes import Change, ChangeKind
from auditor.checks.quotes.compare.folded_words import Word, words
from auditor.checks.quotes.compare.located import Located, same_steps, spans_of
from auditor.checks.quotes.compare.meaning import is_denial, is_refusal
from auditor.checks.quotes.compare.reference_words import Index
from auditor.model.quote import Quote
from auditor.model.text import Text, within


def clipped(article: Text, quote: Quote, located: Sequence[Located], index: Index) -> Change | None:
    """Return the denial that the article leaves out before a quote that was found.

    None where there is none, where the article's sentence denies by itself, or where it begins
    the quote like a sentence.
    """
    if quote.text[0].isupper():
        return None
    first = next(same_steps(spans_of(located))).low
    denial = first - 2 if index.row[first - 1].text in {"a", "an"} else first - 1
    if not is_denial(index.row[denial]) or index.quoted[denial] != index.quoted[first]:
        return None
    between = index.text_of(first)[index.row[denial].end : index.row[first].start]
    beside = between.strip().isalpha() or between.isspace()
    denied = any(is_denial(word) or is_refusal(word) for word in _around(article, quote))
    return None if denied or not beside else Change(ChangeKind.CLIPPED, (index.row[denial],), ())


def _around(article: Text, quote: Quote) -> Iterator[Word]:
    """Yield the words of the quote's sentences that it does not hold."""
    for sentence in within(article.sentences, quote):
        yield from words(article.document.text, sentence.start, quote.start, {})
        yield from words(article.document.text, quote.end, sentence.end, {})
