"""Marks inside a line of Markdown: emphasis, links, code, footnotes; what readers do not see.

markdown-it says what a paragraph shows, in order, and not where it stands. So the paragraph is
walked beside it, each mark by what it must be; where the two part, nothing is cut.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.load.allowances import ALLOWANCE

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_MARKS = 400
"""Characters of a paragraph that may be marks; with more it is shown as it stands. Hostile ones
take a parser long."""

_MAY_MARK = re.compile(r"[*_`\[\]<\\&~!]")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,40}\]")
_NOTE = re.compile(r"\[\^[\w-]{1,40}\]:[ \t]*")
_LINK_END = re.compile(
    r"\]\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)"
    r"|\]\[[^\[\]]{0,200}\]|\]"
)
_BREAK = re.compile(r"\\?[ \t]*\n[ \t]*")
_LINE_TAG = re.compile(r"<br\s*/?>", re.I)


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters ``start:end`` of a text that readers do not see, or see as `shown`."""

    start: int
    end: int
    shown: str = ""


Step = tuple[int, list[Cut]]
"""How far a paragraph was passed, and what was cut on the way."""


class _Parted(Exception):  # noqa: N818  # what happened to both
    """What a paragraph shows is not what stands at the place that was reached."""


def may_mark(content: str) -> bool:
    """Tell whether a paragraph may hold marks, and not more than are looked at."""
    return 0 < len(_MAY_MARK.findall(content)) <= MOST_MARKS


def cuts(content: str, tokens: Sequence["Token"]) -> tuple[Cut, ...]:
    """Return the marks of a paragraph in order, () where they cannot be told for sure.

    Args:
        content: its text as Markdown has it, without what its lines begin with.
        tokens: what markdown-it makes of it.
    """
    at, known = 0, list[Cut]()
    try:
        for token in tokens:
            at, cut = _past(content, at, token)
            known += cut
    except _Parted:
        return ()
    return () if content[at:].strip() else tuple(_footnotes(content, known))


def _footnotes(content: str, known: Sequence[Cut]) -> Iterator[Cut]:
    """Yield the cuts with the footnotes' numbers, which markdown-it takes for text or links."""
    notes = [Cut(*match.span()) for match in _FOOTNOTE.finditer(content)]
    notes += [Cut(*match.span()) for match in [_NOTE.match(content)] if match]
    kept = [one for one in known if not any(n.start <= one.start < n.end for n in notes)]
    whole = [n for n in notes if not any(k.start < n.start < k.end for k in kept)]
    last = 0
    for cut in sorted([*kept, *whole], key=lambda cut: (cut.start, -cut.end)):
        if cut.start >= last:
            yield cut
            last = cut.end


def _past(content: str, at: int, token: "Token") -> Step:
    """Return the place behind what a token stands for, and what is cut there.

    Raises:
        _Parted: if something else stands at the place.
    """
    return _STEPS.get(token.type, _mark)(content, at, token)


def _cut(content: str, at: int, words: str, shown: str = "") -> Step:
    """Return the step over words that must stand at a place and are cut."""
    if not content.startswith(words, at):
        raise _Parted
    end = at + len(words)
    return end, [Cut(at, end, shown)] if words else []


def _text(content: str, at: int, token: "Token") -> Step:
    return _cut(content, at, token.content)[0], []


def _special(content: str, at: int, token: "Token") -> Step:
    return _cut(content, at, token.markup, token.content)


def _mark(content: str, at: int, token: "Token") -> Step:
    """Step over a mark of emphasis, which is its own ``markup``."""
    return _cut(content, at, token.markup)


def _line_end(content: str, at: int, token: "Token") -> Step:
    match = _BREAK.match(content, at)
    if match is None:
        raise _Parted
    return match.end(), [Cut(at, at + 1)] if match[0].startswith("\\") else []


def _code(content: str, at: int, token: "Token") -> Step:
    """Step over code between backticks, with a space inside of each where that is no part of it."""
    first = _mark(content, at, token)[0]
    end = content.find(token.markup, first)
    padding, odd = divmod(end - first - len(token.content), 2)
    if end < 0 or padding not in (0, 1) or odd:
        raise _Parted
    last = end + len(token.markup)
    return last, [Cut(at, first + padding), Cut(end - padding, last)]


def _html(content: str, at: int, token: "Token") -> Step:
    shown = "\n" if _LINE_TAG.fullmatch(token.content) else ""
    end, tag = _cut(content, at, token.content, shown)
    return end, [] if ALLOWANCE.match(token.content) else tag


def _image(content: str, at: int, token: "Token") -> Step:
    """Step over a picture, of which the words for those who do not see it are left."""
    at, known = _cut(content, at, "![")
    for child in token.children or ():
        at, inner = _past(content, at, child)
        known += inner
    at, last = _link_close(content, at, token)
    return at, known + last


def _link_open(content: str, at: int, token: "Token") -> Step:
    return _cut(content, at, "<" if token.markup == "autolink" else "[")


def _link_close(content: str, at: int, token: "Token") -> Step:
    match = _LINK_END.match(content, at)
    if token.markup == "autolink":
        return _cut(content, at, ">")
    if match is None:
        raise _Parted
    return _cut(content, at, match[0])


_STEPS: Mapping[str, Callable[[str, int, "Token"], Step]] = {
    "text": _text,
    "text_special": _special,
    "softbreak": _line_end,
    "hardbreak": _line_end,
    "code_inline": _code,
    "html_inline": _html,
    "image": _image,
    "link_open": _link_open,
    "link_close": _link_close,
}
