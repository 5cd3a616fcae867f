"""What is to be said of each source: hidden words, orders to machines, corrections, copies."""

from collections.abc import Iterable, Iterator

from auditor.checks.sources.outcome import Outcome
from auditor.checks.sources.wording import excerpt, listed_names, named, spoken_of
from auditor.evidence.align import SUPPORTING
from auditor.evidence.case import Case
from auditor.evidence.passages import index
from auditor.evidence.proof import evidence
from auditor.knowledge.instructions import is_instruction
from auditor.language.words import terms
from auditor.model.document import Document
from auditor.model.evidence import Link
from auditor.model.ruling import Ruling
from auditor.model.text import SetAside, Spanned, Text
from auditor.model.words import Ground, SentenceKind, Stance
from auditor.text.heeded import secret_words
from auditor.text.instructed import instructed


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield what is to be said of the article's own words, then of each reference."""
    yield from _of_article(case.article)
    for text in case.references:
        yield from _unseen(text.document)
        yield from _told_once(case, text)
    for document in case.searched:
        yield from _unseen(document)
    yield from _repeated(case)
    yield from _retracted_alone(case)


def _unseen(document: Document) -> Iterator[Ruling]:
    """Yield what the file of a document holds beside what its readers see."""
    for words in document.unseen:
        spoken = is_instruction(words.text)
        outcome = Outcome.INSTRUCTION if spoken else Outcome.HIDDEN
        yield _ruling(outcome, document, words.text, words.way)


def _of_article(article: Text) -> Iterator[Ruling]:
    """Yield hidden words and orders in the article, which is audited all the same."""
    yield from _unseen(article.document)
    for secret in secret_words(article):
        yield _ruling(
            _OUTCOMES[secret.ground], article.document, secret.told, secret.way, at=secret
        )
    for paragraph, words in instructed(article):
        spoken = [one for one in paragraph if is_instruction(one.text)] or paragraph
        yield _ruling(Outcome.INSTRUCTION, article.document, words, "", at=spoken[0])


_OUTCOMES = {
    Ground.HIDDEN: Outcome.HIDDEN,
    Ground.INSTRUCTION: Outcome.INSTRUCTION,
    Ground.NOTICE: Outcome.CORRECTED,
    Ground.RETRACTED: Outcome.RETRACTED,
}
"""What is said of words set aside; what is superseded is told with the correction."""


def _told_once(case: Case, text: Text) -> Iterator[Ruling]:
    """Yield a ruling for each thing that was set aside, each notice and instruction once."""
    told: dict[tuple[Ground, str], SetAside] = {}
    for aside in text.set_aside:
        if aside.ground in _OUTCOMES:
            told.setdefault((aside.ground, aside.told), aside)
    for aside in told.values():
        outcome = _OUTCOMES[aside.ground]
        yield _ruling(outcome, text.document, aside.told, aside.way, _older(case, text))


def _older(case: Case, corrected: Text) -> str:
    """Return that another reference is the same text uncorrected, "" where none is."""
    older = [
        named(text.document)
        for text in case.references
        if any(aside.by == corrected.document.id for aside in text.set_aside)
    ]
    if not older:
        return ""
    verb = "is" if len(older) == 1 else "are"
    return (
        f" {listed_names(older)} {verb} an earlier version of it; where they differ, "
        "only the corrected words count."
    )


def _ruling(
    outcome: Outcome,
    document: Document,
    words: str,
    way: str,
    older: str = "",
    at: Spanned | None = None,
) -> Ruling:
    shown = excerpt(words)
    name = named(document)
    fields = {
        "source": spoken_of(document),
        "words": shown,
        "way": f" {excerpt(way)}" if way else "",
        "older": older,
    }
    start, end = (at.start, at.end) if at else (0, 0)
    return Ruling(outcome, start, end, fields, about=f"{name}: {shown}")


def _repeated(case: Case) -> Iterator[Ruling]:
    for group in case.copies:
        names = listed_names([named(case.texts[one].document) for one in group])
        fields = {"sources": names}
        yield Ruling(Outcome.REPEATED, 0, 0, fields, about=names)


def _retracted_alone(case: Case) -> Iterator[Ruling]:
    """Yield each sentence that a retracted report bears out, and no other reference."""
    retracted = tuple(_retracted(case.references))
    passages = index(retracted) if retracted else None
    texts = {text.document.id: text for text in retracted}
    for link in case.links if passages else ():
        if not passages or _is_supported(link) or link.sentence.kind is SentenceKind.BOILERPLATE:
            continue
        for passage, covered in passages.closest(terms(link.sentence))[:1]:
            if covered >= SUPPORTING:
                text = texts[passage.reference]
                proof = evidence(text, passage.sentence, Stance.MENTIONS, covered)
                place = link.sentence.start, link.sentence.end
                fields = {"source": named(text.document)}
                yield Ruling(Outcome.RETRACTED_ALONE, *place, fields, evidence=(proof,))


def _is_supported(link: Link) -> bool:
    return any(one.score >= SUPPORTING for one in link.evidence)


def _retracted(references: Iterable[Text]) -> Iterator[Text]:
    """Yield the texts that were taken back, as they were."""
    for text in references:
        for aside in text.set_aside:
            if aside.ground is Ground.RETRACTED:
                yield Text(text.document, aside.sentences)
                break
