"""The words of a text folded so that spellings of the same words compare equal.

Case, quotation marks, kinds of dash and space, soft hyphens, dots in abbreviations, contractions,
figures against number words and British against American endings do not count. Positions do: every
word knows where it stands in the text as it was loaded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.model.text import Sentence

_MARKS = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'"}
    | {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "ﬀ": "f"}
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|(?<!\w)(?:[^\W\d_]\.){{1,6}}[^\W\d_](?!\w)\.?|%|[^\W\d_](?:[{_INVISIBLE}'\[\]]?[^\W\d_]){{0,60}}"
)
_INSIDE = dict.fromkeys(map(ord, _INVISIBLE + "[]"))
"""What may stand inside a word without being part of it: ``[t]he`` is the."""

_CONTRACTIONS = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}
_IRREGULAR = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}
_SPELT = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
    "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18",
    "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "%": "percent",
}  # fmt: skip
_DEIXIS = {
    **dict.fromkeys(("i", "he", "she", "we", "they", "you", "me", "him", "us", "them"), "<who>"),
    **dict.fromkeys(("my", "his", "her", "our", "their", "your", "its"), "<whose>"),
    **dict.fromkeys(("will", "would", "'d", "shall"), "<will>"),
    **dict.fromkeys(("can", "could"), "<can>"),
    **dict.fromkeys(("may", "might"), "<may>"),
    **dict.fromkeys(("is", "was", "are", "were", "am", "be", "been", "being"), "<be>"),
    **dict.fromkeys(("has", "had", "have", "having"), "<have>"),
    **dict.fromkeys(("do", "does", "did"), "<do>"),
    **dict.fromkeys(("this", "that", "these", "those"), "<that>"),
    **dict.fromkeys(("a", "an", "the"), "<the>"),
}
"""Words that change when direct speech is turned into reported speech."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``start:end`` of its document.

    Attributes:
        text: folded.
        base: folded base form, words that reported speech shifts brought together.
        capital: whether it begins with a capital letter.
    """

    start: int
    end: int
    text: str
    base: str
    capital: bool


def bases(sentences: Iterable[Sentence]) -> Mapping[int, str]:
    """Return the base form of each token by the offset where it begins."""
    return {
        token.start: token.lemma for s in sentences for token in s.tokens if token.lemma.isalpha()
    }


def words(text: str, start: int, end: int, known: Mapping[int, str]) -> Iterator[Word]:
    """Yield the words of ``text[start:end]``, with base forms from `known` by offset."""
    for match in _WORD.finditer(text[start:end].translate(_MARKS)):
        first = start + match.start()
        raw = match.group().lower()
        for part, low, high in _parts(raw):
            lemma = known.get(first + low, part) if part.isalpha() else part
            yield Word(
                first + low,
                first + high,
                part,
                base_of(part, lemma),
                text[first + low].isupper(),
            )


@lru_cache(maxsize=65536)
def _parts(raw: str) -> tuple[tuple[str, int, int], ...]:
    """Return the folded words that stand in one, each with its offsets: ``don't`` is do and not."""
    plain = raw.translate(_INSIDE)
    if plain in _IRREGULAR:
        middle = len(raw) - 3
        first, second = _IRREGULAR[plain]
        return (first, 0, middle), (second, middle, len(raw))
    for ending, full in _CONTRACTIONS.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            middle = len(raw) - len(ending)
            return (fold(plain[: -len(ending)]), 0, middle), (full, middle, len(raw))
    if plain.endswith(("'s", "'d")) and len(plain) > 2:
        middle = len(raw) - 2
        return (fold(plain[:-2]), 0, middle), (plain[-2:], middle, len(raw))
    return ((fold(plain), 0, len(raw)),)


def fold(word: str) -> str:
    """Return a word without dots and thousands separators, in American spelling."""
    if word[:1].isdigit():
        return word.replace(",", "")
    word = word.replace(".", "").replace("'", "")
    if len(word) > 5:
        word = re.sub(r"is(e|ed|es|ing|ation|ations)$", r"iz\1", word)
        word = re.sub(r"our(s|ed|ing)?$", r"or\1", word)
        word = re.sub(r"([bct])re(s?)$", r"\1er\2", word)
    return _SPELT.get(word, word)


@lru_cache(maxsize=65536)
def base_of(part: str, lemma: str) -> str:
    """Return the base form under which direct and reported speech meet."""
    return _DEIXIS.get(part) or _DEIXIS.get(lemma) or fold(lemma)


_GRAMMAR = frozenset(
    {"<who>", "<whose>", "<will>", "<can>", "<may>", "<be>", "<have>", "<do>", "<that>", "<the>"}
    | {"and", "or", "of", "in", "to", "for", "on", "at", "by", "with", "from", "as", "it", "so"}
    | {"but", "there", "here", "'s", "'d", "very", "also", "just", "then", "which", "who", "into"}
)
"""Forms that carry no content of their own."""


def content(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that carry content, in the order given."""
    return tuple(word for word in words if word.base not in _GRAMMAR)
