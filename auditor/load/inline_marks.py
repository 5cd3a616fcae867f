"""Marks inside a line of Markdown: emphasis, links, code, footnotes; what readers do not see.

markdown-it says what a paragraph shows, in order, and not where it stands. So the paragraph is
walked beside it, each mark by what it must be; where the two part, nothing is cut.
"""

import re
from collections.abc import Callable, Iterator, Sequence
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
    walk = _Walk(content)
    try:
        for token in tokens:
            walk.pass_by(token)
    except _Parted:
        return ()
    if content[walk.at :].strip():
        return ()
    return (*_footnotes(content, walk.cuts),)


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


class _Walk:
    """A walk through a paragraph beside its tokens: how far it is, and what was cut."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.at = 0
        self.cuts: list[Cut] = []

    def pass_by(self, token: "Token") -> None:
        """Go past what a token stands for."""
        steps: dict[str, Callable[[Token], None]] = {
            "text": self._text,
            "text_special": self._special,
            "softbreak": self._line_end,
            "hardbreak": self._line_end,
            "code_inline": self._code,
            "html_inline": self._html,
            "image": self._image,
            "link_open": self._link_open,
            "link_close": self._link_close,
        }
        steps.get(token.type, self._mark)(token)

    def _cut(self, length: int, shown: str = "") -> None:
        if length:
            self.cuts.append(Cut(self.at, self.at + length, shown))
        self.at += length

    def _expect(self, words: str) -> None:
        if not self.content.startswith(words, self.at):
            raise _Parted

    def _text(self, token: "Token") -> None:
        self._expect(token.content)
        self.at += len(token.content)

    def _special(self, token: "Token") -> None:
        self._expect(token.markup)
        self._cut(len(token.markup), token.content)

    def _line_end(self, token: "Token") -> None:
        match = _BREAK.match(self.content, self.at)
        if match is None:
            raise _Parted
        if match[0].startswith("\\"):
            self._cut(1)
        self.at = match.end()

    def _mark(self, token: "Token") -> None:
        """Go past a mark of emphasis, which is its own ``markup``."""
        self._expect(token.markup)
        self._cut(len(token.markup))

    def _code(self, token: "Token") -> None:
        self._mark(token)
        end = self.content.find(token.markup, self.at)
        inner = self.content[self.at : end]
        padded = len(inner) - len(token.content)
        if end < 0 or padded not in (0, 2):
            raise _Parted
        self._cut(padded // 2)
        self.at = end - padded // 2
        self._cut(padded // 2)
        self._cut(len(token.markup))

    def _html(self, token: "Token") -> None:
        self._expect(token.content)
        if ALLOWANCE.match(token.content):
            self.at += len(token.content)
        else:
            shown = "\n" if _LINE_TAG.fullmatch(token.content) else ""
            self._cut(len(token.content), shown)

    def _image(self, token: "Token") -> None:
        self._expect("![")
        self._cut(2)
        for child in token.children or ():
            self.pass_by(child)
        self._link_close(token)

    def _link_open(self, token: "Token") -> None:
        mark = "<" if token.markup == "autolink" else "["
        self._expect(mark)
        self._cut(1)

    def _link_close(self, token: "Token") -> None:
        if token.markup == "autolink":
            self._expect(">")
            self._cut(1)
            return
        match = _LINK_END.match(self.content, self.at)
        if match is None:
            raise _Parted
        self._cut(len(match[0]))
