"""What is told of each deed: by whom, how certainly, and who takes part in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.checks.certainty.modes import Mode, mode
from auditor.checks.events.find.frames import FOUND
from auditor.checks.roles.participants import entity_of
from auditor.evidence.case import Case, once
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import below, children, tokens_in
from auditor.language.words import Term, terms_of
from auditor.model.event import Frame, Participant
from auditor.model.text import Sentence, Text, Token, within

Sides = Mapping[str, frozenset[str]]
"""Who plays each part of a deed, by the role."""


@dataclass(frozen=True, slots=True)
class Told:
    """A deed as a sentence tells it; its own word is token `at` of the sentence.

    Attributes:
        phrasal: the verb with its particle, ``turn down``, or what it makes, ``become law``; the
            verb alone where it has neither.
    """

    text: Text
    sentence: Sentence
    frame: Frame
    at: int
    mode: Mode
    sides: Sides
    phrasal: str

    @property
    def keys(self) -> frozenset[str]:
        """Return what it goes by: its class, its verb, ``turn down``."""
        return frozenset({self.frame.family, self.frame.predicate, self.phrasal})


ASIDE = frozenset({"relcl", "advcl"})
"""Labels of clauses that say more about a deed or its sides, and nothing of what was done."""


@once
def deeds_told(case: Case) -> tuple[Told, ...]:
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
            sides, words = _sides(case, frame), _phrasal(sentence.tokens, at[0])
            found.append(Told(text, sentence, frame, at[0], how, sides, words))
    return tuple(found)


def deeds_with(case: Case, keys: Iterable[str]) -> list[Told]:
    """Return the references' deeds that go by one of the keys, in the order of `deeds_told`."""
    places, deeds = _places(case), deeds_told(case)
    return [deeds[n] for n in sorted({n for key in keys for n in places.get(key, ())})]


@once
def _places(case: Case) -> Mapping[str, tuple[int, ...]]:
    """Return where the references' deeds stand among all, by each key that they go by."""
    places: dict[str, list[int]] = {}
    for n, told in enumerate(deeds_told(case)):
        for key in told.keys if told.text is not case.article else ():
            places.setdefault(key, []).append(n)
    return {key: tuple(found) for key, found in places.items()}


def _phrasal(tokens: Sequence[Token], verb: int) -> str:
    own = tokens[verb].lemma
    labels = ("prt", "attr") if own == "become" else ("prt",)
    particle = next(children(tokens, verb, *labels), None)
    return own if particle is None else f"{own} {tokens[particle].lemma}"


def _sides(case: Case, frame: Frame) -> Sides:
    sides: dict[str, set[str]] = {}
    for who in frame.participants:
        sides.setdefault(who.role, set()).add(_key(case, frame.doc, who))
    return {role: frozenset(keys) for role, keys in sides.items()}


def _key(case: Case, document: str, who: Participant) -> str:
    """Return what a side goes by: its entity, or its noun with the names before it.

    Acme shares are not Beta shares.
    """
    entity = entity_of(case, document, who)
    if entity:
        return entity.id
    names = sorted(word.lower() for word in who.text.split()[:-1] if word[:1].isupper())
    return " ".join([(who.called or who.text).lower(), *names])


def phrase(told: Told) -> tuple[int, int]:
    """Return where the verb stands with what helps, denies or completes it.

    ``offered to resign``, ``was found guilty``
    """
    tokens, verb = told.sentence.tokens, told.at
    heads = [verb]
    infinitive = any(tokens[n].lemma == "to" for n in children(tokens, verb, "aux"))
    if infinitive and tokens[verb].dep in {"xcomp", "acl"} and tokens[verb].head < verb:
        heads.append(tokens[verb].head)
    helping = [
        n
        for n, token in enumerate(tokens)
        if token.head in heads and token.dep in {"aux", "auxpass", "neg"} and n < verb
    ]
    first = min([*heads, *helping])
    found = [n for n, token in enumerate(tokens) if token.head == verb and token.lemma in FOUND]
    last = max([verb, *found]) if tokens[verb].lemma == "find" else verb
    return tokens[first].start, tokens[last].end


def is_denied_in_part(told: Told) -> bool:
    """Tell whether a deed is denied for a time only, or something else is said in its place.

    ``has not scored since``, ``pays nothing before May``, ``not of murder but of theft``
    """
    words = lexicon("certainty")["for-a-time"]
    tokens = told.sentence.tokens
    instead = any(token.lemma.lower() == "but" for token in tokens[told.at :])
    return instead or any(token.text.lower() in words for token in tokens)


def wanted_words(told: Told) -> tuple[Term, ...]:
    """Return the content words of a deed's clause but its own, those of names and of asides."""
    tokens = told.sentence.tokens
    inside = {*below(tokens, told.at)} - {told.at}
    aside = {n for clause in inside if tokens[clause].dep in ASIDE for n in below(tokens, clause)}
    words = (tokens[n] for n in sorted(inside - aside))
    return terms_of(token for token in words if not within(told.text.names, token))
