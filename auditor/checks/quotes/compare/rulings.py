"""What is said of each quote of the article, and what proves it."""

from collections.abc import Iterator

from auditor.checks.quotes.compare.folded_words import bases
from auditor.checks.quotes.compare.ladder import Comparison, QuoteSources, compare
from auditor.checks.quotes.compare.outcome import Outcome, outcomes
from auditor.checks.quotes.compare.proof import diff, evidence, source_words
from auditor.checks.quotes.compare.reference_words import Index, index
from auditor.checks.quotes.compare.same_speaker import cast
from auditor.checks.quotes.compare.wording import fields
from auditor.evidence.case import Case
from auditor.evidence.near import nearest
from auditor.model.evidence import Evidence
from auditor.model.finding import QuoteDetail
from auditor.model.quote import Quote, QuoteKind, Rung
from auditor.model.ruling import Ruling
from auditor.model.text import Text, within
from auditor.model.words import Stance


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield what is wrong with the quotes of the article, in text order.

    Terms at arm's length, titles, nicknames and quotes inside others stay silent. A wrong speaker
    is marked at his name, all else at the quoted words.
    """
    spoken = [quote for quote in case.article.quotes if _is_checked(quote)]
    if not spoken:
        return
    sources = QuoteSources(index(case.references), cast(case.references))
    known = bases(case.article.sentences)
    for quote in spoken:
        comparison = compare(case.article, quote, known, sources)
        if comparison is not None:
            for outcome in outcomes(case.article, comparison):
                yield _ruling(case, sources.index, comparison, outcome)


def _is_checked(quote: Quote) -> bool:
    """Tell whether somebody's words are quoted, and where they end is known or told."""
    spoken = quote.kind in {QuoteKind.SPEECH, QuoteKind.PHRASE}
    guessed = quote.continues and not quote.closed
    return spoken and not quote.nested and not guessed


def _ruling(case: Case, row: Index, comparison: Comparison, outcome: Outcome) -> Ruling:
    quote, source = comparison.quote, source_words(row, comparison)
    start, end, expected = quote.start, quote.end, source
    if outcome is Outcome.MISATTRIBUTED:
        start, end = _speaker_words(case.article, quote)
        expected = comparison.speaker
    passages = _passages(case, row, comparison, outcome)
    changed = diff(row, comparison, case.article.document.text)
    return Ruling(
        outcome,
        start,
        end,
        fields(comparison, source, passages),
        expected or None,
        passages,
        QuoteDetail(comparison.rung.value, quote.speaker, comparison.speaker, changed),
    )


def _speaker_words(article: Text, quote: Quote) -> tuple[int, int]:
    """Return where the quote's sentence names the speaker, the quote where it does not."""
    start, end = quote.speaker_start, quote.speaker_end
    named = any(s.start <= start < end <= s.end for s in within(article.sentences, quote))
    return (start, end) if named else (quote.start, quote.end)


def _passages(
    case: Case, row: Index, comparison: Comparison, outcome: Outcome
) -> tuple[Evidence, ...]:
    """Return where the words stand, or of invented ones the passage that is near, if one is."""
    if comparison.rung is Rung.FABRICATED:
        return nearest(case, comparison.quote)
    against = outcome is Outcome.MISATTRIBUTED or comparison.rung is Rung.ALTERED
    return evidence(row, comparison, Stance.CONTRADICTS if against else Stance.MENTIONS)
