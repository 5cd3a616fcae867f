"""One person counted as two."""
