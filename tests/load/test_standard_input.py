"""The article that is written into the command."""

import io
import sys
from types import SimpleNamespace

import pytest

from auditor.load.source import MAX_BYTES, SourceFormat, Unreadable
from auditor.load.standard_input import read_standard_input


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"Two die in fire\n\n    An indented line is audited.\n", SourceFormat.PLAIN),
        (b"The #1 club\n#fire is no heading\n", SourceFormat.PLAIN),
        (b"Prices fell <5 %\n", SourceFormat.PLAIN),
        (b"---\nrefs: a\n---\nText", SourceFormat.MARKDOWN),
        (b"\xef\xbb\xbf+++\n+++\nText", SourceFormat.MARKDOWN),
        (b"\n# Two die in fire\n\nText", SourceFormat.MARKDOWN),
        (b"By Nora Quist\n\n## Two die in fire\n", SourceFormat.MARKDOWN),
        (b" <!DOCTYPE html><p>Text", SourceFormat.HTML),
        (b"<html><body>Text", SourceFormat.HTML),
    ],
)
def test_its_kind_is_told_by_how_it_begins(monkeypatch, data, form):
    given(monkeypatch, data)
    source = read_standard_input()
    assert (source.path, source.data, source.format) == ("stdin", data, form)


def test_what_cannot_be_read_is_said(monkeypatch):
    given(monkeypatch, b"x" * (MAX_BYTES + 1))
    with pytest.raises(Unreadable, match="stdin: is larger than 5 MB"):
        read_standard_input()
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Unreadable, match="stdin: standard input is closed; name a file"):
        read_standard_input()
