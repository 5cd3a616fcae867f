"""What a reference has in the place where the article has something else."""

from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.events.compare.details import Detail, Sort, sort_of
from auditor.checks.events.compare.side_by_side import counterparts
from auditor.checks.numbers.compare.agreement import kind
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.predicates import noun_class, verb_class
from auditor.language.tree import root_of
from auditor.language.words import stem
from auditor.model.date import Date
from auditor.model.evidence import Evidence
from auditor.model.name import Name
from auditor.model.number import Number
from auditor.model.text import Sentence, Text, Token, within
from auditor.model.words import Stance

SURE = 2
"""How well two places must fit for the one detail to stand for the other: see `_fit`."""


CALENDAR = frozenset((*month_name[1:], *day_name))
"""Words that the name finder takes for names here and there."""

ALIGNED = 3
"""The fit of two details between the same words."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A detail of a reference in the place of one of the article.

    Attributes:
        fit: `ALIGNED` where both stand between the same words, 2 where both hang on the same word
            in the same way, 1 where they do so on another.
    """

    text: str
    fit: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Slot:
    """How a detail hangs in its sentence: by which label or preposition, on which word."""

    label: str
    word: str


def rival(
    case: Case,
    sentence: Sentence,
    detail: Detail,
    every: Sequence[Detail],
    text: Text,
    passage: Sentence,
) -> Rival | None:
    """Return what a passage has in a detail's place and the sentence lacks, the best fit first."""
    (there,) = counterparts(sentence, [detail], passage)
    for mention in _mentions(text, passage) if there else ():
        same = isinstance(mention, type(detail.mention))
        here = there == (mention.start, mention.end)
        if same and here and not _is_said(case, text, mention, every):
            return Rival(mention.text, ALIGNED, evidence(text, passage, Stance.CONTRADICTS, 1.0))
    found = sorted(_rivals(case, sentence, detail, every, text, passage), key=lambda one: -one[0])
    if not found:
        return None
    fit, mention = found[0]
    return Rival(mention.text, fit, evidence(text, passage, Stance.CONTRADICTS, 1.0))


def _rivals(
    case: Case,
    sentence: Sentence,
    detail: Detail,
    every: Sequence[Detail],
    text: Text,
    passage: Sentence,
) -> Iterator[tuple[int, Name | Date | Number]]:
    own = _slot(sentence, detail.start, detail.end)
    for mention in _mentions(text, passage):
        if (
            _are_like(sort_of(mention), detail.sort)
            and _comparable(detail.mention, mention)
            and not _is_said(case, text, mention, every)
        ):
            yield _fit(own, _slot(passage, mention.start, mention.end)), mention


def _are_like(one: Sort | None, two: Sort) -> bool:
    """Tell whether two sorts can take each other's place: who acts is a person or a body."""
    return one is two or {one, two} == {Sort.PERSON, Sort.ORGANISATION}


def _mentions(text: Text, passage: Sentence) -> tuple[Name | Date | Number, ...]:
    dates = within(text.dates, passage)
    names = within(text.names, passage)
    return (
        *(name for name in names if not within(dates, name) and name.text not in CALENDAR),
        *dates,
        *within(text.numbers, passage),
    )


def _comparable(one: Name | Date | Number, two: Name | Date | Number) -> bool:
    if isinstance(one, Number) and isinstance(two, Number):
        if kind(one.unit) != kind(two.unit):
            return False
        return not (one.counted and two.counted) or stem(one.counted) == stem(two.counted)
    if isinstance(one, Date) and isinstance(two, Date):
        return one.grain is two.grain
    return True


def _is_said(
    case: Case, text: Text, mention: Name | Date | Number, every: Sequence[Detail]
) -> bool:
    """Tell whether the article's sentence has what a passage mentions."""
    folded = mention.text.casefold()
    if any(folded == one.text.casefold() for one in every):
        return True
    if not isinstance(mention, Name):
        return False
    return any(
        isinstance(one.mention, Name)
        and case.entities.same(("article", one.mention), (text.document.id, mention))
        for one in every
    )


def _slot(sentence: Sentence, start: int, end: int) -> _Slot:
    tokens = sentence.tokens
    inside = [n for n, t in enumerate(tokens) if t.start < end and start < t.end]
    first = root_of(tokens, inside)
    return _Slot("", "") if first is None else _hang(tokens, first, set(inside))


def _hang(tokens: Sequence[Token], top: int, inside: set[int]) -> _Slot:
    """Return the slot of a phrase; apposed and joined phrases take that of what they belong to."""
    seen = 0
    while tokens[top].dep in {"appos", "conj"} and tokens[top].head != top and seen < len(tokens):
        top, seen = tokens[top].head, seen + 1
    token, head = tokens[top], tokens[tokens[top].head]
    if token.dep == "pobj":
        above = tokens[head.head]
        return _Slot("by" if head.dep == "agent" else head.lemma, _word(above))
    label = {"nsubjpass": "dobj", "agent": "nsubj", "npadvmod": "tmod"}.get(token.dep, token.dep)
    return _Slot(label, _word(head))


def _word(token: Token) -> str:
    family = verb_class(token.lemma)[0] if token.pos == "VERB" else noun_class(token.lemma)
    return family if family and family != token.lemma else stem(token.text)


def _fit(one: _Slot, two: _Slot) -> int:
    if not one.word or not two.word:
        return 0
    same_word = one.word == two.word
    return (2 if same_word else 1) if one.label == two.label else (1 if same_word else 0)
