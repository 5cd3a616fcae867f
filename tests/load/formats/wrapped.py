"""One plain text in every format that a test can write by itself."""

import mailbox
import tempfile
import zipfile
from email.message import EmailMessage
from html import escape
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def paragraphs(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def page(text: str) -> str:
    body = "".join(f"<p>{escape(line)}</p>" for line in paragraphs(text))
    return f"<html><head><meta charset='utf-8'></head><body><article>{body}</article></body></html>"


def mail(text: str) -> bytes:
    made = EmailMessage()
    made["From"] = "desk@paper.example"
    made.set_content(text, cte="quoted-printable")
    return made.as_bytes()


def mbox(text: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        box = mailbox.mbox(f"{folder}/box")
        box.add(mail(text))
        box.flush()
        return Path(folder, "box").read_bytes()


def mhtml(text: str) -> bytes:
    made = EmailMessage()
    made["Snapshot-Content-Location"] = "https://wire.example/story"
    made.set_content(page(text), subtype="html", cte="quoted-printable")
    made.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<1>")
    return made.as_bytes()


def warc(text: str) -> bytes:
    file = BytesIO()
    writer = WARCWriter(file, gzip=True)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/plain; charset=utf-8")], "HTTP/1.1")
    payload = BytesIO(text.encode())
    address = "https://wire.example/story"
    writer.write_record(writer.create_warc_record(address, "response", payload, http_headers=head))
    return file.getvalue()


def nitf(text: str) -> bytes:
    body = "".join(f"<p>{escape(line)}</p>" for line in paragraphs(text))
    return f"<nitf><body><body.content>{body}</body.content></body></nitf>".encode()


def newsml(text: str) -> bytes:
    name = "http://iptc.org/std/nar/2006-10-01/"
    data = f"<contentSet><inlineData>{escape(text)}</inlineData></contentSet>"
    return f'<newsItem xmlns="{name}">{data}</newsItem>'.encode()


def cues(text: str, mark: str) -> str:
    """Return a cue for each run of seven words, the first of a paragraph after a silence."""
    second = 0
    written: list[str] = []
    for line in paragraphs(text):
        words = line.split()
        second += 10
        for n in range(0, len(words), 7):
            times = f"00:{second // 60:02}:{second % 60:02}{mark}000"
            after = f"00:{(second + 1) // 60:02}:{(second + 1) % 60:02}{mark}000"
            said = escape(" ".join(words[n : n + 7]), quote=False)
            written.append(f"{len(written) + 1}\n{times} --> {after}\n{said}\n")
            second += 1
    return "\n".join(written)


def srt(text: str) -> bytes:
    return cues(text, ",").encode()


def vtt(text: str) -> bytes:
    return f"WEBVTT\n\n{cues(text, '.')}".encode()


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def in_zip(text: str) -> bytes:
    return zipped(("refs/story.txt", text.encode()))


WRITERS = {
    ".eml": mail,
    ".mbox": mbox,
    ".mhtml": mhtml,
    ".warc.gz": warc,
    ".nitf": nitf,
    ".xml": newsml,
    ".srt": srt,
    ".vtt": vtt,
    ".zip": in_zip,
}
"""What writes a text as a file of each kind."""


def pdf(*pages: str) -> bytes:
    """Return a PDF of pages with a line of Helvetica each; "" is an empty page."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
    ]
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for n, words in enumerate(pages):
        stream = f"BT /F 12 Tf 72 700 Td ({words}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {font} "
            f"/Contents {4 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body, places = "%PDF-1.4\n", []
    for n, written in enumerate(objects, 1):
        places.append(len(body))
        body += f"{n} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        f"{body}xref\n0 {count}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")
