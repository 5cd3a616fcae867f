"""A name put in another's place, with or without “the” as the references have it."""

import re

from auditor.knowledge.lexicon import lexicon
from auditor.render.corrections.slot import Fit, Slot

ALIAS = re.compile(r"\s*\([^()]*\)$")
"""Another name in brackets: for the eye, not for the sentence."""

ODD = re.compile(r"[,;:“”\"()\[\]/\n]")
"""What no plain name holds."""

GENDERED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess)\.?\s+$")
"""Titles that tell man from woman: another name may not bear them."""

MOST_WORDS = 7
"""A longer name is a description. A guess."""

_CLOSING = (
    "of|in|at|on|to|for|and|or|has|had|have|is|was|are|were|will|would|said|says|who|which|that"
    "|from|with|by|as|after|before"
)
_CLOSES = rf"(?=[.,;:!?’'”\")]|$|\s+(?:{_CLOSING})\b)"
"""What follows a name that is no part of a longer one."""


def fit_name(slot: Slot, expected: str) -> Fit | None:
    """Return the name that fits, None where nobody can say whether it takes an article."""
    name = re.sub(r"^(?i:the)\s+", "", ALIAS.sub("", expected))
    if not _is_plain(name) or GENDERED.search(slot.before) or _is_other_form(slot.words, name):
        return None
    before, own = slot.determiner, re.match(r"(?i)the\s+", slot.words)
    if own:
        return _with_article(slot, name, 0)
    if not before:
        return _without(slot, name)
    if slot.modifies:
        return Fit(name) if before.lower().split()[0] not in {"a", "an"} else None
    if before.lower().split()[0] != "the":
        return None
    return _with_article(slot, name, len(before))


def _is_plain(name: str) -> bool:
    letters = any(letter.isupper() for letter in name)
    return letters and not ODD.search(name) and len(name.split()) <= MOST_WORDS


def _is_other_form(words: str, name: str) -> bool:
    """Tell whether one is a word such as “Iraqi” and the other a name such as “Iran”."""
    return (words in _demonyms()) != (name in _demonyms())


def _demonyms() -> frozenset[str]:
    return frozenset(word for words in lexicon("demonyms").values() for word in words)


def _with_article(slot: Slot, name: str, cut: int) -> Fit | None:
    """Return the name in the place of “the” and another, as a passage has it."""
    taken = _takes_article(slot, name)
    if taken is None:
        return None
    return Fit(f"the {name}" if taken else name, cut)


def _without(slot: Slot, name: str) -> Fit | None:
    """Return the name in the place of one without “the”."""
    if slot.modifies or not _takes_article(slot, name):
        return Fit(name)
    stands_alone = not slot.before.strip() or re.search(r"(?:[,;:—–]|\b[a-z]+)\s+$", slot.before)
    return Fit(f"the {name}") if stands_alone else None


def _takes_article(slot: Slot, name: str) -> bool | None:
    """Tell whether the passages say “the” before the name, None where none has it by itself."""
    alone = re.compile(rf"(\b[Tt]he\s+)?(?<![\w-]){re.escape(name)}{_CLOSES}")
    hits = [match for passage in slot.passages for match in alone.finditer(passage)]
    return all(match[1] for match in hits) if hits else None
