"""Who a person told of without a name turns out to be: ``He was identified as X``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.knowledge.predicates import is_harm
from auditor.model.event import Frame, Participant
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within

BACK = 3
"""Sentences before one that names somebody in which he is told of. A guess."""

REACH = 4
"""Words between ``named`` and the name: ``the man as``."""


def named_later(frames: Sequence[Frame], texts: Sequence[Text]) -> Iterator[Frame]:
    """Yield frames of victims with the name that a sentence shortly after gives to the one.

    Each stands at the sentence that names him. Only where one victim without a name is told of.
    """
    for text in texts:
        own = [frame for frame in frames if frame.doc == text.document.id]
        order = {sentence.id: n for n, sentence in enumerate(text.sentences)}
        for naming in own:
            at = order[naming.sentence]
            name = _given(text, text.sentences[at], naming) if naming.family == "naming" else None
            told = [f for f in own if at - BACK <= order[f.sentence] < at and _is_open(f)]
            if name is None or not told or not _may_mean(text.sentences[at], told[-1]):
                continue
            who = Participant(name.start, name.end, name.text, "patient", name.kind)
            participants = (*told[-1].participants, who)
            yield replace(told[-1], sentence=naming.sentence, participants=participants)


def _given(text: Text, sentence: Sentence, naming: Frame) -> Name | None:
    """Return the name behind ``named him as``, whatever the parser makes of the words."""
    after = [t for t in sentence.tokens if t.start >= naming.end][: REACH + 1]
    place = next((n for n, token in enumerate(after) if token.lemma == "as"), len(after))
    starts = {token.start for token in after[place + 1 : place + 2]}
    return next((name for name in within(text.names, sentence) if name.start in starts), None)


def _is_open(frame: Frame) -> bool:
    """Tell whether a frame has one victim and no name for him."""
    victim = _victim(frame)
    return frame.single and is_harm(frame.family) and victim is not None and not victim.several


def _victim(frame: Frame) -> Participant | None:
    victims = [one for one in frame.participants if one.role == "patient"]
    return victims[0] if len(victims) == 1 and victims[0].kind is None else None


def _may_mean(sentence: Sentence, told: Frame) -> bool:
    """Tell whether who is named is a pronoun or the noun for the victim."""
    victim = _victim(told)
    words = {token.lemma for token in sentence.tokens}
    pronouns = any(t.tag == "PRP" and t.lemma in PERSONS for t in sentence.tokens)
    return pronouns or (victim is not None and victim.called in words)


PERSONS = frozenset({"he", "she", "him", "her"})
