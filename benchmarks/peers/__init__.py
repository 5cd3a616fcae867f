"""What other checkers make of the same texts, and what their encoders cost on the same pairs."""
