"""What is wrong with each quote: it is not its reference's, or not its speaker's."""

from collections.abc import Iterator
from enum import StrEnum

from auditor.checks.quotes.compare.changes import ChangeKind, replaces_content
from auditor.checks.quotes.compare.folded_words import bases
from auditor.checks.quotes.compare.ladder import Comparison, QuoteSources, compare
from auditor.checks.quotes.compare.proof import diff, evidence, source_words
from auditor.checks.quotes.compare.reference_words import Index, index
from auditor.checks.quotes.compare.same_speaker import cast
from auditor.checks.quotes.compare.wording import shortened, told_changes, told_lead
from auditor.evidence.case import Case
from auditor.model.evidence import Evidence
from auditor.model.finding import QuoteDetail
from auditor.model.quote import Quote, QuoteKind, Rung
from auditor.model.ruling import Ruling
from auditor.model.text import within
from auditor.model.words import Stance

FRAGMENT_WORDS = 8
"""A quote of more words is a statement of its own, however long its sentence. A guess."""

FRAGMENT_SHARE = 0.34
"""A fragment is a smaller share of its sentence: the rest says something too. A guess."""

LEAD = 0.35
"""A passage with a smaller share of an invented quote's words is a worse lead than the passage
closest to the whole sentence. A guess."""


class Outcome(StrEnum):
    """What is wrong with a quote; rules speak of these words."""

    FABRICATED = "fabricated"
    FABRICATED_FRAGMENT = "fabricated-fragment"
    ALTERED = "altered"
    ELIDED = "elided"
    STITCHED = "stitched"
    PROMOTED = "promoted"
    NARRATED = "narrated"
    UNQUOTED_PHRASE = "unquoted-phrase"
    EDITED = "edited"
    REWORDED = "reworded"
    MISATTRIBUTED = "misattributed"


OUTCOMES = {
    Rung.EDITED: Outcome.EDITED,
    Rung.ALTERED: Outcome.ALTERED,
    Rung.STITCHED: Outcome.STITCHED,
    Rung.PROMOTED: Outcome.PROMOTED,
    Rung.NARRATED: Outcome.NARRATED,
    Rung.FABRICATED: Outcome.FABRICATED,
}
"""What each rung of the ladder is called, where nothing tells more."""


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
            yield from _rulings(case, quote, comparison, sources.index)


def _is_checked(quote: Quote) -> bool:
    spoken = quote.kind in {QuoteKind.SPEECH, QuoteKind.PHRASE}
    guessed = quote.continues and not quote.closed
    return spoken and not quote.nested and not guessed


def _rulings(case: Case, quote: Quote, comparison: Comparison, row: Index) -> Iterator[Ruling]:
    for outcome in _outcomes(case, quote, comparison):
        attributed = outcome is Outcome.MISATTRIBUTED
        against = attributed or comparison.rung is Rung.ALTERED
        has_source = comparison.rung is not Rung.FABRICATED
        passages = evidence(row, comparison, Stance.CONTRADICTS if against else Stance.MENTIONS)
        if not has_source and not any(passage.score >= LEAD for passage in passages):
            passages = _closest(case, quote) or passages
        source = source_words(row, comparison) if has_source else ""
        speaker = comparison.source.speaker if comparison.source else ""
        marked = _speaker_words(case, quote) if attributed else (quote.start, quote.end)
        yield Ruling(
            outcome,
            *marked,
            fields={
                "quote": shortened(quote.text),
                "source": shortened(source),
                "speaker": quote.speaker or "the speaker",
                "other": speaker,
                "changes": told_changes(comparison),
                "lead": told_lead(passages),
            },
            expected=(speaker if attributed else source) or None,
            evidence=passages,
            quote=QuoteDetail(
                comparison.rung.value,
                quote.speaker,
                speaker,
                diff(row, comparison, case.article.document.text) if has_source else (),
            ),
        )


def _outcomes(case: Case, quote: Quote, comparison: Comparison) -> Iterator[Outcome]:
    outcome = OUTCOMES.get(comparison.rung)
    if not quote.closed and outcome is not Outcome.FABRICATED:
        return  # where it ends is unknown, and so is what of it was said
    kinds = {change.kind for change in comparison.changes}
    if outcome is Outcome.FABRICATED and _is_fragment(case, quote):
        outcome = Outcome.FABRICATED_FRAGMENT
    if outcome in {Outcome.NARRATED, Outcome.PROMOTED} and quote.kind is QuoteKind.PHRASE:
        outcome = Outcome.UNQUOTED_PHRASE
    if outcome is Outcome.ALTERED and ChangeKind.ELLIPSIS in kinds:
        outcome = Outcome.ELIDED
    if outcome is Outcome.EDITED and any(map(replaces_content, comparison.changes)):
        outcome = Outcome.REWORDED
    if outcome is not None:
        yield outcome
    if comparison.misattributed:
        yield Outcome.MISATTRIBUTED


def _speaker_words(case: Case, quote: Quote) -> tuple[int, int]:
    """Return where the quote's sentence names the speaker, the quote where it does not."""
    start, end = quote.speaker_start, quote.speaker_end
    around = within(case.article.sentences, quote)
    named = any(s.start <= start < end <= s.end for s in around)
    return (start, end) if named else (quote.start, quote.end)


def _is_fragment(case: Case, quote: Quote) -> bool:
    """Tell whether the quote is a few words of a sentence that says more."""
    words = len(quote.text.split())
    around = within(case.article.sentences, quote)
    total = sum(len(sentence.text.split()) for sentence in around)
    return words <= FRAGMENT_WORDS and words < FRAGMENT_SHARE * total


def _closest(case: Case, quote: Quote) -> tuple[Evidence, ...]:
    """Return the passage closest to the quote's sentence."""
    links = (link for link in case.links if link.sentence.start <= quote.start < link.sentence.end)
    return tuple(passage for link in links for passage in link.evidence[:1])
