"""How a name with another's part is told to the editor."""

from auditor.checks.roles.outcome import Outcome
from auditor.model.event import Participant
from auditor.model.evidence import Evidence
from auditor.model.name import Name
from auditor.model.ruling import Ruling


def named_instead(
    outcome: Outcome, who: Participant | Name, expected: str, told: str, *proof: Evidence
) -> Ruling:
    """Return the ruling that the references name `expected` where the article has `who`.

    `told` is their word for the part.
    """
    fields = {"name": who.text, "expected": expected, "told": told}
    return Ruling(outcome, who.start, who.end, fields, expected, proof)


def swapped(first: Participant | Name, last: Participant | Name, proof: Evidence) -> Ruling:
    """Return the ruling that two names, in text order, have each other's part."""
    fields = {"one": first.text, "two": last.text}
    return Ruling(Outcome.SWAPPED, first.start, last.end, fields, evidence=(proof,))
