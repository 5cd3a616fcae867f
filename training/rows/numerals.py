"""Numbers as words and digits, and the wrong values an edit may put in their place."""

import re
from random import Random

from training.rows.words import words

SMALL = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth")
MONTHS = words(
    "January February March April May June July August September October November December"
)
DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
SCALES = ("hundred", "thousand", "million", "billion", "trillion")
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
NUMBER_WORD = re.compile(r"\b(?:" + "|".join(SMALL) + r")\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def other_digits(written: str, chance: Random) -> str:
    """Return another number in the same notation: near, far, scaled, or with digits exchanged."""
    plain = written.replace(",", "")
    places = len(plain.partition(".")[2])
    value = float(plain)
    unit = 10.0**-places
    new = value
    for _ in range(20):
        new = chance.choice(
            (
                value + unit * chance.randint(1, 9),
                value - unit * chance.randint(1, 9),
                value * chance.choice((0.1, 0.5, 2, 10)),
                value * chance.uniform(0.4, 0.9),
                value * chance.uniform(1.1, 2.5),
            )
        )
        if new > 0 and f"{new:.{places}f}" != f"{value:.{places}f}" and float(f"{new:.{places}f}"):
            break
    return f"{new:,.{places}f}" if "," in written else f"{new:.{places}f}"


def other_year(written: str, chance: Random) -> str:
    """Return a year one to twelve away."""
    return str(int(written) + chance.choice((-1, 1)) * chance.choice((1, 1, 2, 3, 5, 10, 12)))


def other_word(written: str, chance: Random) -> str:
    """Return another small number in words."""
    value = SMALL.index(written.lower())
    return SMALL[chance.choice([n for n in range(2, 13) if n != value])]


def respell(written: str) -> str | None:
    """Write a number from one to twenty the other way; None for any other."""
    if written.isdigit() and 1 <= int(written) <= 20:
        return SMALL[int(written)]
    if written.lower() in SMALL[1:]:
        return str(SMALL.index(written.lower()))
    return None
