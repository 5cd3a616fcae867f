"""A second opinion: a language model is asked, and heard where it proves what it says."""
