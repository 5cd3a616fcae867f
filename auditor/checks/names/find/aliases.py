"""Names that a text itself says are the same: ``known as``, acronyms in parentheses."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from auditor.model.name import Name
from auditor.model.text import Text
from auditor.model.words import NameKind

ALIAS_GAP = 60
"""How many characters may stand between a name and its alias. A guess."""

_KNOWN_AS = re.compile(
    r"""[\s,(]*(?:who\s+(?:is|was)\s+|(?:is|was)\s+)?(?:also\s+|better\s+|otherwise\s+|widely\s+|commonly\s+|popularly\s+|formerly\s+|previously\s+|best\s+)*
    (?:known\s+(?:as|by|simply\s+as|to\s+\w+\s+as)|nicknamed|dubbed|a\.?k\.?a\.?|alias|real\s+name|whose\s+real\s+name\s+(?:is|was)|
       née|born|nom\s+de\s+guerre|pen\s+name|stage\s+name|called|or\s+simply)
    (?:\s+(?:as|his|her|their|its|the|by|is|was|nom\s+de\s+guerre|nicknames?|alias|pseudonym|kunya|pen\s+name|stage\s+name|
       initials|acronym|short\s+form|name|real|full|birth))*[\s,:“"'‘(]*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words between a name and its alias."""

_OF_PERSONS = re.compile(r"\b(?:his|her|nom de guerre|née|born|real name|stage name)\b")
"""Words before an alias that only people have."""

_PARENTHESIS = re.compile(r"\s*\(\s*(?:the\s+)?[“\"']?", re.IGNORECASE)
"""What opens an acronym behind a name, or the name behind an acronym."""


def with_aliases(text: Text, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names, each alias pointing at the name before it that it stands for."""
    linked = list(names[:1])
    for before, name in pairwise(names):
        gap = text.document.text[before.end : name.start]
        after = text.document.text[name.end : name.end + 2]
        is_alias = len(gap) <= ALIAS_GAP and (
            _is_known_as(gap, before, name) or _is_acronym(gap, after, before, name)
        )
        if is_alias and _OF_PERSONS.search(gap):
            linked[-1] = replace(linked[-1], kind=NameKind.PERSON)
            name = replace(name, kind=NameKind.PERSON)
        linked.append(replace(name, same_as=before.start) if is_alias else name)
    return tuple(linked)


def _is_known_as(gap: str, before: Name, name: Name) -> bool:
    """Tell whether the words between two names say that they are one."""
    alike = before.kind is name.kind or NameKind.PLACE not in (before.kind, name.kind)
    return alike and _KNOWN_AS.fullmatch(gap) is not None


def _is_acronym(gap: str, after: str, before: Name, name: Name) -> bool:
    """Tell whether one of two names abbreviates the other in parentheses."""
    closes = after.lstrip("”\"'").startswith((")", " ", ","))
    if not closes or _PARENTHESIS.fullmatch(gap) is None:
        return False
    return abbreviates(name.text, before.text) or abbreviates(before.text, name.text)


def abbreviates(short: str, long: str) -> bool:
    """Tell whether `short` is made of the first letters of the words of `long`, in order.

    Small words and hyphenated parts may give a letter or none: ``DoJ``, ``PMF``, ``NHS``.
    """
    letters = "".join(char for char in short if char.isalnum()).casefold()
    if not 2 <= len(letters) <= 8 or not any(char.isupper() for char in short[1:]):
        return False
    words = [word for word in re.split(r"[\s\-–/]+", long) if word and word[0].isalnum()]
    if len(words) < 2:
        return False
    main = "".join(word[0] for word in words if not word.islower()).casefold()
    whole = "".join(word[0] for word in words).casefold()
    return letters in {main, whole}
