"""The entailment model: what a passage says of a sentence."""
