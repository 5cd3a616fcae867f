"""Edits that add to a sentence what the passage does not say, taken from other texts."""

from collections.abc import Iterator

from training.rows.edits import Context, Edit, edit
from training.rows.rows import Label
from training.rows.tags import Tagged
from training.rows.words import words

_TRIES = 4
_CLAUSES = frozenset({"advcl", "prep", "relcl"})
_OPENERS = frozenset(
    words(
        "after before because while despite in at on for with from amid following during since "
        "to by who which where when as"
    )
)


def phrases(tagged: Tagged) -> Iterator[str]:
    """Yield the phrases that could stand at the end of another sentence: 12 to 70 characters."""
    for word in tagged.words:
        text = tagged.text[word.left : word.right]
        if word.dep not in _CLAUSES or not 12 <= len(text) <= 70:
            continue
        named = any(word.left <= item.start < word.right for item in tagged.mentions)
        opens = text.split()[0].lower() in _OPENERS and not set(text) & set('"“”()')
        if opens and (named or word.dep == "advcl"):
            yield text.strip(" ,;:")


def insertions(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with one foreign phrase added before its full stop."""
    if not context.phrases:
        return
    end = len(tagged.text.rstrip(" .!?\"'”’"))
    for _ in range(_TRIES):
        phrase = context.chance.choice(context.phrases)
        new = [word for word in phrase.lower().split() if word not in context.passage.lower()]
        if new and phrase.lower() not in tagged.text.lower():
            comma = "," if phrase.split()[0] in ("who", "which", "while", "where") else ""
            yield edit("insertion", tagged, [(end, end, f"{comma} {phrase}")], Label.NOT_SUPPORT)
            return
