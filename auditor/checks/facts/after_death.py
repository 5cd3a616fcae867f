"""Sentences in which a person acts or dies at a date after his death.

Only what a sentence states about a day of its own counts, or about an event that the sentences
before it dated. Memory is no action: anniversaries, mourning, the past perfect and clauses that
tell of earlier things stay out.
"""

import datetime
from collections.abc import Iterator
from enum import StrEnum

from auditor.checks.facts.persons import known_person
from auditor.checks.facts.wording import fields
from auditor.evidence.case import Case
from auditor.knowledge.facts import KnownPerson
from auditor.knowledge.lexicon import lexicon
from auditor.model.calendar import day_in_words
from auditor.model.date import Bound, Date, Tense
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind

GRACE = datetime.timedelta(days=14)
"""How long after a death reports of it may give a later day, as of a funeral. A guess."""

BACK = 3
"""How many sentences before one may date the event that it speaks of. A guess."""


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
    place = _governor(sentence, name)
    if place is None:
        return None
    verb, relation = place
    if _is_earlier(sentence, verb):
        return None
    if _dies(sentence, verb, relation):
        day = _own_day(text, sentence, person) or _told_day(text, n, verb, person)
        return _ruled(Outcome.DIES, name, person, day) if day else None
    if relation == "nsubj" and sentence.tokens[verb].tag in {"VBD", "VBZ", "VBP"}:
        day = _own_day(text, sentence, person)
        return _ruled(Outcome.ACTS, name, person, day) if day and _is_act(sentence, verb) else None
    return None


def _ruled(outcome: Outcome, name: Name, person: KnownPerson, day: datetime.date) -> Ruling:
    """Return the ruling that a name's bearer, who is dead, dies or acts on a later day."""
    expected = day_in_words(person.died)
    return Ruling(outcome, name.start, name.end, fields(name, person, day), expected)


def _governor(sentence: Sentence, name: Name) -> tuple[int, str] | None:
    """Return the verb that a name depends on and how, through appositions and conjunctions."""
    tokens = sentence.tokens
    inside = [i for i, token in enumerate(tokens) if name.start <= token.start < name.end]
    outside = [i for i in inside if tokens[i].head not in inside]
    if not outside:
        return None
    i = outside[0]
    for _ in range(len(tokens)):
        head = tokens[i].head
        if tokens[head].pos == "VERB" and tokens[i].dep in {"nsubj", "nsubjpass", "dobj", "obj"}:
            return head, tokens[i].dep
        if head == i or tokens[i].dep not in {"appos", "conj", "compound", "nmod", "flat"}:
            return None
        i = head
    return None


def _dies(sentence: Sentence, verb: int, relation: str) -> bool:
    lemma = sentence.tokens[verb].lemma
    if relation == "nsubj":
        return lemma in lexicon("remembrance")["dying"]
    return lemma in lexicon("remembrance")["killing"]


def _is_act(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is something that only the living do."""
    return sentence.tokens[verb].lemma in lexicon("remembrance")["acting"]


def _is_earlier(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb tells of something before the sentence's own time, or not of fact."""
    tokens = sentence.tokens
    helpers = {
        token.text.lower()
        for token in tokens
        if token.head == verb and token.dep in {"aux", "auxpass", "neg", "mark"}
    }
    if helpers & {
        "had",
        "'d",
        "’d",
        "not",
        "n't",
        "n’t",
        "if",
        "since",
        "because",
        "whether",
        "would",
        "could",
        "might",
        "may",
        "to",
    }:
        return True
    i = verb
    for _ in range(len(tokens)):
        if tokens[i].dep in {"advcl", "relcl", "pcomp"} and tokens[i].tag != "VBG":
            return True
        if tokens[i].head == i:
            return False
        i = tokens[i].head
    return False


def _own_day(text: Text, sentence: Sentence, person: KnownPerson) -> datetime.date | None:
    """Return the first day of a sentence's own dates where they all lie after the death."""
    dates = within(text.dates, sentence)
    days = [date.first for date in dates if _is_told(date)]
    first = [day for day in days if day is not None]
    if not first or len(first) < len(dates) or min(first) <= person.died + GRACE:
        return None
    return min(first)


def _is_told(date: Date) -> bool:
    return date.bound is Bound.ON and date.tense is not Tense.FUTURE and date.first is not None


def _told_day(text: Text, n: int, verb: int, person: KnownPerson) -> datetime.date | None:
    """Return the day of the event that a sentence is about, as a sentence before it has it."""
    sentence = text.sentences[n]
    if within(text.dates, sentence) or sentence.tokens[verb].dep != "ROOT":
        return None
    subjects = [
        i for i, token in enumerate(sentence.tokens) if token.head == verb and token.dep == "nsubj"
    ]
    if not subjects or not _is_definite(sentence, subjects[0]):
        return None
    event = sentence.tokens[subjects[0]].lemma
    for before in reversed(text.sentences[max(0, n - BACK) : n]):
        if any(token.lemma == event for token in before.tokens):
            return _own_day(text, before, person)
    return None


def _is_definite(sentence: Sentence, noun: int) -> bool:
    tokens = sentence.tokens
    return tokens[noun].pos == "NOUN" and any(
        token.head == noun and token.text.lower() in {"the", "this", "that"} for token in tokens
    )
