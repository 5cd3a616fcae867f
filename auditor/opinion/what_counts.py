"""Whether an answer counts: what it quotes stands in the passage, what it marks in the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from auditor.checks.quotes.compare.folded_words import Word, words
from auditor.checks.quotes.compare.ladder import Comparison, QuoteSources, compare
from auditor.checks.quotes.compare.located import spans_of
from auditor.checks.quotes.compare.reference_words import index
from auditor.checks.quotes.compare.same_speaker import cast
from auditor.evidence.case import Case
from auditor.evidence.near import NEAR
from auditor.model.document import Document
from auditor.model.evidence import Evidence
from auditor.model.quote import Quote, Rung
from auditor.model.text import Sentence, Spanned, Text, within
from auditor.model.words import Category, SentenceKind
from auditor.opinion.answers import Answer, Fault, Stated
from auditor.opinion.asked_sentences import Question

FEWEST_WORDS = 3
"""A quotation of fewer words stands anywhere and proves nothing. A guess."""

STANDING = frozenset({Rung.VERBATIM, Rung.COSMETIC})
"""Rungs of the ladder of quotations on which words stand as they are quoted."""


class Drop(StrEnum):
    """Why an answer does not count, in words for a report."""

    NO_ANSWER = "no answer of the form asked for"
    NO_PASSAGE = "names no passage that it was given"
    NOT_STANDING = "its quotation does not stand in that passage"
    TOO_SHORT = "its quotation is too short to prove anything"
    NOT_NEAR = "its passage is not near the sentence"
    NO_WORDS = "its wrong words do not stand in the sentence"
    NOT_OF_KIND = "its wrong words are not of the kind that it names"
    NOT_DENIED = "its quotation has the words that it calls wrong"


@dataclass(frozen=True, slots=True)
class Opinion:
    """An answer that counts, about words ``start:end`` of the article.

    Attributes:
        category: of what differs; support where no kind is named or nothing is wrong.
        proof: the words of the passage, as they stand there.
        passage: with the stance that it was linked with.
    """

    stated: Stated
    category: Category
    start: int
    end: int
    proof: str
    passage: Evidence


def opinion(case: Case, question: Question, said: Answer) -> Opinion | Drop:
    """Return what an answer that is not undecided says, or why it does not count."""
    if not 1 <= said.passage <= len(question.passages):
        return Drop.NO_PASSAGE
    passage = question.passages[said.passage - 1].evidence
    proof = _standing(case, passage, said.quote)
    if isinstance(proof, Drop):
        return proof
    if passage.score < NEAR and said.verdict is not Stated.MISSING:
        return Drop.NOT_NEAR
    if said.verdict is Stated.SUPPORTED:
        whole = question.sentence
        return Opinion(said.verdict, Category.SUPPORT, whole.start, whole.end, proof, passage)
    marked = _marked(case, question.sentence, said)
    if marked is None:
        return Drop.NO_WORDS
    if not _fits(case, marked, said.kind):
        return Drop.NOT_OF_KIND
    if said.kind in VALUES and _holds(proof, _folded(case.article.document.text, marked)):
        return Drop.NOT_DENIED
    kind = Category.SUPPORT if said.kind is Fault.OTHER else Category(said.kind.value)
    return Opinion(said.verdict, kind, marked.start, marked.end, proof, passage)


VALUES = frozenset({Fault.NAME, Fault.PLACE, Fault.DATE, Fault.NUMBER})
"""Kinds whose wrong words cannot stand in what proves them wrong."""


def _standing(case: Case, passage: Evidence, quoted: str) -> str | Drop:
    """Return the passage's own words that are quoted, or why that proves nothing."""
    if len(tuple(words(quoted, 0, len(quoted), {}))) < FEWEST_WORDS:
        return Drop.TOO_SHORT
    reference = case.texts[passage.reference]
    own = _alone(reference, case.sentence_at(passage))
    sources = QuoteSources(index([own]), cast([own]))
    comparison = compare(*_as_quote(quoted), {}, sources)
    if comparison is None or comparison.rung not in STANDING:
        return Drop.NOT_STANDING
    return _written(comparison, sources)


def _alone(reference: Text, sentence: Sentence) -> Text:
    """Return a reference that has one sentence, all of which counts as quoted.

    Who says it, and whether it is printed in quotation marks, is of no matter here.
    """
    said = Quote(sentence.start, sentence.end, sentence.text, speaker="")
    plain = replace(sentence, kind=SentenceKind.PROSE)
    return Text(reference.document, (plain,), quotes=(said,))


def _as_quote(quoted: str) -> tuple[Text, Quote]:
    """Return what a model quotes as the article of the ladder, and the quote in it.

    A capital would tell the ladder that a sentence begins, before which nothing can be left out.
    """
    small = quoted[:1].lower() + quoted[1:]
    text = Text(Document("answer", "answer", small, ""), ())
    return text, Quote(0, len(small), small, speaker="")


def _written(comparison: Comparison, sources: QuoteSources) -> str:
    """Return the words of the passage from the first to the last that are quoted."""
    row = sources.index.row
    spans = spans_of(comparison.located)
    start = min(row[span.low].start for span in spans)
    end = max(row[span.high - 1].end for span in spans)
    return sources.index.texts[0].document.text[start:end]


@dataclass(frozen=True, slots=True)
class _Words:
    """Characters ``start:end`` of the article."""

    start: int
    end: int


def _marked(case: Case, sentence: Sentence, said: Answer) -> Spanned | None:
    """Return where the wrong words stand in the sentence, None where they do not.

    Where none are named of a sentence that no passage has, all of it is meant.
    """
    wanted = [word.text for word in words(said.wrong_words, 0, len(said.wrong_words), {})]
    if not wanted:
        return sentence if said.verdict is Stated.MISSING and not said.wrong_words else None
    own = tuple(words(case.article.document.text, sentence.start, sentence.end, {}))
    at = _place(own, wanted)
    return None if at is None else _Words(own[at].start, own[at + len(wanted) - 1].end)


def _place(own: Sequence[Word], wanted: Sequence[str]) -> int | None:
    """Return where words stand among others, the first time; None where they do not."""
    texts = [word.text for word in own]
    places = range(len(texts) - len(wanted) + 1)
    return next((n for n in places if texts[n : n + len(wanted)] == list(wanted)), None)


def _folded(text: str, span: Spanned) -> list[str]:
    return [word.text for word in words(text, span.start, span.end, {})]


def _holds(proof: str, wanted: Sequence[str]) -> bool:
    return _place(tuple(words(proof, 0, len(proof), {})), wanted) is not None


def _fits(case: Case, marked: Spanned, kind: Fault) -> bool:
    """Tell whether words of the article hold what is of the kind; most kinds have no words."""
    article = case.article
    match kind:
        case Fault.NAME | Fault.PLACE:
            return bool(within(article.names, marked))
        case Fault.DATE:
            return bool(within(article.dates, marked))
        case Fault.NUMBER:
            return bool(within(article.numbers, marked) or within(article.dates, marked))
        case Fault.QUOTE:
            return bool(within(article.quotes, marked))
    return True
