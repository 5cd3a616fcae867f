"""Results told as two sides with their points: Sloga Vrelo 0, Radnik Dub 3."""

import re
from collections.abc import Iterator

from auditor.model.number import Number
from auditor.model.text import Sentence

_SIDE = r"[A-ZÀ-Þ][\w'’.-]{0,30}(?: (?:[A-ZÀ-Þ][\w'’.-]{0,30}|of|de|la|le|del|di|da|do)){0,5}"
_RESULT = re.compile(
    rf"(?:^|(?<=[.:;] )){_SIDE} (?P<one>\d{{1,3}}),? {_SIDE} (?P<two>\d{{1,3}})"
    r"(?=[.,](?!\d)|[;(]|$| \()"
)


def result_lines(sentence: Sentence) -> Iterator[Number]:
    """Yield the score of each result that a sentence tells so, at its two figures."""
    for hit in _RESULT.finditer(sentence.text):
        one, two = int(hit["one"]), int(hit["two"])
        start, end = sentence.start + hit.start("one"), sentence.start + hit.end("two")
        yield Number(
            start=start,
            end=end,
            text=sentence.text[hit.start("one") : hit.end("two")],
            low=float(min(one, two)),
            high=float(max(one, two)),
            unit="score",
            counted="",
            value=float(one),
            phrase_start=start,
            phrase_end=end,
        )
