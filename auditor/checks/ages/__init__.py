"""How old a thing is said to be, beside when the references say that it began."""
