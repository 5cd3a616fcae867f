"""Make the entailment model that ships with auditor: prepare, train, evaluate, export, distil."""
