"""Names behind a word and its preposition: ``report to X``, ``succeeded by X``.

What the parser makes of a sentence may go astray; which words a name follows does not. Where a
passage that shares another name has somebody else behind the same two words, and the references
never speak of the article's name with that word, the name is out of place.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.events.compare.same_occasion import are_one_occasion
from auditor.checks.names.entities.likeness import are_like, is_person, may_be_one
from auditor.checks.roles.wrong_part import Misgiven
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.predicates import verb_class, word_list
from auditor.language.words import CONTENT, stem
from auditor.model.entity import Entity
from auditor.model.evidence import Link
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind, SentenceKind, Stance

KINDS = frozenset({SentenceKind.PROSE, SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})

ACTORS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})

TIES = frozenset({"to", "by", "against", "under"})
"""Prepositions behind which one person stands; behind ``with`` or ``of`` many do."""

LINKED = 0.3
"""Score of a passage that tells of what the sentence tells. A guess."""


@dataclass(frozen=True, slots=True)
class _Hook:
    """The stem of a word and the preposition that a name follows; `shown` as written."""

    word: str
    tie: str
    shown: str


def hooked(case: Case) -> Iterator[Misgiven]:
    """Yield the names of the article that stand where the references have others, in text order."""
    for link in case.links:
        if link.sentence.kind not in KINDS:
            continue
        for name in within(case.article.names, link.sentence):
            entity = case.entities.of("article", name)
            hook = _hook(link.sentence, name)
            if hook is None or entity is None or not entity.beyond("article"):
                continue
            if within(case.article.quotes, name) or _goes_with(case, entity, hook):
                continue
            found = next(_others(case, link, name, entity, hook), None)
            if found is not None:
                yield found


def _hook(sentence: Sentence, name: Name) -> _Hook | None:
    """Return what a person's or body's name follows, None for other names and words."""
    if name.kind not in ACTORS:
        return None
    before = [t for t in sentence.tokens if t.end <= name.start]
    while before and before[-1].dep == "compound" and before[-1].pos == "PROPN":
        before.pop()  # Mr.
    if len(before) < 2 or before[-1].lemma not in TIES or before[-2].pos not in CONTENT:
        return None
    word, tie = before[-2], before[-1]
    family, _ = verb_class(word.lemma)
    if {family, word.lemma} & word_list("shared") and tie.lemma != "to":
        return None
    if word.pos == "PROPN" or word.lemma in SPEECH:
        return None
    return _Hook(stem(word.text), tie.lemma, f"{word.text} {tie.text}")


SPEECH = frozenset(
    {"say", "speak", "talk", "write", "tell", "go", "come", "give", "listen", "look"}
)
"""Words behind which `to X` names one of many."""


def _others(case: Case, link: Link, name: Name, entity: Entity, hook: _Hook) -> Iterator[Misgiven]:
    for passage in link.evidence:
        if passage.score < LINKED or not case.is_on_main(passage.reference):
            continue
        text, sentence = case.texts[passage.reference], case.sentence_at(passage)
        for other in within(text.names, sentence):
            theirs = case.entities.of(text.document.id, other)
            if theirs is None or theirs.id == entity.id or not _same(_hook(sentence, other), hook):
                continue
            if within(theirs.within("article"), link.sentence) or may_be_one(theirs, entity):
                continue
            if not are_like(theirs, entity):
                continue
            if _share(case, link, name, text, sentence) and are_one_occasion(
                case, link.sentence, text, sentence
            ):
                proof = evidence(text, sentence, Stance.CONTRADICTS, passage.score)
                yield Misgiven(
                    name,
                    name.text,
                    False,
                    theirs.canonical,
                    hook.shown,
                    is_person(entity) and is_person(theirs),
                    proof,
                )


def _same(one: _Hook | None, two: _Hook) -> bool:
    return one is not None and (one.word, one.tie) == (two.word, two.tie)


def _share(case: Case, link: Link, name: Name, text: Text, passage: Sentence) -> bool:
    """Tell whether a passage shares a name with the article's sentence besides the one doubted."""
    return any(
        case.entities.same(("article", one), (text.document.id, two))
        for one in within(case.article.names, link.sentence)
        if one is not name
        for two in within(text.names, passage)
    )


def _goes_with(case: Case, entity: Entity, hook: _Hook) -> bool:
    """Tell whether a reference has a name and the word in one sentence or in two that touch."""
    for text in case.references:
        names = entity.within(text.document.id)
        for n, sentence in enumerate(text.sentences):
            around = text.sentences[max(0, n - 1) : n + 1]
            if any(stem(token.text) == hook.word for token in sentence.tokens) and any(
                within(names, one) for one in around
            ):
                return True
    return False
