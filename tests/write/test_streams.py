"""Standard output and error, whatever they are."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor.errors import Unwritten
from auditor.write.streams import say, show

SHOWN = "✗ Contradicted “Ida” 🔥\n"
ESCAPED = "\\u2717 Contradicted \\u201cIda\\u201d \\U0001f525\n"


def full() -> io.TextIOWrapper:
    return Path("/dev/full").open("w", encoding="utf-8")


def broken_pipe() -> io.TextIOWrapper:
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "w", encoding="utf-8")


Stream = Callable[[], io.TextIOWrapper | None]


@pytest.fixture
def stream(request: pytest.FixtureRequest) -> Iterator[io.TextIOWrapper | None]:
    opened = request.param()
    yield opened
    if opened is not None:
        opened.close()


@pytest.mark.parametrize("utf8", [False, True])
@pytest.mark.parametrize(
    ("stream", "reason"),
    [
        (lambda: None, "standard output: is closed; open it, or name --output FILE"),
        (full, "standard output: has no room left; make room, or name --output FILE"),
        (broken_pipe, "standard output: was closed before all was written; read it to its end"),
    ],
    indirect=["stream"],
)
def test_what_does_not_arrive_is_said_and_python_ends_in_peace(monkeypatch, stream, reason, utf8):
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(Unwritten) as said:
        show(SHOWN * 10_000, utf8=utf8)
    assert str(said.value).startswith(reason)
    if stream is not None:
        stream.flush()  # as Python does when it ends


@pytest.mark.parametrize(
    ("encoding", "utf8", "bytes_"),
    [
        ("utf-8", False, SHOWN.encode()),
        ("utf-8", True, SHOWN.encode()),
        ("ascii", False, ESCAPED.encode()),
        ("ascii", True, SHOWN.encode()),
        ("cp1252", True, SHOWN.encode()),
    ],
)
def test_people_read_what_their_terminal_has_and_programs_utf8(
    monkeypatch, tmp_path, encoding, utf8, bytes_
):
    path = tmp_path / "out"
    with path.open("w", encoding=encoding) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        show("a\n")
        show(SHOWN, utf8=utf8)
    assert path.read_bytes() == b"a\n" + bytes_


def test_a_stream_without_bytes_gets_text(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    show(SHOWN, utf8=True)
    assert stream.getvalue() == SHOWN


@pytest.mark.parametrize("stream", [lambda: None, full, broken_pipe], indirect=True)
def test_where_nobody_listens_a_message_goes_nowhere(monkeypatch, capsys, stream):
    """Python's own `print` would write it to standard output."""
    monkeypatch.setattr(sys, "stderr", stream)
    say("audit: refs/wire.txt: is a folder")
    assert capsys.readouterr().out == ""
    if stream is not None:
        stream.flush()


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("audit: “x”.txt: is a link", "audit: “x”.txt: is a link\n"),
        ("\x1b]0;owned\x07.txt", "\\x1b]0;owned\\x07.txt\n"),
        ("\x9b31m\x7f\r\b", "\\x9b31m\\x7f\\r\\x08\n"),
        ("a\u202etxt.exe\u2066\u200f\u061c", "a\\u202etxt.exe\\u2066\\u200f\\u061c\n"),
        ("a\naudit: all is well", "a\\naudit: all is well\n"),
        ("\udcff.txt", "\\udcff.txt\n"),
        ("a\u2028b", "a\\u2028b\n"),
        ("الجزيرة.txt", "الجزيرة.txt\n"),
    ],
)
def test_a_message_cannot_act_on_the_terminal(monkeypatch, message, shown):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    say(message)
    assert stream.getvalue() == shown


def test_a_message_reaches_a_terminal_of_ascii(monkeypatch, tmp_path: Path):
    with (tmp_path / "err").open("w", encoding="ascii") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        say("audit: “x”.txt")
    assert (tmp_path / "err").read_text(encoding="ascii") == "audit: \\u201cx\\u201d.txt\n"
