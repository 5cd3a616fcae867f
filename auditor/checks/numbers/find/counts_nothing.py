"""Figures that count nothing: years, days of a month, designators, telephone numbers, names."""

from collections.abc import Sequence

from auditor.checks.numbers.find.number_pieces import NumberPiece, low_at
from auditor.checks.numbers.find.numerals import Numeral
from auditor.checks.numbers.find.units import sign_before, unit_after
from auditor.knowledge.lexicon import lexicon
from auditor.model.text import Token

FIRST_YEAR, LAST_YEAR = 1500, 2100
"""A bare figure of four digits in this span is a year unless something is counted."""

_NAMED = frozenset({"ORG", "PRODUCT", "FAC", "LAW", "EVENT", "WORK_OF_ART"})
_DURATIONS = frozenset(
    {"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"}
)
_YEAR_BEFORE = frozenset(
    {
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "late",
        "early",
        "mid",
        "the",
        "to",
        "and",
        "during",
        "for",
        "before",
        "after",
    }
)


AGES_AGO = 10_000
"""A span so long dates nothing by the calendar: ``68 million years ago``."""

ROUNDS = frozenset({4, 8, 16, 32, 64})
"""Sides left in a cup."""

MOST_POINTS = 200
"""More points than one side makes in any game; a Boeing is a 737-800."""


def counts_nothing(row: Sequence[NumberPiece], n: Numeral, token: Token | None) -> bool:
    """Tell whether a number is part of a date, a name or an identifier."""
    return (
        _is_glued(row, n)
        or _is_date(row, n, token)
        or _is_dating(row, n)
        or _is_year(row, n)
        or _is_designator(row, n, token)
        or _is_identifier(row, n)
        or _is_pronoun(row, n, token)
        or _is_round(row, n)
        or (
            token is not None
            and token.entity in _NAMED
            and not token.opens
            and n.form == "plain"
            and not _is_score(row, n)
            and not _is_listed(row, n)
            and not sign_before(row, n.first)[0]
            and not (n.spelled and (row[n.first].text.islower() or _opens_report(row, n)))
        )
    )


def _is_score(row: Sequence[NumberPiece], n: Numeral) -> bool:
    """Tell whether a score begins or ends here, which no club has in its name: ``Chelsea 2-1``."""
    for first, last in ((n.first, n.first + 3), (n.first - 2, n.first + 1)):
        run = row[first:last] if first >= 0 else ()
        if len(run) == 3 and run[1].low in {"-", "–"} and run[1].glued and run[2].glued:
            sides = [piece.text for piece in (run[0], run[2])]
            return all(side.isdigit() and int(side) < MOST_POINTS for side in sides)
    return False


def _is_glued(row: Sequence[NumberPiece], n: Numeral) -> bool:
    """Tell whether the number is part of a word: ``F-16``, ``A380``, ``5G``, ``2019-20``."""
    if _is_glued_before(row, n.first):
        return True
    if n.form == "ordinal" or n.last >= len(row) or sign_before(row, n.first)[0]:
        return False
    return _is_glued_after(row, n.last)


def _is_glued_before(row: Sequence[NumberPiece], first: int) -> bool:
    if not first or not row[first].glued or sign_before(row, first)[0]:
        return False
    before = row[first - 1]
    lead = row[first - 2] if first > 1 and before.glued else None
    if before.kind == "word":
        return row[first].kind == "figure"
    if before.low in {"-", "–"} and lead:
        names = lead.kind == "word" and lead.low != "magnitude"
        return names or (lead.kind == "figure" and len(lead.text) == 4 and lead.text.isdigit())
    return before.low in {"#", "@", "_"} or (before.low in {"/", ".", "'", "’"} and bool(lead))


def _is_glued_after(row: Sequence[NumberPiece], last: int) -> bool:
    after = row[last]
    tail = row[last + 1] if last + 1 < len(row) and row[last + 1].glued else None
    if not after.glued:
        return False
    if after.kind == "word" and row[last - 1].kind == "figure":
        return unit_after(row, last)[0] == "" and after.low != "m"
    if after.low in {"/", ":", "@", "_"} and (tail or after.low != ":"):
        return unit_after(row, last)[0] == ""
    if after.low == "." and tail:
        return tail.kind == "word" and not tail.text.istitle()
    return bool(after.low == "-" and tail and tail.kind == "word" and tail.text.isupper())


def _is_date(row: Sequence[NumberPiece], n: Numeral, token: Token | None) -> bool:
    """Tell whether a month stands beside the number, or "st", "nd" make it a day alone."""
    months = lexicon("designators")["months"]
    if n.value > 31 or n.form not in {"plain", "ordinal"} or (n.spelled and n.form == "plain"):
        return False
    before = n.first - 2 if low_at(row, n.first - 1) in {".", "the", "-", "–"} else n.first - 1
    after = n.last + 1 if low_at(row, n.last) == "of" else n.last
    if low_at(row, before) in months and row[before].text[0].isupper():
        return True
    if low_at(row, after) in months and row[after].text[0].isupper():
        return True
    # the second day of "January 3-5" and the first of "3-5 January"
    if low_at(row, n.first - 1) in {"-", "–", "and", "to", "or", "through"}:
        at = n.first - 3 if n.first >= 3 and row[n.first - 2].kind == "figure" else -1
        if at >= 0 and (
            low_at(row, at) in months or (low_at(row, at) == "." and low_at(row, at - 1) in months)
        ):
            return True
    if low_at(row, n.last) in {"-", "–", "and", "to", "or", "through"} and n.last + 2 < len(row):
        ahead = row[n.last + 2]
        return row[n.last + 1].kind == "figure" and ahead.low in months and ahead.text[0].isupper()
    return False


def _is_dating(row: Sequence[NumberPiece], n: Numeral) -> bool:
    """Tell whether a span of time is counted from a day: ``two days after the strike``."""
    unit, end = unit_after(row, n.last)
    if low_at(row, n.last) in {"more", "or"}:
        unit, end = unit_after(row, n.last + 1)
    if unit not in _DURATIONS or n.value >= AGES_AGO:
        return False
    return low_at(row, end) in lexicon("designators")["dating"] and low_at(row, end) != "on"


def _is_year(row: Sequence[NumberPiece], n: Numeral) -> bool:
    first = row[n.first]
    if first.kind != "figure" or n.form != "plain" or n.last != n.first + 1:
        return False
    if low_at(row, n.last) == "s" and row[n.last].glued:
        return True
    if low_at(row, n.first - 1) in {"'", "’"} and first.glued and len(first.text) == len("98"):
        return True
    if "," in first.text or "." in first.text or len(first.text) != 4:
        return False
    if not FIRST_YEAR <= n.value <= LAST_YEAR or sign_before(row, n.first)[0]:
        return False
    if low_at(row, n.first - 1) in _YEAR_BEFORE:
        return True
    if low_at(row, n.first - 1) in {"-", "–", "/"} or low_at(row, n.last) in {"-", "–", "/"}:
        return True
    return not _counts(row, n.last)


def _counts(row: Sequence[NumberPiece], at: int) -> bool:
    """Tell whether a unit or a plural noun in lower case stands at piece `at`."""
    unit, _ = unit_after(row, at)
    word = low_at(row, at)
    return bool(unit) or (
        word in lexicon("counted")["person"]
        or (word.endswith("s") and len(word) > 3 and word.isalpha() and row[at].text == word)
    )


def _is_designator(row: Sequence[NumberPiece], n: Numeral, token: Token | None) -> bool:
    """Tell whether the number names a thing: ``Highway 50``, ``No. 10``, ``53rd Street``."""
    if n.form == "ordinal":
        return bool(token and token.pos == "PROPN") or _is_capital(row, n.last)
    if n.form != "plain":
        return False
    before = n.first - 2 if low_at(row, n.first - 1) == "." else n.first - 1
    word = low_at(row, before)
    written = row[n.first].text
    if word in lexicon("designators")["before"] and "," not in written:
        return unit_after(row, n.last)[0] in {"", "times"} or word in {
            "no",
            "number",
            "day",
            "week",
        }
    if n.spelled:
        # "Seven Network", but not a sentence's first word nor a headline in title case.
        return (
            n.first > 0
            and not _opens_report(row, n)
            and written[0].isupper()
            and not _in_title_case(row)
            and (
                _is_capital(row, n.last)
                or (token is not None and token.pos == "PROPN" and n.value != 1)
            )
        )
    return (
        before >= 0
        and before == n.first - 1
        and _is_proper(row, before)
        and not _counts_any(row, n)
        and not _is_score(row, n)
        and not _is_listed(row, n)
    )


def _is_listed(row: Sequence[NumberPiece], n: Numeral) -> bool:
    """Tell whether a figure ends a member of a list: ``Burera 81 per cent, Musanze 86``."""
    if low_at(row, n.last) not in {",", ";", ".", "and", ""}:
        return False
    before = [piece for piece in row[: n.first] if piece.kind == "figure"]
    return any(len(piece.text) != 4 for piece in before)


def _opens_report(row: Sequence[NumberPiece], n: Numeral) -> bool:
    """Tell whether a number word opens what follows a dateline: ``Feb 11 - Twelve people``."""
    if not n.first:
        return False
    mark = row[n.first - 1]
    return mark.low in {"-", "–", "—", ":"} and not mark.glued and not row[n.first].glued


def _is_proper(row: Sequence[NumberPiece], at: int) -> bool:
    piece = row[at]
    return (
        piece.kind == "word"
        and not piece.low.endswith("'s")  # "Larvik's 2-0 win"
        and at > 0
        and piece.text[0].isupper()
        and len(piece.text) > 1
        and row[at - 1].low not in {".", "“", '"', ":"}
        and not _in_title_case(row)
    )


def _counts_any(row: Sequence[NumberPiece], n: Numeral) -> bool:
    """Tell whether the figure is written as an amount, or something in lower case follows it."""
    written = row[n.first].text
    if (
        "," in written
        or n.last > n.first + 1
        or unit_after(row, n.last)[0]
        or sign_before(row, n.first)[0]
    ):
        return True
    return (
        low_at(row, n.last) != ""
        and row[n.last].text.isalpha()
        and row[n.last].text.islower()
        and _counts(row, n.last)
    )


def _is_capital(row: Sequence[NumberPiece], at: int) -> bool:
    return at < len(row) and row[at].text[0].isupper() and not _in_title_case(row)


def _in_title_case(row: Sequence[NumberPiece]) -> bool:
    """Tell whether most longer words are capitalised, as in many headlines."""
    words = [piece.text for piece in row if piece.kind == "word" and len(piece.text) > 3]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capital > 0.7 * len(words)


def _is_identifier(row: Sequence[NumberPiece], n: Numeral) -> bool:
    """Tell whether the figure is a telephone number, a version, a date in figures, a serial."""
    first = row[n.first]
    if first.kind != "figure":
        return False
    if low_at(row, n.last) in {"bc", "bce", "ad", "ce"} or low_at(row, n.last + 2) in {
        "bc",
        "bce",
    }:
        return True
    beside = [row[at] for at in (n.first - 1, n.first + 1) if 0 <= at < len(row)]
    if any(piece.kind == "figure" for piece in beside) or _is_address(row, n.last):
        return True
    digits = first.digits
    if (
        len(digits.partition(".")[0]) > 6
        and not first.is_parted
        and not sign_before(row, n.first)[0]
    ):
        return True
    if len(digits) > 1 and digits.startswith("0") and not digits.startswith("0."):
        return True
    run, at = 1, n.first
    while (
        at + 2 < len(row)
        and row[at + 1].low in {"-", "."}
        and row[at + 1].glued
        and row[at + 2].glued
        and row[at + 2].kind == "figure"
    ):
        run, at = run + 1, at + 2
    if run >= 3 or (run == 2 and row[n.first + 1].low == "."):
        return True
    return run == 2 and len(row[n.first + 2].text) == 4 and len(digits) == 3


def _is_address(row: Sequence[NumberPiece], at: int) -> bool:
    """Tell whether a street's name begins at piece `at`: ``10 Downing Street``."""
    for piece in row[at : at + 4]:
        if piece.kind != "word" or not piece.text[0].isupper():
            return False
        if piece.low in lexicon("designators")["streets"]:
            return True
    return False


def _is_round(row: Sequence[NumberPiece], n: Numeral) -> bool:
    """Tell whether the number names a round of a cup: ``through to the last four``."""
    before = (low_at(row, n.first - 2), low_at(row, n.first - 1))
    if n.value not in ROUNDS or before not in {("the", "last"), ("the", "final")}:
        return False
    after = n.last + 1 if low_at(row, n.last) == "of" else n.last
    after += low_at(row, after) == "the" and after > n.last
    word = row[after].text if after < len(row) else ""
    if after > n.last:
        return word[:1].isupper()
    return not word.isalpha() or word.lower() in {"on", "with", "after", "by", "at", "in", "and"}


def _is_pronoun(row: Sequence[NumberPiece], n: Numeral, token: Token | None) -> bool:
    """Tell whether "one" stands for a person or thing: ``no one``, ``one of them``."""
    if n.form != "plain" or row[n.first].low != "one" or n.last != n.first + 1:
        return False
    if unit_after(row, n.last)[0] not in {"", "day"}:
        return False
    if token is not None and token.pos not in {"NUM", "ADJ", "DET"} and token.dep != "nummod":
        return True
    before = low_at(row, n.first - 1)
    after = low_at(row, n.last)
    return before in {
        "no",
        "any",
        "some",
        "every",
        "each",
        "the",
        "this",
        "that",
        "another",
        "only",
        "which",
    } or (after in lexicon("designators")["one_is_vague"] or not after.isalpha())
