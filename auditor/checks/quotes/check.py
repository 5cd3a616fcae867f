"""Quotes that no reference has as they stand in the article."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.quotes.compare.changes import replaces_content
from auditor.checks.quotes.compare.folded_words import bases
from auditor.checks.quotes.compare.ladder import Comparison, Sources, compare
from auditor.checks.quotes.compare.proof import diff, evidence, source_words
from auditor.checks.quotes.compare.reference_words import Index, index
from auditor.checks.quotes.compare.same_speaker import cast
from auditor.evidence.case import Case
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding, QuoteDetail
from auditor.model.quote import Quote, QuoteKind, Rung
from auditor.model.rule import Rules
from auditor.model.text import Spanned, within
from auditor.model.words import Stance

FRAGMENT_WORDS = 8
"""A quote of more words is a statement of its own, however long its sentence. A guess."""

FRAGMENT_SHARE = 0.34
"""A fragment is a smaller share of its sentence: the rest says something too. A guess."""

LEAD = 0.35
"""A passage with a smaller share of an invented quote's words is a worse lead than the passage
closest to the whole sentence. A guess."""

SHOWN = 160
"""Characters of a passage that a message shows."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Characters ``start:end`` of the article."""

    start: int
    end: int


_OUTCOMES = {
    Rung.EDITED: "edited",
    Rung.ALTERED: "altered",
    Rung.STITCHED: "stitched",
    Rung.PROMOTED: "promoted",
    Rung.NARRATED: "narrated",
    Rung.FABRICATED: "fabricated",
}
_CHANGES = {
    "negation": "a denial came or went",
    "number": "a number differs",
    "name": "a name differs",
    "hedge": "doubt was added or dropped",
    "amount": "how many or how much differs",
    "opposite": "a word was turned into its opposite",
    "added": "words were put in",
    "clipped": "the word that denies it, right before, was left out",
    "ellipsis": "the ellipsis hides a word that turns the meaning",
    "wording": "words differ",
}


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each quote that is not its reference's, or not its speaker's.

    Outcomes: ``fabricated``, ``fabricated-fragment``, ``altered``, ``elided``, ``stitched``,
    ``promoted``, ``narrated``, ``unquoted-phrase``, ``edited``, ``reworded``, ``misattributed``.
    Terms at arm's length, titles, nicknames and quotes inside others stay silent. A wrong
    speaker is marked at his name, all else at the quoted words.
    """
    spoken = [q for q in case.article.quotes if _is_checked(q)]
    if not spoken:
        return
    sources = Sources(index(case.references), cast(case.references))
    known = bases(case.article.sentences)
    for quote in spoken:
        comparison = compare(case.article, quote, known, sources)
        if comparison is not None:
            yield from _findings(case, rules, quote, comparison, sources.index)


def _is_checked(quote: Quote) -> bool:
    spoken = quote.kind in {QuoteKind.SPEECH, QuoteKind.PHRASE}
    guessed = quote.continues and not quote.closed
    return spoken and not quote.nested and not guessed


def _findings(
    case: Case, rules: Rules, quote: Quote, comparison: Comparison, row: Index
) -> Iterator[Finding]:
    for outcome in _outcomes(case, quote, comparison):
        rule = rules.when(outcome)
        if rule is None:
            continue
        attributed = outcome == "misattributed"
        against = attributed or comparison.rung is Rung.ALTERED
        stance = Stance.CONTRADICTS if against else Stance.MENTIONS
        found = comparison.rung is not Rung.FABRICATED
        passages = evidence(row, comparison, stance)
        if not found and not any(passage.score >= LEAD for passage in passages):
            passages = _closest(case, quote) or passages
        source = source_words(row, comparison) if found else ""
        speaker = comparison.source.speaker if comparison.source else ""
        yield rule.finding(
            case.article,
            _speaker_words(case, quote) if attributed else quote,
            {
                "quote": _short(quote.text),
                "source": _short(source),
                "speaker": quote.speaker or "the speaker",
                "other": speaker,
                "changes": _changes(comparison),
                "lead": _lead(passages),
            },
            expected=(speaker if attributed else source) or None,
            evidence=passages,
            quote=QuoteDetail(
                comparison.rung.value,
                quote.speaker,
                speaker,
                diff(row, comparison, case.article.document.text) if found else (),
            ),
        )


def _outcomes(case: Case, quote: Quote, comparison: Comparison) -> Iterator[str]:
    outcome = _OUTCOMES.get(comparison.rung, "")
    if not quote.closed and outcome != "fabricated":
        return  # where it ends is unknown, and so is what of it was said
    if outcome == "fabricated" and _is_fragment(case, quote):
        outcome = "fabricated-fragment"
    if outcome in {"narrated", "promoted"} and quote.kind is QuoteKind.PHRASE:
        outcome = "unquoted-phrase"
    if outcome == "altered" and any(change.kind == "ellipsis" for change in comparison.changes):
        outcome = "elided"
    if outcome == "edited" and any(replaces_content(change) for change in comparison.changes):
        outcome = "reworded"
    if outcome:
        yield outcome
    if comparison.misattributed:
        yield "misattributed"


def _speaker_words(case: Case, quote: Quote) -> Spanned:
    """Return where the quote's sentence names the speaker, the quote where it does not."""
    speaker = _Words(quote.speaker_start, quote.speaker_end)
    around = within(case.article.sentences, quote)
    named = any(s.start <= speaker.start < speaker.end <= s.end for s in around)
    return speaker if named else quote


def _is_fragment(case: Case, quote: Quote) -> bool:
    """Tell whether the quote is a few words of a sentence that says more."""
    words = len(quote.text.split())
    around = within(case.article.sentences, quote)
    total = sum(len(sentence.text.split()) for sentence in around)
    return words <= FRAGMENT_WORDS and words < FRAGMENT_SHARE * total


def _closest(case: Case, quote: Quote) -> tuple[Evidence, ...]:
    """Return the passage closest to the quote's sentence."""
    links = (link for link in case.links if link.sentence.start <= quote.start < link.sentence.end)
    return tuple(passage for link in links for passage in link.evidence[:1])


def _changes(comparison: Comparison) -> str:
    kinds = dict.fromkeys(c.kind for c in comparison.changes if c.kind != "wording")
    return "; ".join(_CHANGES[kind] for kind in kinds) or _CHANGES["wording"]


def _lead(passages: tuple[Evidence, ...]) -> str:
    if not passages:
        return "and no passage comes near them"
    return f"the nearest passage reads: {_short(passages[0].text)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rsplit(' ', 1)[0]} …"
