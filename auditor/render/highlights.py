"""Which words of a passage also stand in an article sentence, for the eye alone."""

import re
import unicodedata
from collections.abc import Iterator

SHARED_WORD, EXPECTED_WORD = "shared", "expected"
"""Kinds of marks: a word of the sentence too, a word of what should stand there."""

_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"\W(?:\w{1,2}\W)?")
"""What may stand between two words of one mark: a space, a hyphen, a particle (``Ali al-Rawi``)."""

_STOP = """
    a about after all also an and are as at be been before but by can could did do does for from
    had has have he her him his how i if in into is it its may more not of on or our out over s
    said say says she so than that the their them then there these they this to under up was we
    were what when where which while who will with would you
"""
_FUNCTION_WORDS = frozenset(_STOP.split())
"""Words that are never marked, as every text has them."""


def matches(
    passage: str, start: int, sentence: str, expected: str = ""
) -> tuple[tuple[int, int, str], ...]:
    """Return marks on the words of a passage that the sentence or the expected value has.

    Function words are left out; what is expected counts as `EXPECTED_WORD` only. Neighbours of one
    kind are one mark. `start` is where the passage stands in its document.
    """
    shared, wanted = _content(sentence), _content(expected)
    marks: list[tuple[int, int, str]] = []
    for word in _WORD.finditer(passage):
        key = _fold(word.group())
        kind = EXPECTED_WORD if key in wanted else SHARED_WORD if key in shared else ""
        if not kind:
            continue
        last = marks[-1] if marks else None
        if last and last[2] == kind and _JOINT.fullmatch(passage, last[1] - start, word.start()):
            marks[-1] = (last[0], word.end() + start, kind)
        else:
            marks.append((word.start() + start, word.end() + start, kind))
    return tuple(marks)


def folded_words(text: str) -> frozenset[str]:
    """Return the words of a text without case, accents and plural s."""
    return frozenset(_fold(word.group()) for word in _WORD.finditer(text))


def _content(text: str) -> frozenset[str]:
    return frozenset(_words(text))


def _words(text: str) -> Iterator[str]:
    for word in _WORD.finditer(text):
        folded = _fold(word.group())
        if folded not in _FUNCTION_WORDS and not _is_particle(word.group()):
            yield folded


def _is_particle(word: str) -> bool:
    """Tell whether a word is a short piece of a name, such as ``al`` or ``de``."""
    return len(word) < 3 and word.islower()


def _fold(word: str) -> str:
    """Return a word without case, accents and plural s."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and plain[-2] != "s" else plain
