"""How often quotations are found, placed on the right rung, and given the right speaker."""
