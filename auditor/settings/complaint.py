"""What is wrong in a configuration file, in the words of whoever wrote it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel

from auditor.resources import SHOWN
from auditor.settings.tables import EXAMPLES, ProfileTable, SettingsFile, StoryTable

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

LIKENESS = 55
"""Percent from which a known word is offered for an unknown one. A guess."""

_TABLES: dict[str, type[BaseModel]] = {"stories": StoryTable, "profiles": ProfileTable}


def complaint(error: "ValidationError") -> str:
    """Return the first fault with its place and its remedy."""
    first = error.errors()[0]
    path = [part for part in first["loc"] if part not in {"[key]"}]
    if first["type"] == "extra_forbidden":
        return f"{_place(path)}: is no key of this file; {nearest(str(path[-1]), _keys(path))}"
    example = EXAMPLES[next(str(part) for part in reversed(path) if part in EXAMPLES)]
    return f"{_place(path)}: {_fault(first)}; write it as in {example}"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like another one, or all of them where none is."""
    from rapidfuzz import fuzz, process

    choices = sorted(known)
    folded = word.lower().replace("_", "-")
    likest = process.extractOne(folded, choices, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return f"did you mean {likest[0]}?" if likest else f"known are {', '.join(choices)}"


def _fault(first: "ErrorDetails") -> str:
    match first["type"]:
        case "missing":
            return "is missing"
        case "literal_error":
            return f"{_shown(first['input'])} is none of {first['ctx']['expected']}"
        case "string_too_short":
            return "is empty"
    return f"{_shown(first['input'])} cannot stand here"


def _keys(path: Sequence[int | str]) -> list[str]:
    """Return the keys that may stand in the table to which the last part of a path belongs."""
    form = _TABLES.get(str(path[0]), SettingsFile) if len(path) > 1 else SettingsFile
    return [field.alias or name for name, field in form.model_fields.items()]


def _place(path: Sequence[int | str]) -> str:
    where = " ".join(str(part + 1) if isinstance(part, int) else part for part in path)
    return where if len(where) <= SHOWN else f"{where[:SHOWN]}…"


def _shown(value: object) -> str:
    shown = repr(value).replace("'", '"')
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
