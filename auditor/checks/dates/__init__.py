"""When: the dates of the article beside those of the references."""
