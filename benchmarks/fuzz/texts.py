"""Random texts: pieces of news, marks and any characters of Unicode, cut anywhere."""

import sys
from random import Random

WORDS = r"""
A fire killed 12 people in Leith on Monday , police said .
at as an of the in de van al- el St. Mr. Dr. U.S. Jan. No. p.m. i.e.
“ ” ‘ ’ " ' « » ( ) [ ] { } … – — - / \ | * _ # > ` ~ @ & < % $ £ € ¥ ° + = :
1 0 ½ ² 3.5 1,000 1.234,5 10th 2024 1/2 9/11 24/7 12m 5bn 3-1 86–95 16:30 2024-02-30
one two twenty half third dozen hundred million billion several no none all per cent
yesterday tomorrow Tuesday January 31 February 2021 last next week month year ago
Anna Lind Lund Norvia NATO Iraq London Washington mayor president prime minister
he she it they who which that because after before despite may will not never
said told asked denied was is were had has been killed bought won lost rose fell
“We will never forget,” “it is in the final stages” said Anna Lind .
"""

PIECES = (
    *WORDS.split(),
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " | ",
    "- ",
    "1. ",
    "&amp;",
    "http://a.b/c",
    "a@b.c",
    "LONDON, Jan 5 (Reuters) – ",
    "By Anna Lind",
    "Related:",
    "9" * 320,
    "0." + "0" * 320 + "1",
    "a" * 450,
    "\u200b",
    "\u00a0",
    "\u202e",
    "\ufeff",
    "e\u0301",
    "\U0001f600",
    "火",
    "ا",
    "É",
    "ß",
    "İ",
    "ﬁ",
    "\x00",
    "\x1b[31m",
)
"""What reports are made of, and what breaks readers of text."""

ANY = 0.08
"""Share of pieces that are any character instead."""

CUT = 0.15
"""Share of pieces that are cut."""


def text(random: Random, longest: int) -> str:
    """Return a text of up to `longest` pieces, perhaps of none."""
    made: list[str] = []
    for _ in range(random.randrange(longest + 1)):
        made.append(_piece(random))
        made.append(random.choice((" ", " ", " ", " ", "", "\n")))
    return "".join(made)


def _piece(random: Random) -> str:
    if random.random() < ANY:
        return _character(random)
    piece = random.choice(PIECES)
    return piece[: random.randrange(len(piece) + 1)] if random.random() < CUT else piece


def _character(random: Random) -> str:
    """Return any character but half of a surrogate pair, which no file could hold."""
    point = random.randrange(sys.maxunicode + 1 - 0x800)
    return chr(point if point < 0xD800 else point + 0x800)
