"""What an archive is asked for: the names of an article, its sentences one by one, its days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from auditor.archive.keys import keyed
from auditor.language.words import terms_of
from auditor.model.text import Spanned, Text, within
from auditor.model.words import SentenceKind


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that is looked for: its key, and how it stands in the article."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that belong together: a name or a sentence. A report that has most of them is near.

    Attributes:
        text: as it stands in the article.
        words: in text order, each key once.
    """

    text: str
    words: tuple[Keyword, ...]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is looked for.

    Attributes:
        names: each once, in the order of their keys.
        sentences: in text order.
        days: those that the article is of or tells of, in order.
    """

    names: tuple[Unit, ...]
    sentences: tuple[Unit, ...]
    days: tuple[date, ...] = ()


def question_of(article: Text) -> Inquiry:
    """Return what an article asks: detail by detail, so that one of another event is found too."""
    names = (_unit(name.text, words_in(name.text)) for name in article.names)
    known = {tuple(sorted(word.key for word in unit.words)): unit for unit in names if unit.words}
    return Inquiry(
        names=tuple(known[keys] for keys in sorted(known)),
        sentences=tuple(_sentences(article)),
        days=tuple(sorted({*_days(article)})),
    )


def question_in(line: str) -> Inquiry:
    """Return what somebody asks in a line of words."""
    return Inquiry((), (_unit(line, words_in(line)),))


def words_in(line: str) -> Iterator[Keyword]:
    """Yield the words of a line in text order."""
    for word, key in keyed(line):
        yield Keyword(key, word)


def _days(article: Text) -> Iterator[date]:
    if article.document.published:
        yield article.document.published
    for told in article.dates:
        if told.first and told.first == told.last:
            yield told.first


def _sentences(article: Text) -> Iterator[Unit]:
    """Yield the words of sentences that carry content; days are compared as days."""
    days: tuple[Spanned, ...] = (*article.document.dates, *article.dates)
    for sentence in article.sentences:
        if sentence.kind is not SentenceKind.BOILERPLATE:
            tokens = [token for token in sentence.tokens if not within(days, token)]
            known = {key for term in terms_of(tokens) for _, key in keyed(term.word)}
            unit = _unit(sentence.text, (w for w in words_in(sentence.text) if w.key in known))
            if unit.words:
                yield unit


def _unit(text: str, words: Iterable[Keyword]) -> Unit:
    return Unit(text, tuple({word.key: word for word in words}.values()))
