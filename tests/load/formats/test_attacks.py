"""Hostile and broken files: each is refused in a sentence, in time, and nothing is written."""

import json
import stat
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from auditor.load.formats import pdf as pdf_reader
from auditor.load.formats.child import answer
from auditor.load.formats.confined import SECONDS, content_of
from auditor.load.formats.content import Refused
from auditor.load.formats.delivered import READERS, documents_in, read_delivered
from auditor.load.formats.first_bytes import verify
from auditor.load.source import Source, Unreadable, format_of_name
from tests.load.formats.wrapped import pdf, zipped

SOURCES = Path(__file__).parents[3] / "fixtures" / "sources"
BILLION = (
    '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><nitf><body><body.content><p>&b;'
    "</p></body.content></body></nitf>"
)
OUTSIDE = (
    '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x;'
    "</p></body.content></body></nitf>"
)
LONG = b"<nitf><body><body.content>" + b"<p>a</p>" * 1_000_000 + b"</body.content></body></nitf>"
WORD = "word/document.xml"


def source(name: str, data: bytes) -> Source:
    return Source(name, data, format_of_name(name))


def link(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = (stat.S_IFLNK | 0o777) << 16
    return made


def locked(archive: bytes) -> bytes:
    """Return an archive whose members say that they are encrypted."""
    return archive.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"<!doctype html><title>Log in</title>", "is HTML by its first bytes, not PDF"),
        ("a.pdf", b"%PDF-1.7 and then nothing", "is damaged ("),
        ("a.pdf", pdf("", ""), "shows no text, as a scan does"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"0" * 512, "is an encrypted or older Word file by its"),
        ("a.docx", b"PK\x03\x04 and then nothing", "is damaged (File is not a zip file)"),
        ("a.docx", zipped(("a.txt", b"Fire.")), "is no Word file by what it holds"),
        ("a.docx", zipped((WORD, b"<w:p>")), "is damaged: no XML in its text"),
        ("a.docx", zipped((WORD, BILLION.encode())), "declares entities in its text"),
        ("a.docx", zipped((WORD, b" " * 30_000_000)), "unpacks to more than 200 times its size"),
        ("a.docx", locked(zipped((WORD, b"<a/>"))), "is encrypted"),
        ("a.odt", zipped(("mimetype", b"x")), "is no OpenDocument text by what it holds"),
        ("a.xml", BILLION.encode(), "declares entities, which no news does"),
        ("a.xml", OUTSIDE.encode(), "declares entities, which no news does"),
        ("a.xml", b"<rss><channel/></rss>", "is XML of another kind (rss)"),
        ("a.xml", b"<a>" * 5_000, "is damaged: no XML"),
        ("a.rtf", b"Hello.", "is something else by its first bytes, not RTF"),
        ("a.eml", b"\n", "holds no mail"),
        ("a.srt", b"Fire in the harbour.", "holds no subtitles"),
        ("a.vtt", b"WEBVTT\n\n1:2:3 --> x\nFire.\n", "holds no subtitles"),
        ("a.mhtml", b"Content-Type: text/plain\n\nHello.", "holds no page"),
    ],
)
def test_what_is_no_such_file_or_attacks_its_reader_is_refused(name, data, reason):
    form = format_of_name(name)
    try:
        verify(data, form)
        said = json.loads(answer(READERS[form], BytesIO(data)))["refused"]
    except Refused as error:
        said = str(error)
    assert said.startswith(reason)


def test_a_refusal_names_the_file():
    with pytest.raises(Unreadable) as said:
        read_delivered(source("kit/a.xml", b"<rss/>"))
    assert said.value.where == "kit/a.xml"
    assert said.value.reason.startswith("is XML of another kind (rss)")


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ([("../../etc/passwd.txt", b"Fire.")], ["has a path that leads out of the archive"]),
        ([("/etc/passwd.txt", b"Fire.")], ["has a path that leads out of the archive"]),
        ([("C:\\fire.txt", b"Fire.")], ["has a path that leads out of the archive"]),
        ([(link("fire.txt"), b"/etc/passwd")], ["is a link; pack the file itself"]),
        ([("fire.exe", b"MZ")], ["is a .exe file; "]),
        ([("bomb.txt", b"0" * 20_000_000)], ["unpacks to more than 200 times its size"]),
        (
            [("a.zip", zipped(("b.zip", zipped(("c.txt", b"Fire.")))))],
            ["lies in an archive within"],
        ),
        ([("a.zip", zipped(("c.txt", b"Fire.")))], ["!a.zip!c.txt"]),
        ([(f"{n}.txt", b"Fire.") for n in range(502)][-1:], ["!501.txt"]),
        ([("__MACOSX/._a.txt", b"\0"), (".DS_Store", b"\0")], ["holds no documents"]),
        ([], ["holds no documents"]),
    ],
)
def test_each_member_of_an_archive_is_a_document_or_named_as_not_read(members, told):
    found = list(documents_in(source("kit.zip", zipped(*members))))
    assert len(found) == len(told)
    for one, reason in zip(found, told, strict=True):
        if isinstance(one, Unreadable):
            assert one.where.startswith("kit.zip")
            assert one.reason.startswith(reason)
        else:
            assert one.path.endswith(reason)


def test_an_encrypted_member_is_named_and_the_others_are_read():
    kit = locked(zipped(("a.txt", b"Fire."))), zipped(("b.txt", b"Fire."))
    found = [one for data in kit for one in documents_in(source("kit.zip", data))]
    assert [getattr(one, "where", "") or getattr(one, "path", "") for one in found] == [
        "kit.zip!a.txt",
        "kit.zip!b.txt",
    ]
    assert isinstance(found[0], Unreadable)


def test_a_password_is_asked_for_by_no_one_and_the_remedy_is_told():
    with pytest.raises(Unreadable, match="is encrypted; open it with its password"):
        read_delivered(source("a.pdf", (SOURCES / "libreoffice-encrypted.pdf").read_bytes()))


def test_a_reader_that_takes_too_long_is_ended():
    with pytest.raises(Refused, match="takes longer than 1 seconds"):
        content_of("newswire", LONG, seconds=1)


def test_a_reader_whose_library_breaks_is_told_and_not_taken_for_a_text():
    with pytest.raises(Refused, match=r"is damaged \(UnicodeDecodeError"):
        content_of("subtitles", b"\xff", SECONDS)


def test_words_of_a_pdf_that_stand_outside_of_its_page_are_not_read():
    inside = "The fire killed three dockers."
    beside = pdf(inside).replace(b"72 700 Td", b"72 900 Td")
    assert [portion.text for portion in pdf_reader.read(pdf(inside)).portions] == [inside]
    with pytest.raises(Refused, match="shows no text"):
        pdf_reader.read(beside)
