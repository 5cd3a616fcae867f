"""What the article gives to names that stand in the references too."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.events.find.statements import STATING, core, is_certain, preposition
from auditor.checks.roles.participants import ACTORS, entity_of
from auditor.evidence.case import Case, once
from auditor.knowledge.deeds import word_list
from auditor.model.entity import Entity
from auditor.model.event import Frame, Participant
from auditor.model.text import Sentence, within
from auditor.model.words import NameKind

PLACE_ROLES = frozenset({"in", "at", "near", "from", "to", "off", "outside", "through", "into"})
"""Prepositions that give a place its part."""


@dataclass(frozen=True, slots=True)
class GivenPart:
    """A part in what an article's sentence tells, and to whom or which place it is given.

    Attributes:
        entity: the one that `who` names, which stands in the references too.
    """

    frame: Frame
    who: Participant
    entity: Entity
    sentence: Sentence

    @property
    def is_where(self) -> bool:
        """Tell whether it is that of a place where something is done."""
        return self.who.kind is NameKind.PLACE

    @property
    def is_shared(self) -> bool:
        """Tell whether many may do so at once: ``welcome``, ``take part``."""
        frame = self.frame
        phrases = {f"{frame.predicate} {who.called}" for who in frame.participants}
        return bool({frame.predicate, frame.family, *phrases} & word_list("shared"))

    @property
    def is_in_certain_thing(self) -> bool:
        """Tell whether it is a part in a certain thing: ``named the gunman``, ``led the talks``."""
        return any(
            other.role != self.who.role and other.kind is None and is_certain(self.sentence, other)
            for other in self.frame.participants
        )

    def names_too(self, entity: Entity) -> bool:
        """Tell whether the article's sentence names an entity."""
        return bool(within(entity.within("article"), self.sentence))


@once
def given_parts(case: Case) -> tuple[GivenPart, ...]:
    """Return the parts that the article gives outside its quotes, in text order."""
    sentences = {link.sentence.id: link.sentence for link in case.links}
    return tuple(
        part
        for frame in case.frames
        if frame.doc == "article" and frame.single
        for part in _parts(case, frame, sentences[frame.sentence])
        if part.entity.beyond("article") and not within(case.article.quotes, part.who)
    )


def _parts(case: Case, frame: Frame, sentence: Sentence) -> Iterator[GivenPart]:
    if sentence.kind not in STATING:
        return
    for who in frame.participants:
        entity = entity_of(case, "article", who)
        acts = who.kind in ACTORS or (who.kind is NameKind.PLACE and who.role in PLACE_ROLES)
        if entity is not None and acts:
            yield GivenPart(frame, who, entity, sentence)
    yield from _nested(case, frame, sentence)


def _nested(case: Case, frame: Frame, sentence: Sentence) -> Iterator[GivenPart]:
    """Yield the places that say where a noun of a frame is: ``at the hospital in X``."""
    own = core(sentence, frame)
    for name in within(case.article.names, sentence):
        entity, role = case.entities.of("article", name), preposition(sentence, name)
        if name.kind is not NameKind.PLACE or entity is None or role not in PLACE_ROLES:
            continue
        if within(own, name) and not within(frame.participants, name):
            who = Participant(name.start, name.end, name.text, role, name.kind)
            yield GivenPart(frame, who, entity, sentence)
