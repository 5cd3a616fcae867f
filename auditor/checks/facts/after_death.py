"""Sentences in which a person acts or dies at a date after his death.

Only what a sentence states about a day of its own counts, or about an event that the sentences
before it dated. Memory is no action: anniversaries, mourning, the past perfect and clauses that
tell of earlier things stay out.
"""

import datetime
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from auditor.checks.facts.persons import known_person
from auditor.checks.facts.wording import fields
from auditor.evidence.case import Case
from auditor.knowledge.facts import KnownPerson
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children, climb, root_of, tokens_in
from auditor.model.calendar import day_in_words
from auditor.model.date import Date, Side, Tense
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import RECALLED, Sentence, Text, Token, within
from auditor.model.words import SentenceKind

GRACE_AFTER_DEATH = datetime.timedelta(days=14)
"""How long after a death reports of it may give a later day, as of a funeral. A guess."""

PARTS_OF_A_CLAUSE = frozenset({"nsubj", "nsubjpass", "dobj", "obj"})
"""Dependency labels of those who act or are acted on."""

SHARING_A_PART = frozenset({"appos", "conj", "compound", "nmod", "flat"})
"""Dependency labels of words that have the part of the word they hang on."""

TOLD_AS_FACT = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs in the past and the present."""

NOT_NOW_OR_NOT_FACT = frozenset(
    {"had", "'d", "’d", "not", "n't", "n’t", "if", "since", "because", "whether"}
    | {"would", "could", "might", "may", "to"}
)
"""Words before a verb that put it before the sentence's own time, or deny or suppose it."""


class Outcome(StrEnum):
    """What a ruling says of a dead person; rules speak of these words."""

    DIES = "dies"
    ACTS = "acts"


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield at most one ruling for each person of a sentence, in text order."""
    known = {entity.id: known_person(entity) for entity in case.entities.entities}
    for n, sentence in enumerate(case.article.sentences):
        if sentence.kind is SentenceKind.BOILERPLATE or _remembers(sentence):
            continue
        ruled: set[str] = set()
        for name in within(case.article.names, sentence):
            entity = case.entities.of("article", name)
            person = known[entity.id] if entity else None
            if entity is None or person is None or entity.id in ruled:
                continue
            if within(case.article.quotes, name):
                continue
            ruling = _ruling(case.article, n, name, person)
            if ruling is not None:
                ruled.add(entity.id)
                yield ruling


def _remembers(sentence: Sentence) -> bool:
    words = frozenset(lexicon("remembrance")["words"])
    return any(token.lemma in words or token.text.lower() in words for token in sentence.tokens)


def _ruling(text: Text, n: int, name: Name, person: KnownPerson) -> Ruling | None:
    sentence = text.sentences[n]
    tied = _verb_tie(sentence, name)
    if tied is None or _is_earlier(sentence, tied.verb):
        return None
    verb = sentence.tokens[tied.verb]
    if verb.lemma in _verbs("dying" if tied.label == "nsubj" else "killing"):
        day = _own_day(text, sentence, person) or _day_told_before(text, n, tied.verb, person)
        return _ruled(Outcome.DIES, name, person, day) if day else None
    if tied.label == "nsubj" and verb.tag in TOLD_AS_FACT and verb.lemma in _verbs("acting"):
        day = _own_day(text, sentence, person)
        return _ruled(Outcome.ACTS, name, person, day) if day else None
    return None


def _verbs(kind: str) -> tuple[str, ...]:
    """Return the verbs of ``dying``, ``killing``, or ``acting`` as only the living do."""
    return lexicon("remembrance")[kind]


def _ruled(outcome: Outcome, name: Name, person: KnownPerson, day: datetime.date) -> Ruling:
    """Return the ruling that a name's bearer, who is dead, dies or acts on a later day."""
    expected = day_in_words(person.died)
    return Ruling(outcome, name.start, name.end, fields(name, person, day), expected)


class _VerbTie(NamedTuple):
    """The verb that a name depends on, and the dependency label by which it does."""

    verb: int
    label: str


def _verb_tie(sentence: Sentence, name: Name) -> _VerbTie | None:
    """Return what a name depends on, through appositions and conjunctions."""
    tokens = sentence.tokens
    top = root_of(tokens, tokens_in(sentence, name))
    for n in () if top is None else climb(tokens, top):
        label, head = tokens[n].dep, tokens[n].head
        if tokens[head].pos == "VERB" and label in PARTS_OF_A_CLAUSE:
            return _VerbTie(head, label)
        if label not in SHARING_A_PART:
            return None
    return None


def _is_earlier(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb tells of something before the sentence's own time, or not of fact."""
    tokens = sentence.tokens
    helpers = children(tokens, verb, "aux", "auxpass", "neg", "mark")
    if any(tokens[n].text.lower() in NOT_NOW_OR_NOT_FACT for n in helpers):
        return True
    return any(
        tokens[n].dep in {"advcl", "relcl", "pcomp"} and tokens[n].tag != "VBG"
        for n in climb(tokens, verb)
    )


def _own_day(text: Text, sentence: Sentence, person: KnownPerson) -> datetime.date | None:
    """Return the first day of a sentence's own dates where they all lie after the death."""
    dates = within(text.dates, sentence)
    days = [date.first for date in dates if date.first is not None and _is_told_as_past(date)]
    if not days or len(days) < len(dates) or min(days) <= person.died + GRACE_AFTER_DEATH:
        return None
    return min(days)


def _is_told_as_past(date: Date) -> bool:
    return date.bound is Side.ON and date.tense is not Tense.FUTURE


def _day_told_before(text: Text, n: int, verb: int, person: KnownPerson) -> datetime.date | None:
    """Return the day of the event that a sentence is about, as a sentence before it has it."""
    tokens = text.sentences[n].tokens
    if within(text.dates, text.sentences[n]) or tokens[verb].dep != "ROOT":
        return None
    subject = next(children(tokens, verb, "nsubj"), None)
    if subject is None or not _is_definite(tokens, subject):
        return None
    event = tokens[subject].lemma
    for before in reversed(text.sentences[max(0, n - RECALLED) : n]):
        if any(token.lemma == event for token in before.tokens):
            return _own_day(text, before, person)
    return None


def _is_definite(tokens: Sequence[Token], noun: int) -> bool:
    return tokens[noun].pos == "NOUN" and any(
        tokens[n].text.lower() in {"the", "this", "that"} for n in children(tokens, noun)
    )
