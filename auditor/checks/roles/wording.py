"""How a name with another's part is told to the editor."""

from auditor.checks.roles.outcome import Outcome
from auditor.model.event import Participant
from auditor.model.evidence import Evidence
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Token

Side = Participant | Name | Token
"""Who does it or to whom it is done, as the article has it."""


def named_instead(
    outcome: Outcome, who: Participant | Name, expected: str, told: str, *proof: Evidence
) -> Ruling:
    """Return the ruling that the references name `expected` where the article has `who`.

    `told` is their word for the part.
    """
    fields = {"name": who.text, "expected": expected, "told": told}
    return Ruling(outcome, who.start, who.end, fields, expected, proof)


def swapped(
    first: Participant | Name | Token,
    last: Participant | Name | Token,
    proof: Evidence,
    *,
    are_named: bool = True,
) -> Ruling:
    """Return the ruling that two sides, in text order, have each other's part."""
    outcome = Outcome.SWAPPED if are_named else Outcome.SWAPPED_NOUNS
    fields = {"one": first.text, "two": last.text}
    return Ruling(outcome, first.start, last.end, fields, evidence=(proof,))
