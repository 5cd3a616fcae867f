"""How the figures in RESULTS.md are measured."""
