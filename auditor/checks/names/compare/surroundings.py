"""Whether two names stand in the same place of like sentences."""

from rapidfuzz.distance import LCSseq

from auditor.checks.names.entities.spelling import plain
from auditor.model.name import Name
from auditor.model.text import Sentence

ALIKE = 0.4
"""Share of common words from which two sentences say the same thing of two names."""

GAP = "\N{PLACE OF INTEREST SIGN}"
"""What stands for a name when the words around two names are compared."""


def is_in_place(mine: tuple[str, ...], theirs: tuple[str, ...], alike: float = ALIKE) -> bool:
    """Tell whether two word sequences with a gap each say the same thing around the gap.

    They must share most words in order, the gap among them, and a word right beside it.
    """
    common = LCSseq.similarity(mine, theirs)
    if common < alike * min(len(mine), len(theirs)) or common < MIN_COMMON:
        return False
    i, j = mine.index(GAP), theirs.index(GAP)
    left, right = (
        LCSseq.similarity(mine[:i], theirs[:j]),
        LCSseq.similarity(mine[i + 1 :], theirs[j + 1 :]),
    )
    beside = mine[max(0, i - 1) : i] == theirs[max(0, j - 1) : j] != () or (
        mine[i + 1 : i + 2] == theirs[j + 1 : j + 2] != ()
    )
    return beside and left + right + 1 >= common


MIN_COMMON = 4
"""Words that two sentences must share, the gap included. A guess."""


def words_around(sentence: Sentence, name: Name) -> tuple[str, ...]:
    """Return the folded words of a sentence, the name as one gap."""
    words: list[str] = []
    for token in sentence.tokens:
        if name.start <= token.start < name.end:
            if words[-1:] != [GAP]:
                words.append(GAP)
        elif token.pos not in {"PUNCT", "DET", "SPACE"}:
            words.append(plain(token.lemma))
    return tuple(words) if GAP in words else (*words, GAP)


SHARED = 1
"""Content words besides the governing one that sentences with one slot must share."""


def is_in_slot(
    mine: tuple[Sentence, Name], theirs: tuple[Sentence, Name], shared: int = SHARED
) -> bool:
    """Tell whether two names depend on the same word in sentences that share others."""
    one, two = slot(*mine), slot(*theirs)
    if one is None or one != two:
        return False
    return len(_content(mine[0]) & _content(theirs[0]) - set(one)) >= shared


_LIGHT = frozenset(
    ["be", "have", "do", "say", "tell", "add", "make", "get", "take", "go", "come", "see", "give"]
)


def slot(sentence: Sentence, name: Name) -> tuple[str, ...] | None:
    """Return how a name hangs on the nearest verb or noun: relation, preposition, base form."""
    tokens = sentence.tokens
    inside = [i for i, token in enumerate(tokens) if name.start <= token.start < name.end]
    outside = [i for i in inside if tokens[i].head not in inside and tokens[i].head != i]
    if not outside:
        return None
    token = tokens[outside[0]]
    head = tokens[token.head]
    if token.dep == "pobj":
        above = tokens[head.head]
        return ("pobj", head.lemma, above.lemma) if above.lemma not in _LIGHT else None
    if token.dep not in {"nsubj", "nsubjpass", "dobj", "poss", "compound"} or head.lemma in _LIGHT:
        return None
    return ("dobj" if token.dep == "nsubjpass" else token.dep, head.lemma)


def _content(sentence: Sentence) -> set[str]:
    return {t.lemma for t in sentence.tokens if t.pos in {"NOUN", "VERB", "ADJ", "NUM"}} - _LIGHT
