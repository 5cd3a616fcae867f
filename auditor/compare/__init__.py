"""Comparing a mention of the article with its counterparts in the references."""
