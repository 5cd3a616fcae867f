"""Make rows from true sentences: faithful rewrites, edits, and details found nowhere else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from training.rows.edit_borrowed import (
    other_circumstances,
    other_deeds,
    other_doers,
    other_objects,
)
from training.rows.edit_insertions import insertions, phrases
from training.rows.edit_names import NAMES, swapped_names, swapped_roles, wrong_names
from training.rows.edit_values import wrong_dates, wrong_numbers
from training.rows.edit_words import antonyms, dropped_hedges, negations, opposites
from training.rows.edits import Context, Edit
from training.rows.evidence import passage, sentences
from training.rows.rewrites import rewrite
from training.rows.rows import Label, Row
from training.rows.tags import Mention, Tagged, tag

Kinds = Mapping[Callable[[Tagged, Context], Iterator[Edit]], float]

BORROWED: Kinds = {other_doers: 3, other_objects: 3, other_circumstances: 3, other_deeds: 1}
"""Edits whose words all stand in the passage. A guess."""
KINDS: Kinds = {
    **BORROWED,
    wrong_names: 4,
    swapped_names: 3,
    swapped_roles: 3,
    wrong_numbers: 4,
    wrong_dates: 3,
    negations: 1,
    antonyms: 2.5,
    opposites: 3,
    dropped_hedges: 3,
    insertions: 1.5,
}
"""How often each kind is tried before the others, in proportion: rare kinds more. A guess."""
_DETAILS = frozenset({*NAMES, "CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_SHORTEST, _LONGEST = 40, 260


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by type, loose phrases and antonyms that edits draw on."""

    names: Mapping[str, Sequence[str]]
    phrases: Sequence[str]
    antonyms: Mapping[tuple[str, str], tuple[str, ...]]


def lexicon(
    tagged: Sequence[Tagged], antonyms: Mapping[tuple[str, str], tuple[str, ...]]
) -> Lexicon:
    """Collect the names and phrases of tagged sentences."""
    names: dict[str, dict[str, None]] = {}
    for sentence in tagged:
        for mention in sentence.mentions:
            if mention.kind in NAMES and len(mention.text) > 2:
                names.setdefault(mention.kind, {})[mention.text] = None
    loose = dict.fromkeys(phrase for sentence in tagged for phrase in phrases(sentence))
    return Lexicon({kind: tuple(forms) for kind, forms in names.items()}, tuple(loose), antonyms)


def text_rows(texts: Sequence[str], chance: Random, count: int) -> Iterator[Row]:
    """Yield up to `count` sentences of articles, each with its article as premise, as supported."""
    pairs = [(text, part) for text in texts for part in sentences(text)]
    chance.shuffle(pairs)
    fit = (pair for pair in pairs if _SHORTEST <= len(pair[1]) <= _LONGEST and pair[1][-1] in '.”"')
    for text, part in islice(fit, count):
        yield Row(text, part, Label.SUPPORT, "text", ())


def rewrites(
    rows: Sequence[Row], tagged: Sequence[Tagged], chance: Random, times: int = 1
) -> Iterator[Row]:
    """Yield supported rows said otherwise; rows that cannot be are left out, repeats too."""
    seen: set[str] = set()
    for row, sentence in zip(rows, tagged, strict=True):
        for _ in range(times):
            made = rewrite(sentence, Context(chance, row.premise))
            if made and made.text not in seen:
                seen.add(made.text)
                yield Row(row.premise, made.text, Label.SUPPORT, f"rewrite:{row.source}", ())


def corruptions(
    rows: Sequence[Row], words: Lexicon, chance: Random, times: int = 2, kinds: Kinds = KINDS
) -> Iterator[Row]:
    """Yield up to `times` edits of each supported row, of different kinds."""
    evidence = [passage(row.premise, row.hypothesis) for row in rows]
    heard = tag(evidence)
    told = tag([row.hypothesis for row in rows])
    for row, near, sentence in zip(rows, heard, told, strict=True):
        context = Context(chance, row.premise, near, words.names, words.phrases, words.antonyms)
        for made in _draw(sentence, context, times, kinds):
            source = f"edit:{made.kind}:{row.source}"
            yield Row(row.premise, made.text, made.label, source, made.spans)


def novel_details(rows: Sequence[Row], tagged: Sequence[Tagged]) -> Iterator[Row]:
    """Yield article sentences against the rest of their article where that lacks a detail."""
    for row, sentence in zip(rows, tagged, strict=True):
        rest = row.premise.replace(row.hypothesis, " ")
        missing = [item for item in sentence.mentions if _is_missing(item, rest)]
        if missing and row.hypothesis not in rest:
            spans = tuple((item.start, item.end) for item in missing)
            yield Row(rest, row.hypothesis, Label.NEUTRAL, "edit:novel:text", spans)


def _is_missing(mention: Mention, text: str) -> bool:
    return mention.kind in _DETAILS and not any(
        word.lower() in text.lower() for word in mention.text.split() if len(word) > 1
    )


def _draw(sentence: Tagged, context: Context, times: int, kinds: Kinds) -> Iterator[Edit]:
    drawn = sorted(kinds, key=lambda kind: -(context.chance.random() ** (1 / kinds[kind])))
    left = times
    for kind in drawn:
        made = [item for item in kind(sentence, context) if _is_new(item, sentence, context)]
        if made and left:
            left -= 1
            yield context.chance.choice(made)


def _is_new(item: Edit, sentence: Tagged, context: Context) -> bool:
    return item.text != sentence.text and item.text not in context.passage
