"""Counting the people that a sentence lists without a number: a man and a woman are two people."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.knowledge.deeds import fates
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children, conjuncts
from auditor.model.number import Number
from auditor.model.text import Sentence, Token

_AGES = re.compile(r"\baged (\d{1,3}(?:(?:,? and |, )\d{1,3}){1,20})\b")
ONE = frozenset({"a", "an", "another"})


def tallies(sentence: Sentence, numbers: Sequence[Number]) -> frozenset[float]:
    """Return how many people a sentence may list: those it counts and each that it tells of alone.

    ``Four men from London, a man from Leeds and two women`` are seven, ``aged 36 and 37`` two.
    `numbers` are the numbers of the sentence.
    """
    counts = [float(len(re.findall(r"\d+", match[1]))) for match in _AGES.finditer(sentence.text)]
    items = dict(_people(sentence.tokens, numbers))
    if len(items) > 1:
        counts.append(sum(items.values()))
    for top in items:
        joined = conjuncts(sentence.tokens, top) & items.keys()
        if len(joined) > 1:
            counts.append(sum(items[n] for n in joined))
    return frozenset(counts)


@cache
def _listed() -> frozenset[str]:
    """Return nouns for the living: a body is listed with nobody."""
    dead = {word for word, fate in fates().items() if "dead" in fate}
    return frozenset(lexicon("counted")["person"]) - dead


def _people(tokens: Sequence[Token], numbers: Sequence[Number]) -> Iterator[tuple[int, float]]:
    """Yield the place of each noun for people that is counted, and how many they are."""
    counted = {q.noun: q.value for q in numbers if q.unit == "" and q.noun >= 0}
    for n, token in enumerate(tokens):
        if token.pos != "NOUN" or token.lemma not in _listed():
            continue
        if n in counted:
            yield n, counted[n]
        elif any(tokens[k].lemma in ONE for k in children(tokens, n, "det")):
            yield n, 1
