"""Names of a sentence where the passage that says the same has another name.

Such a name stands in some reference, so it is not invented; but no passage that says what the
sentence says has it, and the closest one has somebody else in its place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from auditor.checks.events.compare.counterparts import ALIGNED, SURE, Counterpart, counterpart
from auditor.checks.events.compare.details import Detail, Sort, details, sort_of
from auditor.checks.events.compare.side_by_side import LONGEST_COMPARED
from auditor.checks.events.find.statements import preposition
from auditor.checks.names.compare.nested_places import are_nested, may_hold
from auditor.checks.names.entities.likeness import is_place
from auditor.checks.names.entities.spelling import skeleton
from auditor.evidence.case import Case
from auditor.evidence.passages import Passage
from auditor.language.tree import above
from auditor.language.words import fold, terms_of
from auditor.model.entity import Entity
from auditor.model.evidence import Link
from auditor.model.name import Name
from auditor.model.text import Sentence, Spanned, Text, within
from auditor.model.words import SentenceKind

KINDS = frozenset({SentenceKind.PROSE, SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})

WHERE = frozenset({"in", "near", "outside"})
"""Prepositions behind which a name that the name finder does not know is a place's. At the Masters
is another matter."""

VERBS = frozenset({"VERB", "AUX"})

SAME = 0.55
"""Share of a sentence's other words that a passage covers when it says the same. A guess."""

LINKED = 0.35
"""A sentence whose best passage scores less has none that covers all of it but a name. A guess."""

ALSO = 0.7
"""A passage that has the name and covers this share of what the closest does supports it."""

LITERAL = 0.8
"""A passage that covers this share is the sentence in other words at most here and there: what
stands between the same words in both has the same part. A guess."""

NEAR = 1
"""Sentences before and after a passage that may hold the name which it refers to."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A name with what the closest passage has in its place.

    Attributes:
        told: the word of that passage for what is done there.
        sure: whether both cannot be true.
    """

    detail: Detail
    rival: Counterpart
    told: str
    sure: bool


class Truth(Enum):
    """Whether both names may be right."""

    NO = auto()
    PERHAPS = auto()
    LIKELY = auto()


def exchanges(case: Case) -> Iterator[Exchange]:
    """Yield the names of the article that stand where the references have another."""
    if not case.references:
        return
    for link in case.links:
        if link.sentence.kind in KINDS and link.evidence and link.evidence[0].score >= LINKED:
            yield from _exchanged(case, link)


def _exchanged(case: Case, link: Link) -> Iterator[Exchange]:
    sentence, best = link.sentence, link.evidence[0]
    top = case.sentence_at(best)
    every = tuple(details(case, sentence))
    for detail in every:
        if not detail.held_whole_by or not isinstance(detail.mention, Name):
            continue
        said = len([one for one in every if one.text == detail.text])
        if said == 1 and _has(case, case.texts[best.reference], top, detail.mention, 0):
            continue
        rest = [t for t in sentence.tokens if not within([detail], t)]
        closest = case.passages.closest(terms_of(rest))
        if not closest or closest[0][1] < SAME:
            continue
        passage, score = closest[0]
        if len(passage.sentence.tokens) > LONGEST_COMPARED:
            continue
        text = case.texts[passage.reference]
        instead = counterpart(case, sentence, detail, every, passage)
        if instead is None or instead.fit < SURE or _is_part(detail.text, instead.text):
            continue
        literal = score >= LITERAL and instead.fit == ALIGNED
        truth = _truth(case, (sentence, detail), (text, passage.sentence), instead.text)
        if truth is Truth.LIKELY or (truth is Truth.PERHAPS and not literal):
            continue
        reach = 0 if literal else NEAR
        if detail.sort is Sort.OTHER and not literal:
            continue
        if said == 1 and any(
            _has(case, case.texts[p.reference], p.sentence, detail.mention, reach)
            for p in _like(closest)
        ):
            continue
        told = _told(text, passage.sentence, instead.text)
        yield Exchange(detail, instead, told, truth is Truth.NO or detail.sort is Sort.PERSON)


def _truth(
    case: Case, mine: tuple[Sentence, Detail], theirs: tuple[Text, Sentence], other: str
) -> Truth:
    """Tell whether both names may be right.

    A place may lie in the other or be where the thing of the other name is; a first name and a
    surname may be one person's, which the same words around them rule out.
    """
    (sentence, detail), (text, passage) = mine, theirs
    name = _name(text, passage, other)
    two = case.entities.of(text.document.id, name) if name is not None else None
    one = case.entities.of("article", detail.mention) if isinstance(detail.mention, Name) else None
    if name is None or one is None or two is None:
        return Truth.NO
    where = (_is_where(one, sentence, detail), _is_where(two, passage, name))
    if all(where) and are_nested(case, one, two):
        return Truth.LIKELY
    if all(where):
        return Truth.PERHAPS if may_hold(case, one, two) else Truth.NO
    if any(map(is_place, (one, two))):
        return Truth.LIKELY if Sort.OTHER in {detail.sort, sort_of(name)} else Truth.NO
    alone = (all(len(form.split()) == 1 for form in entity.forms) for entity in (one, two))
    return Truth.PERHAPS if detail.sort is Sort.PERSON and any(alone) else Truth.NO


def _is_where(entity: Entity, sentence: Sentence, span: Spanned) -> bool:
    """Tell whether a name is a place's, or stands where places do."""
    return is_place(entity) or preposition(sentence, span) in WHERE


def _name(text: Text, passage: Sentence, words: str) -> Name | None:
    return next((one for one in within(text.names, passage) if one.text == words), None)


def _told(text: Text, passage: Sentence, words: str) -> str:
    """Return the verb of a passage that a name in it hangs on, its first word where none does."""
    tokens, name = passage.tokens, _name(text, passage, words)
    own = [n for n, token in enumerate(tokens) if name is not None and within([name], token)]
    verbs = (tokens[n].text for n in above(tokens, own[0]) if tokens[n].pos in VERBS) if own else ()
    return next(iter(verbs), tokens[0].text)


def _is_part(one: str, two: str) -> bool:
    """Tell whether a name is in another but for spelling: ``Carter``, ``David Carter``."""
    theirs = {skeleton(fold(word).removesuffix("s")) for word in two.split()}
    mine = {skeleton(fold(word).removesuffix("s")) for word in one.split() if len(word) > 2}
    return mine <= theirs


def _like(closest: Sequence[tuple[Passage, float]]) -> Iterator[Passage]:
    """Yield the passages that say nearly as much of the sentence as the closest."""
    for passage, score in closest:
        if score >= ALSO * closest[0][1]:
            yield passage


def _has(case: Case, text: Text, sentence: Sentence, name: Name, reach: int) -> bool:
    """Tell whether a passage, or a sentence within reach of it, names what the article's does."""
    place = text.sentences.index(sentence)
    near = text.sentences[max(0, place - reach) : place + reach + 1]
    entity = case.entities.of("article", name)
    if entity and any(within(entity.within(text.document.id), one) for one in near):
        return True
    words = {word.casefold() for word in name.text.split() if len(word) > 2}
    return any(token.text.casefold() in words for one in near for token in one.tokens)
