import codecs
import os
from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.load import document_from_text, load_article, load_references
from auditor.load.source import MAX_BYTES

WORDS = "Zoë’s café closed."


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", WORDS.encode()),
        ("a.TXT", WORDS.encode()),
        ("a.txt", codecs.BOM_UTF8 + WORDS.encode()),
        ("a.txt", codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le")),
        ("a.txt", codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be")),
        ("a.txt", codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le")),
        ("a.md", WORDS.encode()),
        ("a.html", b"<meta charset=windows-1252><p>" + WORDS.encode("cp1252")),
        ("a.html", b"<meta charset=latin1><p>" + WORDS.encode("cp1252")),
        (
            "a.html",
            b'<meta http-equiv=Content-Type content="text/html; charset=windows-1252">'
            + WORDS.encode("cp1252"),
        ),
        ("a.xhtml", b'<?xml version="1.0" encoding="cp1252"?><p>' + WORDS.encode("cp1252")),
        ("a.html", codecs.BOM_UTF8 + b"<meta charset=latin1><p>" + WORDS.encode()),
    ],
)
def test_text_is_read_in_its_charset_without_byte_order_mark(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert load_article(path).text == WORDS


@pytest.mark.parametrize(
    ("name", "data", "charset"),
    [
        ("a.txt", WORDS.encode("cp1252"), "Windows-1252"),
        ("a.md", WORDS.encode("cp1252"), "Windows-1252"),
        ("a.html", b"<p>" + WORDS.encode("cp1252"), "Windows-1252"),
        ("a.html", b"<meta charset=utf-8><p>" + WORDS.encode("cp1252"), "Windows-1252"),
        ("a.txt", WORDS.encode("utf-16-le"), "UTF-16"),
        ("a.txt", WORDS.encode("utf-16-be"), "UTF-16"),
        ("a.html", ("<meta charset=utf-16><p>" + WORDS).encode("utf-16-le"), "UTF-16"),
        # what says so itself
        ("a.txt", WORDS.encode(), ""),
        ("a.txt", f"{WORDS} 😀".encode(), ""),
        ("a.txt", codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), ""),
        ("a.html", b"<meta charset=windows-1252><p>" + WORDS.encode("cp1252"), ""),
    ],
)
def test_a_charset_that_is_not_stated_is_told(
    tmp_path: Path, name: str, data: bytes, charset: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = load_article(path)
    assert (document.text.removesuffix(" 😀"), document.read_as) == (WORDS, charset)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_text_file_is_not_altered(tmp_path: Path, ends: str) -> None:
    text = f"  One line here.{ends}{ends}\tAnother\u2028line\x0bthere.{ends} "
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert load_article(path).text == text


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "a.txt",
            "Zoë".encode() + WORDS.encode("cp1252"),
            "byte 6 of its text is no UTF-8; save it as UTF-8",
        ),
        ("a.html", "<p>Зой закрыл кафе".encode("koi8-r"), "is no UTF-8"),
        ("a.txt", b"Zo\xeb\x81 closed.", "is no UTF-8"),
        ("a.txt", b"Zo\xeb\x07 closed.", "is no UTF-8"),
        ("a.html", b"<meta charset=klingon><p>Words", "declares the unknown charset 'klingon'"),
        ("a.html", b"<meta charset=rot13><p>Words", "declares the unknown charset 'rot13'"),
        ("a.txt", b"", "holds no words"),
        ("a.txt", b" \n\xc2\xa0 --- \n", "holds no words"),
        ("a.html", b"<p hidden>Words</p>", "shows no words to its readers"),
        ("a.txt", b"Words\0more", "holds binary data"),
        ("a.txt", b"W\0o\0r\0d\0s\0 ", "holds binary data"),
        ("a.txt", b"\0" * 12, "holds binary data"),
        ("a.txt", b"%PDF-1.7 words", "is a PDF"),
        ("a.doc", b"Words", "is a .doc file; .txt, .md, .html, .pdf, .docx and others can be"),
        ("a", b"Words", "has no suffix"),
        ("a.txt", b"words " * (MAX_BYTES // 6 + 1), "is larger than 5 MB"),
    ],
)
def test_what_gives_no_text_is_an_error_with_file_and_remedy(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(AuditError) as caught:
        load_article(path)
    assert str(caught.value).startswith(f"{path.as_posix()}: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a\x1b[2J.txt", b""),
        ("a.\x1b[2J", b"Words"),
        ("a\u202e.html", b"<p hidden>Words</p>"),
        ("a\udcff.txt", b"caf\xe9\x81"),
        ("a\n.pdf", b"Words"),
    ],
)
def test_a_name_of_a_file_reaches_no_message_raw(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for read in (lambda: load_article(path), lambda: load_references([str(path)])):
        with pytest.raises(AuditError) as caught:
            read()
        assert str(caught.value).isprintable()


def test_a_missing_file_a_folder_and_a_pipe_are_errors(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for name, message in [
        ("none.txt", "no such file"),
        (".", "is a folder"),
        ("pipe.txt", "is not a regular file"),
    ]:
        with pytest.raises(AuditError, match=message):
            load_article(tmp_path / name)


def test_half_a_surrogate_pair_in_memory_is_an_error() -> None:
    with pytest.raises(AuditError, match="r1: character 5 is half of a surrogate pair"):
        document_from_text("r1", "r1", "Words\ud800")


def test_the_checksum_is_of_the_bytes_read(tmp_path: Path) -> None:
    plain, marked = tmp_path / "a.txt", tmp_path / "b.txt"
    plain.write_bytes(b"Words")
    marked.write_bytes(codecs.BOM_UTF8 + b"Words")
    assert load_article(plain).sha256 == document_from_text("r1", "r1", "Words").sha256
    assert load_article(plain).sha256 != load_article(marked).sha256
