"""How a second opinion is told in messages."""

from auditor.model.words import Category

KINDS = {
    Category.NAME: "who it is",
    Category.PLACE: "where",
    Category.DATE: "when",
    Category.NUMBER: "how many or how much",
    Category.QUOTE: "the words quoted",
    Category.ATTRIBUTION: "who said it",
    Category.NEGATION: "whether it is so",
    Category.ROLE: "the part that somebody plays",
    Category.CERTAINTY: "how sure it is",
    Category.EVENT: "which event it is",
    Category.SUPPORT: "what is told",
}
"""What differs, by the kind that the model names."""


def fields(model: str, kind: Category, proof: str) -> dict[str, str]:
    """Return what a rule's message may show; `proof` has the words of the passage."""
    return {"model": model, "kind": KINDS[kind], "proof": " ".join(proof.split())}


def raised(message: str, model: str, proof: str) -> str:
    """Return the message of a doubt that a second opinion shares."""
    return f"{message} The model {model} says so, too, and quotes “{' '.join(proof.split())}”."


def lowered(message: str, model: str, proof: str) -> str:
    """Return the message of a doubt that a second opinion does not share."""
    return (
        f"{message} The model {model} finds it borne out by “{' '.join(proof.split())}”, "
        "so this is no more than a note; the verdict stays."
    )
