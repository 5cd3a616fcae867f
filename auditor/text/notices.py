"""Notices by which a publisher tells that a text was wrong: corrections and retractions.

They stand at its head or foot and speak of the text itself; that a court, a journal or an army
corrected or withdrew something is news.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from auditor.knowledge.lexicon import lexicon
from auditor.model.text import Sentence, Text

AT_THE_HEAD, AT_THE_FOOT = 5, 3
"""Paragraphs in which a notice stands: below headline, byline and date, or last. A guess."""

LONGEST_NOTICE_BEFORE = 40
"""Characters of brackets and dates that may open a notice: ``(Aug 3) Correction:``. A guess."""

LONGEST_ERROR = 160
"""Characters between “an earlier version of this article” and what it did wrong. A guess."""


@dataclass(frozen=True, slots=True)
class PublishersNotice:
    """Sentences in which a publisher says that the text was wrong, and whether it is taken back.

    Attributes:
        sentences: those that tell what was wrong.
        told: the whole notice.
    """

    sentences: tuple[Sentence, ...]
    told: str
    is_retraction: bool


def notices(text: Text) -> Iterator[PublishersNotice]:
    """Yield the notices of a text, in text order."""
    paragraphs = [
        tuple(group) for _, group in groupby(text.sentences, key=lambda one: one.paragraph)
    ]
    for n, paragraph in enumerate(paragraphs):
        if n >= AT_THE_HEAD and n < len(paragraphs) - AT_THE_FOOT:
            continue
        for at, sentence in enumerate(paragraph):
            folded = _folded(sentence.text)
            is_retraction = bool(_retraction().search(folded))
            if is_retraction or _correction().search(folded):
                whole = (sentence,) if at else paragraph
                told = " ".join(" ".join(one.text.split()) for one in whole)
                yield PublishersNotice(_wrong(whole), told, is_retraction)
                break


def _wrong(notice: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Return the first sentence of a notice, and others that tell what was wrong."""
    later = (one for one in notice[1:] if _correction().search(_folded(one.text)))
    return (notice[0], *later)


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


@cache
def _correction() -> re.Pattern[str]:
    works = _any("works")
    return re.compile(
        rf"(?:{_any('versions')}) of (?:this|our) (?:[\w'-]{{1,20}} )?(?:{works})\b"
        rf".{{0,{LONGEST_ERROR}}}?\b(?:{_any('erring')})\b"
        rf"|\b(?:{_any('erring')}) (?:[\w'-]{{1,20}} ){{0,2}}in (?:{_any('versions')}) of "
        rf"(?:this|our) (?:{works})\b"
        rf"|^\W{{0,3}}this (?:[\w'-]{{1,20}} )?(?:{works}) (?:{_any('mended')})\b"
        rf"|^(?:\(?[\w .,/-]{{1,{LONGEST_NOTICE_BEFORE}}}[):] )?\W{{0,3}}(?:{_any('labels')})"
    )


@cache
def _retraction() -> re.Pattern[str]:
    works = _any("works")
    return re.compile(
        r"^\W{0,3}(?:"
        rf"(?:editor'?s'? note: )?this (?:[\w'-]{{1,20}} )?(?:{works}) (?:{_any('withdrawn')})\b"
        rf"|(?:{_any('publishers')}) (?:{_any('withdrawing')}) (?:this|the above) (?:{works})\b"
        rf"|(?:{_any('withdrawals')}))"
    )


def _any(key: str) -> str:
    """Return the words of a list of ``corrections.toml`` as alternatives of a pattern."""
    return "|".join(map(re.escape, lexicon("corrections")[key]))
