"""Which name the references have where the article has another: by sort and by context."""

from collections.abc import Iterable, Iterator

from auditor.checks.names.compare.counterparts import (
    CLOSE_SCORE,
    NameCounterpart,
    NearSentence,
    is_already_meant,
    near_sentences,
)
from auditor.checks.names.compare.other_places import denies
from auditor.checks.names.compare.sameness import Likeness, NameInText, are_in_one_position
from auditor.checks.names.entities.forms import distinctive, form
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.entity import Entity
from auditor.model.evidence import Link
from auditor.model.name import Name
from auditor.model.text import around, within
from auditor.model.words import NameKind

IN_STEAD = Likeness(around=0.4, content=1)
"""How alike a passage must be to have another name in the stead of one it never names."""

MOVED = Likeness(around=0.6, content=3)
"""The same for a name that stands elsewhere in the references. A guess."""

MOVED_SCORE = 0.5
"""Score of a passage that may have another name where it has the article's elsewhere. A guess."""

NEAR_SHARE = 0.7
"""Share of the best score from which a passage is about as close. A guess."""


def of_same_sort(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield a body of the same sort under another name in a close passage: ``Y Police``.

    The sort is the last word and must be one that many bodies share; a passage that names
    several such bodies tells nothing.
    """
    if name.kind is not NameKind.ORGANISATION:
        return
    words = form(name.text).words
    if len(words) < 2 or words[-1] not in lexicon("name-words")["generic"]:
        return
    by_first_word: dict[str, NameCounterpart] = {}
    for near in near_sentences(case, link, CLOSE_SCORE):
        for theirs in near.names:
            other = form(theirs.name.text).words
            if len(other) == len(words) and other[-1] == words[-1] and other[:-1] != words[:-1]:
                by_first_word.setdefault(other[0], NameCounterpart(theirs.name, near.passage))
    if len(by_first_word) == 1:
        (counterpart,) = by_first_word.values()
        if not _shares_word(case, link, counterpart.name):
            yield counterpart


def _shares_word(case: Case, link: Link, other: Name) -> bool:
    """Tell whether the article's sentence names what a reference's name names, by its words."""
    words = set(distinctive(form(other.text)) or form(other.text).words)
    return any(
        words & set(form(name.text).words)
        for name in within(case.article.names, link.sentence)
        if distinctive(form(name.text))
    )


def in_same_words(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield a name of the same kind that stands in a passage among the words around `name`."""
    mine = NameInText(case.article, link.sentence, name)
    return _in_stead(case, mine, near_sentences(case, link, CLOSE_SCORE), IN_STEAD)


def moved(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield the name that stands in a passage where the article has one from elsewhere.

    Both stand in the references, so the passage must say nearly the same words, and neither it,
    what surrounds it, nor any passage about as close may have the article's name.
    """
    entity = case.entities.of("article", name)
    best = max((passage.score for passage in link.evidence), default=0.0)
    if entity is None or best < MOVED_SCORE or name.kind in {NameKind.GROUP, NameKind.OTHER}:
        return
    near = tuple(near_sentences(case, link, max(MOVED_SCORE, best * NEAR_SHARE)))
    if any(_is_named_around(sentence, entity) for sentence in near):
        return
    if not _is_full(case, "article", name):
        return
    mine = NameInText(case.article, link.sentence, name)
    for counterpart in _in_stead(case, mine, near, MOVED):
        if _is_full(case, counterpart.evidence.reference, counterpart.name):
            yield counterpart


def _is_named_around(near: NearSentence, entity: Entity) -> bool:
    """Tell whether a sentence or one beside it names an entity."""
    names = entity.within(near.text.document.id)
    return any(within(names, one) for one in around(near.text, near.text.sentences[near.n]))


def _in_stead(
    case: Case, mine: NameInText, near: Iterable[NearSentence], needed: Likeness
) -> Iterator[NameCounterpart]:
    """Yield the names of the same kind that stand near a sentence in the position of its own."""
    for sentence in near:
        for theirs in sentence.names:
            if theirs.name.kind is not mine.name.kind or is_already_meant(case, mine, theirs):
                continue
            if are_in_one_position(mine, theirs, needed) and denies(case, mine, theirs):
                yield NameCounterpart(theirs.name, sentence.passage)


def _is_full(case: Case, document: str, name: Name) -> bool:
    """Tell whether a person's full name is known: a first and a last name alone may be one's."""
    entity = case.entities.of(document, name)
    forms = entity.forms if entity else (name.text,)
    return name.kind is not NameKind.PERSON or any(len(form(text).words) > 1 for text in forms)
