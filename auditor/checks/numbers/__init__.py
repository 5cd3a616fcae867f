"""How many: the numbers of the article beside those of the references."""
