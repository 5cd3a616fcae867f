"""A number in its surroundings: what it counts, what happens to it, who and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.knowledge.deeds import fates
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children, verb_above
from auditor.language.words import CONTENT, EMPTY, stem
from auditor.model.number import Number
from auditor.model.text import Sentence, Text, Token, within
from auditor.model.words import SentenceKind

NEAR, CLAUSE, REST, BESIDE = 3.0, 2.0, 1.0, 0.5
"""What a word counts by where it stands: with the counted noun, with its verb, elsewhere in the
sentence, in the sentence before or after. Guesses."""

STEPS = 5
"""How far up or down the parse words still belong to the counted noun."""

_AROUND = frozenset({"tell", "total", "number", "least", "than", "up", "over"})
"""Words that stand beside any number, besides those that say that it is rough."""

_CUTS = frozenset({"conj", "relcl", "advcl", "ccomp", "parataxis", "cc", "punct"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its sentence and the words around it.

    Attributes:
        document: id of its document.
        words: what each word around the number counts, by key.
        fates: what happened to those counted (`fates.toml`).
        groups: what its counted noun may be compared with (`counted.toml`).
    """

    document: str
    sentence: Sentence
    number: Number
    words: Mapping[str, float]
    fates: frozenset[str]
    groups: frozenset[str]


@cache
def _telling_nothing() -> frozenset[str]:
    """Return words that tell nothing of a number: empty ones, and those beside any figure."""
    return EMPTY | _AROUND | {*lexicon("bounds")["about"], *lexicon("bounds")["nearly"]}


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    groups_of: dict[str, set[str]] = {}
    for group, words in lexicon("counted").items():
        for word in words:
            groups_of.setdefault(word, set()).add(group)
    return {word: frozenset(groups) for word, groups in groups_of.items()}


def counted_in(text: Text) -> tuple[Counted, ...]:
    """Return each number of a text, in text order."""
    keys = [tuple(_key(token) for token in sentence.tokens) for sentence in text.sentences]
    return tuple(
        _counted(text, n, number, keys)
        for n, sentence in enumerate(text.sentences)
        if sentence.kind is not SentenceKind.BOILERPLATE
        for number in within(text.numbers, sentence)
    )


def _fates_at(token: Token) -> frozenset[str]:
    """Return the fates that a word names, by its base form or as it stands ("missing")."""
    return fates().get(token.lemma) or fates().get(token.text.lower(), frozenset())


def _key(token: Token) -> str:
    """Return what a token is compared by: its fate or its folded base form."""
    met = _fates_at(token)
    if met and token.pos in {"NOUN", "VERB", "ADJ", "ADV"}:
        return "+" + min(met)
    if token.pos not in CONTENT - {"NUM"} or token.lemma in _telling_nothing():
        return ""
    return stem(token.text)


def _counted(text: Text, n: int, number: Number, keys: Sequence[tuple[str, ...]]) -> Counted:
    sentence = text.sentences[n]
    tokens = sentence.tokens
    own = frozenset(
        k
        for k, t in enumerate(tokens)
        if t.start < number.phrase_end and number.phrase_start < t.end
    )
    anchor = number.noun if number.noun >= 0 else max(own, default=0)
    near, clause = _near(tokens, anchor), _clause(tokens, anchor)
    words: dict[str, float] = {}
    for beside in (n - 1, n + 1):
        if 0 <= beside < len(keys):
            _add(words, keys[beside], BESIDE)
    _add(words, (key for k, key in enumerate(keys[n]) if k not in own), REST)
    _add(words, (keys[n][k] for k in clause - own), CLAUSE)
    _add(words, (keys[n][k] for k in near - own), NEAR)
    return Counted(
        text.document.id,
        sentence,
        number,
        words,
        _fates_of(tokens, near, clause, number),
        _groups().get(number.counted, frozenset()),
    )


def _add(words: dict[str, float], keys: Iterable[str], worth: float) -> None:
    for key in keys:
        if key:
            words[key] = max(worth, words.get(key, 0.0))


def _near(tokens: Sequence[Token], anchor: int) -> frozenset[int]:
    """Return the tokens that modify the counted noun, itself included."""
    near = {anchor}
    for _ in range(STEPS):
        near |= {
            k for k, token in enumerate(tokens) if token.head in near and token.dep not in _CUTS
        }
    return frozenset(near)


def _clause(tokens: Sequence[Token], anchor: int) -> frozenset[int]:
    """Return the governing verb with the heads of its subject, objects and adjuncts."""
    verb = verb_above(tokens, anchor)
    said = children(tokens, anchor, "acl", "relcl")
    inside = {
        k for word in (verb, *said) if word is not None for k in _with_arguments(tokens, word)
    }
    if verb is not None and tokens[verb].dep in {"conj", "xcomp", "advcl", "acl"}:
        inside.update(children(tokens, tokens[verb].head, "nsubj", "nsubjpass"))
    return frozenset(inside)


def _with_arguments(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """Yield a verb and the heads of what hangs on it, with what names them more nearly."""
    yield verb
    for k in children(tokens, verb):
        if tokens[k].dep not in _CUTS:
            yield k
            labels = () if tokens[k].pos == "ADP" else ("compound", "amod", "poss")
            yield from children(tokens, k, *labels)


def _fates_of(
    tokens: Sequence[Token], near: frozenset[int], clause: frozenset[int], number: Number
) -> frozenset[str]:
    """Return what happened to those counted: by the noun itself, else by the words around it."""
    if 0 <= number.noun < len(tokens):
        own = _fates_at(tokens[number.noun])
        if own:
            return own
    beside = _beside(tokens, number)
    if beside:
        return beside
    if _is_where(tokens, number):
        return frozenset()
    return frozenset().union(*(_fates_at(tokens[k]) for k in sorted(near | clause)))


def _is_where(tokens: Sequence[Token], number: Number) -> bool:
    """Tell whether what is counted is only where it happened: nine people died in two crashes."""
    if number.noun < 0 or number.unit:
        return False
    noun = tokens[number.noun]
    led = noun.dep == "pobj" and tokens[noun.head].lemma in {
        "in",
        "at",
        "during",
        "after",
        "across",
    }
    return led and noun.lemma not in lexicon("counted")["person"]


def _beside(tokens: Sequence[Token], number: Number) -> frozenset[str]:
    """Return the fate of the word right behind the number or its noun: ``12 injured``."""
    at = number.noun if number.noun >= 0 else number.token
    for token in tokens[at + 1 : at + 4] if at >= 0 else ():
        if token.pos in {"NUM", "PUNCT"}:
            break
        if met := _fates_at(token):
            return met
    return frozenset()
