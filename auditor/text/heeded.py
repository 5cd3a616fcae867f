"""The references without what is no evidence: hidden words, orders to machines, taken-back news.

What is set aside is told with its ground (`Text.set_aside`) and stands nowhere else: its sentences
and mentions are left out, and the text of its document has spaces in its place. So no stage that
comes later, nor a model that reads passages, can meet it; positions stay as they were.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.knowledge.instructions import is_instruction
from auditor.knowledge.invisible import secrets
from auditor.model.text import S, SetAside, Spanned, Text, within
from auditor.model.words import Ground
from auditor.text.corrected import superseded
from auditor.text.instructed import instructed
from auditor.text.notices import PublishersNotice, notices


def heeded(references: Sequence[Text]) -> tuple[Text, ...]:
    """Return the references, in the same order, without what is no evidence in them."""
    told = [tuple(notices(text)) for text in references]
    aside = [
        [*secret_words(text), *_instructed(text), *_noticed(text, own)]
        for text, own in zip(references, told, strict=True)
    ]
    for old, new, sentence in superseded(references, told):
        notice = next(one.told for one in told[new] if not one.is_retraction)
        by = references[new].document.id
        aside[old].append(
            SetAside(sentence.start, sentence.end, Ground.SUPERSEDED, notice, (sentence,), by=by)
        )
    return tuple(
        _without(text, tuple(own)) if own else text
        for text, own in zip(references, aside, strict=True)
    )


def secret_words(text: Text) -> Iterator[SetAside]:
    """Yield what a text says in characters that nobody sees, with the sentences around it."""
    for secret in secrets(text.document.text):
        sentences = within(text.sentences, secret)
        ground = Ground.INSTRUCTION if is_instruction(secret.words) else Ground.HIDDEN
        places: tuple[Spanned, ...] = (secret, *sentences)
        yield SetAside(
            min(place.start for place in places),
            max(place.end for place in places),
            ground,
            secret.words,
            sentences,
            secret.way,
        )


def _instructed(text: Text) -> Iterator[SetAside]:
    for paragraph, words in instructed(text):
        start, end = paragraph[0].start, paragraph[-1].end
        yield SetAside(start, end, Ground.INSTRUCTION, words, paragraph)


def _noticed(text: Text, told: Sequence[PublishersNotice]) -> Iterator[SetAside]:
    """Yield what notices tell was wrong; of a text that was taken back, all of it."""
    for notice in told:
        if notice.is_retraction:
            end = len(text.document.text)
            yield SetAside(0, end, Ground.RETRACTED, notice.told, text.sentences)
        else:
            for sentence in notice.sentences:
                place = sentence.start, sentence.end
                yield SetAside(*place, Ground.NOTICE, notice.told, (sentence,))


def _without(text: Text, aside: tuple[SetAside, ...]) -> Text:
    letters = list(text.document.text)
    for one in aside:
        letters[one.start : one.end] = [
            char if char == "\n" else " " for char in letters[one.start : one.end]
        ]
    return replace(
        text,
        document=replace(text.document, text="".join(letters)),
        sentences=_outside(text.sentences, aside),
        names=_outside(text.names, aside),
        dates=_outside(text.dates, aside),
        numbers=_outside(text.numbers, aside),
        quotes=_outside(text.quotes, aside),
        set_aside=tuple(sorted(aside, key=lambda one: (one.start, one.end, one.ground))),
    )


def _outside(mentions: tuple[S, ...], aside: Sequence[Spanned]) -> tuple[S, ...]:
    """Return the mentions that nothing of what is set aside touches."""
    touched = {mention for one in aside for mention in within(mentions, one)}
    return tuple(mention for mention in mentions if mention not in touched)
