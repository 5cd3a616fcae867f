"""How a ruling on a name is told to the editor."""

from auditor.model.name import Name


def fields(name: Name, expected: str = "") -> dict[str, str]:
    """Return what a rule's message may show of a name; `expected` is "" where nothing is."""
    return {"name": name.text, "kind": name.kind, "expected": expected, "role": name.role}
