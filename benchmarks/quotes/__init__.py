"""How often quotes are found, placed on the right rung, and given the right speaker."""
