"""What words outside quotation marks are in a reference: reported speech, or the reporter's own."""

from auditor.checks.quotes.compare.matches import RowSpan
from auditor.checks.quotes.compare.reference_words import Index
from auditor.knowledge.lexicon import lexicon


def is_reported(index: Index, span: RowSpan) -> bool:
    """Tell whether a verb of speech, or according to, reports the words at `span`."""
    sentence = index.sentence(span.low)
    if sentence is None:
        return False
    verbs = lexicon("speech")["verbs"]
    starts = {index.row[n].start for s in span.steps if s.same for n in range(s.low, s.high)}
    return any(
        (token.pos == "VERB" and token.lemma in verbs) or token.text.casefold() == "according"
        for token in sentence.tokens
        if token.start not in starts
    )
