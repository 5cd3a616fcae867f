"""How long something took, as results tell it: ``2:05.94``, ``2:19:33``, ``2h 19m 33s``."""

import re
from collections.abc import Iterator
from itertools import chain

from auditor.model.number import Number
from auditor.model.text import Sentence

_PART = r"[0-5]\d"
_FORMS = (
    # 2:05.94 and 1:02:05.94: a hundredth of a second tells it from a time of day.
    re.compile(
        rf"(?<![\w.:/-])(?:(?P<h>\d{{1,2}}):)?(?P<m>\d{{1,2}}):(?P<s>{_PART}\.\d{{1,3}})(?![\w:])"
    ),
    # 2:19:33, but not of the clock: at 12:05:33, 12:05:33 GMT.
    re.compile(
        rf"(?<![\w.:/-])(?<!\bat )(?<!\bby )(?<!\buntil )"
        rf"(?P<h>\d{{1,2}}):(?P<m>{_PART}):(?P<s>{_PART})"
        r"(?![\w:]|\s?(?:[ap]\.?m\b|GMT|UTC|CES?T|BST|E[SD]T|local time))"
    ),
    # 2h19m33s, 2h 19min, 4m 12.3s
    re.compile(
        rf"(?<![\w.:/-])(?:(?P<h>\d{{1,2}})\s?h(?:rs?)?\s?)(?P<m>{_PART}|\d)\s?m(?:ins?)?"
        rf"(?:\s?(?P<s>(?:{_PART}|\d)(?:\.\d{{1,3}})?)\s?s(?:ecs?)?)?(?![\w:])"
    ),
    re.compile(
        rf"(?<![\w.:/-])(?P<m>\d{{1,2}})\s?m(?:ins?)?\s?"
        rf"(?P<s>(?:{_PART}|\d)(?:\.\d{{1,3}})?)\s?s(?:ecs?)?(?![\w:])"
    ),
)


def durations(sentence: Sentence) -> Iterator[Number]:
    """Yield each duration in seconds; its span is half of its last digit wide on either side."""
    hits = chain.from_iterable(form.finditer(sentence.text) for form in _FORMS)
    last = -1
    for hit in sorted(hits, key=lambda hit: (hit.start(), -hit.end())):
        if hit.start() < last:
            continue
        last = hit.end()
        groups = hit.groupdict()
        told = groups["s"] or ""
        seconds = 3600 * int(groups.get("h") or 0) + 60 * int(groups["m"]) + float(told or 0)
        step = 10.0 ** -len(told.partition(".")[2]) if told else 60.0
        start, end = sentence.start + hit.start(), sentence.start + hit.end()
        yield Number(
            start=start,
            end=end,
            text=hit.group(),
            low=seconds - step / 2,
            high=seconds + step / 2,
            unit="second",
            counted="",
            value=round(seconds, 3),
            step=step,
            phrase_start=start,
            phrase_end=end,
        )
