"""Names of a sentence where the passage that says the same has another name.

Such a name stands in some reference, so it is not invented; but no passage that says what the
sentence says has it, and the closest one has somebody else in its place.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from auditor.checks.events.compare.counterparts import ALIGNED, Counterpart, counterpart
from auditor.checks.events.compare.details import Detail, Sort, details, sort_of
from auditor.checks.events.compare.side_by_side import LONGEST_COMPARED
from auditor.checks.events.find.statements import STATING, preposition
from auditor.checks.names.compare.nested_places import are_nested, may_hold
from auditor.checks.names.entities.likeness import is_place
from auditor.checks.names.entities.spelling import skeleton
from auditor.checks.roles.outcome import Outcome
from auditor.checks.roles.wording import named_instead
from auditor.evidence.align import ON_THE_SAME
from auditor.evidence.case import Case
from auditor.evidence.passages import Passage
from auditor.language.tree import VERBS, above, tokens_in
from auditor.language.words import fold, terms_of
from auditor.model.entity import Entity
from auditor.model.evidence import Link
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Spanned, Text, around, opens_in_capitals, within

BEFORE_PLACES = frozenset({"in", "near", "outside"})
"""Prepositions behind which a name that the name finder does not know is a place's. At the Masters
is another matter."""

SAYS_IT = 0.55
"""Share of a sentence's other words that a passage covers when it says the same. A guess."""

SAYS_IT_TOO = 0.7
"""A passage that has the name and covers this share of what the closest does supports it. A
guess."""

LITERAL = 0.8
"""A passage that covers this share is the sentence in other words at most here and there: what
stands between the same words in both has the same part. A guess."""

NAME_REACH = 1
"""Sentences before and after a passage that may hold the name which it refers to. A guess."""


class BothRight(Enum):
    """Whether the article's name and the passage's may both be right."""

    NO = auto()
    PERHAPS = auto()
    LIKELY = auto()


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the names of the article that stand where the references have another."""
    for link in case.links:
        best = max((passage.score for passage in link.evidence), default=0.0)
        if link.sentence.kind in STATING and best >= ON_THE_SAME:
            yield from _of_sentence(case, link)


def _of_sentence(case: Case, link: Link) -> Iterator[Ruling]:
    every = tuple(details(case, link.sentence))
    best = link.evidence[0]
    text, sentence = case.texts[best.reference], case.sentence_at(best)
    for detail in every:
        name = detail.mention
        if not detail.held_whole_by or not isinstance(name, Name):
            continue
        once = sum(other.text == detail.text for other in every) == 1
        if once and _speaks_of(case, text, [sentence], name):
            continue
        closest = _closest(case, link.sentence, detail)
        instead = _instead(case, link.sentence, detail, every, closest)
        if instead is None:
            continue
        passage, score = closest[0]
        literal = score >= LITERAL and instead.fit == ALIGNED
        both = _both_right(case, (link.sentence, detail), passage, instead)
        if not _excludes(detail, both, literal):
            continue
        if once and _is_borne_out(case, name, closest, 0 if literal else NAME_REACH):
            continue
        sure = both is BothRight.NO or detail.sort is Sort.PERSON
        yield named_instead(
            Outcome.EXCHANGED if sure else Outcome.ELSEWHERE,
            name,
            instead.text,
            _verb_above(passage.sentence, instead.mention),
            instead.evidence,
        )


def _closest(case: Case, sentence: Sentence, detail: Detail) -> list[tuple[Passage, float]]:
    """Return the passages closest to a sentence without one detail of it, best first."""
    rest = [token for token in sentence.tokens if not within([detail], token)]
    return case.passages.closest(terms_of(rest))


def _instead(
    case: Case,
    sentence: Sentence,
    detail: Detail,
    every: Sequence[Detail],
    closest: Sequence[tuple[Passage, float]],
) -> Counterpart | None:
    """Return what the closest passage surely has in a name's place, where it says the same."""
    if not closest or closest[0][1] < SAYS_IT:
        return None
    passage = closest[0][0]
    if len(passage.sentence.tokens) > LONGEST_COMPARED:
        return None
    instead = counterpart(case, sentence, detail, every, passage)
    if instead is None or not instead.is_sure or _is_part(detail.text, instead.text):
        return None
    return None if opens_in_capitals(passage.sentence, instead.mention) else instead


def _excludes(detail: Detail, both: BothRight, literal: bool) -> bool:
    """Tell whether the one name makes the other wrong."""
    if both is BothRight.LIKELY:
        return False
    return literal or (both is BothRight.NO and detail.sort is not Sort.OTHER)


def _is_borne_out(
    case: Case, name: Name, closest: Sequence[tuple[Passage, float]], reach: int
) -> bool:
    """Tell whether a passage that says nearly as much as the closest speaks of the name."""
    for passage, score in closest:
        if score >= SAYS_IT_TOO * closest[0][1]:
            text = case.texts[passage.reference]
            if _speaks_of(case, text, around(text, passage.sentence, reach, reach), name):
                return True
    return False


def _speaks_of(case: Case, text: Text, sentences: Sequence[Sentence], name: Name) -> bool:
    """Tell whether sentences of a reference have what a name names, or a long word of it."""
    entity = case.entities.of("article", name)
    if entity and any(within(entity.within(text.document.id), near) for near in sentences):
        return True
    words = {word.casefold() for word in name.text.split() if len(word) > 2}
    return any(token.text.casefold() in words for near in sentences for token in near.tokens)


def _both_right(
    case: Case, mine: tuple[Sentence, Detail], passage: Passage, instead: Counterpart
) -> BothRight:
    """Tell whether both names may be right.

    A place may lie in the other or be where the thing of the other name is; a first name and a
    surname may be one person's, which the same words around them rule out.
    """
    (sentence, detail), name, other = mine, mine[1].mention, instead.mention
    if not (isinstance(name, Name) and isinstance(other, Name)):
        return BothRight.NO
    one, two = case.entities.of("article", name), case.entities.of(passage.reference, other)
    if one is None or two is None:
        return BothRight.NO
    if _is_where(one, sentence, detail) and _is_where(two, passage.sentence, other):
        if are_nested(case, one, two):
            return BothRight.LIKELY
        return BothRight.PERHAPS if may_hold(case, one, two) else BothRight.NO
    if is_place(one) or is_place(two):
        thing = Sort.OTHER in {detail.sort, sort_of(other)}
        return BothRight.LIKELY if thing else BothRight.NO
    alone = (all(len(form.split()) == 1 for form in entity.forms) for entity in (one, two))
    perhaps = detail.sort is Sort.PERSON and any(alone)
    return BothRight.PERHAPS if perhaps else BothRight.NO


def _is_where(entity: Entity, sentence: Sentence, span: Spanned) -> bool:
    """Tell whether a name is a place's, or stands where places do."""
    return is_place(entity) or preposition(sentence, span) in BEFORE_PLACES


def _verb_above(sentence: Sentence, span: Spanned) -> str:
    """Return the verb that words hang on, the sentence's first word where they hang on none."""
    tokens = sentence.tokens
    own = tokens_in(sentence, span)[:1]
    verbs = (
        tokens[n].text for first in own for n in above(tokens, first) if tokens[n].pos in VERBS
    )
    return next(verbs, tokens[0].text)


def _is_part(one: str, two: str) -> bool:
    """Tell whether a name is in another but for spelling: ``Carter``, ``David Carter``."""
    theirs = {skeleton(fold(word).removesuffix("s")) for word in two.split()}
    mine = {skeleton(fold(word).removesuffix("s")) for word in one.split() if len(word) > 2}
    return mine <= theirs
