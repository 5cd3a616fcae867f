"""Edit passages under sentences that people wrote: true of the one passage, wrong of the other.

    python -m training.rows.counterfactual FOLDER mixture.jsonl.gz counterfactual.jsonl.gz …

An edited sentence reads a little odd, and most supported sentences that programs can make repeat
their passage: a model that learns from these alone learns to look for oddness and repetition. Here
people's own summaries and claims stay as they are and the passage is edited: two names, figures,
phrases or verbs of it change places, or a word that the sentence has too becomes its opposite. So
the same sentence, in its writer's words, is now borne out and now not, and only the facts tell
which. Where the edit fits the sentence as well, the edited one stands beside both passages the
other way round.
`--lone` other rows of the mixture stand among them for each of theirs, four times as many of core
sets as of others.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random

from training.rows.edit_names import NAMES
from training.rows.edit_words import antonyms, read_antonyms
from training.rows.edits import Context, substitute
from training.rows.evidence import passage
from training.rows.exchanges import Exchange, Span, exchanges
from training.rows.mixture import BASE, CORE, POSITIVES, is_unchecked, take
from training.rows.rows import Label, Row, read_rows, write_rows
from training.rows.tags import Mention, Tagged, tag
from training.rows.twins import MADE

Opposites = Mapping[tuple[str, str], tuple[str, ...]]

PIECES = 90
"""Longest passage in estimated word pieces. A guess."""
SENTENCES = (*POSITIVES, "mnli_subset")
"""Sets whose supported sentences are taken."""
EXCHANGED = frozenset({*NAMES, "DATE", "CARDINAL", "MONEY", "PERCENT"})
"""Types of mentions that change places, each with its own type."""
SHORTEST, LONGEST = 25, 400
"""Characters of a sentence. Guesses."""
TURNED = 0.4
"""Share of the passages in which a word is turned: nearly all have one, so that all of them would
outweigh what else is edited. A guess."""
OTHER_LONE = 0.25
"""Share of the mixture's rows outside the core sets that may stand alone. A guess."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A sentence, and where it differs from its edit."""

    text: str
    spans: tuple[Span, ...]


def counterfactuals(
    rows: Sequence[Row], opposites: Opposites, chance: Random
) -> Iterator[tuple[Row, ...]]:
    """Yield two or four rows for each edit of a supported row's premise; one of each kind at most.

    A row of every two is wrong, and marked as the twin of the one before it.
    """
    heard, told = tag([row.premise for row in rows]), tag([row.hypothesis for row in rows])
    for row, near, said in zip(rows, heard, told, strict=True):
        if edited := names_exchanged(row, near, chance):
            yield edited
        is_kept = chance.random() < TURNED
        if is_kept and (edited := word_turned(row, near, said, opposites, chance)):
            yield edited
        yield from phrases_exchanged(row, near, said, chance)


def names_exchanged(row: Row, near: Tagged, chance: Random) -> tuple[Row, ...]:
    """Return the row, and what is left of its truth once a name of it and another change places.

    The other is of the same type and stands in the passage alone. () where there are no two.
    """
    said = row.hypothesis
    named = [m for m in near.mentions if m.kind in EXCHANGED and len(m.text) > 1]
    pairs = [
        (mine, theirs)
        for mine in named
        if _spans_of(said, *_forms(mine))
        for theirs in named
        if theirs.kind == mine.kind and _is_elsewhere(theirs, mine, said)
    ]
    if not pairs:
        return ()
    mine, theirs = chance.choice(pairs)
    premise = _exchange(row.premise, _forms(mine), _forms(theirs))
    edited = _exchange(said, _forms(mine), _forms(theirs))
    if premise == row.premise or edited == said:
        return ()
    return _rows(
        row, premise, f"counterfactual:{mine.kind}",
        Turned(said, _spans_of(said, *_forms(mine))),
        Turned(edited, _spans_of(edited, *_forms(theirs))),
    )  # fmt: skip


def word_turned(
    row: Row, near: Tagged, said: Tagged, opposites: Opposites, chance: Random
) -> tuple[Row, ...]:
    """Return the row, and what is left of its truth beside the opposite of a word they share.

    () where no word of the sentence stands once in the passage and has an opposite.
    """
    shared = {word.lemma.lower(): word for word in said.words}
    turned = [
        (made, word)
        for made in antonyms(near, Context(chance, "", antonyms=opposites))
        for word in near.words
        if word.start == made.spans[0][0]
        and word.lemma.lower() in shared
        and near.text.count(word.text) == 1
    ]
    if not turned:
        return ()
    made, word = chance.choice(turned)
    ((start, end),) = made.spans
    mine = shared[word.lemma.lower()]
    same = _spans_of(said.text, word.text)
    changes = [(*span, made.text[start:end]) for span in same] if len(same) == 1 else []
    return _rows(
        row, made.text, "counterfactual:antonym",
        Turned(said.text, ((mine.start, mine.end),)),
        Turned(*substitute(said.text, changes)) if changes else None,
    )  # fmt: skip


def phrases_exchanged(
    row: Row, near: Tagged, said: Tagged, chance: Random
) -> Iterator[tuple[Row, ...]]:
    """Yield the row, and what is left of its truth once two phrases of its passage change places.

    One exchange of each kind at most.
    """
    kinds: dict[str, list[Exchange]] = {}
    for exchange in exchanges(near, said):
        kinds.setdefault(exchange.kind, []).append(exchange)
    for kind, each in kinds.items():
        drawn = chance.choice(each)
        yield _rows(
            row, drawn.premise, f"counterfactual:{kind}",
            Turned(said.text, (drawn.span,)),
            Turned(*drawn.edited) if drawn.edited else None,
        )  # fmt: skip


def _rows(
    row: Row, premise: str, kind: str, said: Turned, edited: Turned | None
) -> tuple[Row, ...]:
    """Return the sentence beside both passages, and between them its edit, where there is one."""
    source = f"{kind}:{row.source}"
    between = () if edited is None else (
        Row(row.premise, edited.text, Label.NOT_SUPPORT, source, edited.spans, twin=True),
        Row(premise, edited.text, Label.SUPPORT, source, ()),
    )  # fmt: skip
    return (
        Row(row.premise, said.text, Label.SUPPORT, source, ()),
        *between,
        Row(premise, said.text, Label.NOT_SUPPORT, source, said.spans, twin=True),
    )


def _is_elsewhere(theirs: Mention, mine: Mention, said: str) -> bool:
    """Tell whether a mention shares no word with another, nor with the sentence."""
    words, text = set(theirs.text.lower().split()), said.lower()
    figure = theirs.kind in ("DATE", "CARDINAL")
    return not (
        words & set(mine.text.lower().split())
        or any(_spans_of(text, word) for word in words if figure or len(word) > 2)
    )


def _forms(mention: Mention) -> tuple[str, ...]:
    """Return how a mention may be told: of a person, the last name alone too."""
    first, *_, last = (mention.text, *mention.text.split())
    is_told = mention.kind == "PERSON" and first != last and len(last) > 2
    return (first, last) if is_told else (first,)


def _exchange(text: str, mine: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    put = {form: theirs[min(n, len(theirs) - 1)] for n, form in enumerate(mine)}
    put |= {form: mine[min(n, len(mine) - 1)] for n, form in enumerate(theirs)}
    return _pattern(put).sub(lambda hit: put[hit.group()], text)


def _spans_of(text: str, *forms: str) -> tuple[Span, ...]:
    return tuple(hit.span() for hit in _pattern(forms).finditer(text))


def _pattern(forms: Mapping[str, str] | Sequence[str]) -> re.Pattern[str]:
    either = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def supported(folder: Path, seed: int, chance: Random) -> list[Row]:
    """Return the supported sentences of SENTENCES in a drawn order, each beside its evidence."""
    shares = {share.name: share for share in (*CORE, *BASE)}
    known: dict[tuple[str, str], Row] = {}
    for name in SENTENCES:
        for row in take(folder, shares[name], Random(f"{seed}:{name}")):
            fits = SHORTEST < len(row.hypothesis) < LONGEST
            if fits and row.label is Label.SUPPORT and not is_unchecked(row):
                near = passage(row.premise, row.hypothesis, PIECES)
                kept = Row(near, row.hypothesis, Label.SUPPORT, row.source, ())
                known.setdefault((near, row.hypothesis), kept)
    rows = list(known.values())
    chance.shuffle(rows)
    return rows


def lone(mixture: Path, chance: Random) -> list[Row]:
    """Return rows of the mixture that people wrote, each once, in a drawn order."""
    core = {share.name for share in CORE}
    each = {(row.premise, row.hypothesis): row for row in read_rows(mixture)}
    rows = [
        row
        for row in each.values()
        if not row.source.startswith(MADE)
        and (row.source.partition("/")[0] in core or chance.random() < OTHER_LONE)
    ]
    chance.shuffle(rows)
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("mixture", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lone", type=float, default=0.6, help="other rows for each")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance = Random(f"{options.seed}:counterfactual")
    lines = (options.folder / "wordnet_antonyms.tsv").read_text(encoding="utf-8").splitlines()
    rows = supported(options.folder, options.seed, chance)
    units = list(counterfactuals(rows, read_antonyms(lines), chance))
    count = sum(map(len, units))
    units += [(row,) for row in lone(options.mixture, chance)[: round(options.lone * count)]]
    chance.shuffle(units)
    write_rows(chain.from_iterable(units), options.out)
    print(f"{count} rows on edited passages, {len(units)} sets of them and other rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
