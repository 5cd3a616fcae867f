"""What a pair of quotation marks is for: speech, a phrase of somebody's, a term, a title."""

import re
from functools import cache

from auditor.checks.quotes.find.attribution import LONGEST_PROSE
from auditor.knowledge.lexicon import lexicon
from auditor.model.quote import QuoteKind
from auditor.model.text import Sentence
from auditor.text.quotation_marks import Marked

PHRASE_WORDS = 3
"""A quote of so many words or fewer is a phrase; the issue's own line."""

TERM_WORDS = 6
"""A longer quote is never taken for a term or a name. A guess."""

WRITING = frozenset({"post", "read", "tweet", "write"})
"""Verbs that report what somebody wrote, or only that he wrote something."""

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off"}
    | {"on", "or", "over", "per", "the", "to", "up", "via", "with"}
)


def kind_of(paragraph: str, marked: Marked, sentence: Sentence) -> QuoteKind:
    """Return what the marks are for, by the quoted words and those around them.

    A phrase that no verb of speech in its sentence reports is a scare quote.
    """
    inner = paragraph[marked.inner : marked.outer].strip()
    words = inner.split()
    before = paragraph[max(0, marked.start - 60) : marked.start].rstrip().casefold()
    after = paragraph[marked.end : marked.end + 40]
    if len(words) <= TERM_WORDS and _names(before) and inner[-1:] not in ".!?,":
        return QuoteKind.SCARE
    if _is_nickname(words, paragraph, marked) or _is_title(words, inner, before, after):
        return QuoteKind.TITLE
    if len(words) > PHRASE_WORDS:
        return QuoteKind.SPEECH
    if inner[-1:] in ",.!?" and len(inner) > 1 and words[0][0].isupper():
        return QuoteKind.PHRASE
    return QuoteKind.PHRASE if _is_reported(sentence) else QuoteKind.SCARE


def _names(before: str) -> bool:
    return bool(_naming().search(before))


@cache
def _naming() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{'|'.join(map(re.escape, lexicon('speech')['naming']))}),?$")


@cache
def _work() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{'|'.join(lexicon('speech')['works'])})s?,?$")


@cache
def _work_after() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,2}}(?:\w+ )?(?:{'|'.join(lexicon('speech')['works'])})s?\b")


def _is_nickname(words: list[str], paragraph: str, marked: Marked) -> bool:
    """Tell whether the marks stand inside a name: Wisam Mohammed “Abu Baqer” al-Saadi."""
    if len(words) > PHRASE_WORDS or not all(
        w[:1].isupper() or w[:3] in {"al-", "the"} for w in words
    ):
        return False
    before = re.search(r"([A-Z][\w.’'-]*) $", paragraph[max(0, marked.start - 30) : marked.start])
    after = re.match(r" ([A-Z]|al-|el-|bin |ibn |van |de )", paragraph[marked.end : marked.end + 6])
    return bool(before and after)


def _is_title(words: list[str], inner: str, before: str, after: str) -> bool:
    """Tell whether the words are written as a title, or a noun says that they are one."""
    if len(words) > 12 or before.endswith(":"):
        return False
    capital = all(w[:1].isupper() or not w[:1].isalpha() or w.casefold() in _SMALL for w in words)
    called = bool(_work().search(before)) or bool(_work_after().match(after))
    shape = capital and words[0][:1].isupper() and words[-1][:1].isupper()
    if called and shape:
        return True
    ended = inner.endswith((".", "!", "?")) and len(words) > 1
    return shape and len(words) > 1 and not ended and not before.endswith(",")


def _is_reported(sentence: Sentence) -> bool:
    """Tell whether a verb of speech in the sentence may report the phrase."""
    verbs = lexicon("speech")["verbs"]
    return len(sentence.tokens) <= LONGEST_PROSE and any(
        (token.pos == "VERB" and token.lemma in verbs and not _has_work(sentence, n))
        or token.text.casefold() == "according"
        for n, token in enumerate(sentence.tokens)
    )


def _has_work(sentence: Sentence, verb: int) -> bool:
    """Tell whether what is written or read is a thing and no statement: ``posts pictures``."""
    if sentence.tokens[verb].lemma not in WRITING:
        return False
    below = [token for token in sentence.tokens if token.head == verb]
    thing = any(token.dep == "dobj" and token.pos == "NOUN" for token in below)
    return thing and not any(token.dep == "ccomp" for token in below)
