"""How far the references bear out what the article says."""
