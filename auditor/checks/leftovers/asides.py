"""Sentences that speak to whoever asked for the text: offers, answers, words of a machine."""

import re
from collections.abc import Iterator

from auditor.checks.leftovers.outcome import Outcome
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def asides(case: Case) -> Iterator[Ruling]:
    """Yield each sentence that speaks to its user, outside of quotations.

    What a reference says too is news about machines that write.
    """
    told: list[str] = []
    for sentence in case.article.sentences:
        phrase = _phrase(_unquoted(case.article, sentence))
        if phrase:
            told = told or [_folded(text.document.text) for text in case.references]
            if not any(phrase in words for words in told):
                said = {"words": phrase.strip()}
                yield Ruling(Outcome.ADDRESS, sentence.start, sentence.end, said)


def _unquoted(text: Text, sentence: Sentence) -> str:
    """Return the folded words of a sentence before its first quotation."""
    quotes = [quote.start for quote in within(text.quotes, sentence)]
    end = max(sentence.start, min(quotes, default=sentence.end))
    return _folded(text.document.text[sentence.start : end])


def _folded(text: str) -> str:
    """Return the words in lower case, a space before and behind each."""
    return f" {' '.join(_WORD.findall(text.lower().replace('’', chr(39))))} "


def _phrase(said: str) -> str:
    """Return the words by which a sentence is no news, "" where it may be."""
    for phrase in _phrases("machine"):
        if phrase in said:
            return phrase
    for phrase in _phrases("answers"):
        if said.startswith(phrase):
            return phrase
    for phrase in _phrases("offers"):
        behind = frozenset(said.removeprefix(phrase).split())
        if said.startswith(phrase) and not behind.isdisjoint(lexicon("leftovers")["works"]):
            return phrase
    if any(phrase in said for phrase in _phrases("handing")):
        return next((phrase for phrase in _phrases("handed") if phrase in said), "")
    return ""


def _phrases(key: str) -> Iterator[str]:
    return (f" {phrase} " for phrase in lexicon("leftovers")[key])
