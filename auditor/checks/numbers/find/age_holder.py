"""Whose age a number is."""

from collections.abc import Sequence
from itertools import takewhile

from auditor.model.text import Token


def age_holder(tokens: Sequence[Token], number: int, noun: int) -> str:
    """Return the last name of the person whose age the number is, lower-cased.

    Where no name stands beside it, the noun ("man"); "" where there is none.
    """
    for back in (2, 3, 4):
        at = number - back
        if at < 0 or tokens[at + 1].pos == "CCONJ":  # "Smith, and a 34-year-old passenger"
            break
        token = tokens[at]
        if token.pos == "PROPN" and tokens[at + 1].text in {",", "(", "is", "was"}:
            return token.text.casefold()
    if noun < 0:
        return ""
    at = noun if tokens[noun].pos == "PROPN" else noun + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    run = list(takewhile(lambda token: token.pos == "PROPN", tokens[at:]))
    return run[-1].text.casefold() if run else tokens[noun].lemma
