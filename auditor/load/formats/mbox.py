"""A mailbox (MBOX): each mail in it is a file of its own."""

import re

from auditor.load.formats.content import Content, Member, Refused

_BEGINS = re.compile(rb"(?:\A|\n\r?\n)(?=From [^\r\n]{1,500}\r?\n)")
_POSTMARK = re.compile(rb"From [^\r\n]*\r?\n")
_QUOTED = re.compile(rb"(?m)^>(>*From )")


def read(data: bytes) -> Content:
    """Return the mails, numbered from 1.

    Raises:
        Refused: if there is none.
    """
    starts = [match.end() for match in _BEGINS.finditer(data)]
    if not starts or starts[0]:
        raise Refused(
            "is no mailbox: it does not begin with a line 'From '; save its mails as .eml"
        )
    ends = [*starts[1:], len(data)]
    return Content(
        members=tuple(
            Member(
                str(n), _QUOTED.sub(rb"\1", _POSTMARK.sub(b"", data[start:end], count=1)), ".eml"
            )
            for n, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
        )
    )
