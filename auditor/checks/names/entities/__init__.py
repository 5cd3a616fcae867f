"""Entities: who or what the names of an article and its references name."""
