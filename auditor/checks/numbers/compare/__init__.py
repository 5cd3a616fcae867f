"""Comparing the article's numbers with those of the references."""
