"""Deeds that the article tells as done and the references as open or not done, and the reverse."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.checks.certainty.modes import Mode, mode
from auditor.checks.certainty.outcome import Outcome
from auditor.checks.roles.participants import entity_of
from auditor.checks.roles.said_of import share_of
from auditor.evidence.case import Case, once
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import word_list, words_of
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import below, children, tokens_in
from auditor.language.words import Term, terms, terms_of
from auditor.model.event import Frame, Participant
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind, Stance

SAID = 0.5
"""Share of the words of the article's clause that the reference's sentence must have. A guess."""

WORDS = 1
"""Content words, besides the deed's own, without which a clause is too bare to compare. A guess."""

FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs in a present or past form."""

FAR = 4
"""Tokens from the verb above to its infinitive that a message shows. A guess."""

Sides = Mapping[str, frozenset[str]]
"""Who plays each part of a deed, by the role."""


@dataclass(frozen=True, slots=True)
class Told:
    """A deed as a sentence tells it; its own word is token `at` of the sentence."""

    text: Text
    sentence: Sentence
    frame: Frame
    at: int
    mode: Mode
    sides: Sides


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the deeds of the article that it alone tells as done, or as not done."""
    for told in _told(case):
        if told.text is case.article and _is_claim(told):
            ruling = _ruling(case, told)
            if ruling is not None:
                yield ruling


def _is_claim(told: Told) -> bool:
    if told.sentence.kind not in {SentenceKind.PROSE, SentenceKind.LIST_ITEM}:
        return False
    if not told.frame.verb or told.mode not in {Mode.DONE, Mode.DENIED}:
        return False
    light = words_of("light") | words_of("telling") | word_list("talk")
    if {told.frame.predicate, told.frame.family} & light:
        return False
    if told.mode is Mode.DENIED and _is_for_a_time(told):
        return False
    return not within(told.text.quotes, told.frame) and _is_finite(told)


def _is_for_a_time(told: Told) -> bool:
    """Tell whether something is denied for a time only: ``has not scored since``."""
    words = lexicon("certainty")["for-a-time"]
    return any(token.text.lower() in words for token in told.sentence.tokens)


def _is_finite(told: Told) -> bool:
    """Tell whether a verb says that something is or was so, by itself or by what helps it."""
    tokens = told.sentence.tokens
    own = (told.at, *children(tokens, told.at, "aux", "auxpass"))
    return any(tokens[n].tag in FINITE for n in own)


def _ruling(case: Case, mine: Told) -> Ruling | None:
    wanted = _wanted(mine)
    if len(wanted) < WORDS:
        return None
    like = [theirs for theirs in _told(case) if _may_be_one(case, mine, theirs)]
    opposed = {Mode.DONE: {Mode.OPEN, Mode.DENIED}, Mode.DENIED: {Mode.DONE}}[mine.mode]
    if not like or any(theirs.mode not in opposed for theirs in like):
        return None
    shares = [share_of(wanted, terms(theirs.sentence), case.passages) for theirs in like]
    if max(shares) < SAID:
        return None
    theirs = like[shares.index(max(shares))]
    if mine.mode is Mode.DENIED:
        outcome = Outcome.NEGATED
    else:
        outcome = Outcome.DENIED if theirs.mode is Mode.DENIED else Outcome.OPEN
    start, end = _phrase(mine)
    first, last = _phrase(theirs)
    said = theirs.text.document.text[first:last]
    fields = {"told": mine.text.document.text[start:end], "said": said}
    proof = evidence(theirs.text, theirs.sentence, Stance.CONTRADICTS, SAID)
    return Ruling(outcome, start, end, fields, evidence=(proof,))


def _wanted(told: Told) -> tuple[Term, ...]:
    """Return the content words of a deed's clause but its own and those of names."""
    tokens = told.sentence.tokens
    inside = [tokens[n] for n in below(tokens, told.at) if n != told.at]
    return terms_of(token for token in inside if not within(told.text.names, token))


def _may_be_one(case: Case, mine: Told, theirs: Told) -> bool:
    """Tell whether a reference may tell the same deed: a side in common and none that differs."""
    if theirs.text is case.article or theirs.frame.family != mine.frame.family:
        return False
    sides = [(mine.sides.get(role), theirs.sides.get(role)) for role in ("agent", "patient")]
    known = [(own, other) for own, other in sides if own and other]
    return bool(known) and all(own & other for own, other in known)


@once
def _told(case: Case) -> tuple[Told, ...]:
    """Return every deed of the article and its references."""
    found = []
    sentences = {
        (text.document.id, sentence.id): (text, sentence)
        for text in case.texts.values()
        for sentence in text.sentences
    }
    for frame in case.frames:
        text, sentence = sentences[frame.doc, frame.sentence]
        at = tokens_in(sentence, frame)
        if at:
            how = mode(sentence.tokens, at[0])
            found.append(Told(text, sentence, frame, at[0], how, _sides(case, frame)))
    return tuple(found)


def _sides(case: Case, frame: Frame) -> Sides:
    sides: dict[str, set[str]] = {}
    for who in frame.participants:
        sides.setdefault(who.role, set()).add(_key(case, frame.doc, who))
    return {role: frozenset(keys) for role, keys in sides.items()}


def _key(case: Case, document: str, who: Participant) -> str:
    entity = entity_of(case, document, who)
    return entity.id if entity else (who.called or who.text).lower()


def _phrase(told: Told) -> tuple[int, int]:
    """Return where the verb stands with what helps or denies it: ``offered to resign``."""
    tokens, verb = told.sentence.tokens, told.at
    heads = [verb]
    if tokens[verb].dep in {"xcomp", "acl"} and 0 < verb - tokens[verb].head <= FAR:
        heads.append(tokens[verb].head)
    helping = [
        n
        for n, token in enumerate(tokens)
        if token.head in heads and token.dep in {"aux", "auxpass", "neg"} and n < verb
    ]
    first = min([*heads, *helping])
    return tokens[first].start, tokens[verb].end
