"""How values are written: as JSON of a strict form, which nothing can be executed from."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TypeVar

from pydantic import TypeAdapter

Value = TypeVar("Value")


def written(form: TypeAdapter[Value], values: Mapping[bytes, Value]) -> dict[bytes, bytes]:
    """Return values as they are kept; one that would not read back the same is left out."""
    kept = {}
    for key, value in values.items():
        with suppress(ValueError):
            line = form.dump_json(value)
            again = form.validate_json(line, strict=True)
            if repr(again) == repr(value):  # 720 and 720.0 are equal, and printed otherwise
                kept[key] = line
    return kept


def read_back(form: TypeAdapter[Value], lines: Mapping[bytes, bytes]) -> dict[bytes, Value]:
    """Return the values that were kept; a line that holds none is left out."""
    values = {}
    for key, line in lines.items():
        with suppress(ValueError):
            values[key] = form.validate_json(line, strict=True)
    return values
