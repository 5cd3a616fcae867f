"""What a reference has in the place where the article has something else."""

from calendar import day_name, month_name
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.checks.events.compare.details import Detail, Sort, sort_of
from auditor.checks.events.compare.figures import may_count_one_thing
from auditor.checks.events.compare.holdings import Mention
from auditor.checks.events.compare.side_by_side import between_same_words
from auditor.evidence.case import Case
from auditor.evidence.passages import Passage
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import noun_class, verb_class
from auditor.language.tree import climb, root_of, tokens_in
from auditor.language.words import stem
from auditor.model.date import Date
from auditor.model.evidence import Evidence
from auditor.model.name import Name
from auditor.model.number import Number
from auditor.model.text import Sentence, Spanned, Text, Token, within
from auditor.model.words import Stance

SURE_FIT = 2
"""How well two details must fit for the one to stand for the other: see `Counterpart.fit`."""

ALIGNED = 3
"""The fit of two details between the same words."""

DAYS_AND_MONTHS = frozenset((*month_name[1:], *day_name))
"""Words that the name finder takes for names here and there."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A detail of a reference in the place of one of the article.

    Attributes:
        fit: `ALIGNED` where both stand between the same words, 2 where both hang on the same word
            in the same way, 1 where they hang on the same word or in the same way, else 0.
    """

    mention: Mention
    fit: int
    evidence: Evidence

    @property
    def text(self) -> str:
        """Return the detail's words."""
        return self.mention.text

    @property
    def is_sure(self) -> bool:
        """Tell whether it surely stands for the article's."""
        return self.fit >= SURE_FIT


@dataclass(frozen=True, slots=True)
class _Role:
    """How a detail hangs in its sentence: by which label or preposition, on which word."""

    label: str
    word: str


def counterpart(
    case: Case,
    sentence: Sentence,
    detail: Detail,
    every: Sequence[Detail],
    passage: Passage,
) -> Counterpart | None:
    """Return what a passage has in a detail's place, the best fit first.

    What the sentence says too, by `every` detail of it, is in nobody's place.
    """
    text = case.texts[passage.reference]
    others = [
        mention
        for mention in _mentions(text, passage.sentence)
        if not _is_said(case, text, mention, every)
    ]
    fits = _aligned(sentence, detail, passage.sentence, others)
    fits = fits or _in_like_roles(sentence, detail, passage.sentence, others)
    if not fits:
        return None
    fit, mention = max(fits, key=lambda pair: pair[0])
    proof = evidence(text, passage.sentence, Stance.CONTRADICTS, 1.0)
    return Counterpart(mention, fit, proof)


def _mentions(text: Text, passage: Sentence) -> tuple[Mention, ...]:
    dates = within(text.dates, passage)
    names = within(text.names, passage)
    return (
        *(name for name in names if not within(dates, name) and name.text not in DAYS_AND_MONTHS),
        *dates,
        *within(text.numbers, passage),
    )


def _is_said(case: Case, text: Text, mention: Mention, every: Sequence[Detail]) -> bool:
    """Tell whether the article's sentence has what a passage mentions."""
    folded = mention.text.casefold()
    if any(folded == detail.text.casefold() for detail in every):
        return True
    if not isinstance(mention, Name):
        return False
    return any(
        isinstance(detail.mention, Name)
        and case.entities.same(("article", detail.mention), (text.document.id, mention))
        for detail in every
    )


def _aligned(
    sentence: Sentence, detail: Detail, passage: Sentence, others: Sequence[Mention]
) -> list[tuple[int, Mention]]:
    """Return the mention that stands between the same words as the detail, with its fit."""
    (there,) = between_same_words(sentence, [detail], passage)
    return [
        (ALIGNED, mention)
        for mention in others
        if isinstance(mention, type(detail.mention)) and there == (mention.start, mention.end)
    ]


def _in_like_roles(
    sentence: Sentence, detail: Detail, passage: Sentence, others: Sequence[Mention]
) -> list[tuple[int, Mention]]:
    """Return the mentions that can take the detail's place, with how like they hang."""
    own = _role(sentence, detail)
    return [
        (_fit(own, _role(passage, mention)), mention)
        for mention in others
        if _are_like(sort_of(mention), detail.sort) and _are_comparable(detail.mention, mention)
    ]


def _are_like(one: Sort | None, two: Sort) -> bool:
    """Tell whether two sorts can take each other's place: who acts is a person or a body."""
    return one is two or {one, two} == {Sort.PERSON, Sort.ORGANISATION}


def _are_comparable(one: Mention, two: Mention) -> bool:
    if isinstance(one, Number) and isinstance(two, Number):
        return may_count_one_thing(one, two)
    if isinstance(one, Date) and isinstance(two, Date):
        return one.grain is two.grain
    return True


def _role(sentence: Sentence, span: Spanned) -> _Role:
    """Return how a phrase hangs; apposed and joined phrases hang like what they belong to."""
    tokens = sentence.tokens
    top = root_of(tokens, tokens_in(sentence, span))
    if top is None:
        return _Role("", "")
    top = next(n for n in climb(tokens, top) if not _hangs_like_head(tokens, n))
    token, head = tokens[top], tokens[tokens[top].head]
    if token.dep == "pobj":
        label = "by" if head.dep == "agent" else head.lemma
        return _Role(label, _word(tokens[head.head]))
    label = {"nsubjpass": "dobj", "agent": "nsubj", "npadvmod": "tmod"}.get(token.dep, token.dep)
    return _Role(label, _word(head))


def _hangs_like_head(tokens: Sequence[Token], n: int) -> bool:
    return tokens[n].dep in {"appos", "conj"} and tokens[n].head != n


def _word(token: Token) -> str:
    """Return the class of a word that tells of something done, the stem of any other."""
    family = verb_class(token.lemma)[0] if token.pos == "VERB" else noun_class(token.lemma)
    return family if family and family != token.lemma else stem(token.text)


def _fit(one: _Role, two: _Role) -> int:
    if not one.word or not two.word:
        return 0
    return (one.word == two.word) + (one.label == two.label)
