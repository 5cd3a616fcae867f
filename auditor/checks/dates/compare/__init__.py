"""Dates of the article beside the dates that references give for the same event."""
