"""The words that a program may put in the place of marked ones without asking anybody."""

import re

from auditor.model.finding import Finding
from auditor.model.words import Category, Severity
from auditor.render.safe import line

REPLACEABLE = frozenset(
    {Category.NAME, Category.PLACE, Category.DATE, Category.NUMBER, Category.ROLE}
)
"""Categories whose expected value can stand where the marked words stand."""

_WRITTEN_ALIKE = frozenset({Category.DATE, Category.NUMBER})
"""Categories whose values are written in many ways, most of which do not fit the sentence."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_NO_NAME = re.compile(r"[\d()\[\]…;:“”\"]")


def replacement(finding: Finding) -> str | None:
    """Return what can stand where the marked words stand, None where a person must rewrite.

    A name takes a name's place; a date or number only one that is written in the same way. Words
    of a quotation are never replaced, for nobody shall be made to say something by a program, and
    a doubt replaces nothing.
    """
    text, expected = finding.text, finding.expected
    is_sure = finding.severity is Severity.ERROR and finding.quote is None
    if not expected or not is_sure or finding.category not in REPLACEABLE:
        return None
    if expected.casefold() == text.casefold() or line(expected) != expected:
        return None
    if finding.category in _WRITTEN_ALIKE:
        return expected if _form(expected) == _form(text) else None
    return expected if _is_name(expected) and _is_name(text) else None


def _form(text: str) -> str:
    """Return how a date or number is written: ``14 May 2019`` and ``24 May 2019`` alike."""
    return _WORD.sub("a", _NUMBER.sub("9", text))


def _is_name(text: str) -> bool:
    return text[:1].isupper() and not _NO_NAME.search(text)
