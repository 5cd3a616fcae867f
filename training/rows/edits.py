"""What an edit of a sentence is, and the pieces all kinds of edit are made with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from training.rows.rows import Label
from training.rows.tags import Mention, Tagged


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed sentence; `spans` mark its changed characters, and are `()` where it stays true."""

    kind: str
    text: str
    label: Label
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What an edit may draw on: its chance, the text, and words of other texts.

    `heard` is the passage of the text that speaks to the sentence, as the parser reads it.
    """

    chance: Random
    passage: str
    heard: Tagged | None = None
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    phrases: Sequence[str] = ()
    antonyms: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The named mentions of the passage."""
        return self.heard.mentions if self.heard else ()


def substitute(
    text: str, changes: Sequence[tuple[int, int, str]]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Replace ranges of a text; return it with the ranges of what was put in.

    Where nothing is put in, the range covers the word that follows, or the last one.
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = size = 0
    for start, end, new in sorted(changes):
        parts += [text[at:start], new]
        size += start - at
        spans.append((size, size + len(new)))
        size += len(new)
        at = end
    changed = "".join([*parts, text[at:]])
    return changed, tuple(_widen(changed, start, end) for start, end in spans)


def edit(kind: str, tagged: Tagged, changes: Sequence[tuple[int, int, str]], label: Label) -> Edit:
    """Make an edit of a sentence from the ranges to replace."""
    text, spans = substitute(tagged.text, changes)
    return Edit(kind, text, label, () if label is Label.SUPPORT else spans)


def match_case(word: str, model: str) -> str:
    """Give a word the capital of the one it replaces."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start:end].strip():
        return start, end
    while end < len(text) and not text[end].isalnum():
        end += 1
    start = end
    while end < len(text) and text[end].isalnum():
        end += 1
    if start < end:
        return start, end
    start = text.rstrip(" .!?\"'”’").rfind(" ") + 1
    return start, len(text)
