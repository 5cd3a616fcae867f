"""What is wrong with a quote, by its rung and what changed."""

from collections.abc import Iterator
from enum import StrEnum

from auditor.checks.quotes.compare.changes import ChangeKind, replaces_content
from auditor.checks.quotes.compare.ladder import Comparison
from auditor.model.quote import Quote, QuoteKind, Rung
from auditor.model.text import Text, within

FRAGMENT_WORDS = 8
"""A quote of more words is a statement of its own, however long its sentence. A guess."""

FRAGMENT_SHARE = 0.34
"""A fragment is a smaller share of its sentence: the rest says something too. A guess."""


class Outcome(StrEnum):
    """What is wrong with a quote; rules speak of these words."""

    FABRICATED = "fabricated"
    """No reference has the words."""
    FABRICATED_FRAGMENT = "fabricated-fragment"
    """The same of a few words in a sentence that says more."""
    ALTERED = "altered"
    """Words were changed, and the meaning with them."""
    ELIDED = "elided"
    """An ellipsis hides a word that turns the meaning."""
    STITCHED = "stitched"
    """Put together from places far apart."""
    PROMOTED = "promoted"
    """The references report the words and do not quote them."""
    NARRATED = "narrated"
    """A reporter's own words."""
    UNQUOTED_PHRASE = "unquoted-phrase"
    """A phrase that is reported or a reporter's own."""
    EDITED = "edited"
    """Words were changed, but for none that carries content."""
    REWORDED = "reworded"
    """A word that carries content took another's place."""
    MISATTRIBUTED = "misattributed"
    """Somebody else spoke the words."""


_BY_RUNG = {
    Rung.EDITED: Outcome.EDITED,
    Rung.ALTERED: Outcome.ALTERED,
    Rung.STITCHED: Outcome.STITCHED,
    Rung.PROMOTED: Outcome.PROMOTED,
    Rung.NARRATED: Outcome.NARRATED,
    Rung.FABRICATED: Outcome.FABRICATED,
}
"""What each rung of the ladder is called, where nothing tells more; the others are right."""


def outcomes(article: Text, comparison: Comparison) -> Iterator[Outcome]:
    """Yield what is wrong with the words of a quote, then what is wrong with its speaker."""
    if not comparison.quote.closed and comparison.rung is not Rung.FABRICATED:
        return  # where it ends is unknown, and so is what of it was said
    if comparison.rung in _BY_RUNG:
        yield _finer(article, comparison, _BY_RUNG[comparison.rung])
    if comparison.misattributed:
        yield Outcome.MISATTRIBUTED


def _finer(article: Text, comparison: Comparison, outcome: Outcome) -> Outcome:
    """Return what the rung, the changes and the quote's kind make of an outcome together."""
    changes = comparison.changes
    match outcome:
        case Outcome.FABRICATED if _is_fragment(article, comparison.quote):
            return Outcome.FABRICATED_FRAGMENT
        case Outcome.NARRATED | Outcome.PROMOTED if comparison.quote.kind is QuoteKind.PHRASE:
            return Outcome.UNQUOTED_PHRASE
        case Outcome.ALTERED if any(change.kind is ChangeKind.ELLIPSIS for change in changes):
            return Outcome.ELIDED
        case Outcome.EDITED if any(replaces_content(change) for change in changes):
            return Outcome.REWORDED
    return outcome


def _is_fragment(article: Text, quote: Quote) -> bool:
    """Tell whether the quote is a few words of a sentence that says more."""
    words = len(quote.text.split())
    around = within(article.sentences, quote)
    total = sum(len(sentence.text.split()) for sentence in around)
    return words <= FRAGMENT_WORDS and words < FRAGMENT_SHARE * total
