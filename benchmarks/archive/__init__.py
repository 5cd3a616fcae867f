"""Archives: engines beside each other, and what is found among a hundred thousand reports."""
