"""Ordinary words that owe their capital to emphasis, to their place, or to the office they name."""

from collections.abc import Sequence

from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import is_known
from auditor.language.parser import in_dictionary
from auditor.language.tree import tokens_in
from auditor.model.name import Name
from auditor.model.text import Sentence, Token

SHORTEST_NOUN = 4
"""Nouns in capitals with fewer letters are mostly acronyms: RAF, MEP. A guess."""

_DICTIONARY_KINDS = {"ADV": "adv", "PART": "adv", "VERB": "verb", "AUX": "verb"}
"""What the dictionary calls the words of a part of speech that no name has."""

_ORDINARY_KINDS = ("noun", "verb", "adj", "adv")
"""What the dictionary calls nouns, verbs, adjectives and adverbs, which may also be names."""

_THINGS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC", "LAW", "EVENT"})
"""What the parser takes an unknown word with a capital for: ``Hailstorm ruins grapes``."""

_FIGURES = frozenset({"ORDINAL", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})
"""What it takes ``Third was the Welsh choir`` and ``About 30 per cent`` for."""

_AFTER_LABEL = frozenset({":", "|"})
"""What stands behind an ordinary word that heads an entry or a column: ``Bill: €2.4m``."""

_WALLS = frozenset({"|", ".", "!", "?"})

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_emphasised(sentence: Sentence, n: int) -> bool:
    """Tell whether a word stands in capitals for its weight alone: ``tickets FINALLY go on sale``.

    The dictionary holds acronyms among its nouns, so a noun must look like one to the parser too.
    Between words in capitals (``RED CROSS``) they tell nothing of a noun or adjective.
    """
    token = sentence.tokens[n]
    word = token.text.lower()
    if not _is_shouted(token):
        return False
    kind = _DICTIONARY_KINDS.get(token.pos)
    if kind is not None and (in_dictionary(word, kind) or in_dictionary(token.lemma, kind)):
        return True
    if _is_label(sentence) and in_dictionary(word, "noun"):
        return True
    if any(
        _is_shouted(beside)
        for beside in (*sentence.tokens[:n][-1:], *sentence.tokens[n + 1 : n + 2])
    ):
        return False
    if token.pos == "ADJ" and in_dictionary(word, "adj"):
        return True
    if token.entity or len(word) < SHORTEST_NOUN:
        return False
    return in_dictionary(word, "adv") or (token.pos == "NOUN" and in_dictionary(word, "noun"))


def _is_label(sentence: Sentence) -> bool:
    """Tell whether an article and a noun in capitals are a heading, as ``THE WIND`` is."""
    words = [token for token in sentence.tokens if token.text[0].isalnum()]
    return len(words) == 2 and words[0].pos == "DET" and all(map(_is_shouted, words))


def _is_shouted(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isalpha() and token.text.isupper()


def is_ordinary(token: Token) -> bool:
    """Tell whether a capitalised word is in the dictionary and nothing says that it names."""
    return not token.entity and _is_listed(token)


def _is_listed(token: Token) -> bool:
    forms = (token.text.lower(), token.lemma)
    listed = any(in_dictionary(form, kind) for form in forms for kind in _ORDINARY_KINDS)
    return listed and not is_known(token.text)


def opens_plainly(sentence: Sentence, n: int) -> bool:
    """Tell whether an ordinary word alone opens a sentence or cell: ``Mystery surrounds the fire``.

    Who speaks is somebody: ``Baker said``.
    """
    token, tokens = sentence.tokens[n], sentence.tokens
    if token.entity not in _FIGURES | {""} or not _stands_alone(sentence, n):
        return False
    verb = tokens[token.head]
    return not (token.dep in _SUBJECTS and verb.lemma in lexicon("speech")["verbs"])


def may_be_ordinary(sentence: Sentence, name: Name) -> bool:
    """Tell whether what was taken for a name may be a word that owes its capital to its place.

    ``Hailstorm ruins grapes``, ``Bill: €2.4m``, ``| Total | Spared |``. A name it may be as well,
    whose absence from the references tells nothing then.
    """
    inside = tokens_in(sentence, name)
    if len(inside) != 1 or not _stands_alone(sentence, inside[0]):
        return False
    token, after = sentence.tokens[inside[0]], sentence.tokens[inside[0] + 1 : inside[0] + 2]
    heads = any(one.text in _AFTER_LABEL for one in after)
    return heads or (token.entity in _THINGS | _FIGURES and not _is_shouted(token))


def _stands_alone(sentence: Sentence, n: int) -> bool:
    """Tell whether a word of the dictionary opens its sentence or cell, and no name goes on."""
    tokens = sentence.tokens
    if any(char.isalnum() for before in _of_cell(tokens, n) for char in before.text):
        return False
    after = tokens[n + 1].text if n + 1 < len(tokens) else ""
    return _is_listed(tokens[n]) and not after[:1].isupper()


def _of_cell(tokens: Sequence[Token], n: int) -> Sequence[Token]:
    """Return the tokens before one in its cell of a table, or in its sentence.

    A sentence may hold the end of another, where the parser took two for one.
    """
    walls = [at for at, token in enumerate(tokens[:n]) if token.text in _WALLS]
    return tokens[walls[-1] + 1 : n] if walls else tokens[:n]


def names_office(words: Sequence[Token]) -> bool:
    """Tell whether what stands before a title only says which office it is, and since when.

    ``Former Crime Commissioner``, but not ``the Norway Minister``.
    """
    telling = [w for w in words if w.text.lower() not in lexicon("name-words")["tenure"]]
    return len(telling) < 2 and all(map(is_ordinary, telling))
