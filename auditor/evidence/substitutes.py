"""What its excerpt would bear out in the place of some words of a sentence that it denies.

The sentence is read again with each of its mentions replaced by another of its kind from the
excerpt, and with each of its verbs denied. Where one of these is believed, it tells which words are
wrong and what the references have instead; a true sentence that the model only misreads is no more
believed with words that are wrong.

A reason is replaced by another of the excerpt whether the sentence is denied or not: the model
hardly looks at reasons until it has the right one beside the wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz import fuzz

from auditor.evidence.case import Case
from auditor.evidence.entailment import Reader
from auditor.evidence.excerpt import NewsTexts, excerpt, excerpted
from auditor.evidence.proof import denying, evidence
from auditor.evidence.reasons import Reason, in_place, reasons
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import related
from auditor.language.tree import has_child
from auditor.language.words import fold
from auditor.model.date import Date
from auditor.model.evidence import Link, Substitute
from auditor.model.name import Name
from auditor.model.number import Number
from auditor.model.text import Sentence, Text, Token, within
from auditor.model.words import Category, NameKind, Stance

SURELY_DENIED = 0.6
"""From this chance of a contradiction on a sentence is read again. From .5 on the rules of these
readings are right in five marks more and wrong in two more, for half as many readings again."""

MOST = 8
"""Substitutes read for a sentence, so that a long one takes no longer. A guess."""

DENIED = {"VBD": "did not", "VBZ": "does not", "VBP": "do not", "MD": ""}
"""How a verb is denied that has no auxiliary, by its tag; a modal verb is one itself."""

ALIKE = 80
"""Names whose letters are this alike may be one name misspelt, which has its own rules. A guess."""

NEAR = 12
"""Characters between an auxiliary and its verb, marked as one: an adverb. A guess."""

Mention = Name | Number | Date


@dataclass(frozen=True, slots=True)
class Denial:
    """A verb at ``start:end`` of the document, its lemma, and what it says where it is denied."""

    start: int
    end: int
    verb: str
    words: str


def with_substitutes(case: Case, references: NewsTexts, entailment: Reader) -> Case:
    """Return the case with the substitute that reads best in each sentence that is denied."""
    tried = [
        (n, one)
        for n, link in enumerate(case.links)
        if link.reading
        for one in islice(_substitutes(case.article, link, references), MOST)
    ]
    passages = {n: excerpt(case.links[n], references) for n, _ in tried}
    pairs = [(passages[n], _put(case.links[n], one)) for n, one in tried]
    links = list(case.links)
    for (n, one), reading in zip(tried, entailment.read(pairs), strict=True):
        best = links[n].substitute
        if best is None or reading.supports > best.after:
            links[n] = replace(links[n], substitute=replace(one, after=reading.supports))
    return replace(case, links=tuple(links))


def _put(link: Link, one: Substitute) -> str:
    """Return the sentence with a substitute in it."""
    text, start = link.sentence.text, link.sentence.start
    return text[: one.start - start] + one.expected + text[one.end - start :]


def _substitutes(article: Text, link: Link, references: NewsTexts) -> Iterator[Substitute]:
    """Yield what may be put into the sentence, outside quotes, which are compared exactly."""
    before = link.reading.supports if link.reading else 0.0
    quotes = within(article.quotes, link.sentence)
    excerpts = tuple(excerpted(link, references))
    for reason, text, sentence, words in _other_reasons(link.sentence, excerpts):
        if not within(quotes, reason):
            passage = evidence(text, sentence, Stance.CONTRADICTS, 1.0)
            span = reason.start, reason.end
            yield Substitute(*span, Category.EVENT, words, passage, before, after=0.0)
    if link.reading is None or link.reading.contradicts < SURELY_DENIED:
        return
    closest = replace(denying(link), stance=Stance.CONTRADICTS)
    affirmed = _affirmed([sentence for _, sentence in excerpts])
    for one in denials(link.sentence):
        if one.verb not in affirmed and not within(quotes, one):
            span = one.start, one.end
            yield Substitute(*span, Category.NEGATION, one.words, closest, before, after=0.0)
    for mention, text, sentence, words in _rivals(article, link.sentence, excerpts):
        if not within(quotes, mention):
            passage = evidence(text, sentence, Stance.CONTRADICTS, 1.0)
            span = mention.start, mention.end
            yield Substitute(*span, _category(mention), words, passage, before, after=0.0)


def _affirmed(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the lemmas of the verbs of sentences of which none denies anything, in any words."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    denying = {fold(word) for word in lexicon("meaning")["negations"]}
    if any(token.dep == "neg" or fold(token.text) in denying for token in tokens):
        return frozenset()
    return frozenset(token.lemma for token in tokens if token.pos == "VERB")


def denials(sentence: Sentence) -> Iterator[Denial]:
    """Yield each finite verb that nothing denies, as it is denied.

    An auxiliary is told with its verb: ``was found`` becomes ``was not found``.
    """
    tokens = sentence.tokens
    for n, token in enumerate(tokens):
        if token.tag not in DENIED or not token.text.isalpha() or _is_denied(tokens, n):
            continue
        if token.pos == "AUX" or token.lemma == "be":
            head = _verb(token, tokens)
            rest = sentence.text[token.end - sentence.start : head.end - sentence.start]
            yield Denial(token.start, head.end, head.lemma, f"{token.text} not{rest}")
        elif token.pos == "VERB" and not has_child(tokens, n, "aux", "auxpass"):
            words = f"{DENIED[token.tag]} {token.lemma}"
            yield Denial(token.start, token.end, token.lemma, words)


def _is_denied(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb, or the verb that it helps, has a “not” already."""
    return any(has_child(tokens, n, "neg") for n in (verb, tokens[verb].head))


def _verb(auxiliary: Token, tokens: Sequence[Token]) -> Token:
    """Return the verb that an auxiliary stands close before, or itself."""
    head = tokens[auxiliary.head]
    helps = auxiliary.dep in {"aux", "auxpass"} and auxiliary.end < head.start
    return head if helps and head.start - auxiliary.end <= NEAR else auxiliary


def _other_reasons(
    sentence: Sentence, excerpts: Sequence[tuple[Text, Sentence]]
) -> Iterator[tuple[Reason, Text, Sentence, str]]:
    """Yield each reason with those of the excerpt that share no word with it, as put in its place.

    What shares a word may be the same reason in other words.
    """
    for reason in reasons(sentence):
        for text, passage in excerpts:
            for other in reasons(passage):
                if reason.rivals(other):
                    words = text.document.text[other.start : other.end]
                    yield reason, text, passage, in_place(sentence, reason, words)


def _rivals(
    article: Text, sentence: Sentence, excerpts: Sequence[tuple[Text, Sentence]]
) -> Iterator[tuple[Mention, Text, Sentence, str]]:
    """Yield each mention with what the excerpt has of its kind, each words once."""
    held = _words(sentence.text)
    for mention in _mentions(article, sentence):
        seen = set[str]()
        for text, passage in excerpts:
            for other in _mentions(text, passage):
                words = text.document.text[other.start : other.end]
                if words in seen or _words(words) <= held or not _is_rival(mention, other):
                    continue
                seen.add(words)
                yield mention, text, passage, words


def _mentions(text: Text, sentence: Sentence) -> tuple[Mention, ...]:
    return (
        *within(text.names, sentence),
        *within(text.numbers, sentence),
        *within(text.dates, sentence),
    )


def _is_rival(mention: Mention, other: Mention) -> bool:
    """Tell whether two mentions are of one kind and can't mean the same."""
    if isinstance(mention, Name) and isinstance(other, Name):
        return mention.kind is other.kind and not _may_be_one(mention, other)
    if isinstance(mention, Number) and isinstance(other, Number):
        agree = mention.low <= other.high and other.low <= mention.high
        return mention.unit == other.unit and not agree
    if isinstance(mention, Date) and isinstance(other, Date):
        return not _overlap(mention, other)
    return False


def _may_be_one(name: Name, other: Name) -> bool:
    """Tell whether names may name one thing, or a place and what holds it."""
    words, others = _words(name.text), _words(other.text)
    if words & others or fuzz.ratio(name.text, other.text) >= ALIKE:
        return True
    if _initials(name.text) == other.text or _initials(other.text) == name.text:
        return True
    places = name.kind in {NameKind.PLACE, NameKind.GROUP}
    return places and bool(related(name.text) & related(other.text))


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper())


def _overlap(date: Date, other: Date) -> bool:
    """Tell whether two dates may be of the same day."""
    if date.first is None or date.last is None or other.first is None or other.last is None:
        stated = (
            (date.weekday, other.weekday),
            (date.day, other.day),
            (date.month, other.month),
            (date.year, other.year),
        )
        return not any(None not in both and both[0] != both[1] for both in stated)
    return date.first <= other.last and other.first <= date.last


def _words(text: str) -> set[str]:
    return {folded for word in text.split() if (folded := fold(word))}


def _category(mention: Mention) -> Category:
    if isinstance(mention, Number):
        return Category.NUMBER
    if isinstance(mention, Date):
        return Category.DATE
    return Category.PLACE if mention.kind is NameKind.PLACE else Category.NAME
