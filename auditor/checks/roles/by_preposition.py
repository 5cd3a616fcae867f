"""Names behind a word and its preposition: ``report to X``, ``succeeded by X``.

What the parser makes of a sentence may go astray; which words a name follows does not. Where a
passage that shares another name has somebody else behind the same two words, and the references
never speak of the article's name with that word, the name is out of place.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.events.compare.same_occasion import are_one_occasion
from auditor.checks.events.find.statements import STATING
from auditor.checks.names.entities.likeness import are_like, is_person, may_be_one
from auditor.checks.roles.outcome import Outcome
from auditor.checks.roles.participants import ACTORS
from auditor.checks.roles.wording import named_instead
from auditor.evidence.align import ON_THE_SAME
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import verb_class, word_list
from auditor.language.words import CONTENT, stem
from auditor.model.entity import Entity
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import Stance

OF_ONE = frozenset({"to", "by", "against", "under"})
"""Prepositions behind which one person stands; behind ``with`` or ``of`` many do."""

OF_MANY = frozenset(
    {"say", "speak", "talk", "write", "tell", "go", "come", "give", "listen", "look"}
)
"""Words behind which `to X` names one of many."""


@dataclass(frozen=True, slots=True)
class _Lead:
    """What a name follows: the stem of a word and a preposition; `shown` as written."""

    stem: str
    preposition: str
    shown: str


@dataclass(frozen=True, slots=True)
class _Follower:
    """A name of the article with what it follows."""

    name: Name
    entity: Entity
    lead: _Lead


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the names of the article that stand where the references have others, in text order."""
    for link in case.links:
        if link.sentence.kind in STATING:
            for follower in _followers(case, link.sentence):
                ruling = next(_rulings(case, link, follower), None)
                if ruling is not None:
                    yield ruling


def _followers(case: Case, sentence: Sentence) -> Iterator[_Follower]:
    """Yield the names of a sentence of which the references never speak with the word before."""
    for name in within(case.article.names, sentence):
        entity, lead = case.entities.of("article", name), _lead(sentence, name)
        if lead is None or entity is None or not entity.beyond("article"):
            continue
        if not within(case.article.quotes, name) and not _goes_with(case, entity, lead):
            yield _Follower(name, entity, lead)


def _lead(sentence: Sentence, name: Name) -> _Lead | None:
    """Return what a person's or body's name follows, None for other names and words."""
    if name.kind not in ACTORS:
        return None
    before = [token for token in sentence.tokens if token.end <= name.start]
    while before and before[-1].dep == "compound" and before[-1].pos == "PROPN":
        before.pop()  # Mr.
    if len(before) < 2 or before[-1].lemma not in OF_ONE or before[-2].pos not in CONTENT:
        return None
    word, preposition = before[-2:]
    family, _ = verb_class(word.lemma)
    if {family, word.lemma} & word_list("shared") and preposition.lemma != "to":
        return None
    if word.pos == "PROPN" or word.lemma in OF_MANY:
        return None
    return _Lead(stem(word.text), preposition.lemma, f"{word.text} {preposition.text}")


def _rulings(case: Case, link: Link, follower: _Follower) -> Iterator[Ruling]:
    for passage in link.evidence:
        if passage.score < ON_THE_SAME or not case.is_on_main(passage.reference):
            continue
        text, sentence = case.texts[passage.reference], case.sentence_at(passage)
        if not _share_name(case, link, follower.name, text, sentence):
            continue
        if not are_one_occasion(case, link.sentence, text, sentence):
            continue
        for other in _others(case, link.sentence, follower, passage):
            sure = is_person(follower.entity) and is_person(other)
            yield named_instead(
                Outcome.MISGIVEN if sure else Outcome.MISGIVEN_LIKELY,
                follower.name,
                other.canonical,
                follower.lead.shown,
                evidence(text, sentence, Stance.CONTRADICTS, passage.score),
            )


def _others(case: Case, mine: Sentence, follower: _Follower, passage: Evidence) -> Iterator[Entity]:
    """Yield who stands behind the same words in a passage and is not named in the sentence."""
    text, sentence = case.texts[passage.reference], case.sentence_at(passage)
    for name in within(text.names, sentence):
        entity, lead = case.entities.of(text.document.id, name), _lead(sentence, name)
        if entity is None or lead is None or not _are_same(lead, follower.lead):
            continue
        if within(entity.within("article"), mine) or may_be_one(entity, follower.entity):
            continue
        if entity.id != follower.entity.id and are_like(entity, follower.entity):
            yield entity


def _are_same(one: _Lead, two: _Lead) -> bool:
    return (one.stem, one.preposition) == (two.stem, two.preposition)


def _share_name(case: Case, link: Link, but: Name, text: Text, passage: Sentence) -> bool:
    """Tell whether a passage shares a name with the article's sentence besides the one doubted."""
    return any(
        case.entities.same(("article", mine), (text.document.id, theirs))
        for mine in within(case.article.names, link.sentence)
        if mine is not but
        for theirs in within(text.names, passage)
    )


def _goes_with(case: Case, entity: Entity, lead: _Lead) -> bool:
    """Tell whether a reference has a name and the word in one sentence or in two that touch."""
    for text in case.references:
        names = entity.within(text.document.id)
        for n, sentence in enumerate(text.sentences):
            around = text.sentences[max(0, n - 1) : n + 1]
            if any(stem(token.text) == lead.stem for token in sentence.tokens) and any(
                within(names, near) for near in around
            ):
                return True
    return False
