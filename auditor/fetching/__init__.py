"""Fetching pages into a folder: each is kept with its text and sidecar, pinned, and compared."""
