"""Faithful changes: surname alone, other spelling of a name, another word, a clause left out."""

import random
import re
from collections.abc import Iterator

from auditor.language.tree import above
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind
from benchmarks.events.changes import Change

SYNONYMS = {
    "said": "stated",
    "told": "informed",
    "began": "started",
    "children": "kids",
    "also": "",
    "injured": "hurt",
    "large": "big",
    "nearly": "almost",
    "bought": "purchased",
    "United States": "US",
    "U.S.": "US",
    "percent": "per cent",
    "officials": "authorities",
    "film": "movie",
    "announced": "said",
    "about": "around",
    "roughly": "about",
    "however": "but",
    "following": "after",
    "physicians": "doctors",
    "firm": "company",
    "staff": "employees",
}
"""Words that mean the same in news, with another that says it."""

SPELLINGS = (
    ("Mohammed", "Muhammad"),
    ("Mohamed", "Mohammed"),
    ("Hussein", "Hussain"),
    ("al-", "el-"),
    ("Yousuf", "Yusuf"),
    ("Abdul ", "Abdel "),
    ("Sergei", "Sergey"),
    ("Dmitry", "Dmitri"),
    ("Kiev", "Kyiv"),
    ("ou", "u"),
    ("kh", "h"),
    ("aa", "a"),
    ("ee", "i"),
    ("q", "k"),
    ("iy", "y"),
)
"""Ways in which one name is written in two scripts' romanisations."""


def rewrites(own: Text, sentence: Sentence, dice: random.Random) -> Iterator[Change]:
    """Yield faithful changes of a sentence that do not overlap, in no order."""
    taken: list[Change] = []
    options = [*_surnames(own, sentence), *_spellings(own, sentence), *_words(sentence)]
    dice.shuffle(options)
    for option in [*_dropped(sentence), *options]:
        if len(taken) < 3 and not within(taken, option) and not within(own.quotes, option):
            taken.append(option)
            yield option


def _surnames(own: Text, sentence: Sentence) -> Iterator[Change]:
    for name in within(own.names, sentence):
        words = name.text.split()
        if name.kind is NameKind.PERSON and len(words) > 1 and words[-1].isalpha():
            yield Change(name.start, name.end, words[-1], "")


def _spellings(own: Text, sentence: Sentence) -> Iterator[Change]:
    for name in within(own.names, sentence):
        for one, two in SPELLINGS:
            if name.kind is NameKind.PERSON and one in name.text and len(name.text) > 6:
                yield Change(name.start, name.end, name.text.replace(one, two, 1), "")
                break


def _words(sentence: Sentence) -> Iterator[Change]:
    for word, other in SYNONYMS.items():
        for found in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", sentence.text):
            start = sentence.start + found.start()
            yield Change(start, start + len(word), other, "")


def _dropped(sentence: Sentence) -> Iterator[Change]:
    """Yield one clause between commas, left out."""
    tokens = sentence.tokens
    for n, token in enumerate(tokens):
        if token.dep not in {"relcl", "appos"} or n == 0:
            continue
        inside = [m for m in range(len(tokens)) if m == n or n in above(tokens, m)]
        first, last = min(inside), max(inside)
        closed = last + 1 < len(tokens) and tokens[last + 1].text in {",", "."}
        if first and tokens[first - 1].text == "," and closed and last - first < 20:
            end = last + 1 if tokens[last + 1].text == "," else last
            yield Change(tokens[first - 1].start, tokens[end].end, "", "")
            return
