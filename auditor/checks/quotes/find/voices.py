"""The noun of a sentence that speaks, as a name or role: persons, bodies, places, the unnamed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from auditor.checks.quotes.find.people import People, name_of, persons
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children, climb
from auditor.model.quote import SpeakerKind
from auditor.model.text import Token

_PLACES = frozenset({"GPE", "NORP", "LOC"})
_BODIES = _PLACES | {"ORG", "FAC"}


STEPS = 7
"""How far up the parse a word may hang below the noun of its phrase. A guess."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: name or role, what it is, and where the text states it."""

    name: str
    kind: SpeakerKind
    start: int
    end: int


def owner(tokens: Sequence[Token], head: int) -> int | None:
    """Return whose document it is: ``Smith's statement``, ``Smith issued a statement``."""
    if tokens[head].dep == "dobj":
        verb = tokens[head].head
        return next(children(tokens, verb, "nsubj"), None)
    for n in children(tokens, head, "poss", "prep", "agent"):
        if tokens[n].dep == "poss" and tokens[n].pos != "PRON":
            return n
        if tokens[n].dep != "poss" and tokens[n].lemma in {"from", "by"}:
            return next(children(tokens, n, "pobj"), None)
    return None


def named(tokens: Sequence[Token], head: int, known: People) -> Voice:
    """Return the speaker whose noun is at `head`: the person in apposition, else the phrase."""
    for n in (head, *children(tokens, head, "appos")):
        for start, end in persons(tokens):
            if start <= n < end:
                name = name_of(tokens[start:end])
                span = (tokens[start].start, tokens[end - 1].end)
                return Voice(known.full(name), SpeakerKind.PERSON, *span)
    start, end = _phrase(tokens, head)
    name, span = name_of(tokens[start:end]), (tokens[start].start, tokens[end - 1].end)
    if tokens[head].pos == "PROPN":
        if titled := _titled(tokens[start:end]):
            return Voice(known.full(titled), SpeakerKind.PERSON, *span)
        if known.knows(name) and (tokens[head].entity not in _BODIES or known.full(name) != name):
            return Voice(known.full(name), SpeakerKind.PERSON, *span)
        kind = SpeakerKind.PLACE if tokens[head].entity in _PLACES else SpeakerKind.BODY
        return Voice(name, kind, *span)
    return Voice(name, SpeakerKind.ROLE, *span)


def _titled(phrase: Sequence[Token]) -> str:
    """Return the name behind a title, where the phrase is one: Assistant Police Chief Ames."""
    titles = lexicon("speech")["titles"]
    last = max(
        (n for n, t in enumerate(phrase) if t.text.casefold().strip(".") in titles), default=-1
    )
    rest = phrase[last + 1 :]
    return name_of(rest) if last >= 0 and all(t.pos == "PROPN" for t in rest) else ""


def _phrase(tokens: Sequence[Token], head: int) -> tuple[int, int]:
    """Return the noun phrase around `head`: what stands before it, and its ``of`` and ``for``."""
    start = head
    while start > 0 and _belongs(tokens, start - 1, head):
        start -= 1
    end = head + 1
    while end < len(tokens) and _follows(tokens, end, head) and end - head < 12:
        end += 1
    while end > head + 1 and tokens[end - 1].pos in {"ADP", "DET", "PUNCT"}:
        end -= 1
    return start, end


def _belongs(tokens: Sequence[Token], n: int, head: int) -> bool:
    """Tell whether token `n`, before the head, hangs on it without a clause between."""
    if tokens[n].pos in {"DET", "VERB", "PUNCT", "SCONJ"} and tokens[n].text != "-":
        return False
    return head in islice(climb(tokens, n), STEPS)


def _follows(tokens: Sequence[Token], n: int, head: int) -> bool:
    """Tell whether token `n`, behind the head, belongs to its ``of`` or ``for`` phrase."""
    if tokens[n].pos in {"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"}:
        return tokens[n].text == "-"
    for m in islice(climb(tokens, n), STEPS):
        if tokens[m].dep == "prep" and tokens[m].head == head:
            return tokens[m].lemma in {"of", "for", "at", "from", "with"}
    return False
