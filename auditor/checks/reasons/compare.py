"""Reasons of the article beside those that the references give."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.evidence.case import Case
from auditor.evidence.proof import evidence, source_of
from auditor.evidence.reasons import Reason, ReasonKind, in_place, reasons
from auditor.language.tree import below, children, tokens_in, verb_above
from auditor.language.words import terms, terms_of
from auditor.model.evidence import Link
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import Stance

SAME = 0.5
"""Share of the words of a reason, or of what happened, that tell of the same one. On the pairs .34
finds one of 59 more, .75 eleven fewer, and none marks a faithful article."""

FEWEST = 2
"""Words that two sentences share at least if they tell of the same. One finds four more of the
pairs and marks a faithful article, three find two fewer."""

_OTHER_CLAUSES = ("conj", "advcl", "parataxis", "ccomp")
"""What hangs on a clause and tells of something else."""


class Outcome(StrEnum):
    """What may be wrong with a reason; rules speak of these words."""

    ANOTHERS = "anothers"
    """It is told of something else, and another is the reason for this."""
    REVERSED = "reversed"
    """It is what came of this."""
    DESPITE = "despite"
    """It happened all the same, or the other way round."""


@dataclass(frozen=True, slots=True)
class _GivenReason:
    """A reason as a sentence tells it.

    Attributes:
        effect: the keys of what happened: the words of the clause on which the reason hangs.
        rest: those of all words of the sentence outside the reason.
        keys: those of the sentence.
    """

    text: Text
    sentence: Sentence
    reason: Reason
    effect: frozenset[str]
    rest: frozenset[str]
    keys: frozenset[str]


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield each reason of the article that a close passage gives otherwise, outside quotes.

    A reason in other words, which stand in no reference, may be the same one: that is for the
    entailment model to say.
    """
    links = {link.sentence.id: link for link in case.links}
    keys = dict[tuple[str, str], frozenset[str]]()
    for ours in _all_told(case.article):
        link = links.get(ours.sentence.id)
        if link is None or within(case.article.quotes, ours.reason):
            continue
        keys = keys or _keys(case.references)
        close = (told for text in case.references for told in _close(text, link))
        for theirs in sorted(close, key=lambda told: -len(ours.effect & told.rest)):
            if outcome := _outcome(ours, theirs, keys):
                yield _ruling(outcome, ours, theirs)
                break


def _keys(references: Sequence[Text]) -> dict[tuple[str, str], frozenset[str]]:
    """Return the keys of the words of each sentence, by its document and id."""
    return {
        (text.document.id, one.id): frozenset(term.key for term in terms(one))
        for text in references
        for one in text.sentences
    }


def _close(text: Text, link: Link) -> Iterator[_GivenReason]:
    """Yield the reasons that the passages of a link in one reference give."""
    evidence_here = [one for one in link.evidence if one.reference == text.document.id]
    for passage in dict.fromkeys(one for e in evidence_here for one in within(text.sentences, e)):
        yield from _told(text, passage)


def _all_told(text: Text) -> Iterator[_GivenReason]:
    for sentence in text.sentences:
        yield from _told(text, sentence)


def _told(text: Text, sentence: Sentence) -> Iterator[_GivenReason]:
    tokens = sentence.tokens
    for reason in reasons(sentence):
        inside = set(tokens_in(sentence, reason))
        rest = [k for k in range(len(tokens)) if k not in inside]
        yield _GivenReason(
            text,
            sentence,
            reason,
            _keys_of(sentence, _clause_of(sentence, inside)),
            _keys_of(sentence, rest),
            _keys_of(sentence, range(len(tokens))),
        )


def _keys_of(sentence: Sentence, tokens: Collection[int]) -> frozenset[str]:
    return frozenset(term.key for term in terms_of(sentence.tokens[k] for k in tokens))


def _clause_of(sentence: Sentence, inside: Collection[int]) -> Sequence[int]:
    """Return the tokens of the clause on which a reason hangs, where on none, all others."""
    tokens = sentence.tokens
    top = next((tokens[k].head for k in sorted(inside) if tokens[k].head not in inside), None)
    if top is None:
        return [k for k in range(len(tokens)) if k not in inside]
    found = verb_above(tokens, top)
    verb = top if found is None else found
    others = (k for k in children(tokens, verb, *_OTHER_CLAUSES) if k not in inside)
    left_out = {*inside, *(n for k in others for n in below(tokens, k))}
    return [k for k in below(tokens, verb) if k not in left_out]


def _outcome(
    ours: _GivenReason, theirs: _GivenReason, keys: dict[tuple[str, str], frozenset[str]]
) -> Outcome | None:
    """Return what a passage's reason says against ours, None where it says nothing."""
    kinds = {ours.reason.kind, theirs.reason.kind}
    of_same = _tells_of(ours.effect, theirs.rest)
    if kinds == {ReasonKind.REASON, ReasonKind.CONCESSION}:
        is_this = _tells_of(ours.reason.keys, theirs.reason.keys)
        return Outcome.DESPITE if of_same and is_this else None
    if kinds <= {ReasonKind.REASON, ReasonKind.CAUSE} and _is_reversed(ours, theirs):
        return Outcome.REVERSED
    if not of_same or not ours.reason.rivals(theirs.reason) or ours.reason.keys & theirs.keys:
        return None
    return Outcome.ANOTHERS if _is_told_elsewhere(ours, theirs, keys) else None


def _tells_of(wanted: frozenset[str], held: frozenset[str]) -> bool:
    return len(wanted & held) >= max(FEWEST, SAME * len(wanted))


def _is_reversed(ours: _GivenReason, theirs: _GivenReason) -> bool:
    """Tell whether a passage gives what happened as the reason for what is our reason."""
    cause, effect = ours.reason.keys, ours.effect
    turned = _tells_of(cause, theirs.rest) and _tells_of(effect, theirs.reason.keys)
    straight = len(cause & theirs.reason.keys) + len(effect & theirs.rest)
    return turned and 2 * straight < len(cause & theirs.rest) + len(effect & theirs.reason.keys)


def _is_told_elsewhere(
    ours: _GivenReason, theirs: _GivenReason, keys: dict[tuple[str, str], frozenset[str]]
) -> bool:
    """Tell whether our reason's words stand in another sentence, which tells of something else."""
    passage = theirs.text.document.id, theirs.sentence.id
    shared = (
        (len(ours.reason.keys & held), len(ours.effect & held))
        for place, held in keys.items()
        if place != passage
    )
    words, same = max(shared, default=(0, 0))
    told = words >= SAME * len(ours.reason.keys)
    return told and 2 * same < len(ours.effect & theirs.rest)


def _ruling(outcome: Outcome, ours: _GivenReason, theirs: _GivenReason) -> Ruling:
    source, reason = theirs.text.document, ours.reason
    words = source.text[theirs.reason.start : theirs.reason.end]
    expected = in_place(ours.sentence, reason, words)
    fields = {
        "text": ours.text.document.text[reason.start : reason.end],
        "expected": expected,
        "source": source_of(source),
    }
    proof = evidence(theirs.text, theirs.sentence, Stance.CONTRADICTS, 1.0)
    has_other = None if outcome is Outcome.REVERSED else expected
    return Ruling(outcome, reason.start, reason.end, fields, has_other, (proof,))
