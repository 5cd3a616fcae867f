"""What words outside quotation marks are in a reference: reported speech, or the reporter's own."""

from auditor.compare.quotations.index import Index
from auditor.compare.quotations.places import Place
from auditor.lexicon import lexicon


def is_reported(index: Index, place: Place) -> bool:
    """Tell whether a verb of speech, or according to, reports the words at `place`."""
    sentence = index.sentence(place.low)
    if sentence is None:
        return False
    verbs = lexicon("speech")["verbs"]
    same = [step for step in place.steps if step.same]
    start, end = index.row[same[0].low].start, index.row[same[-1].high - 1].end
    return any(
        (token.pos == "VERB" and token.lemma in verbs) or token.text.casefold() == "according"
        for token in sentence.tokens
        if not start <= token.start < end
    )
