"""Entities: who or what the names of an article and its references name."""

from auditor.checks.names.entities.cluster import cluster

__all__ = ["cluster"]
