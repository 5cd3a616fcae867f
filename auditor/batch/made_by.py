"""What makes a report beside its texts and settings: package, rules, weights, libraries."""

from functools import cache

from auditor.cache import shape
from auditor.evidence import entailment
from auditor.knowledge import manifest
from auditor.resources import folder


@cache
def made_by(model: bool) -> str:
    """Return the digest of all that makes a report here; `model` tells whether it takes part.

    Raises:
        AuditError: where one of the weights is not as it shipped, or there is no language model.
    """
    weights = "none"
    if model and entailment.is_shipped():
        weights = shape.of_readings(entailment.shipped().digest)
    else:
        manifest.verify(folder("weights"), (manifest.WORDS,))
    return shape.key(shape.of_texts(), weights).hex()
