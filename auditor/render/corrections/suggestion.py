"""The words that an editor can put in the place of marked ones with one click."""

from dataclasses import dataclass

from auditor.model.finding import Finding
from auditor.model.quote import Rung
from auditor.model.text import Sentence
from auditor.model.words import Category
from auditor.render.corrections.figure_fit import fit_figure
from auditor.render.corrections.name_fit import fit_name
from auditor.render.corrections.quote_fit import fit_quote
from auditor.render.corrections.slot import Fit, Slot
from auditor.render.corrections.time_fit import fit_time

FITS = {
    Category.NAME: fit_name,
    Category.PLACE: fit_name,
    Category.ROLE: fit_name,
    Category.DATE: fit_time,
    Category.NUMBER: fit_figure,
    Category.QUOTE: fit_quote,
}
"""How the expected value of a category is made to fit; the others have nothing to put in."""

REWORDED = frozenset({Rung.EDITED, Rung.ALTERED})
"""Rungs of quotes whose words can be put right: the reference has them in one piece, as a quote."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words for the characters ``start:end`` of the article, a preposition before them included."""

    start: int
    end: int
    words: str


def suggestion(finding: Finding, sentence: Sentence | None) -> Suggestion | None:
    """Return what can stand instead of the marked words, None where no fit is certain."""
    fit = FITS.get(finding.category)
    expected = (finding.expected or "").strip()
    if sentence is None or fit is None or not expected or not _is_inside(finding, sentence):
        return None
    if (finding.category is Category.QUOTE) != (finding.quote is not None):
        return None
    if finding.quote is not None and finding.quote.rung not in REWORDED:
        return None
    if "\n" in expected or "…" in expected or "..." in expected:
        return None
    slot = _slot(finding, sentence)
    fitted = fit(slot, expected)
    if fitted is None or fitted.words == finding.text:
        return None
    start = finding.start - fitted.cut
    return Suggestion(start, finding.end, _capital(slot, fitted))


def _is_inside(finding: Finding, sentence: Sentence) -> bool:
    return sentence.start <= finding.start < finding.end <= sentence.end


def _slot(finding: Finding, sentence: Sentence) -> Slot:
    cut, end = finding.start - sentence.start, finding.end - sentence.start
    return Slot(
        before=sentence.text[:cut],
        words=finding.text,
        after=sentence.text[end:],
        tokens=sentence.tokens,
        start=finding.start,
        passages=tuple(passage.text for passage in finding.evidence),
    )


def _capital(slot: Slot, fit: Fit) -> str:
    """Return the words with a capital where the words that they replace had one as an opening."""
    replaced = slot.before[len(slot.before) - fit.cut :] + slot.words
    opened = not slot.before[: len(slot.before) - fit.cut].strip(" “\"‘'(–—•-*\t\n")
    if opened and replaced[:1].isupper():
        return fit.words[:1].upper() + fit.words[1:]
    return fit.words
