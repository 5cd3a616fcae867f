"""How one person counted as two is told to the editor."""

from auditor.model.name import Name


def fields(one: Name, two: Name, known: bool) -> dict[str, str]:
    """Return what a rule's message may show; `known` where the fact base has the names as one's."""
    says = "the fact base" if known else "the text"
    return {"one": one.text, "two": two.text, "says": says}
