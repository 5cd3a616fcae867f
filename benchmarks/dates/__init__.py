"""How many altered dates of real news sentences are flagged, and how many faithful rewordings."""
