"""Who a person told of without a name turns out to be: ``He was identified as X``."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.knowledge.deeds import is_harm
from auditor.model.event import Frame, Participant
from auditor.model.name import Name
from auditor.model.text import RECALLED, Sentence, Text, within

PERSONS = frozenset({"he", "she", "him", "her"})
"""Pronouns for one person."""


def named_later(frames: Sequence[Frame], texts: Sequence[Text]) -> Iterator[Frame]:
    """Yield frames of victims with the name that a sentence shortly after gives to the one.

    Each stands at the sentence that names him. Only where one victim without a name is told of.
    """
    for text in texts:
        own = [frame for frame in frames if frame.doc == text.document.id]
        order = {sentence.id: n for n, sentence in enumerate(text.sentences)}
        told = defaultdict(list)
        for frame in own:
            told[order[frame.sentence]].append(frame)
        for naming in own:
            if naming.family != "naming":
                continue
            at = order[naming.sentence]
            name = _name_given(text, text.sentences[at], naming)
            before = [frame for n in range(at - RECALLED, at) for frame in told.get(n, ())]
            harm = next((frame for frame in reversed(before) if _is_open(frame)), None)
            if name is None or harm is None or not _may_mean(text.sentences[at], harm):
                continue
            who = Participant(name.start, name.end, name.text, "patient", name.kind)
            participants = (*harm.participants, who)
            yield replace(harm, sentence=naming.sentence, participants=participants)


def _name_given(text: Text, sentence: Sentence, naming: Frame) -> Name | None:
    """Return the name behind ``named him as``, whatever the parser makes of the words."""
    after = [t for t in sentence.tokens if t.start >= naming.end]
    behind = next((after[n + 1 :] for n, token in enumerate(after) if token.lemma == "as"), [])
    starts = [token.start for token in behind[:1]]
    return next((name for name in within(text.names, sentence) if name.start in starts), None)


def _is_open(frame: Frame) -> bool:
    """Tell whether a frame has one victim and no name for him."""
    victim = _victim(frame)
    return frame.single and is_harm(frame.family) and victim is not None and not victim.several


def _victim(frame: Frame) -> Participant | None:
    """Return the one whom it is done to, None for several and for a name."""
    victims = [who for who in frame.participants if who.role == "patient"]
    return victims[0] if len(victims) == 1 and victims[0].kind is None else None


def _may_mean(sentence: Sentence, harm: Frame) -> bool:
    """Tell whether who is named is a pronoun or the noun for the victim."""
    victim = _victim(harm)
    words = {token.lemma for token in sentence.tokens}
    pronouns = any(t.tag == "PRP" and t.lemma in PERSONS for t in sentence.tokens)
    return pronouns or (victim is not None and victim.called in words)
