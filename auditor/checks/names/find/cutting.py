"""Cutting a run of capitalised words into names: titles off, peoples and places apart."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.checks.names.find.capitals import names_office
from auditor.checks.names.find.casing import begins
from auditor.checks.names.find.runs import HYPHENS, MEASURED, Run, words_of
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of, is_demonym, is_known
from auditor.language.words import fold
from auditor.model.text import Sentence, Token

KEPT_WHOLE = frozenset({"ORG", "FAC", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"})
"""Entity types whose first word, though it looks like a title, belongs to the name."""


@dataclass(frozen=True, slots=True)
class CutName:
    """A name as cut from a run: tokens `first` to `last` of a sentence, both included.

    Attributes:
        words: the name's words as written, without particles, marks and nickname.
        title: the words before it that say what its bearer is, lower case, "" for none.
        nickname: the words in quotation marks inside it, "" for none.
        label: the entity type that most of its tokens have, "" for none.
    """

    first: int
    last: int
    words: tuple[str, ...]
    title: str
    nickname: str
    label: str

    @property
    def key(self) -> str:
        """The folded words: equal for equal names."""
        return " ".join(fold(word) for word in self.words)


@cache
def titles() -> frozenset[str]:
    """Return every title, lower case."""
    lists = lexicon("titles")
    return frozenset(t for key in ("honorifics", "ranks", "offices") for t in lists[key])


TITLE_TOKENS = 4
"""The longest title in tokens: ``detective chief inspector``, with room for a hyphen."""


def cut_names(sentence: Sentence, run: Run) -> Iterator[CutName]:
    """Yield the names in a run, in text order; none where it is a title alone."""
    first, last = run
    title = ""
    n = start = first
    while n <= last:
        length = _title_at(sentence, n, run)
        if length:
            if start < n and not names_office(sentence.tokens[start:n]):
                yield from _names_without_titles(sentence, (start, n - 1), title)
            words = " ".join(token.text.lower() for token in sentence.tokens[n : n + length])
            title = words.replace(" - ", "-") if start < n or not title else f"{title} {words}"
            n = start = n + length
            continue
        n += 1
    if start <= last:
        yield from _names_without_titles(sentence, (start, last), title)


def _title_at(sentence: Sentence, n: int, run: Run) -> int:
    """Return how many tokens from `n` are a title, 0 for none."""
    tokens, (first, last) = sentence.tokens, run
    if n > first and tokens[n - 1].text.lower() == "of":
        return 0
    for length in range(min(TITLE_TOKENS, last - n + 1), 0, -1):
        words = " ".join(token.text.lower() for token in tokens[n : n + length])
        if words.replace(" - ", "-") in titles() and not _is_part_of_name(tokens, n, length, last):
            return length
    return int(n < last and _is_calling(sentence, n))


def _is_calling(sentence: Sentence, n: int) -> bool:
    """Tell whether a noun for a person opens the sentence before a name: ``Farmer John Doe``."""
    word = sentence.tokens[n].text.lower()
    person = sentence.tokens[n + 1].entity == "PERSON"
    return begins(sentence, n) and person and word in lexicon("name-nouns")["person"]


def _is_part_of_name(tokens: tuple[Token, ...], n: int, length: int, last: int) -> bool:
    """Tell whether what looks like a title is part of the name around it."""
    word = tokens[n].text.lower()
    after = n + length
    if after <= last and tokens[after].text.lower() in {"of", "for"} | HYPHENS | {"&"}:
        return True
    if length > 1 or word not in lexicon("titles")["ambiguous"]:
        return False
    if after > last:
        return n > 0 and tokens[n].entity in KEPT_WHOLE and not tokens[n].opens
    return _is_body(tokens[last]) or (
        tokens[n].entity in KEPT_WHOLE
        and not tokens[after].opens
        and tokens[after].entity in KEPT_WHOLE
    )


def _is_body(token: Token) -> bool:
    word = token.text.lower()
    return word in words_of("bodies") or word in words_of("lands")


def _names_without_titles(sentence: Sentence, run: Run, title: str) -> Iterator[CutName]:
    """Yield the names in a run without titles: a people or place before a person stands alone."""
    first, last = run
    tokens = sentence.tokens
    while first < last and tokens[first].text.lower() in {"the", "a", "an"} | HYPHENS:
        first += 1
    while last > first and _is_ending(tokens[last]):
        last -= 1
    second = _second_name_at(tokens, first, last)
    if second is not None:
        yield from _names_without_titles(sentence, (first, second - 1), title)
        yield from _names_without_titles(sentence, (second, last), "")
        return
    name = _cut_name(tokens, first, last, title)
    common = all(_is_common(word.lower(), len(name.words)) for word in name.words)
    if not common and not _opens_title(tokens, last):
        yield name


def _opens_title(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell whether a title goes on in small letters: ``Prime minister``."""
    words = " ".join(token.text.lower() for token in tokens[last : last + 2])
    return last + 1 < len(tokens) and tokens[last + 1].text.islower() and words in titles()


def _is_common(word: str, words: int) -> bool:
    """Tell whether a word names nothing, or by itself names only a kind of body."""
    if words == 1 and (len(word) == 1 or word.removesuffix("s") in titles()):
        return True
    kinds = ("bodies", "generic", "lands") if words == 1 else ()
    return any(word in words_of(group) for group in ("nothing", *kinds))


def _is_ending(token: Token) -> bool:
    """Tell whether a token at the end of a name is no part of it: a mark, ``Jr.``, ``MP``."""
    marks = not any(char.isalnum() for char in token.text)
    return marks or token.text.lower() in words_of("suffixes")


def _second_name_at(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """Return where the second name of a run begins, None where the run is one name."""
    for n in range(first + 1, last + 1):
        head = " ".join(token.text for token in tokens[first:n])
        if not is_known(head) or tokens[n].text in HYPHENS:
            continue
        rest = tokens[n]
        if is_known(" ".join(token.text for token in tokens[first : n + 1])):
            continue
        if rest.opens and rest.entity in {"PERSON", "NORP"} and not _is_body(tokens[last]):
            return n
        if is_demonym(head) and _is_apart(rest) and not _is_body(tokens[last]):
            return n
        if countries_of(head) and rest.text.lower() in titles():
            return n
    return None


def _is_apart(token: Token) -> bool:
    """Tell whether a word after a people's name begins another name."""
    return token.entity not in MEASURED and (token.opens or token.entity in {"NORP", "PERSON", ""})


def _cut_name(tokens: tuple[Token, ...], first: int, last: int, title: str) -> CutName:
    words: list[str] = []
    nickname: list[str] = []
    quoted = False
    for n in range(first, last + 1):
        token = tokens[n]
        if token.text in '“”"‘’':
            quoted = not quoted
        elif quoted:
            nickname.append(token.text)
        elif first == last or _is_word_of_name(token, tokens[n + 1].text if n < last else ""):
            words.append(own_text(token))
    labels = Counter(
        token.entity
        for token in tokens[first : last + 1]
        if token.entity and token.entity not in MEASURED
    )
    label = min(labels, key=lambda label: (-labels[label], label)) if labels else ""
    return CutName(first, last, tuple(words), title, " ".join(nickname), label)


def own_text(token: Token) -> str:
    """Return a token without what the parser left on it by a hyphen: ``U.S.`` of ``U.S.-led``."""
    name, _, rest = token.text.partition("-")
    return name if rest in words_of("after_hyphen") else token.text


def _is_word_of_name(token: Token, following: str) -> bool:
    """Tell whether a token inside a name is one of its words: no particle, mark or article."""
    if not any(char.isalnum() for char in token.text):
        return False
    particle = token.text.lower() in words_of("particles")
    return not (token.text.islower() and (particle or token.text in {"the", "of", "and"})) and not (
        particle and following in HYPHENS
    )
