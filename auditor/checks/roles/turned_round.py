"""The same verb with the same words on the other side of it: ``X shot Y``, ``Y shot X``.

No parse is asked, which short sentences often mislead ("A burglar shot a police officer" reads as
one noun); so the words beside the verb must be the very same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.roles.wording import swapped
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import word_list
from auditor.language.tree import VERBS
from auditor.model.evidence import Link
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Token
from auditor.model.words import Stance

WIDEST = 4
"""Words of a side. A guess."""

NAMING = frozenset({"NOUN", "PROPN"})
PAST = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class VerbBetween:
    """A verb in a finite form with the words before and after it, without determiners."""

    verb: Token
    before: Sequence[Token]
    after: Sequence[Token]


def rulings(case: Case, link: Link) -> Iterator[Ruling]:
    """Yield the two sides of a verb that a linked passage has on the other side of it each."""
    for passage in link.evidence:
        sentence = case.sentence_at(passage)
        told = tuple(_clauses(sentence))
        for theirs in told:
            for mine in _clauses(link.sentence, theirs.verb.text.lower()):
                sides = _sides(mine, theirs)
                if sides and not any(_is_one(mine, other) for other in told):
                    text = case.texts[passage.reference]
                    proof = evidence(text, sentence, Stance.CONTRADICTS, 1.0)
                    named = all(side.pos == "PROPN" for side in sides)
                    yield swapped(*sides, proof, are_named=named)


def _clauses(sentence: Sentence, form: str = "") -> Iterator[VerbBetween]:
    """Yield the clauses of a sentence; with a form of a verb, those of that word alone."""
    words = [token for token in sentence.tokens if token.pos not in {"DET", "PUNCT", "SPACE"}]
    for n, token in enumerate(words):
        verb = token.pos in VERBS and token.tag in PAST and token.lemma not in word_list("mutual")
        if token.text.lower() == form or (not form and verb):
            yield VerbBetween(token, words[max(0, n - WIDEST) : n], words[n + 1 : n + 1 + WIDEST])


def _sides(mine: VerbBetween, theirs: VerbBetween) -> tuple[Token, Token] | None:
    """Return the last words of the article's two sides where both stand on the other side."""
    left = _common(mine.before, theirs.after)
    right = _common(theirs.before, mine.after)
    if not left or not right:
        return None
    sides = mine.before[-1], mine.after[right - 1]
    others = theirs.after[left - 1], theirs.before[-1]
    nouns = {token.pos for token in (*sides, *others)} <= NAMING
    return sides if nouns and sides[0].text.lower() != sides[1].text.lower() else None


def _common(before: Sequence[Token], after: Sequence[Token]) -> int:
    """Return how many words that end before one verb open what follows the other, at most."""
    words = [token.text.lower() for token in before], [token.text.lower() for token in after]
    lengths = range(len(before), 0, -1)
    return next((n for n in lengths if words[0][-n:] == words[1][:n]), 0)


def _is_one(mine: VerbBetween, theirs: VerbBetween) -> bool:
    """Tell whether a clause has the article's sides where the article has them."""
    if mine.verb.text.lower() != theirs.verb.text.lower():
        return False
    return bool(
        mine.before
        and theirs.before
        and mine.before[-1].text.lower() == theirs.before[-1].text.lower()
    )
