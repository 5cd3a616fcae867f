"""A mail (EML): its text is the document, what is attached are files of their own."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from auditor.load.formats.content import Content, Member, Refused

MOST_PARTS = 200
"""Parts of a mail. A guess."""

_ANSWER = re.compile(r"(?:\s{0,9}(?:re|fwd?|aw|wg|tr)\s{0,9}:)+\s{0,9}", re.I)
_SEALS = frozenset({"application/pgp-signature", "application/pkcs7-signature"})
_LOCKED = frozenset({"application/pgp-encrypted", "multipart/encrypted"})
_TEXTS = {"text/plain": ".txt", "text/html": ".html"}


def read(data: bytes) -> Content:
    """Return a mail's text as body, its subject as title, its attachments as members.

    Raises:
        Refused: if it is no mail, has no text, or is encrypted.
    """
    mail = message_from_bytes(data, policy=policy.default)
    if not isinstance(mail, EmailMessage) or not mail.keys():
        raise Refused("holds no mail; save its text as a .txt file")
    if mail.get_content_type() in _LOCKED or "enveloped-data" in str(mail.get("Content-Type", "")):
        raise Refused("is encrypted; save its text as a .txt file")
    if sum(1 for _ in mail.walk()) > MOST_PARTS:
        raise Refused(f"has more than {MOST_PARTS} parts; save its text as a .txt file")
    part = mail.get_body(preferencelist=("plain", "html"))
    body = _text(part) if isinstance(part, EmailMessage) else None
    subject = " ".join(str(mail.get("Subject", "")).split())
    is_passed_on = _ANSWER.match(subject) is not None
    members = list(_members(mail, part))
    if body is None:
        if not members:
            raise Refused("holds no text")
        return Content(members=tuple(members))
    more = [member for member in members if not member.name]
    if body.kind == ".txt":
        body = _joined(body, [member for member in more if member.kind == ".txt"])
    return Content(
        title=_ANSWER.sub("", subject, count=1),
        day="" if is_passed_on else _day(mail),
        body=body,
        members=tuple(member for member in members if member.name),
    )


def _text(part: EmailMessage) -> Member:
    return Member(
        "",
        _bytes(part),
        kind=_TEXTS[part.get_content_type()],
        charset=str(part.get_content_charset() or ""),
    )


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _day(mail: EmailMessage) -> str:
    """Return the day on which it was sent, in the sender's own time, "" where it tells none."""
    stated = getattr(mail.get("Date"), "datetime", None)
    return stated.date().isoformat() if isinstance(stated, datetime) else ""


def _members(mail: EmailMessage, body: object) -> Iterator[Member]:
    """Yield what is attached; further texts of the mail itself are members without a name."""
    if not mail.is_multipart():
        return
    for n, part in enumerate(_parts(mail, body), 1):
        kind = part.get_content_type()
        name = " ".join(str(part.get_filename() or "").split())
        is_inline = part.get_content_disposition() != "attachment"
        if kind in _SEALS or (is_inline and part.get_content_maintype() == "image"):
            continue
        if kind == "message/rfc822":
            inner = part.get_payload()
            whole = inner[0] if isinstance(inner, list) and inner else None
            held = whole.as_bytes() if isinstance(whole, Message) else b""
            yield Member(name or f"{n}.eml", held, kind=".eml")
        elif is_inline and not name and kind in _TEXTS:
            yield _text(part)
        elif name:
            yield Member(name, _bytes(part), charset=str(part.get_content_charset() or ""))
        else:
            yield Member(f"attachment {n}", refusal=f"is attached as {kind} and not read")


def _parts(mail: EmailMessage, body: object) -> Iterator[EmailMessage]:
    """Yield the parts that are neither the body nor another form of it."""
    for part in mail.iter_parts():
        if part is body or not isinstance(part, EmailMessage):
            continue
        kind = part.get_content_type()
        if kind in {"multipart/alternative", "multipart/related"} and _holds(part, body):
            yield from (one for one in _parts(part, body) if _is_attached(one))
        elif part.get_content_maintype() == "multipart":
            yield from _parts(part, body)
        elif not (mail.get_content_type() == "multipart/alternative" and kind in _TEXTS):
            yield part


def _holds(part: EmailMessage, body: object) -> bool:
    return any(inner is body for inner in part.walk())


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment"


def _joined(body: Member, more: list[Member]) -> Member:
    """Return the body with the further texts below it: programs cut a text where a picture is."""
    if not more:
        return body
    texts = [_decoded(member) for member in (body, *more)]
    return Member("", "\n\n".join(texts).encode(), kind=".txt", charset="utf-8")


def _decoded(member: Member) -> str:
    try:
        return member.data.decode(member.charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return member.data.decode("cp1252", errors="replace")
