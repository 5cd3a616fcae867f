"""Names of the article beside those of the references: held, absent, or another in their place."""
