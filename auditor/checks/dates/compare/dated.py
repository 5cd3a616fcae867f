"""What a date dates: the event's own word, who and what takes part, and its surroundings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from auditor.checks.dates.compare.event_traits import Traits, traits
from auditor.checks.dates.find.calendar_words import month_numbers, weekday_numbers
from auditor.checks.dates.find.governor import governor, modifies_noun
from auditor.checks.dates.find.spans import Days
from auditor.checks.dates.find.timelines import clause, first_word, is_alone, is_row, opens
from auditor.knowledge.deeds import occasions, words_of
from auditor.language.tree import VERBS, climb, tokens_in
from auditor.language.words import CONTENT, EMPTY, stem
from auditor.model.date import Date
from auditor.model.text import Sentence, Text, Token, within
from auditor.model.words import NameKind

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "poss", "csubj"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd"})
FEW_WORDS = 4
"""With fewer words of its own, ``the January 3rd strike`` is known by the sentences that tell of
the strike. A guess."""

NOT_ACTORS = frozenset({NameKind.PLACE, NameKind.GROUP})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a timeline.

    Attributes:
        alone: whether it is nothing but the date, which dates what is told below.
        acts: whether a verb says what happened; a caption only names what is seen.
    """

    alone: bool
    acts: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with what it dates.

    Attributes:
        spans: the days that it can mean, the likeliest first; () where unknown.
        heads: the event's own words, stems.
        others: words of events beside it in the clause: its verb, its subject and object.
        words: stems of the content words of the sentence, dates left out.
        near: those of the sentences before and after it too.
        traits: what sets the event apart within its kind.
        row: what the row of a timeline is like that the date opens, None where it opens none. The
            rows beside it tell of other things.
    """

    text: Text
    sentence: Sentence
    date: Date
    spans: tuple[Days, ...]
    heads: frozenset[str]
    others: frozenset[str]
    words: frozenset[str]
    near: frozenset[str]
    traits: Traits
    row: Row | None = None


@cache
def families() -> dict[str, frozenset[int]]:
    """Return the numbers of the families that each event word belongs to."""
    members: dict[str, set[int]] = {}
    for n, words in enumerate(occasions()):
        for word in words:
            members.setdefault(stem(word), set()).add(n)
    return {word: frozenset(numbers) for word, numbers in members.items()}


@cache
def calendar_stems() -> frozenset[str]:
    """Return the stems of months and weekdays: a date that hangs on a date dates nothing."""
    return frozenset(stem(word) for word in (*month_numbers(), *weekday_numbers()))


@cache
def listed(key: str) -> frozenset[str]:
    """Return the stems of the words of a list of deeds."""
    return frozenset(stem(word) for word in words_of(key))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every sentence of a text speaks of, worked out once.

    Attributes:
        words: stems of the content words of each sentence, dates left out.
        nouns: by the stem of a noun, the places of the sentences that have it.
    """

    words: tuple[frozenset[str], ...]
    nouns: Mapping[str, tuple[int, ...]]


def surroundings(text: Text) -> Surroundings:
    """Return what every sentence of a text speaks of."""
    nouns: dict[str, list[int]] = {}
    for n, sentence in enumerate(text.sentences):
        for noun in {stem(token.lemma) for token in sentence.tokens if token.pos == "NOUN"}:
            nouns.setdefault(noun, []).append(n)
    return Surroundings(
        tuple(frozenset(_content(text, sentence)) for sentence in text.sentences),
        {noun: tuple(indices) for noun, indices in nouns.items()},
    )


def dated(text: Text, around: Surroundings, at: int, date: Date, spans: tuple[Days, ...]) -> Dated:
    """Return a date with what it dates; `at` is the place of its sentence in the text."""
    sentence = text.sentences[at]
    if is_row(sentence, date) or is_alone(sentence, date):
        return _in_row(text, around, at, date, spans)
    tokens = sentence.tokens
    whole = replace(date, end=max(date.end, date.anchor_end))
    place = governor(sentence, whole)
    if place is None:
        place = next((n for n, token in enumerate(tokens) if token.head == n), 0)
    heads, others = _events(sentence, place, set(tokens_in(sentence, whole)))
    words = around.words[at]
    noun = tokens[place].pos == "NOUN"
    if noun and modifies_noun(sentence, date):
        words = frozenset(_content(text, sentence, place))
    beside = _beside(around, at, heads if noun else frozenset())
    near = words.union(*(around.words[n] for n in beside))
    if len(words) < FEW_WORDS:
        words = near
    kind = traits(tokens, place, date.grain, named=_named(text, sentence))
    return Dated(text, sentence, date, spans, heads, others, words, near, kind)


def _named(text: Text, sentence: Sentence) -> frozenset[int]:
    """Return where the tokens of a sentence's names start, places and peoples left out."""
    names = [n for n in within(text.names, sentence) if n.kind not in NOT_ACTORS]
    return frozenset(token.start for token in sentence.tokens if within(names, token))


def _in_row(
    text: Text, around: Surroundings, at: int, date: Date, spans: tuple[Days, ...]
) -> Dated:
    """Return the date of a row with what the row tells, or with what is told below it."""
    sentence = text.sentences[at]
    alone = is_alone(sentence, date)
    below = text.sentences[at + 1] if at + 1 < len(text.sentences) else None
    if alone and below and not any(opens(below, m.start) for m in within(text.dates, below)):
        at += 1
    told = text.sentences[at]
    first, place = first_word(told, date), clause(told, date) or 0
    heads, others = _events(told, place, set(tokens_in(told, date)), first)
    words = around.words[at]
    if told.tokens[place].head > place:  # what is told first
        words = frozenset(_content(text, told, place))
    kind = traits(told.tokens, place, date.grain, first, _named(text, told))
    row = Row(alone, told.tokens[place].pos in VERBS)
    return Dated(text, sentence, date, spans, heads, others, words, words, kind, row)


def _beside(around: Surroundings, at: int, heads: frozenset[str]) -> Iterator[int]:
    """Yield the sentences around one and, for a noun, those that speak of the same thing.

    ``Thursday’s strike`` is the strike that the document told of before.
    """
    yield from range(max(0, at - 1), min(len(around.words), at + 2))
    for head in heads:
        yield from around.nouns.get(head, ())


def _events(
    sentence: Sentence, at: int, own: set[int], first: int = -1
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of the event at `at` and of the events beside it.

    Token `first` opens the clause of a row, where its capital makes a name of any noun.
    """
    tokens = sentence.tokens
    verb = next((n for n in climb(tokens, at) if tokens[n].pos in VERBS), at)
    parts = {
        stem(token.lemma)
        for n, token in enumerate(tokens)
        if n not in own
        and token.head in {verb, at}
        and token.dep in SUBJECTS | OBJECTS
        and (token.pos == "NOUN" or (n == first and token.pos == "PROPN"))
    }
    heads = {stem(tokens[at].lemma)}
    if tokens[at].dep == "relcl":  # the strike, which occurred on Friday
        parts.add(stem(tokens[tokens[at].head].lemma))
    if heads & listed("light"):
        heads |= parts | _below(tokens, at, own)
    heads -= calendar_stems()
    others = (parts | {stem(tokens[verb].lemma)}) - heads
    return frozenset(heads), frozenset(others)


def _below(tokens: tuple[Token, ...], at: int, own: set[int]) -> set[str]:
    """Return the nouns after a preposition of a light verb: ``came after a strike``."""
    arms = {n for n, t in enumerate(tokens) if t.head == at and t.dep in {"prep", "prt"}}
    return {
        stem(token.lemma)
        for n, token in enumerate(tokens)
        if token.head in arms and n not in own and token.pos == "NOUN"
    }


def _content(text: Text, sentence: Sentence, top: int | None = None) -> Iterator[str]:
    """Yield the content words of a sentence or of what hangs on token `top`, dates left out."""
    dates = [m for m in text.dates if m.start < sentence.end and sentence.start < m.end]
    calendar = month_numbers().keys() | weekday_numbers().keys()
    for n, token in enumerate(sentence.tokens):
        if top is not None and top not in climb(sentence.tokens, n):
            continue
        if any(m.start < token.end and token.start < (m.anchor_start or m.end) for m in dates):
            continue
        if token.pos not in CONTENT - {"NUM"} or token.lemma in EMPTY:
            continue
        if token.text.lower() not in calendar and (term := stem(token.text)):
            yield term
