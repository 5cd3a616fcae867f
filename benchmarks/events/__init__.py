"""How many details moved over from a like event are caught, and how many faithful ones marked."""
