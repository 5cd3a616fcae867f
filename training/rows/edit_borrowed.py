"""Edits that put a phrase of another sentence of the passage in a phrase's place.

All words are there, put together wrong: a model that has seen few such sentences believes `the
crews ruined the warehouse` where a fire did and the crews stand one sentence on.
"""

from collections.abc import Callable, Iterator

from training.rows.edits import Context, Edit, edit, match_case
from training.rows.rows import Label
from training.rows.tags import Tagged, Word
from training.rows.words import words

LONGEST = 60
"""Longest phrase in characters: a longer one carries clauses of its own. A guess."""
_NOUNS = ("NOUN", "PROPN")
_CONTENT = (*_NOUNS, "ADJ", "NUM", "VERB")
_PLURAL = ("NNS", "NNPS")
_LIGHT = frozenset(words("be have do say tell add go come get make take become seem begin start"))

Take = Callable[[Tagged], Iterator[Word]]


def other_doers(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with the subject of another verb of the passage, for each subject."""
    yield from _phrases("doer", doers, tagged, context)


def other_objects(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with the object of another verb of the passage, for each object."""
    yield from _phrases("object", objects, tagged, context)


def other_circumstances(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with what follows the same preposition elsewhere in the passage."""
    yield from _phrases("circumstance", circumstances, tagged, context)


def other_deeds(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with another verb of the passage, of the same form and with as much."""
    if context.heard is None:
        return
    others = tuple(deeds(context.heard))
    for mine, needs in deeds(tagged):
        for theirs, asks in others:
            fits = mine.tag == theirs.tag and needs == asks
            if fits and is_foreign(theirs.start, theirs.end, context.heard, tagged):
                change = (mine.start, mine.end, match_case(theirs.text, mine.text))
                yield edit("deed", tagged, [change], Label.NOT_SUPPORT)


def _phrases(kind: str, take: Take, tagged: Tagged, context: Context) -> Iterator[Edit]:
    if context.heard is None:
        return
    for mine in take(tagged):
        for theirs in take(context.heard):
            if is_like(mine, theirs, tagged, context.heard) and is_foreign(
                theirs.left, theirs.right, context.heard, tagged
            ):
                told = told_inside(theirs, context.heard)
                if mine.left == 0:
                    told = match_case(told, tagged.text)
                yield edit(kind, tagged, [(mine.left, mine.right, told)], Label.NOT_SUPPORT)


def doers(tagged: Tagged) -> Iterator[Word]:
    """Yield the nouns that are the subject of a verb, with short phrases."""
    return _nouns(tagged, ("nsubj", "nsubjpass"), ("VERB",))


def objects(tagged: Tagged) -> Iterator[Word]:
    """Yield the nouns that are the object of a verb, with short phrases."""
    return _nouns(tagged, ("dobj",), ("VERB",))


def circumstances(tagged: Tagged) -> Iterator[Word]:
    """Yield the nouns that hang by a preposition, with short phrases."""
    return _nouns(tagged, ("pobj",), ("ADP",))


def _nouns(tagged: Tagged, deps: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[Word]:
    """Yield the nouns in these relations that head a short phrase without a clause or pronoun."""
    for word in tagged.words:
        if word.dep in deps and word.pos in _NOUNS and tagged.words[word.head].pos in heads:
            inside = [part for part in tagged.words if word.left <= part.start < word.right]
            if word.right - word.left <= LONGEST and not any(
                part.pos in ("PRON", "VERB", "AUX", "PUNCT", "SYM") for part in inside
            ):
                yield word


def deeds(tagged: Tagged) -> Iterator[tuple[Word, tuple[str, ...]]]:
    """Yield the telling verbs with what each cannot do without."""
    for n, word in enumerate(tagged.words):
        if word.pos == "VERB" and word.lemma not in _LIGHT and word.text.isalpha():
            yield word, _needs(tagged, n)


def is_like(mine: Word, theirs: Word, tagged: Tagged, heard: Tagged) -> bool:
    """Tell whether two nouns are of one sort and number and hang by the same preposition.

    A name stands for a name alone, since a common noun of the same text may mean its bearer.
    """
    above, over = tagged.words[mine.head], heard.words[theirs.head]
    return (
        mine.pos == theirs.pos
        and (mine.tag in _PLURAL) == (theirs.tag in _PLURAL)
        and _kind(mine, tagged) == _kind(theirs, heard)
        and (above.pos != "ADP" or above.lemma == over.lemma)
    )


def _kind(word: Word, tagged: Tagged) -> str | None:
    """Return the type of the named mention that a word is part of."""
    for mention in tagged.mentions:
        if mention.start <= word.start < mention.end:
            return mention.kind
    return None


def is_foreign(left: int, right: int, heard: Tagged, tagged: Tagged) -> bool:
    """Tell whether a phrase says something, and nothing that the sentence says already."""
    said = {
        part.lemma.lower()
        for part in heard.words
        if left <= part.start < right and part.pos in _CONTENT
    }
    return bool(said) and not said & {part.lemma.lower() for part in tagged.words}


def _needs(tagged: Tagged, verb: int) -> tuple[str, ...]:
    """Return the relations of what a verb, given by its index, cannot do without."""
    wanted = ("dobj", "prt", "ccomp", "xcomp", "auxpass", "dative", "attr", "acomp")
    return tuple(sorted(w.dep for w in tagged.words if w.head == verb and w.dep in wanted))


def told_inside(word: Word, heard: Tagged) -> str:
    """Return a phrase as it stands inside a sentence."""
    told = heard.text[word.left : word.right]
    first = next(part for part in heard.words if part.start >= word.left)
    return told if first.pos == "PROPN" else told[:1].lower() + told[1:]
