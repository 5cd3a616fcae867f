"""The names of references near a sentence, and whether the sentence already means them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.checks.names.entities.forms import form, is_given_match
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import Stance

CLOSE = 0.3
"""Score from which a passage tells of the same thing as the sentence.

With `ALIKE` and `SHARED` as they are, 0.1 % of 833 faithful summaries got a wrong error; stricter
values gave none, and a fifth less of the replaced names (``python -m benchmarks.names --half 0``).
"""


@dataclass(frozen=True, slots=True)
class NameCounterpart:
    """A name of a reference in the place that the article gives to another."""

    name: Name
    evidence: Evidence


NamedPassage = tuple[Text, Sentence, Evidence]
"""A sentence of a reference, its document, and the passage that it stands in."""


def passages(case: Case, link: Link, floor: float) -> Iterator[NamedPassage]:
    """Yield the sentences of the passages that score `floor` or more, with their documents."""
    for passage in link.evidence:
        if passage.score < floor:
            continue
        text = case.texts[passage.reference]
        for sentence in within(text.sentences, passage):
            yield text, sentence, passage


def may_name(case: Case, link: Link, text: Text, other: Name) -> bool:
    """Tell whether the article's sentence may name what a reference's name names."""
    entity = case.entities.of(text.document.id, other)
    own = within(case.article.names, link.sentence)
    if entity is None or any(name in own for name in entity.within("article")):
        return True
    words = _spoken(case, "article", own)
    return any(
        is_given_match(a, b) for a in words for b in _spoken(case, text.document.id, [other])
    )


def _spoken(case: Case, document: str, names: Iterable[Name]) -> frozenset[str]:
    """Return the telling words of names and of all forms of what they name."""
    entities = [(name, case.entities.of(document, name)) for name in names]
    texts = {
        text for name, entity in entities for text in (entity.forms if entity else (name.text,))
    }
    forms = [form(text) for text in texts]
    generic = lexicon("name-words")["generic"]
    return frozenset(word for name_form in forms for word in name_form.words if word not in generic)


def evidence_of(text: Text, name: Name) -> Evidence:
    """Return the sentence that holds a name as a passage."""
    sentence = within(text.sentences, name)[0]
    return Evidence(
        reference=text.document.id,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        stance=Stance.CONTRADICTS,
        score=1.0,
    )
