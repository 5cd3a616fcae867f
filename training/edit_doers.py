"""Edits that give a deed to another doer of the same text: all words are there, put together wrong.

A model that has seen few of them believes `the crews ruined the warehouse` where a fire did and the
crews stand one sentence on.
"""

from collections.abc import Iterator, Sequence
from random import Random

from training.edits import Edit, edit, match_case
from training.rows import Label, Row
from training.tags import Tagged, Word

LONGEST = 60
"""Longest doer in characters: a longer one carries clauses of its own. A guess."""
_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = ("NOUN", "PROPN")
_PLURAL = ("NNS", "NNPS")


def misgiven(rows: Sequence[Row], tagged: Sequence[Tagged], chance: Random) -> Iterator[Row]:
    """Yield each row's sentence with the doer of another sentence that has the same premise."""
    beside: dict[str, list[Tagged]] = {}
    for row, sentence in zip(rows, tagged, strict=True):
        beside.setdefault(row.premise, []).append(sentence)
    for row, sentence in zip(rows, tagged, strict=True):
        made = [found for other in beside[row.premise] if (found := wrong_doer(sentence, other))]
        if made:
            drawn = chance.choice(made)
            source = f"edit:{drawn.kind}:{row.source}"
            yield Row(row.premise, drawn.text, drawn.label, source, drawn.spans)


def wrong_doer(tagged: Tagged, other: Tagged) -> Edit | None:
    """Return the sentence with the subject of the other, None where that makes no other claim.

    Both subjects are nouns of one number, and no word of one is in the other or in the sentence.
    """
    mine, theirs = _doer(tagged), _doer(other)
    if mine is None or theirs is None or (mine.tag in _PLURAL) != (theirs.tag in _PLURAL):
        return None
    told = other.text[theirs.left : theirs.right]
    if _content(other, theirs) & {word.lemma.lower() for word in tagged.words}:
        return None
    first = next(word for word in other.words if word.start >= theirs.left)
    if first.pos != "PROPN":
        told = match_case(told[:1].lower() + told[1:], tagged.text[mine.left :])
    return edit("doer", tagged, [(mine.left, mine.right, told)], Label.NOT_SUPPORT)


def _doer(tagged: Tagged) -> Word | None:
    """Return the subject of the sentence's main verb, if it is a short noun phrase."""
    for word in tagged.words:
        root = tagged.words[word.head]
        if word.dep in _SUBJECTS and root.dep == "ROOT" and word.pos in _NOUNS:
            phrase = tagged.text[word.left : word.right]
            return word if len(phrase) <= LONGEST and "," not in phrase else None
    return None


def _content(tagged: Tagged, doer: Word) -> set[str]:
    """Return the lemmas of the nouns and adjectives of a doer."""
    return {
        word.lemma.lower()
        for word in tagged.words
        if doer.left <= word.start < doer.right and word.pos in (*_NOUNS, "ADJ")
    }
