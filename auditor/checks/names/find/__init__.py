"""Proper names of a text: where they stand, what they name, which role or alias goes with them."""
