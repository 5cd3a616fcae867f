"""What is known is not parsed or read again, and what is not known is as if nothing were."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

import pytest
from pydantic import TypeAdapter

from auditor import pipeline
from auditor.cache.known_parses import _PARSED, KnownParses
from auditor.cache.known_readings import KnownReadings
from auditor.cache.known_texts import KnownTexts
from auditor.cache.store import Store
from auditor.cache.strict_json import read_back, written
from auditor.evidence import entailment
from auditor.language import parser
from auditor.load import document_from_text
from auditor.model.document import Document
from auditor.model.number import Number
from auditor.model.reading import Reading

TEXTS = ("The mayor resigned on Monday.", "“We won,” he said. It rained.", "Two died.", "Two died.")
UNBROKEN = ((), ((0, 9),), (), ())

Pair = tuple[str, str]
PAIRS = (("A fire killed two.", "Two died."), ("A fire killed two.", "Nobody died."))


@dataclass(frozen=True, slots=True)
class Watched:
    """The model that ships, with what it was asked."""

    digest: str = "sha256:0"
    asked: list[Pair] = field(default_factory=list)

    def read(self, pairs: Sequence[Pair]) -> tuple[Reading, ...]:
        self.asked.extend(pairs)
        return entailment.load().read(pairs)


@pytest.mark.parametrize("known", [0, 1, 2, 4])
@pytest.mark.parametrize("most", [0, 8, 20, 28, 100])
def test_known_texts_parse_as_unknown_ones_do_up_to_the_bound(tmp_path, known, most):
    store = Store(tmp_path)
    tuple(KnownParses(store).parse(TEXTS[:known], UNBROKEN[:known], 100))
    remembered = tuple(KnownParses(store).parse(TEXTS, UNBROKEN, most))
    assert remembered == tuple(parser.parse(TEXTS, UNBROKEN, most))


def test_only_what_is_not_known_is_parsed(tmp_path):
    missed: list[str] = []
    for shown in (TEXTS[:2], TEXTS[:2], TEXTS[1::-1], TEXTS):
        spans = [UNBROKEN[TEXTS.index(text)] for text in shown]
        tuple(KnownParses(Store(tmp_path), lambda: missed.append("")).parse(shown, spans, 100))
    assert len(missed) == 2


def test_a_text_with_other_unbroken_parts_is_another(tmp_path):
    text = "It rained. It blew."
    for spans, sentences in (((), 2), (((0, 19),), 1), ((), 2)):
        (one,) = KnownParses(Store(tmp_path)).parse([text], [spans], 100)
        assert len(one.sentences) == sentences


def test_only_what_is_not_known_is_read(tmp_path):
    reader = Watched()
    remembers = KnownReadings(reader, Store(tmp_path))
    first = remembers.read(PAIRS[:1])
    assert remembers.read((*PAIRS, *PAIRS)) == entailment.load().read(PAIRS) * 2
    assert (remembers.read(PAIRS[:1]), remembers.read(())) == (first, ())
    assert reader.asked == list(PAIRS)


def test_other_weights_read_anew(tmp_path):
    readers = Watched("sha256:1"), Watched("sha256:2")
    for reader in readers:
        KnownReadings(reader, Store(tmp_path)).read(PAIRS[:1])
    assert [reader.asked for reader in readers] == [[PAIRS[0]], [PAIRS[0]]]


def document(text: str) -> Document:
    return document_from_text("r1", "wire.txt", text)


STORY = "January 5, 2024\n\nAt noon on Monday Ann Lee said “we won” to more than 500 people.\n"
GERMAN = "Der Bürgermeister trat am Montag zurück und sagte nichts über die Gründe dafür. " * 3


@pytest.mark.parametrize(("text", "times"), [(STORY, 1), (GERMAN, 2)], ids=["kept", "a problem"])
def test_a_document_is_looked_through_once_unless_it_left_a_problem(tmp_path, text, times):
    looked: list[Document] = []

    def unknown(one: Document) -> tuple[object, object]:
        looked.append(one)
        return pipeline.read(one)

    texts = KnownTexts(Store(tmp_path), unknown)  # type: ignore[arg-type]  # of the same form
    found = [texts.read(document(text)) for _ in range(2)]
    assert repr(found) == repr([pipeline.read(document(text))] * 2)
    assert len(looked) == times


NUMBER = Number(0, 4, "noon", 720.0, 720.0, "time-of-day", "")


@pytest.mark.parametrize(
    ("value", "keeps"),
    [
        (NUMBER, True),
        (replace(NUMBER, low=720), False),
        (replace(NUMBER, high=inf), False),
        (replace(NUMBER, text="\ud800"), False),
    ],
    ids=["as it was", "a whole number", "no number of JSON", "half a character"],
)
def test_what_would_not_read_back_as_it_was_is_not_kept(value, keeps):
    form = TypeAdapter(Number)
    lines = written(form, {b"": value})
    assert read_back(form, lines) == ({b"": value} if keeps else {})


@pytest.mark.parametrize("line", [b"", b"{}", b"[1]", b'{"sentences": [["x"]], "counted": "8"}'])
def test_a_value_of_another_form_is_none(line):
    assert read_back(_PARSED, {b"": line}) == {}
