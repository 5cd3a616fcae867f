"""An article among many references."""
