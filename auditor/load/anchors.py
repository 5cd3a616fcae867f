"""Where the words of an HTML page stand in its file.

The tree that a page is read from knows no places. So the page's letters are read once more, as they
stand between its tags, and each block of its text is looked for among them. A block that is found
nowhere, or in two places, has no anchors: an editor is sent to the right line or to none.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import chain

from auditor.model.document import Anchor, Block

LONGEST = 300_000
"""Characters of a page; longer ones get no anchors. Articles have some 10,000, whole news pages up
to a million, most of it scripts. A hostile page of this length costs less than a second."""

MOST_LOOKED_THROUGH = 200_000_000
"""Characters of a page times its blocks: what each block costs is a look through the page."""

_PIECE = re.compile(
    r"(?P<comment><!--)|<(?P<unseen>script|style|title|noscript|template|textarea)\b"
    r"|<[^<>]*>?|(?P<entity>&#?\w{1,32};?)|(?P<words>(?:[^<&]+|&(?!#?\w))+)",
    re.I,
)
_WORD = re.compile(r"[^ \t\r\n\f\v\xa0|\xad\u200b\u2060\ufeff]+")
"""What is neither collapsed nor dropped when a page is read; a bar may part the cells of a row."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters between the tags of a page, each with its offset in the file.

    Attributes:
        ends: where an entity that stands for letters ends, by the offset where it begins.
    """

    text: str
    offsets: Sequence[int]
    ends: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter of the text at `at`, which stands at ``start:end`` of the file."""

    at: int
    start: int
    end: int


def anchors(markup: str, text: str, blocks: Sequence[Block]) -> tuple[Anchor, ...]:
    """Return where the blocks of a page's text stand in its markup, as far as that is certain."""
    if len(markup) > LONGEST or len(markup) * len(blocks) > MOST_LOOKED_THROUGH:
        return ()
    page = _letters(markup)
    lines = [0, *(match.end() for match in re.finditer("\n", markup))]
    result: list[Anchor] = []
    for block in blocks:
        run: list[_Letter] = []
        for letter in _found(text, block, page):
            if run and not _follows(letter, run[-1], markup, text):
                result.append(_anchor(run, lines))
                run = []
            run.append(letter)
        if run:
            result.append(_anchor(run, lines))
    return tuple(result)


def _letters(markup: str) -> _Letters:
    """Return the letters that stand between the tags of a page, those that nobody sees left out."""
    words: list[str] = []
    offsets, ends, at = array("I"), dict[int, int](), 0
    while match := _PIECE.match(markup, at):
        start, at = match.span()
        if match["comment"]:
            at = _after("-->", markup, at)
        elif match["unseen"]:
            at = _after(f"</{match['unseen']}", markup, at)
        elif match["entity"] and (letters := unescape(match["entity"])) != match["entity"]:
            shown = "".join(_WORD.findall(letters))
            words.append(shown)
            offsets.extend([start] * len(shown))
            ends[start] = at
        elif match["words"] or match["entity"]:  # what stands for nothing else is words, too
            for word in _WORD.finditer(markup, start, at):
                words.append(word[0])
                offsets.extend(range(*word.span()))
    return _Letters("".join(words), offsets, ends)


def _after(end: str, markup: str, at: int) -> int:
    match = re.compile(re.escape(end), re.I).search(markup, at)
    return match.end() if match else len(markup)


def _found(text: str, block: Block, page: _Letters) -> Iterator[_Letter]:
    """Yield the letters of a block with their places, none where it stands nowhere or twice."""
    own = [match.span() for match in _WORD.finditer(text, block.start, block.end)]
    letters = "".join(text[start:end] for start, end in own)
    first = page.text.find(letters) if letters else -1
    if first < 0 or page.text.find(letters, first + 1) >= 0:
        return
    offsets = page.offsets[first : first + len(letters)]
    for at, start in zip(chain.from_iterable(range(*span) for span in own), offsets, strict=True):
        yield _Letter(at, start, page.ends.get(start, start + 1))


def _follows(letter: _Letter, last: _Letter, markup: str, text: str) -> bool:
    """Tell whether a letter stands as far from the last in the file as in the text, in one line."""
    between = text[last.at : letter.at]
    return markup[last.start : letter.start] == between and "\n" not in between


def _anchor(run: Sequence[_Letter], lines: Sequence[int]) -> Anchor:
    first, last = run[0], run[-1]
    line = bisect_right(lines, first.start)
    column = first.start - lines[line - 1] + 1
    return Anchor(first.at, last.at + 1, line, column, column + last.end - first.start)
