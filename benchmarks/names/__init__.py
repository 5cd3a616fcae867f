"""How many faithful summaries the name and place rules mark, and how many changed names."""
