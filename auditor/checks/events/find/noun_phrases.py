"""Who or what a noun phrase names: its names, and the noun that describes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children, has_child, joined, objects, tokens_in
from auditor.model.event import Participant
from auditor.model.name import Name
from auditor.model.text import Sentence, Token, within

NOT_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
"""Entity types of what is no participant, whoever it names."""


@dataclass(frozen=True, slots=True)
class NameTokens:
    """A name and the tokens ``first:last`` that it covers, the last one included."""

    name: Name
    first: int
    last: int


def names_in(sentence: Sentence, names: Sequence[Name]) -> tuple[NameTokens, ...]:
    """Return the names that lie in the sentence, with their tokens, in text order."""
    inside = ((name, tokens_in(sentence, name)) for name in within(names, sentence))
    return tuple(
        NameTokens(name, own[0], _with_suffix(sentence.tokens, own[-1]))
        for name, own in inside
        if own and sentence.start <= name.start and name.end <= sentence.end
    )


def _with_suffix(tokens: Sequence[Token], last: int) -> int:
    """Return the last token of a name with the ``Jr.`` behind it, which the parser makes its head.

    The name itself is without it.
    """
    suffixes = lexicon("name-words")["suffixes"]
    after = tokens[last + 1 : last + 3]
    for n, token in enumerate(after, last + 1):
        if token.text.lower().rstrip(".") in suffixes:
            return n
        if token.text != ",":
            break
    return last


def participants(
    tokens: Sequence[Token], head: int, role: str, names: Sequence[NameTokens]
) -> Iterator[Participant]:
    """Yield who fills a role: each member of an enumeration, by name, by its noun, or a pronoun.

    A pronoun for a person has no description.
    """
    for member in joined(tokens, head):
        yield from _member(tokens, member, role, names)


def _member(
    tokens: Sequence[Token], head: int, role: str, names: Sequence[NameTokens]
) -> Iterator[Participant]:
    token = tokens[head]
    if token.tag == "PRP" and token.lemma != "it":
        yield Participant(token.start, token.end, token.text, role, None)
    if token.pos == "PRON" or token.entity in NOT_NAMES:
        return
    own = _name_at(head, names)
    several = tokens[head].tag in {"NNS", "NNPS"} or has_child(tokens, head, "nummod")
    if own:
        yield _of_name(own, role, _description(tokens, own, head))
        return
    tied = list(dict.fromkeys(_tied(tokens, head, names)))
    for name in tied:
        yield _of_name(name, role, tokens[head].lemma)
    if not tied and tokens[head].pos in {"NOUN", "PROPN"}:
        first = min([head, *children(tokens, head, "compound", "amod")])
        text = " ".join(token.text for token in tokens[first : head + 1])
        yield Participant(
            tokens[first].start, tokens[head].end, text, role, None, tokens[head].lemma, several
        )


def _name_at(head: int, names: Sequence[NameTokens]) -> NameTokens | None:
    return next((name for name in names if name.first <= head <= name.last), None)


def _tied(tokens: Sequence[Token], head: int, names: Sequence[NameTokens]) -> Iterator[NameTokens]:
    """Yield the names that apposition, ``was`` or ``identified as`` ties to a noun."""
    for n in (*children(tokens, head, "appos"), *_behind(tokens, head), *_equated(tokens, head)):
        yield from filter(None, [_name_at(n, names)])
    for verb in children(tokens, head, "acl", "relcl"):
        if tokens[verb].lemma in {"name", "identify", "know", "call", "dub"}:
            for n in children(tokens, verb, "oprd", "dobj", "attr"):
                yield from filter(None, [_name_at(n, names)])
            for _, n in objects(tokens, verb, "prep"):
                yield from filter(None, [_name_at(n, names)])


def _behind(tokens: Sequence[Token], head: int) -> Iterator[int]:
    """Yield an apposition right behind a joined noun that the parser ties to the first of them."""
    if tokens[head].dep == "conj":
        for n in children(tokens, tokens[head].head, "appos"):
            between = [t.text for t in tokens[head + 1 : n] if t.dep != "compound"]
            if between == [","]:
                yield n


def _equated(tokens: Sequence[Token], head: int) -> Iterator[int]:
    """Yield the other side of a plain ``is``: ``the one who called was X``."""
    copula = tokens[head].head
    other = {"nsubj": "attr", "attr": "nsubj"}.get(tokens[head].dep)
    if other and tokens[copula].lemma == "be" and not has_child(tokens, copula, "neg"):
        yield from children(tokens, copula, other)


def _description(tokens: Sequence[Token], name: NameTokens, head: int) -> str:
    """Return the noun that describes a name: before it, or in apposition to it."""
    for n in children(tokens, head, "compound", "appos", "nmod"):
        if tokens[n].pos == "NOUN" and not name.first <= n <= name.last:
            return tokens[n].lemma
    return tokens[tokens[head].head].lemma if tokens[head].dep == "appos" else ""


def _of_name(tied: NameTokens, role: str, called: str) -> Participant:
    name = tied.name
    return Participant(name.start, name.end, name.text, role, name.kind, called)
