"""A JSON schema as tables: a row a key, with its kind and what it says."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

HEAD = "| key | kind | says |\n|---|---|---|\n"


def table(schema: Schema, root: Schema) -> str:
    """Return the Markdown table of an object's keys, those of objects within it included.

    Args:
        schema: the object, or a list of such.
        root: the whole schema, which holds what is referred to.
    """
    return HEAD + "".join(
        f"| `{key}` | {kind} | {says} |\n" for key, kind, says in _rows(schema, root, "")
    )


def _rows(schema: Schema, root: Schema, before: str) -> Iterator[tuple[str, str, str]]:
    needed = schema.get("required", ())
    for name, value in schema.get("properties", {}).items():
        own = resolved(value, root)
        key = f"{before}{name}"
        optional = "" if name in needed or not needed else ", may be left out"
        yield key, f"{_kind(own, root)}{optional}", own.get("description", "")
        if "$ref" not in value:
            inner = resolved(own.get("items", own), root)
            yield from _rows(inner, root, f"{key}[]." if "items" in own else f"{key}.")


def resolved(schema: Schema, root: Schema) -> Schema:
    """Return a schema with what it refers to; its own words go before those referred to."""
    name = schema.get("$ref", "").rpartition("/")[2]
    return {**root["$defs"][name], **schema} if name else schema


def _kind(schema: Schema, root: Schema) -> str:
    if "enum" in schema:
        return " ".join(f"`{word}`" for word in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    named = schema.get("type", "")
    kind = named if isinstance(named, str) else " or ".join(named)
    if "items" in schema:
        return f"{kind} of {_kind(resolved(schema['items'], root), root)}"
    if isinstance(schema.get("additionalProperties"), Mapping):
        values = resolved(schema["additionalProperties"], root)
        return f"{kind} of {_kind(values, root)} by name"
    return kind
