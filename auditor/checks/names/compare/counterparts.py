"""The names of references near a sentence, and whether the sentence already means them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from auditor.checks.names.compare.sameness import NameInText
from auditor.checks.names.entities.forms import form, is_given_match
from auditor.checks.names.entities.spelling import is_variant
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind

CLOSE_SCORE = 0.3
"""Score from which a passage tells of the same thing as the sentence.

With `IN_STEAD` as it is, 0.1 % of 833 faithful summaries got a wrong error; stricter values gave
none, and a fifth less of the replaced names (``python -m benchmarks.names --half 0``).
"""


@dataclass(frozen=True, slots=True)
class NameCounterpart:
    """A name that a reference has in the position that the article gives to another."""

    name: Name
    evidence: Evidence


class NearSentence(NamedTuple):
    """Sentence number `n` of a reference, in a passage that bears on one of the article."""

    text: Text
    n: int
    passage: Evidence

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.text.sentences[self.n]

    @property
    def names(self) -> Iterator[NameInText]:
        """The names of the sentence, in text order."""
        sentence = self.sentence
        return (NameInText(self.text, sentence, n) for n in within(self.text.names, sentence))


def near_sentences(case: Case, link: Link, floor: float) -> Iterator[NearSentence]:
    """Yield the sentences of the passages that score `floor` or more, best passage first."""
    for passage in link.evidence:
        if passage.score < floor:
            continue
        text = case.texts[passage.reference]
        first = bisect_right(text.sentences, passage.start, key=lambda sentence: sentence.end)
        last = bisect_left(text.sentences, passage.end, key=lambda sentence: sentence.start)
        for n in range(first, last):
            yield NearSentence(text, n, passage)


def is_already_meant(case: Case, mine: NameInText, theirs: NameInText) -> bool:
    """Tell whether the article's sentence may name what a reference's name names."""
    document = theirs.text.document.id
    entity = case.entities.of(document, theirs.name)
    own = within(case.article.names, mine.sentence)
    if entity is None or any(name in own for name in entity.within("article")):
        return True
    words = _words_of_names(case, "article", own)
    others = _words_of_names(case, document, [theirs.name])
    return any(is_given_match(one, two) for one in words for two in others)


def _words_of_names(case: Case, document: str, names: Iterable[Name]) -> frozenset[str]:
    """Return the telling words of names and of all forms of what they name."""
    entities = [(name, case.entities.of(document, name)) for name in names]
    forms = {
        form(text)
        for name, entity in entities
        for text in (entity.forms if entity else (name.text,))
    }
    generic = lexicon("name-words")["generic"]
    return frozenset(word for each in forms for word in each.words if word not in generic)


def of_same_surname(case: Case, name: Name) -> tuple[str, ...]:
    """Return the references' full names with a person's surname and other given names."""
    own = form(name.text).words
    full_names: dict[str, None] = {}
    for text in case.references:
        for other in text.names:
            words = form(other.text).words
            if other.kind is not NameKind.PERSON or len(words) < 2:
                continue
            given = any(is_given_match(one, two) for one in own[:-1] for two in words[:-1])
            if is_variant(own[-1], words[-1]) and not given:
                full_names[other.text] = None
    return tuple(full_names)
