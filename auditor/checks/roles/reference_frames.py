"""What the references tell: their frames, each at its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.evidence.case import Case, once
from auditor.model.entity import Entity
from auditor.model.event import Frame
from auditor.model.text import Sentence, Text, within


@dataclass(frozen=True, slots=True)
class ReferenceFrame:
    """A frame of a reference; `n` is the index of its sentence."""

    frame: Frame
    text: Text
    n: int

    @property
    def reference(self) -> str:
        """Return the reference's id."""
        return self.text.document.id

    @property
    def sentence(self) -> Sentence:
        """Return the sentence that tells it."""
        return self.text.sentences[self.n]

    def is_near(self, entity: Entity, back: int) -> bool:
        """Tell whether the sentence or one of those `back` before it has a name of an entity."""
        names = entity.within(self.reference)
        near = self.text.sentences[max(0, self.n - back) : self.n + 1]
        return any(within(names, sentence) for sentence in near)


@once
def reference_frames(case: Case) -> tuple[ReferenceFrame, ...]:
    """Return the frames of all references, in text order."""
    return tuple(at_sentence(case, frame) for frame in case.frames if frame.doc != "article")


def at_sentence(case: Case, frame: Frame) -> ReferenceFrame:
    """Return a frame of a reference with its sentence."""
    return ReferenceFrame(frame, case.texts[frame.doc], _order(case)[frame.doc, frame.sentence])


@once
def _order(case: Case) -> Mapping[tuple[str, str], int]:
    """Return the index of each sentence of the references, by the ids of its text and its own."""
    return {
        (text.document.id, sentence.id): n
        for text in case.references
        for n, sentence in enumerate(text.sentences)
    }
