"""What the article says was brought, and the references that it is only weighed: an appeal, a suit.

``has lodged an appeal`` beside ``is considering an appeal``: the deed is a noun's, its verb bare.
"""

from collections.abc import Iterator, Mapping, Sequence

from auditor.checks.certainty.claims import claims
from auditor.checks.certainty.comparing import is_named_near
from auditor.checks.certainty.modes import Mode, mode
from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, phrase
from auditor.evidence.case import Case, once
from auditor.evidence.proof import evidence
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children, tie
from auditor.language.words import stem, terms
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind, Stance

SHARED = 3
"""Words, the noun among them, that two sentences share which name nobody in common. A guess."""

Place = tuple[Text, Sentence, int]
"""Where a noun stands in a reference: token of a sentence."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield what the article says was brought and each reference leaves open."""
    for mine in claims(case):
        noun = _brought(mine) if mine.mode is Mode.DONE else ""
        places = _places(case).get(noun, ())
        if places and all(_is_open(place) for place in places):
            theirs = next((place for place in places if _is_same(case, mine, place)), None)
            if theirs is not None:
                yield _ruling(mine, theirs)


def _brought(told: Told) -> str:
    """Return the noun that a bare verb brings, or the verb that is a noun as well, else ""."""
    tokens = told.sentence.tokens
    if told.frame.predicate in lexicon("certainty")["nouns-too"]:
        return told.frame.predicate
    if told.frame.predicate not in lexicon("certainty")["bare"]:
        return ""
    nouns = children(tokens, told.at, "dobj", "nsubjpass")
    return next((tokens[n].lemma for n in nouns if tokens[n].pos == "NOUN"), "")


@once
def _places(case: Case) -> Mapping[str, Sequence[Place]]:
    """Return where the references' nouns and verbs stand, by their lemma."""
    places: dict[str, list[Place]] = {}
    for text in case.references:
        for sentence in text.sentences:
            if sentence.kind is SentenceKind.BOILERPLATE:
                continue
            for n, token in enumerate(sentence.tokens):
                if token.pos in {"NOUN", "VERB"}:
                    places.setdefault(token.lemma, []).append((text, sentence, n))
    return places


def _is_open(place: Place) -> bool:
    _, sentence, n = place
    return mode(sentence.tokens, n) in {Mode.OPEN, Mode.FORESEEN, Mode.TO_COME}


def _is_same(case: Case, mine: Told, place: Place) -> bool:
    """Tell whether a reference tells of the same: names or words of the article's sentence."""
    text, sentence, _ = place
    named = (
        entity
        for entity in case.entities.entities
        if within(entity.within(mine.text.document.id), mine.sentence)
    )
    if is_named_near(named, text, sentence, 1):
        return True
    return len(_stems(mine.sentence) & _stems(sentence)) >= SHARED


def _stems(sentence: Sentence) -> frozenset[str]:
    return frozenset(stem(term.word) for term in terms(sentence))


def _ruling(mine: Told, place: Place) -> Ruling:
    text, sentence, n = place
    tokens = sentence.tokens
    start, end = phrase(mine)
    first, last = sorted((n, tie(tokens, n).head))
    said = text.document.text[tokens[first].start : tokens[last].end]
    fields = {"told": mine.text.document.text[start:end], "said": said}
    proof = evidence(text, sentence, Stance.CONTRADICTS, 1.0)
    return Ruling(Outcome.OPEN, start, end, fields, evidence=(proof,))
