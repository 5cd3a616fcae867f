"""Why something happened, if what, or in spite of what, as a sentence tells it outright."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import below, children, has_child
from auditor.language.words import fold, terms_of
from auditor.model.text import Sentence, Token

_TIMES = frozenset({"DATE", "TIME"})


class ReasonKind(StrEnum):
    """What a reason is to what happens."""

    REASON = "reason"
    """It is why, or what for."""
    CAUSE = "cause"
    """It brought it about: the subject of a verb that says so."""
    CONDITION = "condition"
    """It happens if this does."""
    CONCESSION = "concession"
    """It happens all the same."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, condition or concession at ``start:end`` of the document, led by its word.

    Attributes:
        keys: the content words in it, by `auditor.language.words.Term.key`.
    """

    start: int
    end: int
    kind: ReasonKind
    keys: frozenset[str]

    def rivals(self, other: "Reason") -> bool:
        """Tell whether only one of the two can be the reason; one in other words shares a word."""
        is_one = self.kind is other.kind is not ReasonKind.CONCESSION
        return is_one and not self.keys & other.keys


def reasons(sentence: Sentence) -> Iterator[Reason]:
    """Yield each reason of a sentence by the word that says that it is one.

    ``Since`` before a clause with a time in it tells a time, and what is no reason is none.
    """
    tokens = sentence.tokens
    for n in range(len(tokens)):
        if n and fold(tokens[n - 1].text) in lexicon("meaning")["negations"]:
            continue
        if thing := _caused_by(tokens, n):
            yield from _reason(tokens, ReasonKind.CAUSE, thing, thing)
        inside = _clause(tokens, n) or _verb(tokens, n) or _noun(tokens, n)
        if words := [k for k in inside if k > n]:
            yield from _reason(tokens, _kind(tokens, n), [n, *words], words)


def _reason(
    tokens: Sequence[Token], kind: ReasonKind, marked: Sequence[int], words: Sequence[int]
) -> Iterator[Reason]:
    """Yield the reason in some words, less the marks at their end; nothing if they say nothing."""
    last = next((k for k in reversed(words) if tokens[k].pos != "PUNCT"), -1)
    keys = frozenset(term.key for term in terms_of(tokens[k] for k in words))
    if keys:
        yield Reason(tokens[marked[0]].start, tokens[last].end, kind, keys)


def _caused_by(tokens: Sequence[Token], n: int) -> Sequence[int]:
    """Return the thing that a verb says brought something about, () where it names none.

    What a person brings about is his deed.
    """
    verb = tokens[n]
    if verb.pos != "VERB":
        return ()
    lists = lexicon("reasons")
    leads_to = any(
        verb.lemma == phrase.split()[0]
        and any(tokens[k].lemma == phrase.split()[-1] for k in children(tokens, n, "prep"))
        for phrase in lists["causing_by"]
    )
    if not leads_to and verb.lemma not in lists["causing"]:
        return ()
    if has_child(tokens, n, "nsubjpass", "auxpass"):
        doers = [k for by in children(tokens, n, "agent") for k in children(tokens, by, "pobj")]
    else:
        doers = list(children(tokens, n, "nsubj"))
    thing = next((k for k in doers if tokens[k].pos == "NOUN"), None)
    return () if thing is None else below(tokens, thing)


def _kind(tokens: Sequence[Token], n: int) -> ReasonKind:
    word, lists = tokens[n].text.lower(), lexicon("reasons")
    if word in lists["conditions"]:
        return ReasonKind.CONDITION
    concedes = word in lists["concessions"] or _leads(tokens, n, "obstacles")
    return ReasonKind.CONCESSION if concedes else ReasonKind.REASON


def in_place(sentence: Sentence, reason: Reason, words: str) -> str:
    """Return another reason's words as they stand in the place of one of a sentence.

    They begin large only where they begin the sentence.
    """
    first = words[0].upper() if reason.start == sentence.start else words[0].lower()
    return " ".join((first + words[1:]).split())


def _clause(tokens: Sequence[Token], n: int) -> Collection[int]:
    """Return the clause that a word of reason, purpose or the like leads, () for another."""
    word = tokens[n].text.lower()
    if _leads(tokens, n, "purposes"):
        clause = below(tokens, tokens[n + 1].head)
        return clause if _may_be(tokens, tokens[n + 1].head) else ()
    if tokens[n].dep != "mark":
        return ()
    lists, verb = lexicon("reasons"), tokens[n].head
    if word in lists["clauses"]:
        clause = below(tokens, verb)
        times = any(tokens[k].entity in _TIMES for k in clause)
        return () if word == "since" and times else clause
    if word in lists["conditions"]:
        asks = tokens[verb].dep != "advcl" or tokens[tokens[verb].head].lemma in lists["asking"]
        return () if asks else below(tokens, verb)
    return below(tokens, verb) if word in lists["concessions"] else ()


def _may_be(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb tells what may be; ``so that he fell`` tells what came of it."""
    return any(tokens[k].tag == "MD" for k in children(tokens, verb, "aux", "auxpass"))


def _verb(tokens: Sequence[Token], n: int) -> Collection[int]:
    last = _leads(tokens, n, "aims")
    return below(tokens, tokens[last - 1].head) if last else ()


def _noun(tokens: Sequence[Token], n: int) -> Collection[int]:
    """Return the noun with all that hangs on it that words of reason lead to, () for others."""
    last = _leads(tokens, n, "phrases") or _leads(tokens, n, "obstacles")
    last = last or _leads_out_of(tokens, n)
    nouns = (k for m in range(n, last) for k in children(tokens, m, "pobj", "pcomp"))
    noun = next((k for k in nouns if k >= last), None)
    return () if noun is None else below(tokens, noun)


def _leads_out_of(tokens: Sequence[Token], n: int) -> int:
    """Return where a motive begins that token `n` leads to, else 0: ``out of pure spite``."""
    if [token.text.lower() for token in tokens[n : n + 2]] != ["out", "of"]:
        return 0
    motives = lexicon("reasons")["motives"]
    nouns = (k for m in (n, n + 1) for k in children(tokens, m, "pobj"))
    return n + 2 if any(tokens[k].lemma in motives for k in nouns) else 0


def _leads(tokens: Sequence[Token], n: int, phrases: str) -> int:
    """Return where that begins to which a phrase of a list leads from token `n`, else 0.

    An adverb may stand before its last word: ``due partly to``.
    """
    for phrase in lexicon("reasons")[phrases]:
        *before, joint = phrase.split()
        last = n + len(before)
        if [token.text.lower() for token in tokens[n:last]] != before:
            continue
        last += bool(before) and last < len(tokens) and tokens[last].pos == "ADV"
        if last < len(tokens) and tokens[last].text.lower() == joint:
            return last + 1
    return 0
