"""Subtitles (SRT, VTT) as a transcript: who speaks opens a paragraph, each cue bears its time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import StringIO

from auditor.load.formats.content import PARAGRAPH, Content, Portion, Refused

ROOM = 400
"""Characters of a paragraph after which the next sentence opens another. A guess."""

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z0-9.:]{0,20}(?:\s[^<>]{0,200})?>|\{\\[^{}]{0,100}\}")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_OTHER = re.compile(r"(?:[-–—]|>>+)\s+(?=\S)")
"""What opens the words of somebody else."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Words of a cue; `speaker` is "" where it names none, `is_other` where it marks a change."""

    time: str
    speaker: str
    words: str
    is_other: bool = False


def read(data: bytes) -> Content:
    """Return what is said, with times as locators.

    Args:
        data: in UTF-8.

    Raises:
        Refused: if it holds no subtitles.
    """
    import webvtt

    text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    kind = "vtt" if text.startswith("WEBVTT") else "srt"
    try:
        captions = webvtt.from_buffer(StringIO(text.strip() + "\n"), kind).captions
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError) as error:
        raise Refused(f"holds no subtitles ({error}); save its text as a .txt file") from error
    spoken = [
        said for caption in captions for said in _spoken(_time(caption.start), caption.raw_text)
    ]
    missed = text.count("-->") - len(captions)
    gaps = (f"holds cues without a valid time ({missed}), which were not read",) if missed else ()
    return Content(tuple(_portions(spoken)), gaps=gaps)


def _time(start: str) -> str:
    """Return hours, minutes and seconds."""
    return start.partition(".")[0]


def _spoken(time: str, raw: str) -> Iterator[_Spoken]:
    """Yield the words of a cue, a value for each who speaks."""
    pieces = _VOICE.split(raw)
    yield from _lines(time, "", pieces[0])
    for speaker, words in zip(pieces[1::2], pieces[2::2], strict=True):
        yield from _lines(time, " ".join(unescape(speaker).split()), words)


def _lines(time: str, speaker: str, raw: str) -> Iterator[_Spoken]:
    lines = [" ".join(unescape(_TAG.sub("", line)).split()) for line in raw.split("\n")]
    held: list[str] = []
    other = False
    for line in filter(None, lines):
        if mark := _OTHER.match(line):
            if held:
                yield _Spoken(time, speaker, " ".join(held), other)
            held, other = [line[mark.end() :]], True
        else:
            held.append(line)
    if held:
        yield _Spoken(time, speaker, " ".join(held), other)


def _portions(spoken: list[_Spoken]) -> Iterator[Portion]:
    speaker, length, before = "", 0, ""
    for said in spoken:
        is_new = bool(said.speaker) and said.speaker != speaker
        opens = not before or is_new or said.is_other
        opens = opens or (length > ROOM and _ENDED.search(before) is not None)
        words = f"{said.speaker}: {said.words}" if is_new else said.words
        speaker = said.speaker or ("" if said.is_other else speaker)
        length = len(words) + (0 if opens else length)
        before = words
        yield Portion(words, said.time, glue=PARAGRAPH if opens else " ")
