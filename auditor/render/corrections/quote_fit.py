"""A quotation put right: the reference's own words, between the article's marks."""

import re

from auditor.render.corrections.slot import Fit, Slot

MARKS = re.compile(r"[“”\"«»„]")
"""Quotation marks of their own make a quotation that nobody should paste unseen."""

ENDINGS = ".,;:!?"
"""Punctuation that belongs to the sentence around the quotation."""


def fit_quote(slot: Slot, expected: str) -> Fit | None:
    """Return the expected words with the first letter's case and the ending of the marked ones."""
    if MARKS.search(expected):
        return None
    words = expected.rstrip(ENDINGS + " ")
    ending = slot.words[len(slot.words.rstrip(ENDINGS)) :]
    if not words or slot.words[:1].isupper() == words[:1].isupper():
        return Fit(words + ending) if words else None
    first = words.split()[0]
    if slot.words[:1].isupper():
        return Fit(words[:1].upper() + words[1:] + ending)
    return Fit(words[:1].lower() + words[1:] + ending) if _is_plain(first) else None


def _is_plain(word: str) -> bool:
    """Tell whether a word has its capital only because it opened a sentence, as far as we know."""
    return word.lower() in OPENINGS


_SMALL = """
    a an and but by each he her his if in it its my no not on our she so that the their there
    these they this those to we what when who you your all every some
"""
OPENINGS = frozenset(_SMALL.split())
"""Words that are never names."""
