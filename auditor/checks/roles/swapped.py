"""Sides exchanged: the article says that X did to Y what the references say that Y did to X."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.checks.events.compare.side_by_side import between_same_words
from auditor.checks.roles.bearers import bearer
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.predicates import word_list
from auditor.language.tree import above
from auditor.model.event import Frame, Participant
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind, Stance

SAME = 0.6
"""Score of a passage whose words are compared one by one with the sentence's. A guess."""


NEAR = 0.4
"""Score of a passage whose frames are compared: people sue, beat or attack each other by turns,
on other occasions. A guess."""


JOINS = frozenset({"and", "or", ",", "with", "(", "/", "aka", "include"})
"""Between two names, what makes their order say nothing."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Two names with each other's part.

    Attributes:
        start, end: from the first name to the end of the last.
        one, two: the names in text order, as the article has them.
    """

    start: int
    end: int
    one: str
    two: str
    evidence: Evidence


def swaps(case: Case) -> Iterator[Swap]:
    """Yield the pairs of names that have each other's part, at most one for a sentence."""
    sentences = {(t.document.id, s.id): (t, s) for t in case.references for s in t.sentences}
    for link in case.links:
        if link.sentence.kind is SentenceKind.BOILERPLATE:
            continue
        found = next(_by_frames(case, link, sentences), None)
        found = found or next(_by_words(case, link), None)
        if found is not None:
            yield found


def _by_frames(
    case: Case, link: Link, sentences: Mapping[tuple[str, str], tuple[Text, Sentence]]
) -> Iterator[Swap]:
    for mine in case.frames:
        if mine.doc != "article" or mine.sentence != link.sentence.id or not mine.single:
            continue
        if mine.predicate in word_list("mutual"):
            continue
        theirs = [f for f in case.frames if f.doc != "article" and f.family == mine.family]
        for one, two in _sides(case, mine):
            crossed = [
                f for f in theirs if _has(case, f, one, two.role) and _has(case, f, two, one.role)
            ]
            straight = [
                f for f in theirs if _has(case, f, one, one.role) and _has(case, f, two, two.role)
            ]
            crossed = [f for f in crossed if f not in straight]
            near = [f for f in crossed if _is_near(link, *sentences[f.doc, f.sentence])]
            if near and not straight:
                text, passage = sentences[near[0].doc, near[0].sentence]
                first, last = sorted((one, two), key=lambda p: p.start)
                yield Swap(
                    first.start,
                    last.end,
                    first.text,
                    last.text,
                    evidence(text, passage, Stance.CONTRADICTS, 1.0),
                )


def _is_near(link: Link, text: Text, passage: Sentence) -> bool:
    """Tell whether a passage is about what the sentence is about."""
    return any(
        one.reference == text.document.id and one.start == passage.start and one.score >= NEAR
        for one in link.evidence
    )


def _sides(case: Case, frame: Frame) -> Iterator[tuple[Participant, Participant]]:
    """Yield the pairs of named participants in different roles."""
    named = [who for who in frame.participants if who.kind is not None]
    for one, two in combinations(named, 2):
        if bearer(case, "article", one) is bearer(case, "article", two):
            continue
        if one.role != two.role and "agent" in {one.role, two.role}:
            yield one, two


def _has(case: Case, frame: Frame, who: Participant, role: str) -> bool:
    return any(p.role == role and _is_same(case, who, frame.doc, p) for p in frame.participants)


def _is_same(case: Case, mine: Participant, document: str, theirs: Participant) -> bool:
    one = bearer(case, "article", mine)
    two = bearer(case, document, theirs)
    return one is not None and two is not None and one.id == two.id


def _by_words(case: Case, link: Link) -> Iterator[Swap]:
    """Compare a sentence word by word with a passage that hardly differs."""
    names = within(case.article.names, link.sentence)
    for passage in link.evidence:
        if passage.score < SAME:
            continue
        text, other = case.texts[passage.reference], case.sentence_at(passage)
        for one, two in combinations(names, 2):
            if case.entities.same(("article", one), ("article", two)):
                continue
            if not _are_joined(link.sentence, one, two) and _crossed(
                case, link.sentence, (one, two), text, other
            ):
                yield Swap(
                    one.start,
                    two.end,
                    one.text,
                    two.text,
                    evidence(text, other, Stance.CONTRADICTS, 1.0),
                )


def _crossed(
    case: Case, sentence: Sentence, pair: Sequence[Name], text: Text, passage: Sentence
) -> bool:
    """Tell whether each of two names stands where the passage has the other."""
    one, two = pair
    first, last = between_same_words(sentence, pair, passage)
    if first is None or last is None:
        return False
    return _names(case, text, first, two) and _names(case, text, last, one)


def _names(case: Case, text: Text, place: tuple[int, int], name: Name) -> bool:
    """Tell whether the words at a place of a reference begin with what the name names."""
    there = next((other for other in text.names if other.start == place[0]), None)
    return there is not None and case.entities.same(("article", name), (text.document.id, there))


def _are_joined(sentence: Sentence, one: Name, two: Name) -> bool:
    """Tell whether the order of two names says nothing: ``X and Y``, ``X met Y``."""
    between = [t for t in sentence.tokens if one.end <= t.start < two.start]
    if not any(t.pos == "VERB" and t.lemma not in JOINS for t in between):
        return bool({t.lemma for t in between} & JOINS)
    first, last = _verb(sentence, one), _verb(sentence, two)
    return first == last and first in word_list("mutual")


def _verb(sentence: Sentence, name: Name) -> str:
    """Return the nearest verb above a name, "" where there is none."""
    tokens = sentence.tokens
    place = next((n for n, t in enumerate(tokens) if t.start < name.end and name.start < t.end), 0)
    verbs = (tokens[n].lemma for n in above(tokens, place) if tokens[n].pos in {"VERB", "AUX"})
    return next(verbs, "")
