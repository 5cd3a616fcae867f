"""Subtitles (SRT, VTT) as a transcript: who speaks opens a paragraph, each cue bears its time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from io import StringIO

from auditor.load.formats.content import PARAGRAPH, Content, Portion, Refused

ROOM = 400
"""Characters of a paragraph after which the next sentence opens another. A guess."""

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z0-9.:]{0,20}(?:\s[^<>]{0,200})?>|\{\\[^{}]{0,100}\}")
PAUSE = 4.0
"""Seconds of silence after which a paragraph ends. A guess."""

_NAMED = re.compile(r"(?:[A-Z][A-Z.'’ -]{1,40}|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}):\s")
"""How subtitles without marks for it name who speaks."""

_ENDED = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_OTHER = re.compile(r"(?:[-–—]|>>+)\s+(?=\S)")
"""What opens the words of somebody else."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Words of a cue; `speaker` is "" where it names none, `opens` where somebody else begins."""

    time: str
    speaker: str
    words: str
    opens: bool = False


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
    spoken: list[_Spoken] = []
    end = 0.0
    for caption in captions:
        said = list(_spoken(_time(caption.start), caption.raw_text))
        if said and caption.start_in_seconds - end > PAUSE:
            said[0] = replace(said[0], opens=True)
        spoken += said
        end = caption.end_in_seconds
    if not spoken:
        raise Refused("holds no subtitles; save its text as a .txt file")
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
    opens = False
    for line in filter(None, lines):
        mark = _OTHER.match(line)
        if mark or _NAMED.match(line):
            if held:
                yield _Spoken(time, speaker, " ".join(held), opens)
            held, opens = [line[mark.end() :] if mark else line], True
        else:
            held.append(line)
    if held:
        yield _Spoken(time, speaker, " ".join(held), opens)


def _portions(spoken: list[_Spoken]) -> Iterator[Portion]:
    speaker, length, before = "", 0, ""
    for said in spoken:
        is_new = bool(said.speaker) and said.speaker != speaker
        opens = not before or is_new or said.opens
        opens = opens or (length > ROOM and _ENDED.search(before) is not None)
        words = f"{said.speaker}: {said.words}" if is_new else said.words
        speaker = said.speaker or ("" if said.opens else speaker)
        length = len(words) + (0 if opens else length)
        before = words
        yield Portion(words, said.time, glue=PARAGRAPH if opens else " ")
