"""Where references on one event differ: what the article says is in some, another in others."""

from collections.abc import Collection, Iterator, Sequence

from auditor.checks.events.compare.counterparts import counterpart
from auditor.checks.events.compare.details import Detail, details
from auditor.checks.events.compare.holdings import Mention
from auditor.checks.events.find.statements import STATING
from auditor.checks.references.wording import both_ways
from auditor.evidence.align import ON_THE_SAME, SUPPORTING
from auditor.evidence.case import Case
from auditor.evidence.passages import Passage
from auditor.evidence.proof import evidence
from auditor.language.words import fold, terms_of
from auditor.model.event import Event
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import Stance


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the names on which references differ, at most one side against for each."""
    if len(case.references) < 2:
        return
    for link in case.links:
        near = {passage.reference for passage in link.evidence if passage.score >= ON_THE_SAME}
        if link.sentence.kind not in STATING or len(near) < 2:
            continue
        every = tuple(details(case, link.sentence))
        for detail in every:
            if isinstance(detail.mention, Name) and _may_differ(case, near, detail.mention):
                ruling = _ruling(case, link.sentence, detail, every)
                if ruling is not None:
                    yield ruling


def _may_differ(case: Case, near: Collection[str], name: Name) -> bool:
    """Tell whether some of the references close to a sentence have a name and others do not."""
    held = {_is_held(case, case.texts[reference], name) for reference in sorted(near)}
    return held == {True, False}


def _ruling(
    case: Case, sentence: Sentence, detail: Detail, every: Sequence[Detail]
) -> Ruling | None:
    """Return what is said of a name that two references on one event have otherwise."""
    best = _best(case, sentence, detail)
    for event in case.events:
        near = [best[reference] for reference in event.references if reference in best]
        agreeing = [pair for pair in near if _names(case, pair[0], detail.mention)]
        for passage, _ in near if agreeing else ():
            if _is_held(case, case.texts[passage.reference], detail.mention):
                continue
            other = counterpart(case, sentence, detail, every, passage)
            if other is None or not other.is_sure or _go_together(case, event, detail, other.text):
                continue
            agrees, score = agreeing[0]
            text = case.texts[agrees.reference]
            proof = evidence(text, agrees.sentence, Stance.SUPPORTS, score)
            return both_ways(case, detail, other.text, proof, other.evidence)
    return None


def _best(case: Case, sentence: Sentence, detail: Detail) -> dict[str, tuple[Passage, float]]:
    """Return each reference's passage that tells the same, whoever is named, with its score."""
    rest = [token for token in sentence.tokens if not within([detail], token)]
    best: dict[str, tuple[Passage, float]] = {}
    for passage, score in case.passages.closest(terms_of(rest)):
        if score >= SUPPORTING:
            best.setdefault(passage.reference, (passage, score))
    return best


def _names(case: Case, passage: Passage, mention: Mention) -> bool:
    """Tell whether a passage names what a detail of the article names."""
    return _is_named(case, case.texts[passage.reference], passage.sentence, mention)


def _is_named(case: Case, text: Text, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a sentence of a reference names what a name of the article names."""
    return isinstance(mention, Name) and any(
        case.entities.same(("article", mention), (text.document.id, name))
        for name in within(text.names, sentence)
    )


def _is_held(case: Case, text: Text, mention: Mention) -> bool:
    """Tell whether a reference has a name of the article or a longer word of it."""
    words = {fold(word) for word in mention.text.split() if len(word) > 2}
    held = {fold(token.text) for sentence in text.sentences for token in sentence.tokens}
    return bool(words & held) or any(_is_named(case, text, s, mention) for s in text.sentences)


def _go_together(case: Case, event: Event, detail: Detail, other: str) -> bool:
    """Tell whether a reference has both in one sentence: a town and its county."""
    return any(
        _is_named(case, text, sentence, detail.mention) and other in sentence.text
        for text in case.on(event)
        for sentence in text.sentences
    )
