"""Two sides with each other's part: X did to Y what the references say that Y did to X.

Sides are names, or nouns (the officer, the burglar); what one of them is called must be told by no
reference as the article tells it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from auditor.checks.events.compare.side_by_side import Offsets, between_same_words
from auditor.checks.roles import turned_round
from auditor.checks.roles.participants import are_alike, are_one, entity_of
from auditor.checks.roles.reference_frames import ReferenceFrame, reference_frames
from auditor.checks.roles.wording import swapped
from auditor.evidence.align import ON_THE_SAME, SUPPORTING
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import word_list
from auditor.language.tree import VERBS, above, tokens_in
from auditor.model.event import Frame, Participant
from auditor.model.evidence import Link
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind, Stance

MOST_NAMED = 12
"""Names of a sentence that is compared word by word: more are a list, whose order says nothing, and
every two of them are laid beside every passage. A guess."""

JOINS = frozenset({"and", "or", ",", "with", "(", "/", "aka", "include"})
"""Between two names, what makes their order say nothing."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the pairs of sides that have each other's part, at most one for a sentence."""
    for link in case.links:
        if link.sentence.kind is not SentenceKind.BOILERPLATE:
            ways = chain(
                _by_frames(case, link), _by_words(case, link), turned_round.rulings(case, link)
            )
            if (ruling := next(ways, None)) is not None:
                yield ruling


def _by_frames(case: Case, link: Link) -> Iterator[Ruling]:
    """Compare what a sentence tells with what the references tell of the same kind."""
    for mine in case.frames:
        if mine.doc != "article" or mine.sentence != link.sentence.id or not mine.single:
            continue
        if mine.predicate in word_list("mutual"):
            continue
        like = [told for told in reference_frames(case) if told.frame.family == mine.family]
        for one, two in _pairs(case, mine):
            if any(_tells(case, told.frame, (one, one.role), (two, two.role)) for told in like):
                continue
            for told in like:
                crossed = _tells(case, told.frame, (one, two.role), (two, one.role))
                if crossed and _is_linked(link, told):
                    first, last = sorted((one, two), key=lambda who: who.start)
                    proof = evidence(told.text, told.sentence, Stance.CONTRADICTS, 1.0)
                    yield swapped(first, last, proof, are_named=bool(one.kind and two.kind))
                    break


def _is_linked(link: Link, told: ReferenceFrame) -> bool:
    """Tell whether a sentence of a reference is about what the article's sentence is about."""
    return any(
        passage.reference == told.reference
        and passage.start == told.sentence.start
        and passage.score >= ON_THE_SAME
        for passage in link.evidence
    )


def _pairs(case: Case, frame: Frame) -> Iterator[tuple[Participant, Participant]]:
    """Yield the pairs of participants in different roles, one of which acts."""
    for one, two in combinations(frame.participants, 2):
        named = entity_of(case, "article", one), entity_of(case, "article", two)
        if named[0] is named[1] and (named[0] or one.called == two.called):
            continue
        if one.role != two.role and "agent" in {one.role, two.role}:
            yield one, two


def _tells(case: Case, frame: Frame, *parts: tuple[Participant, str]) -> bool:
    """Tell whether a frame of a reference has each participant of the article in a role."""
    return all(
        any(
            other.role == role and (are_one(case, who, frame.doc, other) or are_alike(who, other))
            for other in frame.participants
        )
        for who, role in parts
    )


def _by_words(case: Case, link: Link) -> Iterator[Ruling]:
    """Compare a sentence word by word with a passage that hardly differs."""
    names = within(case.article.names, link.sentence)
    if len(names) > MOST_NAMED:
        return
    for passage in link.evidence:
        if passage.score < SUPPORTING:
            continue
        text, sentence = case.texts[passage.reference], case.sentence_at(passage)
        for one, two in combinations(names, 2):
            if case.entities.same(("article", one), ("article", two)):
                continue
            if not _are_joined(link.sentence, one, two) and _are_crossed(
                case, link.sentence, (one, two), text, sentence
            ):
                yield swapped(one, two, evidence(text, sentence, Stance.CONTRADICTS, 1.0))


def _are_crossed(
    case: Case, sentence: Sentence, pair: Sequence[Name], text: Text, passage: Sentence
) -> bool:
    """Tell whether each of two names stands where the passage has the other."""
    one, two = pair
    first, last = between_same_words(sentence, pair, passage)
    if first is None or last is None:
        return False
    return _begins(case, text, first, two) and _begins(case, text, last, one)


def _begins(case: Case, text: Text, offsets: Offsets, name: Name) -> bool:
    """Tell whether words of a reference begin with what a name of the article names."""
    there = next((other for other in text.names if other.start == offsets[0]), None)
    return there is not None and case.entities.same(("article", name), (text.document.id, there))


def _are_joined(sentence: Sentence, one: Name, two: Name) -> bool:
    """Tell whether the order of two names says nothing: ``X and Y``, ``X met Y``."""
    between = [token for token in sentence.tokens if one.end <= token.start < two.start]
    if not any(token.pos == "VERB" and token.lemma not in JOINS for token in between):
        return bool({token.lemma for token in between} & JOINS)
    first, last = _verb(sentence, one), _verb(sentence, two)
    return first == last and first in word_list("mutual")


def _verb(sentence: Sentence, name: Name) -> str:
    """Return the nearest verb above a name, "" where there is none."""
    tokens, own = sentence.tokens, next(iter(tokens_in(sentence, name)), 0)
    return next((tokens[n].lemma for n in above(tokens, own) if tokens[n].pos in VERBS), "")
