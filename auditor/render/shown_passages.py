"""Passages as the report shows them: in their context, with the words that match."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from auditor.model.document import Document
from auditor.model.evidence import Evidence
from auditor.model.locator import located
from auditor.model.text import Sentence, Text, within
from auditor.render.highlights import matches
from auditor.render.labels import day
from auditor.render.marks import MarkPiece, pieces
from auditor.render.rubric import BEARINGS, Bearing

NEIGHBOUR_SHOWN = 280
"""Characters shown of the sentence before and after a passage: about two lines each way."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage beside a finding or sentence.

    Attributes:
        anchors: ids of the sentences of the full reference that hold it, space-separated.
        anchor: the first of them; "" where it lies outside every sentence.
        source: the reference's title, else its file name.
        details: its date, and the page, paragraph or time; "" where unknown.
        before, after: the neighbouring sentences, "" where there is none.
    """

    reference: str
    anchor: str
    anchors: str
    source: str
    details: str
    bearing: str
    bearing_label: str
    before: str
    pieces: tuple[MarkPiece, ...]
    after: str
    text: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The references by id, and the article where places in its file are wanted."""

    texts: Mapping[str, Text]
    article: Document | None = None

    def show(
        self, evidence: Evidence, bearing: Bearing, around: str, expected: str = ""
    ) -> PassageView:
        """Return a passage with the words that it shares with `around` or with `expected`."""
        text = self.texts[evidence.reference]
        document = text.document
        words = document.text[evidence.start : evidence.end]
        inside = within(text.sentences, evidence)
        anchors = [anchor(document.id, sentence) for sentence in inside]
        details = (day(document.published), located(document.locators, evidence.start))
        return PassageView(
            reference=document.id,
            anchor=anchors[0] if anchors else "",
            anchors=" ".join(anchors),
            source=source_name(document),
            details=", ".join(filter(None, details)),
            bearing=bearing.value,
            bearing_label=BEARINGS[bearing],
            before=_before(text, evidence),
            pieces=pieces(words, evidence.start, matches(words, evidence.start, around, expected)),
            after=_after(text, evidence),
            text=words,
        )


def shelf(references: Iterable[Text], article: Document | None = None) -> Shelf:
    """Return the references by id, with the article."""
    return Shelf({text.document.id: text for text in references}, article)


def anchor(reference: str, sentence: Sentence) -> str:
    """Return the id that a reference's sentence has in the page."""
    return f"{reference}-{sentence.id}"


def source_name(document: Document) -> str:
    """Return what people call a reference: its title, else its file name."""
    return document.title or document.path.rpartition("/")[2] or document.path


def distinct(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield passages in their order, each place once."""
    seen = set()
    for passage in evidence:
        span = (passage.reference, passage.start, passage.end)
        if span not in seen:
            seen.add(span)
            yield passage


def _before(text: Text, evidence: Evidence) -> str:
    earlier = [sentence for sentence in text.sentences if sentence.end <= evidence.start]
    if not earlier:
        return ""
    words = earlier[-1].text
    return words if len(words) <= NEIGHBOUR_SHOWN else f"…{words[-NEIGHBOUR_SHOWN:]}"


def _after(text: Text, evidence: Evidence) -> str:
    later = (sentence.text for sentence in text.sentences if sentence.start >= evidence.end)
    words = next(later, "")
    return words if len(words) <= NEIGHBOUR_SHOWN else f"{words[:NEIGHBOUR_SHOWN]}…"
