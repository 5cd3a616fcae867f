"""Who and where: the names of the article beside those of the references."""
