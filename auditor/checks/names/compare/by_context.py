"""Which name the references have where the article has another: by sort and by context."""

from collections.abc import Iterator, Sequence

from auditor.checks.names.compare.counterparts import (
    CLOSE,
    NameCounterpart,
    NamedPassage,
    may_name,
    passages,
)
from auditor.checks.names.compare.other_places import denies
from auditor.checks.names.compare.surroundings import is_in_place, is_in_slot, words_around
from auditor.checks.names.entities.forms import distinctive, form
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.entity import Entity
from auditor.model.evidence import Link
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind


def namesakes(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield a body of the same sort under another name in a close passage: ``Y Police``.

    The sort is the last word and must be one that many bodies share; a passage that names
    several such bodies tells nothing.
    """
    if name.kind is not NameKind.ORGANISATION:
        return
    words = form(name.text).words
    if len(words) < 2 or words[-1] not in lexicon("name-words")["generic"]:
        return
    holders: dict[str, NameCounterpart] = {}
    for text, sentence, passage in passages(case, link, CLOSE):
        for other in within(text.names, sentence):
            theirs = form(other.text).words
            if len(theirs) == len(words) and theirs[-1] == words[-1] and theirs[:-1] != words[:-1]:
                holders.setdefault(theirs[0], NameCounterpart(other, passage))
    if len(holders) == 1 and not _named(case, link, next(iter(holders.values())).name):
        yield from holders.values()


def aligned(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield a name of the same kind that stands in a passage among the words around `name`."""
    sentence = link.sentence
    mine = words_around(sentence, name)
    for text, other_sentence, passage in passages(case, link, CLOSE):
        for other in within(text.names, other_sentence):
            if other.kind is not name.kind or may_name(case, link, text, other):
                continue
            pair = ((sentence, name), (other_sentence, other))
            alike = is_in_place(mine, words_around(other_sentence, other)) or is_in_slot(*pair)
            if alike and denies(case, pair[0], text, pair[1]):
                yield NameCounterpart(other, passage)


def moved(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield the name that stands in a passage where the article has one from elsewhere.

    Both stand in the references, so the passage must say nearly the same words, and neither it,
    what surrounds it, nor any passage about as close may have the article's name.
    """
    entity = case.entities.of("article", name)
    best = max((passage.score for passage in link.evidence), default=0.0)
    if entity is None or best < MOVED_CLOSE or name.kind in {NameKind.GROUP, NameKind.OTHER}:
        return
    verbatim = best >= VERBATIM
    floor = best * (0.9 if verbatim else 0.7)
    near = [one for one in passages(case, link, MOVED_CLOSE) if one[2].score >= floor]
    beside = list(passages(case, link, 0.0)) if verbatim else None
    if any(_is_near(text, sentence, entity, beside) for text, sentence, _ in near):
        return
    mine = words_around(link.sentence, name)
    for text, other_sentence, passage in near:
        for other in within(text.names, other_sentence):
            if other.kind is not name.kind or may_name(case, link, text, other):
                continue
            if not (_is_full(case, "article", name) and _is_full(case, text.document.id, other)):
                continue
            pair = ((link.sentence, name), (other_sentence, other))
            alike = is_in_place(
                mine, words_around(other_sentence, other), MOVED_ALIKE
            ) or is_in_slot(*pair, shared=MOVED_SHARED)
            if alike and denies(case, pair[0], text, pair[1]):
                yield NameCounterpart(other, passage)


def _is_full(case: Case, document: str, name: Name) -> bool:
    """Tell whether a person's full name is known: a first and a last name alone may be one's."""
    entity = case.entities.of(document, name)
    forms = entity.forms if entity else (name.text,)
    return name.kind is not NameKind.PERSON or any(len(form(text).words) > 1 for text in forms)


MOVED_CLOSE, MOVED_ALIKE, MOVED_SHARED = 0.5, 0.6, 3
"""As `CLOSE`, `ALIKE` and `SHARED`, for a name that stands elsewhere in the references. A guess."""


VERBATIM = 0.8
"""Score from which a passage is the sentence itself and its neighbours tell less. A guess."""


def _is_near(
    text: Text, sentence: Sentence, entity: Entity, beside: Sequence[NamedPassage] | None
) -> bool:
    """Tell whether a sentence or one beside it names an entity.

    Where `beside` is given, only those of its neighbours count that stand in it.
    """
    n = text.sentences.index(sentence)
    told = {(other.document.id, told_of.start) for other, told_of, _ in beside or ()}
    around = [
        other
        for other in text.sentences[max(0, n - 1) : n + 2]
        if beside is None or other is sentence or (text.document.id, other.start) in told
    ]
    names = entity.within(text.document.id)
    return any(within(names, other) for other in around)


def _named(case: Case, link: Link, other: Name) -> bool:
    """Tell whether the article's sentence names what a reference's name names, by its words."""
    words = set(distinctive(form(other.text)) or form(other.text).words)
    return any(
        words & set(form(name.text).words)
        for name in within(case.article.names, link.sentence)
        if distinctive(form(name.text))
    )
