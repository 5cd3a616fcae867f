"""What belongs to an article: its references and its waivers."""
